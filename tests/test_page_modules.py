"""What the modules of the wizard's page do without a page: their tests in Node.js, in milliseconds."""

import subprocess
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[1]
FILES = sorted((REPOSITORY / "tests" / "node").glob("*.test.mjs"))


@pytest.mark.parametrize("file", FILES, ids=[file.name.removesuffix(".test.mjs") for file in FILES])
def test_a_module_of_the_page_does_what_its_sentences_say(file: Path) -> None:
    """A sentence that does not hold is in what Node.js prints."""
    ran = subprocess.run(["node", file], capture_output=True, encoding="utf-8", timeout=60, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "# pass 0" not in ran.stdout
