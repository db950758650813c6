"""No content security policy of ours has a hole that Google's evaluator of policies knows."""

import json
import re
import subprocess
from typing import Any

import pytest

from scripts.guide import policies
from tests.built_pages import REPOSITORY

HIGH, SYNTAX, MAYBE = 10, 20, 50
"""How grave a finding is, in the evaluator's own numbers: the smaller, the graver."""


def every_policy() -> dict[str, str]:
    """Those of the pages and of the headers, by name; and the one by which the wizard's page seals itself."""
    found = {name: value for name, value in vars(policies).items() if isinstance(value, str) and "-src " in value}
    (found["SEAL"],) = re.findall(r'"(default-src .*)"', (REPOSITORY / "wizard/web/seal.js").read_text("utf-8"))
    return found


@pytest.fixture(scope="module")
def findings() -> dict[str, list[dict[str, Any]]]:
    """What the evaluator says of each of them, and of two bad ones."""
    bad = {
        "open": policies.EVERY_PAGE.replace("script-src 'self'", "script-src 'unsafe-inline' https:"),
        "misspelt": policies.EVERY_PAGE.replace("script-src 'self'", "script-scr 'self'"),
    }
    ran = subprocess.run(
        ["node", "tests/csp_evaluator.mjs"],
        cwd=REPOSITORY,
        input=json.dumps(every_policy() | bad),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    found: dict[str, list[dict[str, Any]]] = json.loads(ran.stdout)
    return found


def test_every_policy_is_looked_at() -> None:
    """Those of four kinds of pages, the header, the seal, and the page that loads itself anew."""
    assert set(every_policy()) >= {"READING_PAGE", "WIZARD_PAGE", "BLANK_PAPER", "OPENER", "EVERY_PAGE", "SEAL"}


@pytest.mark.parametrize("name", every_policy())
def test_no_policy_has_a_hole(findings: dict[str, list[dict[str, Any]]], name: str) -> None:
    """Nothing grave or misspelt. It warns of 'self' where a host takes files from users, and ours takes none."""
    told = [(found["severity"], found.get("value")) for found in findings[name]]
    assert [one for one in told if one != (MAYBE, "'self'")] == []


def test_a_hole_would_be_found(findings: dict[str, list[dict[str, Any]]]) -> None:
    """Scripts in the page, scripts from anywhere, and a name that no browser knows."""
    assert {found["value"] for found in findings["open"] if found["severity"] == HIGH} == {"'unsafe-inline'", "https:"}
    assert [found["directive"] for found in findings["misspelt"] if found["severity"] == SYNTAX] == ["script-scr"]
