"""What runs on a schedule is pinned, may do little, and does what it says: its own lines are run here."""

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from scripts.site_server.serving import serve
from tests.shell_steps import run_step
from tests.test_watch_copies import listed, release

REPOSITORY = Path(__file__).resolve().parents[1]
WORKFLOWS = sorted((REPOSITORY / ".github" / "workflows").glob("*.yml"))
PAGE = REPOSITORY / "wizard" / "sources" / "ice-contact-page.txt"


def read(file: Path) -> dict[Any, Any]:
    """A workflow; YAML takes the key `on` for true."""
    found: dict[Any, Any] = yaml.safe_load(file.read_text("utf-8"))
    return found


def steps(file: Path) -> list[dict[str, Any]]:
    """All steps of all jobs of a workflow."""
    return [step for job in read(file)["jobs"].values() for step in job["steps"]]


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.name)
def test_a_workflow_has_the_form_that_the_platform_publishes(file: Path) -> None:
    """By check-jsonschema, which has it with it."""
    command = [f"{REPOSITORY}/.venv/bin/check-jsonschema", "--builtin-schema", "vendor.github-workflows", str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.name)
def test_a_workflow_takes_only_what_it_names_by_hash_and_may_do_nothing_else(file: Path) -> None:
    """Each job names what it may do and when it ends; each action has its whole hash, and its version beside it."""
    assert read(file)["permissions"] == {}
    for job in read(file)["jobs"].values():
        assert job["permissions"]
        assert job["timeout-minutes"] <= 30
        assert re.fullmatch(r"ubuntu-\d\d\.\d\d", job["runs-on"])
    used = re.findall(r"uses: *(.*)", file.read_text("utf-8"))
    assert all(re.fullmatch(r"[\w.-]+/[\w.-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line) for line in used), used
    assert not any("${{" in step.get("run", "") for step in steps(file)), "what others write must not become a command"


def named(name: str, workflow: str = "ices-page") -> dict[str, Any]:
    """One step of the workflow that looks at ICE's page, or of another."""
    return next(step for step in steps(REPOSITORY / f".github/workflows/{workflow}.yml") if step.get("name") == name)


GH = """#!/bin/sh
echo "$@" >>asked
case "$*" in
  *"release list"*) cat released ;;
  *"release download"*) test -f "guide-${3#v}.zip" ;;
  *"issue list"*) cat number ;;
  *"issue view"*) cat body ;;
  *"--body-file"*) cp issue.md body ;;
esac
"""
"""The platform, which cannot be reached from here: it keeps one issue, and the releases that lie beside it."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A checkout: the real scripts, and a `gh` that writes down what it was asked and knows the issues of a file."""
    for name in (
        ".github",
        "scripts",
        "wizard",
        "docs",
        ".venv",
        "node_modules",
        "requirements",
        "package.json",
        "package-lock.json",
    ):
        (tmp_path / name).symlink_to(REPOSITORY / name)
    (tmp_path / "bin").mkdir()
    gh = tmp_path / "bin" / "gh"
    gh.write_text(GH)
    (tmp_path / "number").touch()
    gh.chmod(0o755)
    return tmp_path


def look(folder: Path, page: str) -> str:
    """Runs the step that looks, and gives the exit code that it noted."""
    done = run_step(named("Look at the page"), folder, PAGE=page)
    assert done.returncode == 0, done.stderr
    return (folder / "output").read_text().strip()


def tell(folder: Path, code: str, workflow: str = "ices-page") -> list[str]:
    """Runs the step that tells the maintainers, and gives what was asked of the platform since."""
    (folder / "asked").write_text("")
    done = run_step(named("Tell the maintainers", workflow), folder, CODE=code)
    assert done.returncode == 0, done.stderr
    return [" ".join(line.split()[:2]) for line in (folder / "asked").read_text().splitlines()]


@pytest.mark.slow
def test_a_change_opens_one_issue_and_then_keeps_it_up_to_date(folder: Path) -> None:
    """The first look opens it; the same page again is silent; a page that changed again is told once."""
    page = folder / "page.txt"
    page.write_text(PAGE.read_text("utf-8").replace("14 days", "30 days"), "utf-8")
    with serve(folder) as server:
        assert look(folder, f"{server.url}page.txt") == "code=1"
        assert tell(folder, "1") == ["issue list", "issue create"]
        assert "now: While each case is unique" in (folder / "body").read_text("utf-8")
        (folder / "number").write_text("7\n")
        assert tell(folder, "1") == ["issue list", "issue view"]
        page.write_text(PAGE.read_text("utf-8").replace("14 days", "60 days"), "utf-8")
        assert look(folder, f"{server.url}page.txt") == "code=1"
        assert tell(folder, "1") == ["issue list", "issue view", "issue edit", "issue comment"]


@pytest.mark.slow
def test_a_page_that_cannot_be_read_is_told_too(folder: Path) -> None:
    """Under a title of its own; and where nothing changed, the step that tells is not run."""
    with serve(folder) as server:
        assert look(folder, f"{server.url}gone.txt") == "code=2"
        assert tell(folder, "2") == ["issue list", "issue create"]
        assert "cannot be read" in (folder / "asked").read_text()
        (folder / "same.txt").write_text(PAGE.read_text("utf-8"), "utf-8")
        assert look(folder, f"{server.url}same.txt") == "code=0"
    assert named("Tell the maintainers")["if"] == "steps.look.outputs.code != '0'"


def copies_looked_at(folder: Path, *tags: str) -> str:
    """Runs the two steps that take the releases and look at the copies, and gives the exit code that was noted."""
    (folder / "released").write_text("".join(f"{tag}\n" for tag in tags))
    for name in ("Take the releases", "Look at the copies"):
        done = run_step(named(name, "copies"), folder)
        assert done.returncode == 0, done.stderr
    return (folder / "output").read_text().strip()


def test_before_the_first_release_no_copy_is_looked_at(folder: Path) -> None:
    """And nobody is told anything."""
    assert copies_looked_at(folder) == "code=0"
    assert (folder / "report.txt").read_text() == "There is no release yet.\n"
    assert named("Tell the maintainers", "copies")["if"] == "steps.look.outputs.code != '0'"


@pytest.mark.slow
def test_a_copy_that_is_not_genuine_opens_one_issue(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """The same on another day is silent; a copy that is genuine tells nobody."""
    made = release(tmp_path_factory.mktemp("release"), "0.2.0", "1-888-351-4024")
    shutil.make_archive(str(folder / "guide-0.2.0"), "zip", made.parent, made.name)
    (folder / "scripts").unlink()
    (folder / "scripts").mkdir()
    command = f'exec "{REPOSITORY}/scripts/watch-copies" --copies "$PWD/copies.toml" --out "$PWD/pages" "$@"'
    (folder / "scripts" / "watch-copies").write_text(f"#!/bin/sh\n{command}\n")
    (folder / "scripts" / "watch-copies").chmod(0o755)
    with serve(made / "site") as server:
        listed(folder / "copies.toml", Group=server.url)
        assert copies_looked_at(folder, "v0.2.0") == "code=0"
        page = made / "site" / "en" / "index.html"
        page.write_text(page.read_text("utf-8").replace("4024", "4025"), "utf-8")
        assert copies_looked_at(folder, "v0.2.0") == "code=1"
        assert tell(folder, "1", "copies") == ["issue list", "issue create"]
        assert f"changed  {server.url}  0.2.0" in (folder / "body").read_text("utf-8")
        (folder / "number").write_text("7\n")
        assert copies_looked_at(folder, "v0.2.0") == "code=1"
        assert tell(folder, "1", "copies") == ["issue list", "issue view"]
