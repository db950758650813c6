"""What a team works with is true: the commands exist, and no form asks for what must never be told."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

REPOSITORY = Path(__file__).resolve().parents[1]
FORMS = sorted((REPOSITORY / ".github" / "ISSUE_TEMPLATE").glob("*.yml"))
TOLD = sorted(
    [
        *REPOSITORY.glob("*.md"),
        REPOSITORY / "scripts" / "README.md",
        *REPOSITORY.glob(".github/**/*.md"),
        *REPOSITORY.glob("docs/decisions/*.md"),
    ]
)
PYTHON = [
    f"/{path.relative_to(REPOSITORY)}"
    for room in ("wizard", "scripts", "tests")
    for path in (REPOSITORY / room).rglob("*.py")
]
NEVER = "Never put a person's papers"


def form(file: Path) -> dict[str, Any]:
    """A form as the platform reads it."""
    read: dict[str, Any] = yaml.safe_load(file.read_text("utf-8"))
    return read


@pytest.mark.parametrize("file", [file for file in FORMS if file.stem != "config"], ids=lambda file: file.stem)
def test_a_form_begins_with_what_must_not_stand_in_it_and_asks_for_the_screen(file: Path) -> None:
    """And nobody can send it without having said that it tells of nobody."""
    first, *asked, last = form(file)["body"]
    assert first["type"] == "markdown"
    assert first["attributes"]["value"].startswith(f"**{NEVER}")
    assert asked[0]["id"] == "screen"
    assert asked[0]["validations"]["required"]
    assert [option["required"] for option in last["attributes"]["options"]] == [True]


def test_there_is_no_issue_without_a_form() -> None:
    """An empty one would say nothing of papers."""
    assert form(REPOSITORY / ".github" / "ISSUE_TEMPLATE" / "config.yml") == {"blank_issues_enabled": False}


def test_a_pull_request_begins_so_too() -> None:
    """And then names the screen."""
    first, _, second = (REPOSITORY / ".github" / "pull_request_template.md").read_text("utf-8").split("\n", 2)
    assert NEVER in first
    assert second.startswith("**Screen or page:**")


@pytest.mark.parametrize("file", TOLD, ids=lambda file: file.name)
def test_every_script_and_file_that_is_named_is_there(file: Path) -> None:
    """A link or a command that leads nowhere costs a newcomer an hour."""
    text = file.read_text("utf-8")
    links = {target.partition("#")[0] for target in re.findall(r"\]\(([^)#:]+(?:#[^)]*)?)\)", text)}
    assert [target for target in links if not (file.parent / target).exists()] == []
    scripts = set(re.findall(r"(?<![\w./-])scripts/[a-z_-]+(?![\w/.*-])", text))
    assert [script for script in scripts if not (REPOSITORY / script).exists()] == []
    modules = set(re.findall(r"[\w./-]*\w\.py\b", text))
    assert [module for module in modules if not any(path.endswith(f"/{module}") for path in PYTHON)] == []


def test_no_hook_before_a_commit_is_loaded_from_elsewhere() -> None:
    """Only the project's own checks run."""
    repositories = form(REPOSITORY / ".pre-commit-config.yaml")["repos"]
    assert {repository["repo"] for repository in repositories} == {"local"}
    assert {hook["language"] for repository in repositories for hook in repository["hooks"]} == {"system"}


def test_the_container_is_pinned_and_names_no_host() -> None:
    """A plain name with a version: everyone has their own mirror."""
    settings = json.loads((REPOSITORY / ".devcontainer" / "devcontainer.json").read_text("utf-8"))
    container = (REPOSITORY / ".devcontainer" / settings["build"]["dockerfile"]).read_text("utf-8")
    assert re.findall(r"^FROM (.+)$", container, re.MULTILINE) == re.findall(
        r"^FROM ([a-z]+:\d+\.\d+)$", container, re.MULTILINE
    )
    needed = re.findall(r"^need \S+ .* (\S+)$", (REPOSITORY / "scripts" / "browsers").read_text("utf-8"), re.MULTILINE)
    assert len(needed) >= 8
    assert [package for package in needed if f" {package} " not in container] == []
