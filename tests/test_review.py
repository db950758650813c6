"""A text whose English changed since somebody reviewed it is shown in English, on pages and in the browser alike."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from scripts.guide.page_text.ice_answers import other_sentences
from tests.changed_copy import ChangedCopy
from tests.pseudo import copy_of_the_repository
from wizard.languages import SOURCE_LANGUAGE, languages
from wizard.review import mark_of
from wizard.wording import english_of, shown_in_english, texts_of, written_in

ENGLISH = "wizard/wording/en/interview.toml"
OLD, NEW = 'continue = "Continue"\nback', 'continue = "Go on"\nback'
CONTINUE = "import json; from wizard.wording import texts_of; print(json.dumps(texts_of('es')['{}']))"
BUNDLED = """
from pathlib import Path
from scripts.guide.folders import REPOSITORY
from scripts.runtime_bundle.inputs import wizard_files
for name, content in wizard_files(REPOSITORY):
    path = Path("bundled") / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
"""
CHECKED = "from scripts.checks.review import review_faults; print(list(review_faults()))"


@pytest.fixture
def copy(tmp_path: Path) -> ChangedCopy:
    """The sources, to be changed."""
    return ChangedCopy(tmp_path)


def said(copy: ChangedCopy, program: str, folder: str = ".") -> str:
    """What *program* prints in the copy, with the modules of one of its folders."""
    done = ChangedCopy.run(copy, "-c", f"import sys; sys.path.insert(0, '{copy.folder / folder}'); {program}")
    assert not done.stderr
    return done.stdout


def bundled(copy: ChangedCopy) -> list[str]:
    """Unpacks what the browser gets of the wizard, and lists it."""
    assert not copy.run("-c", BUNDLED).stderr
    return [path.name for path in (copy.folder / "bundled").rglob("*.toml")]


@pytest.mark.parametrize("language", languages())
def test_every_text_of_ours_was_reviewed_against_the_english_of_today(language: str) -> None:
    """So each language shows its own."""
    assert shown_in_english(language) == ()
    assert texts_of(language) == written_in(language)


@pytest.mark.parametrize("text", ["One sentence.", ["Two", "of them."]])
def test_a_hash_tells_one_english_from_another(text: Any) -> None:
    """Also where a list only gets another order."""
    assert mark_of(text) == mark_of(text)
    assert mark_of(text) != mark_of(text[::-1])


def test_all_that_is_translated_has_an_english_that_it_was_made_from() -> None:
    """Ours and ICE's own; names of states and short ones of months have none, nor what pages alone quote."""
    of_pages = {f"ice.{name}" for name in other_sentences()}
    alone = written_in("es").keys() - english_of("es").keys() - of_pages
    assert {name.rpartition(".")[0] for name in alone} == {"packet.month_also", "state"}
    english = written_in(SOURCE_LANGUAGE)
    assert all(text == english[name] for name, text in english_of(SOURCE_LANGUAGE).items())


@pytest.mark.slow
def test_a_text_whose_english_changed_is_shown_in_english_everywhere(copy: ChangedCopy) -> None:
    """The browser is told which, since it makes no hashes; where there is none, it is told nothing."""
    before = bundled(copy)
    assert not {"english_shown.toml", "review.toml"} & set(before)
    copy.change(ENGLISH, OLD, NEW)
    assert json.loads(said(copy, CONTINUE.format("ui.continue"))) == "Go on"
    assert sorted(bundled(copy)) == sorted([*before, "english_shown.toml"])
    assert json.loads(said(copy, CONTINUE.format("ui.continue"), "bundled")) == "Go on"
    assert json.loads(said(copy, CONTINUE.format("ui.back"), "bundled")) == written_in("es")["ui.back"]


@pytest.mark.site
@pytest.mark.thorough
def test_pyodide_shows_the_english_too(tmp_path: Path) -> None:
    """In a bundle that is made after the English of one title changed; the text beside it stays Spanish."""
    folder = copy_of_the_repository(tmp_path)
    path = folder / ENGLISH
    text = path.read_text("utf-8")
    title, hint = (written_in("es")[f"question.emergency.{part}"] for part in ("title", "why"))
    path.write_text(text.replace('title = "Is someone in danger right now?"', 'title = "Is there danger?"'), "utf-8")
    environment = {**os.environ, "PYTHONPATH": str(folder)}
    make = [sys.executable, "-m", "scripts.runtime_bundle", "--out", "runtime"]
    subprocess.run(make, cwd=folder, env=environment, capture_output=True, check=True)
    ask = ["node", "tests/node/pyodide_runner.mjs", "runtime"]
    request = json.dumps({"do": "show", "language": "es"}) + "\n"
    shown = subprocess.run(ask, cwd=folder, input=request, capture_output=True, encoding="utf-8", check=True).stdout
    assert "Is there danger?" in shown
    assert title not in shown
    assert hint.split("{")[0] in shown


def test_a_list_is_shown_in_one_language(copy: ChangedCopy) -> None:
    """One changed sentence is enough: half a list in another language helps nobody."""
    copy.change(ENGLISH, '  "If someone thinks of suicide, call or text {crisis_line}.",\n', "")
    shown = json.loads(said(copy, CONTINUE.format("interlude.emergency.text")))
    assert shown == written_in(SOURCE_LANGUAGE)["interlude.emergency.text"][:-1]


def test_the_check_tells_what_is_shown_in_english_and_lets_it_pass(copy: ChangedCopy) -> None:
    """It does no harm."""
    copy.change(ENGLISH, OLD, NEW)
    lines = said(copy, CHECKED).splitlines()
    assert lines == ["review: es, ui.continue: not reviewed against the English of today, and shown in English", "[]"]


def test_a_new_text_of_a_published_language_is_shown_once_somebody_reviewed_it(copy: ChangedCopy) -> None:
    """In a draft, which only a preview shows, nobody reviewed anything yet, and all of it can be seen."""
    copy.without_line("wizard/wording/es/review.toml", '"ui.continue" = ')
    assert json.loads(said(copy, CONTINUE.format("ui.continue"))) == "Continue"
    table = copy.folder / "wizard" / "wording" / "languages.toml"
    head, _, spanish = table.read_text("utf-8").partition("[es]")
    table.write_text(f"{head}[es]{spanish.replace('"reviewed"', '"draft"')}", "utf-8")
    assert json.loads(said(copy, CONTINUE.format("ui.continue"))) == written_in("es")["ui.continue"]


@pytest.mark.parametrize(
    ("row", "fault"),
    [("", "review: es has no review.toml"), ('"ui.nothing" = "0"\n', "names ui.nothing, which is no text")],
)
def test_a_list_that_cannot_be_right_fails_the_check(copy: ChangedCopy, row: str, fault: str) -> None:
    """None in a published language, or an id that no text has."""
    path = copy.folder / "wizard" / "wording" / "es" / "review.toml"
    if row:
        path.write_text(path.read_text("utf-8") + row, "utf-8")
    else:
        path.unlink()
    assert fault in said(copy, CHECKED)
