"""The version stands in one place; the changelog of each language begins with it, and tells the same versions."""

import json
import re
from pathlib import Path

import pytest

from scripts.guide.version import version
from tests.built_pages import REPOSITORY, built_pages
from wizard.languages import languages
from wizard.wording import wording

HEADING = re.compile(r"^## ([\d.]+), .*\d{4} \{ #v[\d-]+ \}$", re.MULTILINE)


def versions(language: str) -> list[str]:
    """The versions that the changelog of a language tells of, as it orders them."""
    return HEADING.findall(Path(REPOSITORY, "docs", language, "changelog.md").read_text("utf-8"))


def test_the_changelog_of_every_language_begins_with_this_version() -> None:
    """And tells of the same ones, the newest first."""
    told = versions("en")
    assert told[0] == version()
    assert told == sorted(told, key=lambda number: [int(part) for part in number.split(".")], reverse=True)
    assert {language: versions(language) for language in languages()} == dict.fromkeys(languages(), told)


def test_every_heading_of_the_changelog_names_a_version() -> None:
    """None is a month alone."""
    for language in languages():
        text = Path(REPOSITORY, "docs", language, "changelog.md").read_text("utf-8")
        assert len(versions(language)) == text.count("\n## ")


@pytest.mark.site
def test_the_foot_of_every_page_shows_it_and_leads_to_how_to_tell_a_copy() -> None:
    """So that whoever reports a fault can say which version they saw: on blank papers and lost addresses too."""
    for page in built_pages():
        say = wording(page.language)
        text = page.file.read_text("utf-8")
        assert say("ui.version", number=version()) in text, page.address
        to_genuine = [one for one in page.elements if one.attributes.get("href", "").endswith("genuine/")]
        assert to_genuine or page.address.endswith("genuine/"), page.address
        assert text.rindex("</main>") < text.rindex(say("ui.version", number=version())), page.address


def test_no_other_file_has_a_version_of_its_own() -> None:
    """Two would differ one day."""
    assert "version" not in json.loads((REPOSITORY / "package.json").read_text("utf-8"))
