"""The Python of the browser decides like the Python that the rules were tested with: every interview, not a sample."""

import base64
import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from scripts.guide.numbered_screens import build_graph
from tests.every_interview import told
from tests.packets import DETAILS, files_without_drawn, intake_for
from wizard.bridge import handle
from wizard.languages import languages
from wizard.packet.case_file import typed_of

pytestmark = pytest.mark.site

REPOSITORY = Path(__file__).resolve().parents[1]


def in_pyodide(script: str, given: str = "") -> str:
    """What *script* (of tests/node) prints with the bundle in build/runtime."""
    command = ["node", str(REPOSITORY / "tests" / "node" / script), str(REPOSITORY / "build" / "runtime")]
    ran = subprocess.run(command, input=given, capture_output=True, encoding="utf-8", check=True)
    return ran.stdout


def test_every_interview_of_one_need_is_assessed_alike() -> None:
    """The answers that are asked for, and channels, contents, warnings and reasons: equal character by character."""
    here = told().split("\n")
    there = in_pyodide("every_interview.mjs").split("\n")
    assert len(here) > 10_000
    assert [line for line, other in zip(here, there, strict=True) if line != other] == []
    print(f"{len(here)} interviews")


def test_every_paper_is_made_alike() -> None:
    """Form, papers and every file, byte for byte, in every language; also where a detail cannot be taken."""
    intake = intake_for("reviewing_official", needs=["release", "bond", "detention_problem"], role="attorney")
    known = {"needs": intake.needs, "answers": intake.answers, "today": "2026-11-24", "now": "2026-11-24T17:30:00Z"}
    typed = typed_of(DETAILS)
    requests = []
    for language in languages():
        told = {**known, "language": language, "details": typed}
        names = json.loads(handle(json.dumps({**told, "do": "packet"})))["files"]
        requests += [{**told, "do": do} for do in ("details", "packet", "save")]
        requests += [{**told, "do": "file", "name": name} for name in names]
        requests += [{**told, "do": "packet", "details": {**typed, "name": name}} for name in ("\u202ea", "\ud800", "")]
        requests += [{**told, "do": "packet", "details": {"a_number": "1"}}]
    lines = [json.dumps(request) for request in requests]
    ready, *answers, end = in_pyodide("pyodide_runner.mjs", "\n".join(lines) + "\n").split("\n")
    assert (ready, end) == ("ready", "")
    assert [line for line, answer in zip(lines, answers, strict=True) if undrawn(answer) != undrawn(handle(line))] == []
    assert any(undrawn(answer) != json.loads(answer) for answer in answers)


def undrawn(answer: str) -> dict[str, Any]:
    """*answer* with nothing in place of what is drawn anew; of an archive, the files in it."""
    told: dict[str, Any] = json.loads(answer)
    if "base64" not in told:
        return told
    return {**told, "base64": files_without_drawn(told["name"], base64.b64decode(told["base64"]))}


def test_every_distinct_screen_is_rendered_alike() -> None:
    """Each screen in each language, with the answers so far, as the page gets it."""
    requests = [
        json.dumps(
            {
                "do": "show",
                "language": language,
                "needs": node.state.needs,
                "answers": node.state.answers,
                "seen": sorted(node.state.seen),
            }
        )
        for language in languages()
        for node in build_graph()
    ]
    ready, *answers, end = in_pyodide("pyodide_runner.mjs", "\n".join(requests) + "\n").split("\n")
    assert (ready, end) == ("ready", "")
    assert [request for request, answer in zip(requests, answers, strict=True) if answer != handle(request)] == []
    print(f"{len(requests)} screens")
