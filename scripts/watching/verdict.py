"""What a copy of ICE's page means for the 52 statements: which stand, and what rests on those that do not."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from scripts.guide.page_text.ice_answers import other_sentences
from wizard.library import Statement, source, statements

from .comparison import Comparison, Sentence, compared, sentences_of
from .page_words import Page, page_of
from .sentences import Text, keys_of, text_of

LEAST_FOUND = 1 / 3
"""With less of our sentences than this, a page is another page, or one that must be read from its beginning."""

LEAST_ENGLISH = 0.08
"""Which part of the words of an English page these are, at the least. ICE's own page has three times as many."""

ENGLISH = frozenset(
    ("the", "of", "and", "to", "in", "or", "for", "your", "you", "is", "are", "be", "by", "not", "with")
)
FEWEST_WORDS = 40
"""Of fewer words nobody can tell a language."""


class UndecidableError(Exception):
    """It cannot be told whether ICE's page changed; says why."""


class Standing(StrEnum):
    """What became of a statement."""

    STANDS = "stands"
    MOVED = "moved"
    CHANGED = "changed"
    GONE = "gone"


@dataclass(frozen=True)
class Verdict:
    """What became of every statement that has words, and of everything else on the page."""

    comparison: Comparison
    standing: dict[str, Standing]

    def of(self, standing: Standing) -> tuple[str, ...]:
        """The statements with that *standing*, in the order of the page."""
        return tuple(name for name, found in self.standing.items() if found is standing)

    def own_words_stand(self, statement: Statement) -> bool:
        """Whether the sentence around a changed statement changed, and not the words that it quotes."""
        now = (" ".join(keys_of(self.comparison.changed.get(s, ""))) for s in sentences_behind(statement))
        return any(f" {' '.join(keys_of(statement.quote))}" in f" {words}" for words in now)


@cache
def our_copy() -> Text:
    """The copy that the guide rests on, as words."""
    return text_of(page_of(files("wizard").joinpath("sources", source().file).read_bytes()).blocks)


@cache
def sentences_behind(statement: Statement) -> tuple[Sentence, ...]:
    """The sentences of our copy that the sentence of *statement* is made of."""
    keys = keys_of(statement.sentence)
    places = [(start, start + len(keys)) for start in our_copy().places(keys)]
    whole = sentences_of(our_copy())
    return tuple(s for s in whole if any(s.start < end and start < s.end for start, end in places))


def rest_on(sentence: Sentence) -> tuple[str, ...]:
    """The ids of the statements, and of the sentences of docs/answers.toml, that are in *sentence*."""
    found = [name for name, one in statements().items() if not one.silence and sentence in sentences_behind(one)]
    return (*found, *(name for name, words in other_sentences().items() if keys_of(words) == sentence.keys))


def verdict(page: Page) -> Verdict:
    """What *page* means for the statements. Raises ``UndecidableError`` where it is not the page, or not readable."""
    comparison = compared(our_copy(), text_of(page.blocks))
    if comparison.share_found < LEAST_FOUND:
        raise UndecidableError(_why_not(page, comparison))
    told = {one.id: _standing(one, comparison) for one in statements().values() if not one.silence}
    return Verdict(comparison, told)


def _standing(statement: Statement, comparison: Comparison) -> Standing:
    behind = sentences_behind(statement)
    if any(sentence in comparison.changed for sentence in behind):
        return Standing.CHANGED
    if any(sentence in comparison.gone for sentence in behind):
        return Standing.GONE
    return Standing.MOVED if any(sentence in comparison.moved for sentence in behind) else Standing.STANDS


def _why_not(page: Page, comparison: Comparison) -> str:
    words = [word.key.lower() for word in text_of(page.blocks).words]
    if not words:
        return "it holds no text"
    if page.asks_for_password:
        return "it is a page to sign in at"
    declared = page.language.partition("-")[0].lower()
    english = sum(word in ENGLISH for word in words) / len(words)
    if declared not in {"", "en"} or (len(words) >= FEWEST_WORDS and english < LEAST_ENGLISH):
        return f"it is not in English{f' (it says {declared})' if declared not in {'', 'en'} else ''}"
    there = len(comparison.sentences) - len(comparison.gone)
    return f"it is not ICE's page, or a new one: it has {there} of our {len(comparison.sentences)} sentences"
