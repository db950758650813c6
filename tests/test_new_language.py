"""A language is added without a line of Python, and what it lacks is a list of sentences."""

import json
import shutil
import sys
import tomllib
from pathlib import Path
from subprocess import CompletedProcess, run

import pytest

from scripts.checks.page_skeleton import english_lines, skeleton_faults
from tests.pseudo import ROWS, add_pseudo_languages, copy_of_the_repository
from wizard.languages import PREVIEW, SOURCE_LANGUAGE, table
from wizard.library import statements

pytestmark = pytest.mark.slow

MODULES = ("scripts", "wizard")


@pytest.fixture(scope="module")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository as it is."""
    return copy_of_the_repository(tmp_path_factory.mktemp("pristine"))


@pytest.fixture
def copy(pristine: Path, tmp_path: Path) -> Path:
    """One to change."""
    return shutil.copytree(pristine, tmp_path / "copy", symlinks=True)


def python(copy: Path, *arguments: str, **environment: str) -> CompletedProcess[str]:
    """Runs Python in *copy*, whose modules it takes."""
    told = {"PATH": "/usr/bin:/bin", "PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1", **environment}
    return run([sys.executable, *arguments], cwd=copy, env=told, capture_output=True, text=True, check=False)


def new_language(copy: Path, code: str) -> CompletedProcess[str]:
    """What ``scripts/new-language CODE`` does once all is set up."""
    return python(copy, "-m", "scripts.translation.new_language", code)


def modules(copy: Path) -> dict[str, bytes]:
    """Every module of the product with its content."""
    found = (path for room in MODULES for path in (copy / room).rglob("*.py"))
    return {path.relative_to(copy).as_posix(): path.read_bytes() for path in found}


def test_a_language_that_was_begun_is_a_list_of_sentences(copy: Path, pristine: Path) -> None:
    """Each text and each line that is still in English; no traceback, and no module was touched."""
    done = new_language(copy, "xx")
    assert (done.returncode, done.stderr) == (1, "")
    assert "new-language: made docs/xx, in English" in done.stdout
    assert "wording: xx, ui.leave says what en says: Leave this page now" in done.stdout
    assert "pages: docs/xx/case-review.md, line 11 is still in the source language" in done.stdout
    assert "wording: xx, ice.R6 says what en says" in done.stdout
    assert modules(copy) == modules(pristine)
    again = new_language(copy, "xx")
    assert "new-language: made" not in again.stdout
    assert again.stdout.splitlines()[-1] == done.stdout.splitlines()[-1]


@pytest.mark.parametrize("code", ["", "English", "x", "../fr", "en"])
def test_what_is_no_code_is_refused_in_one_line(copy: Path, code: str) -> None:
    """And writes nothing."""
    done = new_language(copy, code)
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)


@pytest.mark.parametrize(
    ("code", "row"),
    [
        ("ar", {"name": "العربية", "direction": "rtl", "script": "Arab"}),
        pytest.param(
            "ht", {"name": "Kreyòl ayisyen", "direction": "ltr", "script": "Latn"}, marks=pytest.mark.thorough
        ),
        pytest.param("pa", {"name": "ਪੰਜਾਬੀ", "direction": "ltr", "script": "Guru"}, marks=pytest.mark.thorough),
    ],
)
def test_the_row_holds_what_is_known_of_the_language(copy: Path, code: str, row: dict[str, str]) -> None:
    """From CLDR: a translator need not know an ISO code of a script."""
    new_language(copy, code)
    shown = (
        "import json; from wizard.languages import table; l = table()['{}']; print(json.dumps(vars(l), default=str))"
    )
    found = json.loads(python(copy, "-c", shown.format(code)).stdout)
    assert {name: found[name] for name in row} == row
    assert found["state"] == "draft"


SHOWN = """
from pathlib import Path
from scripts.runtime_bundle.inputs import wizard_files
from wizard.languages import languages
from wizard.wording import wording
print(*languages())
print(sum("wording/xx/" in name for name, _ in wizard_files(Path())))
print(wording(languages()[-1])("ui.not_government"))
"""


def test_a_draft_is_shown_by_a_preview_alone_and_says_what_it_is(copy: Path) -> None:
    """In the pages, in the browser's Python, and on all that says that we are not ICE."""
    new_language(copy, "xx")
    published, _, _ = python(copy, "-c", SHOWN).stdout.partition("\n")
    assert "xx" not in published.split()
    shown, files, mark = python(copy, "-c", SHOWN, **{PREVIEW: "1"}).stdout.splitlines()
    assert "xx" in shown.split()
    assert int(files) > 0
    assert mark.startswith("Draft translation: nobody has checked it.")
    assert "\n0\n" in python(copy, "-c", SHOWN).stdout


