"""What the modules of the wizard's page do without a page: their tests in Node.js, in milliseconds."""

import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest

from scripts.guide.assets import SCRIPTS, WEB, joined, without_comments
from tests.test_javascript_imports import RUN, named_by

REPOSITORY = Path(__file__).resolve().parents[1]
OTHERWISE_NAMED = 0.2
"""Of the lines of a module, at most: those that use a name which another module has too."""
FILES = sorted((REPOSITORY / "tests" / "node").glob("*.test.mjs"))


@pytest.mark.parametrize("file", FILES, ids=[file.name.removesuffix(".test.mjs") for file in FILES])
def test_a_module_of_the_page_does_what_its_sentences_say(file: Path) -> None:
    """A sentence that does not hold is in what Node.js prints."""
    ran = subprocess.run(["node", file], capture_output=True, encoding="utf-8", timeout=60, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "# pass 0" not in ran.stdout


def test_what_is_served_is_the_same_code_without_its_comments(tmp_path: Path) -> None:
    """The compiler prints both alike. Hardly a comment is left."""
    for folder in ("joined", "served"):
        (tmp_path / folder).mkdir()
        for name, text in joined().items():
            (tmp_path / folder / name).write_text(text if folder == "joined" else without_comments(text), "utf-8")
    ran = subprocess.run(
        ["node", REPOSITORY / "tests" / "node" / "same_code.mjs", tmp_path / "joined", tmp_path / "served", *SCRIPTS],
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=True,
    )
    assert ran.stdout == ""
    served = "".join((tmp_path / "served" / name).read_text("utf-8") for name in SCRIPTS)
    assert "@param" not in served
    assert "\n\n" not in served


def test_what_is_served_is_all_that_was_written() -> None:
    """Every line of every module that the page runs, but for what one module calls a thing of another."""
    served = set("".join(joined().values()).splitlines())
    for name in every_module_of(SCRIPTS):
        written = without_comments((WEB / name).read_text("utf-8")).splitlines()
        ours = (line.removeprefix("export ") for line in written if not line.startswith("import "))
        lost = [line for line in ours if line not in served]
        assert len(lost) <= len(written) * OTHERWISE_NAMED, (name, lost)


def every_module_of(scripts: Iterable[str]) -> set[str]:
    """*scripts* and all that they import."""
    found, new = set[Path](), {WEB / name for name in scripts}
    while new:
        found |= new
        new = {one for module in new for one in named_by(module, RUN)} - found
    return {module.name for module in found}


def test_a_line_that_only_looks_like_a_comment_stays() -> None:
    """What stands in a string begins no line; what stands behind code is kept with it."""
    kept = 'const address = "http://x"; // why\nconst pattern = /\\/\\*\\*/;\n'
    assert without_comments(f"/**\n * One.\n */\n\n{kept}  // alone\n  /** @type {{A}} */\n") == kept
