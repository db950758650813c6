"""A verdict as plain text: first how it stands, then each difference with both wordings and what rests on it."""

from collections.abc import Iterator

from wizard.library import source, statements

from .comparison import New, Sentence
from .rests_on import Resting, resting_on
from .verdict import Standing, Verdict, rest_on


def report(found: Verdict, what: str) -> str:
    """What is to be told of the copy *what*."""
    return "\n".join(_lines(found, what)) + "\n"


def _lines(found: Verdict, what: str) -> Iterator[str]:
    comparison = found.comparison
    yield f"{what}, beside our copy of {source().retrieved}"
    yield from _counts(found)
    for sentence, now in sorted(comparison.changed.items(), key=lambda pair: pair[0].start):
        yield from _difference("CHANGED", sentence, found, f"  now: {now}")
    for sentence in comparison.gone:
        yield from _difference("GONE", sentence, found)
    for sentence in comparison.moved:
        yield from _difference("MOVED, and may mean something else where it stands now", sentence, found)
    for new in comparison.new:
        yield from _new(new)


def _counts(found: Verdict) -> Iterator[str]:
    """How many statements stand, and the names of those that do not."""
    comparison = found.comparison
    silent = [one.id for one in statements().values() if one.silence]
    unsaid = [] if comparison.new or comparison.changed else silent
    stand = len(found.of(Standing.STANDS)) + len(found.of(Standing.MOVED)) + len(unsaid)
    yield f"{stand} of {len(statements())} statements stand word for word."
    for standing in (Standing.CHANGED, Standing.GONE, Standing.MOVED):
        if names := found.of(standing):
            yield f"{standing}: {', '.join(names)}"
    if not unsaid:
        yield f"{', '.join(silent)} is what the page does not say: read below whether it says so now."
    if comparison.set_otherwise:
        yield f"With the same words in other dashes or quotation marks: {len(comparison.set_otherwise)} sentences."
    if comparison.same:
        yield "No other words are on it."


def _difference(what: str, sentence: Sentence, found: Verdict, *more: str) -> Iterator[str]:
    ids = rest_on(sentence)
    yield ""
    yield f"{what}: {', '.join(_named(name, found) for name in ids) or 'nothing of ours rests on it'}"
    yield f"  was: {sentence.written}"
    yield from more
    for name in ids:
        yield from _resting(name, resting_on(name))


def _named(name: str, found: Verdict) -> str:
    if name not in statements():
        return f"{name} (docs/answers.toml)"
    one = statements()[name]
    own = found.standing[name] is Standing.CHANGED and found.own_words_stand(one)
    return f"{name} ({one.topic}{'; its own words stand' if own else ''})"


def _resting(name: str, rests: Resting) -> Iterator[str]:
    groups = (
        ("texts", rests.texts),
        ("letters and cards", rests.papers),
        ("pages", rests.pages),
        ("named in", rests.modules),
    )
    told = [f"{label}: {', '.join(group)}" for label, group in (("rules", rests.rules), *groups) if group]
    yield f"  on {name} rest"
    yield from (f"    {line}" for line in told or ("nothing",))


def _new(new: New) -> Iterator[str]:
    yield ""
    if new.after is None:
        yield "NEW, above everything of ours"
    else:
        ids = ", ".join(rest_on(new.after))
        yield f"SAID AGAIN: {ids}" if new.again else f"NEW, after {ids or new.after.written}"
    yield f"  now: {new.written}"
