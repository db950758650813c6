"""The Python of the browser decides like the Python that the rules were tested with: every interview, not a sample."""

import json
import subprocess
from pathlib import Path

from tests.every_interview import told
from wizard.bridge import handle
from wizard.static import build_graph
from wizard.wording import languages

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
