"""What the page promises about speed, as ratios to stock Pyodide with room for a busy machine."""

from statistics import median as median_of

import pytest

from tests.bench.compare import Comparison, compare, median, p95, steps
from tests.bench.neighbors import NEIGHBORS
from tests.bench.papers import PAUSES, make_papers
from tests.bench.profiles import PROFILES
from tests.bench.stock_site import make

pytestmark = [pytest.mark.thorough, pytest.mark.browser]


@pytest.fixture(scope="module")
def fast() -> Comparison:
    """Both pages by turns, as fast as this machine goes."""
    make()
    return compare(PROFILES["unthrottled"], runs=3)


@pytest.fixture(scope="module")
def slow() -> Comparison:
    """Both pages once on a poor line."""
    make()
    return compare(PROFILES["1.6mbit"], runs=1)


def test_fewer_bytes_than_stock(fast: Comparison) -> None:
    """Compressed, as any good host sends it."""
    assert fast.ratio(lambda one: one.brotli) < 0.8
    assert fast.ratio(lambda one: one.gzip) < 0.9


def test_python_is_ready_sooner(fast: Comparison) -> None:
    """Bytecode and a small library save most of the start."""
    assert fast.ratio(lambda one: one.ready) <= 0.6


def test_python_is_ready_sooner_on_a_poor_line(slow: Comparison) -> None:
    """There bytes decide."""
    assert slow.ratio(lambda one: one.ready) <= 0.85


def test_the_first_question_does_not_wait_for_python(fast: Comparison, slow: Comparison) -> None:
    """It stands in the page, and can be answered at once."""
    assert fast.ratio(lambda one: one.answerable) <= 0.1
    assert slow.ratio(lambda one: one.answerable) <= 0.1


def test_nothing_blocks_the_page(fast: Comparison) -> None:
    """Python works beside the page, not in it."""
    assert median(fast.ours, lambda one: one.longest) < 200


def test_a_step_is_quick(fast: Comparison) -> None:
    """From the press of Continue to the next screen."""
    assert p95(steps(fast.ours)) < 250


@pytest.mark.parametrize(("factor", "most"), [(1.0, 33), (6.0, 150)])
def test_the_papers_are_quick(factor: float, most: float) -> None:
    """From the press of "Make the papers", a keystroke after the last key, with room for a machine with other work."""
    make()
    assert median_of(make_papers("es", factor, PAUSES["a keystroke later"]).whole) < most


def test_the_neighbors_ask_their_three_questions() -> None:
    """Each brings a Python of its own, without a package from elsewhere."""
    make()
    comparison = Comparison(PROFILES["unthrottled"])
    comparison.measure(1, NEIGHBORS)
    assert comparison.neighbors.keys() == NEIGHBORS.keys()
    for (visit,) in comparison.neighbors.values():
        assert len(visit.steps) == 3
        assert visit.wasm > 0
        assert visit.brotli > 0
