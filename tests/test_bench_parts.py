"""What of the bench needs no browser: tables of what was measured so far, and the three questions of the neighbors."""

import json
from typing import Any

from tests.bench import table
from tests.bench.__main__ import going_on
from tests.bench.compare import Comparison
from tests.bench.measure import THREE_QUESTIONS, BrokenVisitError, Task, Visit
from tests.bench.neighbors import questions
from tests.bench.page_cost import PageCost
from tests.bench.profiles import PROFILES
from tests.bench.three_questions.interview import begin

VISIT = Visit(
    answerable=100,
    ready=2000,
    ready_again=500,
    processor=1500,
    tasks=(Task(10, 90), Task(400, 70)),
    steps=(10, 20, 30, 40),
    memory=120_000_000,
    wasm=32_000_000,
    nodes=600,
    brotli=4_000_000,
    gzip=5_000_000,
    raw=9_000_000,
    brotli_again=0,
)


def rows(comparison: Comparison) -> dict[str, list[str]]:
    """The cells of both tables, by the name of their row."""
    lines = [*table.sizes(comparison), *table.times(comparison)]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("| ")]
    return {name: figures for name, *figures in cells}


def visit_once(comparison: Comparison) -> None:
    """Ours answers, and then stock does not."""
    comparison.ours.append(VISIT)
    raise BrokenVisitError("/stock/: no Python within 240 seconds")


def test_what_was_measured_before_it_broke_is_in_the_table() -> None:
    """The cells of stock are empty, and so is the ratio."""
    broken: list[str] = []
    comparison = Comparison(PROFILES["unthrottled"])
    with going_on("unthrottled", broken):
        visit_once(comparison)
    assert broken == ["bench: unthrottled broke off: /stock/: no Python within 240 seconds"]
    found = rows(comparison)
    assert found["Python ready"] == ["2,000 ms", "", ""]
    assert found["a step, median"] == ["25.0 ms", "", ""]
    assert found["tab's memory after the last step"] == ["120.0 MB", "", ""]
    assert found["longest task"] == ["90 ms", "", ""]
    assert found["brotli"] == ["4,000,000", "", ""]
    assert set(map(len, found.values())) == {3}


def test_each_neighbor_has_a_column_and_three_steps() -> None:
    """Beside ours, stock and their ratio."""
    comparison = Comparison(PROFILES["cpu-6x"], ours=[VISIT], stock=[VISIT], neighbors={"PyScript": [VISIT]})
    found = rows(comparison)
    assert found["Python ready"] == ["2,000 ms", "2,000 ms", "1.00", "2,000 ms"]
    assert found["one of the first three, median"] == ["20.0 ms", "20.0 ms", "1.00", "20.0 ms"]


def test_the_longest_task_is_told_before_and_after_the_first_question() -> None:
    """A task that made the page answerable began before."""
    cost = PageCost(parsed=80, answerable=100, tasks=VISIT.tasks, nodes=600, heap=1, memory=1)
    assert (cost.longest_before, cost.longest_after) == (90, 70)


def test_the_three_questions_are_the_wizard_s_first_three() -> None:
    """Each has the option that the bench takes, and after the third nothing is asked."""
    handle: Any = begin(json.dumps(questions()))
    (options,) = THREE_QUESTIONS
    reply = json.loads(handle(json.dumps({"do": "show", "answers": {}})))
    for option in options:
        assert f"value='{option}'" in reply["html"]
        question = reply["html"].partition("data-question='")[2].partition("'")[0]
        request = {"do": "answer", "question": question, "value": option, "answers": reply["answers"]}
        reply = json.loads(handle(json.dumps(request)))
    assert list(reply["answers"].values()) == list(options)
    assert "<form" not in reply["html"]
