"""The figures as Markdown tables, ratios beside the absolute ones."""

import statistics
from collections.abc import Callable, Iterator

from tests.bench.compare import Comparison, median, p95, steps
from tests.bench.measure import Visit
from tests.bench.page_cost import PageCost
from tests.bench.papers import PROMISED, Made

FIGURES: tuple[tuple[str, Callable[[Visit], float], str], ...] = (
    ("first question answerable", lambda one: one.answerable, "ms"),
    ("Python ready", lambda one: one.ready, "ms"),
    ("Python ready, second visit", lambda one: one.ready_again, "ms"),
    ("processor time until ready", lambda one: one.processor, "ms"),
    ("main thread blocked", lambda one: one.blocked, "ms"),
    ("longest task", lambda one: one.longest, "ms"),
)
SIZES: tuple[tuple[str, Callable[[Visit], float]], ...] = (
    ("brotli", lambda one: one.brotli),
    ("gzip", lambda one: one.gzip),
    ("not compressed", lambda one: one.raw),
    ("brotli, second visit", lambda one: one.brotli_again),
)


def sizes(comparison: Comparison) -> Iterator[str]:
    """Bytes on the wire: they are the same on every line."""
    yield from _head("bytes on the wire until Python is ready", "ours", "stock", "ours / stock")
    for name, figure in SIZES:
        yield _row(name, *_pair(comparison, figure, "{:,.0f}"))


def times(comparison: Comparison) -> Iterator[str]:
    """One profile's medians."""
    profile = comparison.profile
    page, worker = comparison.loop
    loop = f"fixed loop {page:.0f} ms in a page, {worker:.0f} ms in a worker"
    yield from _head(f"{profile.name} (medians of {len(comparison.ours)}; {loop})", "ours", "stock", "ours / stock")
    for name, figure, unit in FIGURES:
        yield _row(name, *_pair(comparison, figure, "{:,.0f} " + unit))
    ours, stock = steps(comparison.ours), steps(comparison.stock)
    for name, of in (("a step, median", statistics.median), ("a step, p95", p95)):
        yield _row(name, f"{of(ours):.1f} ms", f"{of(stock):.1f} ms", _ratio(of(ours), of(stock)))
    yield _row("steps measured", str(len(ours)), str(len(stock)), "")


def page_costs(factor: float, whole: PageCost, short: PageCost) -> Iterator[str]:
    """What the static page costs, beside a page with its first screen alone."""
    yield from _head(f"the page without Python, CPU {factor:g}x", "whole", "first screen alone", "difference")
    for name, a, b, unit in (
        ("parsed", whole.parsed, short.parsed, "ms"),
        ("first question answerable", whole.answerable, short.answerable, "ms"),
        ("longest task", max(whole.tasks, default=0), max(short.tasks, default=0), "ms"),
        ("DOM nodes", whole.nodes, short.nodes, ""),
        ("JavaScript heap", whole.heap / 1e6, short.heap / 1e6, "MB"),
        ("private memory beyond an empty page", whole.memory / 1e6, short.memory / 1e6, "MB"),
    ):
        yield _row(name, f"{a:,.0f} {unit}", f"{b:,.0f} {unit}", f"{a - b:,.0f} {unit}")


def papers(made: Made) -> Iterator[str]:
    """From the press to the letter, by language, by how many times slower the processor is, and by when was pressed."""
    yield from _head("from the press to the letter on screen", "first", "median", "p95", "longest", "promised")
    for (language, factor, pause), one in made.items():
        figures = (one.first, statistics.median(one.whole), p95(list(one.whole)), one.whole[-1])
        cells = (f"{figure:.1f} ms" for figure in figures)
        name = f"{language}, CPU {factor:g}x, pressed {pause}, {len(one.whole)} times"
        yield _row(name, *cells, f"{PROMISED[factor]:g} ms")


def _pair(comparison: Comparison, figure: Callable[[Visit], float], form: str) -> tuple[str, str, str]:
    ours, stock = median(comparison.ours, figure), median(comparison.stock, figure)
    return form.format(ours), form.format(stock), _ratio(ours, stock)


def _ratio(ours: float, stock: float) -> str:
    return f"{ours / stock:.2f}" if stock else ""


def _head(*cells: str) -> Iterator[str]:
    yield ""
    yield _row(*cells)
    yield "|---" + "|---:" * (len(cells) - 1) + "|"


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"
