"""The figures as Markdown tables, ratios beside the absolute ones."""

import statistics
from collections.abc import Callable, Iterator, Mapping

from tests.bench.compare import Comparison, median, p95, steps
from tests.bench.measure import Visit
from tests.bench.page_cost import PageCost, median_cost
from tests.bench.papers import PROMISED, Made
from tests.bench.unwatched import Unwatched

FIGURES: tuple[tuple[str, Callable[[Visit], float], str], ...] = (
    ("first question answerable", lambda one: one.answerable, "ms"),
    ("Python ready", lambda one: one.ready, "ms"),
    ("Python ready, second visit", lambda one: one.ready_again, "ms"),
    ("processor time until ready", lambda one: one.processor, "ms"),
    ("main thread blocked", lambda one: one.blocked, "ms"),
    ("longest task", lambda one: one.longest, "ms"),
    ("tab's memory after the last step", lambda one: one.memory / 1e6, "MB"),
    ("WebAssembly's part of it", lambda one: one.wasm / 1e6, "MB"),
    ("DOM nodes", lambda one: one.nodes, ""),
)
SIZES: tuple[tuple[str, Callable[[Visit], float]], ...] = (
    ("brotli", lambda one: one.brotli),
    ("gzip", lambda one: one.gzip),
    ("not compressed", lambda one: one.raw),
    ("brotli, second visit", lambda one: one.brotli_again),
)
PAGE_FIGURES: tuple[tuple[str, Callable[[PageCost], float], str], ...] = (
    ("parsed", lambda one: one.parsed, "ms"),
    ("first question answerable", lambda one: one.answerable, "ms"),
    ("longest task before (0: all under 50 ms)", lambda one: one.longest_before, "ms"),
    ("longest task after", lambda one: one.longest_after, "ms"),
    ("DOM nodes", lambda one: one.nodes, ""),
    ("JavaScript heap", lambda one: one.heap / 1e6, "MB"),
    ("tab's memory", lambda one: one.memory / 1e6, "MB"),
)


def sizes(comparison: Comparison) -> Iterator[str]:
    """Bytes on the wire: they are the same on every line."""
    yield from _head("bytes on the wire until Python is ready", *_columns(comparison))
    for name, figure in SIZES:
        yield _row(name, *_medians(comparison, figure, "{:,.0f}"))


def times(comparison: Comparison) -> Iterator[str]:
    """One profile's medians."""
    profile = comparison.profile
    page, worker = comparison.loop
    measured = (comparison.ours, comparison.stock, *comparison.neighbors.values())
    visits = " to ".join(str(count) for count in sorted({min(map(len, measured)), max(map(len, measured))}))
    loop = f"fixed loop {page:.0f} ms in a page, {worker:.0f} ms in a worker"
    yield from _head(f"{profile.name} (medians of {visits}; {loop})", *_columns(comparison))
    for name, figure, unit in FIGURES:
        yield _row(name, *_medians(comparison, figure, ("{:,.1f} " if unit == "MB" else "{:,.0f} ") + unit))
    yield _row("a step, median", *_cells(comparison, lambda visits: statistics.median(steps(visits)), "{:.1f} ms"))
    yield _row("a step, p95", *_cells(comparison, lambda visits: p95(steps(visits)), "{:.1f} ms"))
    yield _row("one of the first three, median", *_medians(comparison, _first_steps, "{:.1f} ms"))
    yield _row("steps measured", *_cells(comparison, lambda visits: len(steps(visits)), "{:.0f}", ratio=False))


def memory(found: Mapping[str, list[Unwatched]]) -> Iterator[str]:
    """The tab's memory in a browser that nobody watches, by the name of the page: medians, and the most of all."""
    runs = max(map(len, found.values()), default=0)
    yield from _head(f"tab's memory, nobody watching (medians of {runs})", "most seen", "most of all", "resting")
    for name, visits in found.items():
        if visits:
            most = [one.most for one in visits]
            figures = (statistics.median(most), max(most), statistics.median(one.resting for one in visits))
            yield _row(name, *(f"{figure / 1e6:.1f} MB" for figure in figures))


def page_costs(factor: float, whole: list[PageCost], short: list[PageCost]) -> Iterator[str]:
    """What the static page costs, beside a page with its first screen alone: medians."""
    title = f"the page without Python, CPU {factor:g}x (medians of {len(whole)})"
    yield from _head(title, "as it is", "first screen alone", "difference", "as it is / first screen alone")
    for name, figure, unit in PAGE_FIGURES:
        a, b = median_cost(whole, figure), median_cost(short, figure)
        cells = (f"{value:,.0f} {unit}".strip() for value in (a, b, a - b))
        yield _row(name, *cells, f"{a / b:.2f}" if b else "")


def papers(made: Made) -> Iterator[str]:
    """From the press to the letter, by language, by how many times slower the processor is, and by when was pressed."""
    yield from _head("from the press to the letter on screen", "first", "median", "p95", "longest", "promised")
    for (language, factor, pause), one in made.items():
        figures = (one.first, statistics.median(one.whole), p95(list(one.whole)), one.whole[-1])
        cells = (f"{figure:.1f} ms" for figure in figures)
        name = f"{language}, CPU {factor:g}x, pressed {pause}, {len(one.whole)} times"
        yield _row(name, *cells, f"{PROMISED[factor]:g} ms")


def _columns(comparison: Comparison) -> list[str]:
    return ["ours", "stock", "ours / stock", *(f"three questions: {name}" for name in comparison.neighbors)]


def _first_steps(one: Visit) -> float:
    return statistics.median(one.steps[:3])


def _medians(comparison: Comparison, figure: Callable[[Visit], float], form: str) -> Iterator[str]:
    return _cells(comparison, lambda visits: median(visits, figure), form)


def _cells(
    comparison: Comparison, of: Callable[[list[Visit]], float], form: str, *, ratio: bool = True
) -> Iterator[str]:
    """A figure of the visits to each page, and ours to stock's; nothing of what was not measured."""

    def cell(visits: list[Visit]) -> str:
        return form.format(of(visits)).strip() if visits else ""

    ours, stock = comparison.ours, comparison.stock
    yield cell(ours)
    yield cell(stock)
    yield f"{of(ours) / of(stock):.2f}" if ratio and ours and stock and of(stock) else ""
    yield from map(cell, comparison.neighbors.values())


def _head(*cells: str) -> Iterator[str]:
    yield ""
    yield _row(*cells)
    yield "|---" + "|---:" * (len(cells) - 1) + "|"


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"
