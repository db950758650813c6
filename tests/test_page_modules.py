"""What the modules of the wizard's page do without a page: their tests in Node.js, in milliseconds."""

import subprocess
from pathlib import Path

import pytest

from scripts.guide.assets import MODULES, WEB, without_comments

REPOSITORY = Path(__file__).resolve().parents[1]
FILES = sorted((REPOSITORY / "tests" / "node").glob("*.test.mjs"))


@pytest.mark.parametrize("file", FILES, ids=[file.name.removesuffix(".test.mjs") for file in FILES])
def test_a_module_of_the_page_does_what_its_sentences_say(file: Path) -> None:
    """A sentence that does not hold is in what Node.js prints."""
    ran = subprocess.run(["node", file], capture_output=True, encoding="utf-8", timeout=60, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "# pass 0" not in ran.stdout


def test_what_is_served_is_the_same_code_without_its_comments(tmp_path: Path) -> None:
    """The compiler prints both alike. Hardly a comment is left, and the names of the modules stay to be replaced."""
    for name in MODULES:
        (tmp_path / name).write_text(without_comments((WEB / name).read_text("utf-8")), "utf-8")
    ran = subprocess.run(
        ["node", REPOSITORY / "tests" / "node" / "same_code.mjs", WEB, tmp_path, *MODULES],
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=True,
    )
    assert ran.stdout == ""
    served = "".join((tmp_path / name).read_text("utf-8") for name in MODULES)
    assert "@param" not in served
    assert "\n\n" not in served


def test_a_line_that_only_looks_like_a_comment_stays() -> None:
    """What stands in a string begins no line; what stands behind code is kept with it."""
    kept = 'const address = "http://x"; // why\nconst pattern = /\\/\\*\\*/;\n'
    assert without_comments(f"/**\n * One.\n */\n\n{kept}  // alone\n  /** @type {{A}} */\n") == kept
