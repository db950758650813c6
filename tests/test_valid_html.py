"""The built pages are valid HTML, by html-validate and by the Nu checker (both need no network)."""

import json
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from tests.built_pages import SITE

pytestmark = pytest.mark.site

REPOSITORY = Path(__file__).resolve().parents[1]
MODULES = REPOSITORY / "node_modules"
NU_CHECKER = MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
HTML_VALIDATE = MODULES / "html-validate" / "bin" / "html-validate.mjs"
CONFIG = REPOSITORY / "tests" / "browser" / "htmlvalidate.json"
"""What it allows: numbers may break between lines; ids begin as HTML lets them; autocomplete, for the reason below."""

HARMLESS = {
    # Without it, browsers write to the disk what was ticked in the wizard; the standard only foresees it elsewhere.
    r"Attribute .autocomplete. is only allowed when the input type is .*",
    # From a file, the checker cannot know that the page's own origin is 'self'; test_every_page.py looks in a browser.
    r"(Resource|Inline script) violates Content Security Policy .*",
    # No standard has it, and browsers that look up the names of links ahead obey it: docs/decisions/0021.
    r"Bad value .x-dns-prefetch-control. for attribute .http-equiv. on element .meta..",
}


def nu_faults(*files: Path) -> list[str]:
    """What the Nu checker objects to, errors and warnings alike."""
    command = ["java", "-Xss4m", "-jar", str(NU_CHECKER), "--format", "json", "--skip-non-html", "--exit-zero-always"]
    pattern = "|".join(f"(?:{harmless})" for harmless in HARMLESS)
    ran = subprocess.run(
        [*command, "--filterpattern", pattern, *map(str, files)], capture_output=True, text=True, check=True
    )
    messages: list[dict[str, Any]] = json.loads(ran.stderr)["messages"]
    return [f"{message['url']}: {message['message']}" for message in messages]


def html_validate_faults(*files: Path) -> list[str]:
    """What html-validate objects to."""
    with TemporaryDirectory() as folder:  # what it writes to a pipe is cut where it ends
        report = Path(folder, "told.json")
        command = ["node", str(HTML_VALIDATE), "--config", str(CONFIG), "--formatter", f"json={report}"]
        subprocess.run([*command, *map(str, files)], capture_output=True, check=False)
        results: list[dict[str, Any]] = json.loads(report.read_text("utf-8"))
    return [f"{told['filePath']}: {m['ruleId']}: {m['message']}" for told in results for m in told["messages"]]


def test_every_page_is_valid_by_the_nu_checker() -> None:
    """All pages, the wizard's and 404.html too, in one run."""
    pages = sorted(SITE.rglob("*.html"))
    assert len(pages) > 30
    assert nu_faults(*pages) == []


def test_every_page_but_the_whole_interview_is_valid_by_html_validate() -> None:
    """That takes it a minute as a whole: test_accessibility.py has it look at each kind of screen."""
    pages = [page for page in sorted(SITE.rglob("*.html")) if page.parent.name != "all-questions"]
    assert len(pages) > 30
    assert html_validate_faults(*pages) == []


@pytest.mark.parametrize("faults", [nu_faults, html_validate_faults], ids=["the Nu checker", "html-validate"])
def test_a_fault_is_found(tmp_path: Path, faults: Any) -> None:
    """Both really look."""
    page = tmp_path / "index.html"
    page.write_text('<!doctype html><html lang="en"><title>A</title><p><div></div></p></html>', "utf-8")
    assert faults(page)
