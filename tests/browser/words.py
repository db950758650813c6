"""What a screen says, as somebody hears it: in the language that it claims to be in, and plainly."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from scripts.checks.reading_level import WORD, level, measure_of
from scripts.guide.search import words_of
from wizard.languages import languages

LOWER = re.compile(r"(?<![\w|/.@-])[^\W\d_]+(?![\w|/@])")
"""A word, and no part of a code, a number or an address."""
QUOTED = re.compile(r'[“"«]\s*([^”"»]{12,}?)\s*[”"»]')
SENTENCE = re.compile(r"(?<=[.!?:])\s+")
SURE = 90
"""Of 100, how much of a text must be in another language."""
FEWEST_WORDS = 5
"""In lower case: names of people, places and offices have no language."""
FEWEST_WORDS_TO_MEASURE = 40
WORDS_OF_A_SENTENCE = 5
"""What has fewer words is a heading, a number or an address, and not measured."""
HARDEST = {"grade": 12.0, "ease": 40.0}
"""What nobody should have to read, a whole screen together. Our texts are held to far less (reading_limits.toml)."""

type Said = tuple[str, str, bool]
"""A language, as the page names it; a text; and whether it is prose in the page's own language."""

try:
    import pycld2
except ImportError:  # requirements/test.in says where
    KNOWN = set[str]()
else:
    KNOWN = {code for _, code in pycld2.LANGUAGES}


def word_faults(said: Sequence[Said]) -> Iterator[str]:
    """What is wrong with the words of a screen."""
    for tag, text, _ in said:
        code = tag.lower().partition("-")[0]
        for part in (text, *QUOTED.findall(text)) if code in KNOWN else ():
            if found := other_language(part, code):
                yield f"in another language than it says: {found}, not {code}: {part[:90]}"
    for code in languages():
        yield from _hard(code, [text for tag, text, prose in said if prose and tag == code])


@cache
def other_language(text: str, code: str) -> str | None:
    """The language that *text* is in, where that is certain and not *code*, whose small words it lacks."""
    words = [word for word in LOWER.findall(text) if word[0].islower()]
    if len(words) < FEWEST_WORDS or ((small := _small_words(code)) and sum(word in small for word in words) > 1):
        return None
    found = {_detected(written, code) for written in (text, " ".join(words))}
    return next(iter(found)) if len(found) == 1 and found != {code} else None


@cache
def _small_words(code: str) -> set[str]:
    return set(words_of(code)["stop_words"]) if code in languages() else set()


def _detected(text: str, code: str) -> str:
    certain, _, found = pycld2.detect(text.encode(), hintLanguage=code)
    return str(found[0][1]).partition("-")[0] if certain and found[0][2] >= SURE else code


def _hard(code: str, texts: Sequence[str]) -> Iterator[str]:
    measure = measure_of(code)
    sentences = [sentence for text in texts for sentence in SENTENCE.split(text)]
    measured = [sentence for sentence in sentences if len(WORD.findall(sentence)) >= WORDS_OF_A_SENTENCE]
    if measure is None or sum(len(WORD.findall(sentence)) for sentence in measured) < FEWEST_WORDS_TO_MEASURE:
        return
    found, limit = level(measured, measure), HARDEST[measure.unit]
    if (found - limit) * measure.harder > 0:
        yield f"hard to read: {found:.1f} {measure.unit}, {limit} at most"
