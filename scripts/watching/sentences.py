"""Text as words that can be compared, and as sentences.

The same words are the same, whatever spaces, dashes, quotation marks and invisible signs are set around them.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

UNSEEN = re.compile(r"[\u00ad\u200b-\u200f\u2060\ufeff]")
WORD = re.compile(r"[^\s\u002d\u2010-\u2015\u2212\ufe58\ufe63\uff0d]+")
QUOTATION_MARKS = str.maketrans(dict.fromkeys("‘’‚‛`´", "'") | dict.fromkeys("“”„«»", '"'))  # noqa: RUF001
STOP = re.compile(r"""[.?!]["')\]]*$""")
ABBREVIATED = re.compile(r"^\W*(?:(?:\w\.)+|No\.|v\.|Ct\.|St\.|Mr\.|Ms\.|Dr\.)$")


@dataclass(frozen=True)
class Word:
    """A word as it is compared, and where it stands: in which block, from where to where."""

    key: str
    block: int
    start: int
    end: int

    @property
    def ends(self) -> bool:
        """Whether a sentence ends with it: by its stop, which is none of an abbreviation."""
        return bool(STOP.search(self.key)) and not ABBREVIATED.match(self.key)


@dataclass(frozen=True)
class Text:
    """The words of a page in order, and the blocks in which they stand in their own letters."""

    blocks: tuple[str, ...]
    words: tuple[Word, ...]

    def keys(self, start: int, end: int) -> tuple[str, ...]:
        """The words from *start* to before *end*, as they are compared."""
        return tuple(word.key for word in self.words[start:end])

    def written(self, start: int, end: int) -> str:
        """The same words in their own letters."""
        words = self.words[start:end]
        parts: list[str] = []
        for block in dict.fromkeys(word.block for word in words):
            here = [word for word in words if word.block == block]
            parts.append(self.blocks[block][here[0].start : here[-1].end])
        return " ".join(" ".join(parts).split())

    def begins(self, index: int) -> bool:
        """Whether a sentence can begin with the word at *index*: after a stop, or with a block."""
        if index in {0, len(self.words)}:
            return True
        before = self.words[index - 1]
        return before.ends or before.block != self.words[index].block

    def sentences(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The sentences from *start* to before *end*, each by its first word and the one after its last."""
        first = start
        for index in range(start + 1, end + 1):
            if index == end or self.begins(index):
                yield first, index
                first = index

    def places(self, keys: Sequence[str]) -> Iterator[int]:
        """Where *keys* stand, one after another: the index of the first word, each time."""
        joined = [word.key for word in self.words]
        for index in range(len(joined) - len(keys) + 1):
            if joined[index] == keys[0] and joined[index : index + len(keys)] == list(keys):
                yield index


def text_of(blocks: Iterable[str]) -> Text:
    """*blocks* as words."""
    kept = tuple(UNSEEN.sub("", block) for block in blocks)
    return Text(kept, tuple(word for number, block in enumerate(kept) for word in _words(block, number)))


def _words(block: str, number: int) -> Iterator[Word]:
    for found in WORD.finditer(block):
        yield Word(_key(found.group()), number, found.start(), found.end())


def _key(word: str) -> str:
    return unicodedata.normalize("NFKC", word).translate(QUOTATION_MARKS)


def keys_of(text: str) -> tuple[str, ...]:
    """The words of one *text*, as they are compared."""
    return tuple(word.key for word in text_of([text]).words)
