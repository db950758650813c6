"""Two copies of a page, sentence by sentence: what stands word for word, changed, is gone, moved, or is new."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from .sentences import Text

LIKE_ENOUGH = 0.55
"""How much of its words two sentences share where one became the other (1: all of them, in their order)."""


@dataclass(frozen=True)
class Sentence:
    """A sentence of our copy: its place among the words, and its words as they are written and compared."""

    start: int
    end: int
    written: str
    keys: tuple[str, ...]


@dataclass(frozen=True)
class New:
    """What our copy has not: *after* is the sentence of ours before it; None where it stands above all of them."""

    written: str
    after: Sentence | None
    again: bool = False
    """Whether it is a sentence of ours that the page now says once more."""


@dataclass(frozen=True)
class Comparison:
    """What became of the sentences of our copy; *changed* has the new wording of each."""

    sentences: tuple[Sentence, ...]
    changed: dict[Sentence, str]
    gone: tuple[Sentence, ...]
    moved: tuple[Sentence, ...]
    new: tuple[New, ...]
    set_otherwise: tuple[Sentence, ...]
    """Those with the same words in other dashes or quotation marks."""

    @property
    def same(self) -> bool:
        """Whether the page says what our copy says, and nothing else."""
        return not (self.changed or self.gone or self.moved or self.new)

    @property
    def share_found(self) -> float:
        """Which part of our sentences is there, as it was or changed."""
        return 1 - len(self.gone) / len(self.sentences)


def sentences_of(text: Text) -> tuple[Sentence, ...]:
    """The sentences, headings and points of *text*, in order."""
    return tuple(
        Sentence(start, end, text.written(start, end), text.keys(start, end))
        for start, end in text.sentences(0, len(text.words))
    )


def compared(ours: Text, theirs: Text) -> Comparison:
    """What became of our copy in theirs."""
    known = sentences_of(ours)
    found = _found(known, theirs)
    missing = [sentence for sentence in known if not found[sentence.start]]
    others = list(_between(found, known, theirs))
    changed = _paired(missing, others, theirs)
    became = set(changed.values())
    at = {sentence: found[sentence.start] for sentence in known if found[sentence.start]}
    new = [New(theirs.written(*place), _before(place, at)) for place in others if place not in became]
    return Comparison(
        known,
        {sentence: theirs.written(*place) for sentence, place in changed.items()},
        tuple(sentence for sentence in missing if sentence not in changed),
        _moved([(sentence, places[0]) for sentence, places in at.items() if len(places) == 1]),
        (*new, *_again(known, at)),
        tuple(s for s, (first, *_) in at.items() if s.written != theirs.written(first, first + len(s.keys))),
    )


def _found(known: Sequence[Sentence], theirs: Text) -> dict[int, list[int]]:
    """Where each sentence of ours stands whole: no word of others runs on before it or after it."""
    places = {s.start: [(index, index + len(s.keys)) for index in theirs.places(s.keys)] for s in known}
    starts = {start for group in places.values() for start, _ in group}
    ends = {end for group in places.values() for _, end in group}
    return {
        sentence: [s for s, e in group if (theirs.begins(s) or s in ends) and (theirs.begins(e) or e in starts)]
        for sentence, group in places.items()
    }


def _between(found: dict[int, list[int]], known: Sequence[Sentence], theirs: Text) -> Iterator[tuple[int, int]]:
    """The sentences of theirs that stand between those of ours."""
    covered = [False] * len(theirs.words)
    for sentence in known:
        for start in found[sentence.start]:
            covered[start : start + len(sentence.keys)] = [True] * len(sentence.keys)
    index = 0
    while index < len(covered):
        end = index
        while end < len(covered) and not covered[end]:
            end += 1
        if end > index:
            yield from theirs.sentences(index, end)
        index = end + 1


def _paired(
    missing: Sequence[Sentence], others: Sequence[tuple[int, int]], theirs: Text
) -> dict[Sentence, tuple[int, int]]:
    """Each missing sentence with the one that it most likely became, the most alike first."""
    alike = sorted(_alike(missing, others, theirs), key=lambda pair: (-pair[0], pair[1].start))
    pairs: dict[Sentence, tuple[int, int]] = {}
    for _, sentence, place in alike:
        if sentence not in pairs and place not in pairs.values():
            pairs[sentence] = place
    return pairs


def _alike(
    missing: Sequence[Sentence], others: Sequence[tuple[int, int]], theirs: Text
) -> Iterator[tuple[float, Sentence, tuple[int, int]]]:
    """Each two that are alike enough, and how much. The quick measures are never less, and spare most of the work."""
    for sentence in missing:
        matcher = SequenceMatcher(None, (), sentence.keys, autojunk=False)
        for place in others:
            matcher.set_seq1(theirs.keys(*place))
            if min(matcher.real_quick_ratio(), matcher.quick_ratio()) >= LIKE_ENOUGH:
                likeness = matcher.ratio()
                if likeness >= LIKE_ENOUGH:
                    yield likeness, sentence, place


def _before(place: tuple[int, int], at: dict[Sentence, list[int]]) -> Sentence | None:
    before = [(start, sentence) for sentence, starts in at.items() for start in starts if start < place[0]]
    return max(before, key=lambda pair: pair[0])[1] if before else None


def _again(known: Sequence[Sentence], at: dict[Sentence, list[int]]) -> Iterator[New]:
    """The whole sentences that the page says more often than our copy does; a heading may stand in a menu too."""
    for sentence, places in at.items():
        if sentence.keys[-1].endswith(".") and len(places) > sum(other.keys == sentence.keys for other in known):
            yield New(sentence.written, sentence, again=True)


def _moved(order: Sequence[tuple[Sentence, int]]) -> tuple[Sentence, ...]:
    """The fewest sentences that must be taken out so that the others stand in the order of our copy."""
    ends: list[int] = []
    lengths: list[int] = []
    for _, place in order:
        length = bisect_left(ends, place)
        ends[length : length + 1] = [place]
        lengths.append(length)
    kept: set[Sentence] = set()
    wanted, below = len(ends) - 1, float("inf")
    for (sentence, place), length in reversed(list(zip(order, lengths, strict=True))):
        if length == wanted and place < below:
            kept.add(sentence)
            wanted, below = wanted - 1, place
    return tuple(sentence for sentence, _ in order if sentence not in kept)