@pytest.mark.thorough
def test_whole_languages_have_no_fault_and_touch_no_module(copy: Path, pristine: Path) -> None:
    """Both that are made up, text by text and page by page."""
    add_pseudo_languages(copy)
    for code in ROWS:
        assert new_language(copy, code).stdout.strip() == f"new-language: {code} lacks nothing"
    assert modules(copy) == modules(pristine)


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("file", "text", "told"),
    [
        ("wizard/wording/languages.toml", "\n[xx]\nname = 'X'\n", "xx: direction is missing"),
        ("wizard/wording/languages.toml", "\n[xx\n", "languages.toml"),
        ("wizard/wording/es/packet.toml", "no text\n", "es"),
        ("docs/es/papers.md", "\n{{ fact('nothing') }}\n", "names fact(nothing)"),
    ],
)
def test_what_cannot_be_read_is_a_sentence_too(copy: Path, file: str, text: str, told: str) -> None:
    """Of the check: it never ends in a traceback."""
    with (copy / file).open("a", encoding="utf-8") as changed:
        changed.write(text)
    done = python(copy, "-m", "scripts.checks")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert told in done.stderr


def test_what_is_to_be_translated_of_ice_are_whole_sentences(copy: Path) -> None:
    """A translation stands below the sentence, not below the few words that a rule rests on."""
    new_language(copy, "xx")
    begun = tomllib.loads((copy / "wizard" / "wording" / "xx" / "interview.toml").read_text("utf-8"))["ice"]
    assert begun["R5"] == statements()["R5"].sentence != statements()["R5"].quote


def test_the_first_language_of_the_table_is_the_one_that_all_others_are_made_from() -> None:
    """As its head says."""
    assert next(iter(table())) == SOURCE_LANGUAGE


ENGLISH = """# Title { #top }

Some words in a row of prose here. [A link](papers.md)

- one
- two

## Part { #part }

{{ fact("line_number") }} {{ quote("R1", "R2") }}
"""


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("## Part { #part }", "## Part { #parte }", "where en has the heading #part, here is #parte"),
        ("## Part { #part }", "### Part { #part }", "the heading has 3 #, and 2 in en"),
        ("- two\n", "", "1 items in lists, and 2 in en"),
        ('"R1", "R2"', '"R1"', "en names quote(R1, R2), and this page does not"),
        ('{{ fact("line_number") }}', "", "en names fact(line_number), and this page does not"),
        ("(papers.md)", "(privacy.md)", "links to privacy.md, and en does not"),
    ],
)
def test_a_page_that_is_built_unlike_the_english_is_found(old: str, new: str, told: str) -> None:
    """Heading, list, quotation, fact and link, each below the heading where it stands."""
    assert list(skeleton_faults("page", ENGLISH, ENGLISH)) == []
    assert any(told in fault for fault in skeleton_faults("page", ENGLISH.replace(old, new), ENGLISH))


def test_a_line_that_was_not_translated_is_found() -> None:
    """Code and names are no prose."""
    (fault,) = english_lines("page", ENGLISH, ENGLISH)
    assert fault == "pages: page, line 3 is still in the source language"
