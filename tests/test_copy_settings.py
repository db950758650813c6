"""A copy for the public says who runs it, and its quick exit leads somewhere; or it is not built."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.guide.copy_settings import is_https_address, sentence_of, setting_faults
from wizard.languages import languages

REPOSITORY = Path(__file__).resolve().parents[1]
LEAVE = "https://www.wikipedia.org/"
ADDRESS = "https://copy.example/guide/"
WHO = {"en": "Run by us.", "es": "De nosotros."}


def faults(operator: object, leave_url: object = LEAVE, site_url: str = ADDRESS) -> list[str]:
    """What is wrong with a copy of these settings."""
    return list(setting_faults({"operator": operator, "leave_url": leave_url}, site_url, languages()))


@pytest.mark.parametrize("operator", ["Run by us.", WHO])
def test_a_copy_that_says_who_runs_it_is_built(operator: object) -> None:
    """Once for all languages, or in each of them."""
    assert faults(operator) == []


@pytest.mark.parametrize("operator", ["", "  ", None, {}, {"en": ""}])
def test_a_copy_for_the_public_that_does_not_say_so_is_refused_in_one_line(operator: object) -> None:
    """The line says what to put where; a copy that one looks at alone may go without."""
    (line,) = faults(operator)
    assert "\n" not in line
    assert all(word in line for word in ("SITE_URL", "`operator`", "`extra`", "hosting.md", *languages()))
    assert faults(operator, site_url="") == []


def test_a_language_that_does_not_say_who_runs_the_copy_is_named() -> None:
    """Nobody reads a page without it."""
    (line,) = faults({"en": "Run by us."})
    assert "says nothing in es:" in line


@pytest.mark.parametrize("operator", [["Run by us."], 7, True])
def test_what_is_no_sentence_is_refused_whoever_builds(operator: object) -> None:
    """A list is a common slip in such files."""
    for site_url in ("", ADDRESS):
        (line,) = faults(operator, site_url=site_url)
        assert "one sentence" in line


@pytest.mark.parametrize(
    "address",
    [
        None,
        "",
        "javascript:alert(1)",
        "JAVASCRIPT://%0aalert(1)",
        "data:text/html,a",
        "http://www.wikipedia.org/",
        "//www.wikipedia.org/",
        "www.wikipedia.org",
        "https://",
        "https:///path",
        "https://[",
        " https://www.wikipedia.org/",
        "https://www.wikipedia.org/ a",
        ["https://www.wikipedia.org/"],
    ],
)
def test_a_quick_exit_that_leads_nowhere_safe_is_refused_whoever_builds(address: object) -> None:
    """In one line that says what would be right."""
    assert not is_https_address(address)
    for site_url in ("", ADDRESS):
        (line,) = faults(WHO, address, site_url)
        assert "\n" not in line
        assert all(word in line for word in ("leave_url", "https://", "`extra`"))


def test_an_address_of_https_is_a_quick_exit() -> None:
    """With a path or without."""
    assert all(map(is_https_address, (LEAVE, "https://www.wikipedia.org", "https://example.org/a?b#c")))


def test_who_runs_the_copy_is_said_once_or_in_each_language() -> None:
    """And without it, nothing is said."""
    assert [sentence_of(WHO, code) for code in ("en", "es")] == ["Run by us.", "De nosotros."]
    assert sentence_of("Run by us.", "es") == "Run by us."
    assert sentence_of(None, "en") == sentence_of({"en": "Run by us."}, "es") == ""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("settings", "site_url", "named"),
    [("", ADDRESS, "`operator`"), ("extra:\n  leave_url:\n", "", "leave_url is None")],
    ids=["nobody runs it", "no way out"],
)
def test_the_build_stops_with_that_line(tmp_path: Path, settings: str, site_url: str, named: str) -> None:
    """Before it writes anything, and without a traceback."""
    ran = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", "-", "--site-dir", str(tmp_path / "a")],
        cwd=REPOSITORY,
        env=os.environ | {"SITE_URL": site_url, "NO_MKDOCS_2_WARNING": "1"},
        input=f"INHERIT: mkdocs.yml\n{settings}",
        capture_output=True,
        text=True,
        check=False,
        timeout=20,
    )
    assert ran.returncode
    (line,) = (line for line in ran.stderr.splitlines() if line.startswith("ERROR"))
    assert named in line
    assert "Traceback" not in ran.stderr
    assert not (tmp_path / "a").exists()


def test_the_guide_as_it_stands_may_be_looked_at_and_not_be_published() -> None:
    """Nobody runs it yet: mkdocs.yml names no operator."""
    (line,) = faults("")
    assert line.startswith("SITE_URL is set")
