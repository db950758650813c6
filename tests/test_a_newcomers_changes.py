"""What a newcomer changes in a copy of the sources: whatever is forgotten is named."""

import json
from pathlib import Path

import pytest

from tests.changed_copy import ChangedCopy

MADE_UP = ("lost_dog", "lost_cat")
"""Two needs outside ICE that no fact, and no law, belongs to."""


@pytest.fixture
def copy(tmp_path: Path) -> ChangedCopy:
    """The sources as they are."""
    return ChangedCopy(tmp_path)


def with_two_needs(copy: ChangedCopy) -> None:
    """Adds `MADE_UP` before a need outside ICE, with all their texts."""
    needs = "wizard/needs.py"
    named = "".join(f'    {need.upper()} = "{need}"\n' for need in MADE_UP)
    copy.change(needs, '    COMPLAINT = "complaint"\n', f'{named}    COMPLAINT = "complaint"\n')
    listed = "".join(f"    Need.{need.upper()},\n" for need in MADE_UP)
    copy.change(needs, "    Need.COMPLAINT,\n", f"{listed}    Need.COMPLAINT,\n")
    for language in ("en", "es"):
        path = copy.folder / "wizard" / "wording" / language / "interview.toml"
        options = "".join(f'{need} = "About a {need} ({language})"\n' for need in MADE_UP)
        rooms = "".join(
            f'\n[outside.{n}]\ntitle = "The {n} ({language})"\ntext = ["Ask for the {n}. ({language})"]\n'
            for n in MADE_UP
        )
        text = path.read_text("utf-8").replace("[question.needs.options]\n", f"[question.needs.options]\n{options}")
        path.write_text(text + rooms, "utf-8")


SHOWN = """
import json
from wizard.interview import ResultScreen
from wizard.render import screen_html
from scripts.guide.numbered_screens import build_graph
from wizard.wording import wording
results = [node.screen for node in build_graph() if isinstance(node.screen, ResultScreen)]
print(json.dumps([screen_html(screen, wording("en")) for screen in results]))
"""


def test_two_needs_outside_ice_without_a_fact_keep_their_own_texts_on_the_page(copy: ChangedCopy) -> None:
    """They look alike but for what is said of each by name, and that is what they are for."""
    with_two_needs(copy)
    done = copy.run("-c", SHOWN)
    assert not done.stderr
    shown: list[str] = json.loads(done.stdout)
    for need in MADE_UP:
        assert [f"Ask for the {need}." in html for html in shown].count(True) == 1
        assert [f"The {need}" in html for html in shown].count(True) == 1


def check(copy: ChangedCopy, *parts: str) -> list[str]:
    """What the check of the texts says of *copy*, one fault a line: of all its parts, or of some *parts*."""
    fewer = f"checks.CHECKS = {{n: p for n, p in checks.CHECKS.items() if n in {parts}}};" if parts else ""
    done = copy.run("-c", f"import sys; from scripts.checks import __main__ as checks; {fewer} sys.exit(checks.main())")
    assert done.returncode == 1, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    return done.stderr.splitlines()


def test_a_need_without_a_fact_is_named(copy: ChangedCopy) -> None:
    """Its card would say nothing of where to turn. Nothing else is wrong with it."""
    with_two_needs(copy)
    faults = check(copy, "statements", "wording", "needs", "facts")
    assert len(faults) == len(MADE_UP)
    for need in MADE_UP:
        assert any(f"{need} is outside ICE and has no fact" in fault for fault in faults)


def test_a_need_under_no_heading_is_named(copy: ChangedCopy) -> None:
    """Nobody could choose it."""
    copy.change("wizard/needs.py", '    COMPLAINT = "complaint"\n', '    DOG = "dog"\n    COMPLAINT = "complaint"\n')
    faults = check(copy, "needs", "wording")
    assert any("dog must stand under one heading" in fault for fault in faults)
    assert any("question.needs.options.dog" in fault for fault in faults)


def test_everything_that_is_missing_is_named_in_one_run(copy: ChangedCopy) -> None:
    """A text of one language, of the other, of both, an option's, a fact's name, a fact and a statement."""
    english, spanish = "wizard/wording/en/interview.toml", "wizard/wording/es/interview.toml"
    copy.without_line(english, 'check_ins = "Yes')
    copy.without_line(english, "trafficking_hotline = ")
    copy.without_line(spanish, "danger_line = ")
    for file in (english, spanish):
        copy.without_line(file, "checked = ")
    copy.change("wizard/facts/help.toml", "[court_phone]", "[court_telephone]")
    copy.change("wizard/sources/statements.toml", "[R28]", "[R280]")
    faults = check(copy)
    for named in (
        "question.known_to_ice.options.check_ins",
        "fact.trafficking_hotline",
        "ui.danger_line",
        "ui.checked",
        "court_phone",
        "R28 is cited and does not exist",
    ):
        assert any(named in fault for fault in faults), named
    for fault in faults:
        part, _, told = fault.partition(": ")
        assert part
        assert told


def test_a_file_that_cannot_be_read_is_named_and_all_else_is_looked_at(copy: ChangedCopy) -> None:
    """A slip of the pen in one language says nothing of the other parts."""
    path = copy.folder / "wizard" / "wording" / "es" / "packet.toml"
    path.write_text("no text\n", "utf-8")
    faults = check(copy, "statements", "wording", "needs")
    assert [fault.partition(":")[0] for fault in faults] == ["wording"]
