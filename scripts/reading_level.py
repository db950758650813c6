"""How hard texts are to read: English by Flesch-Kincaid's school grade, Spanish by the ease that INFLESZ goes by.

INFLESZ calls 55 to 65 *normal*, and 65 to 80 *bastante fácil*. textstat counts Spanish syllables by where a word may be
hyphenated, and so too few: a count by vowels gives our pages about eight points less. Our limits allow for ten.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from statistics import mean

import textstat

ENGLISH = "en"


@dataclass(frozen=True)
class Limits:
    """How hard texts may be, on average and at most: school grades of English, ease (0 to 100) of other languages."""

    average: float
    each: float


def grade(text: str, language: str) -> float:
    """The school grade of English (less is easier); the ease of Spanish by Szigriszt-Pazos (more is easier)."""
    textstat.set_lang(language)
    if language == ENGLISH:
        return float(textstat.flesch_kincaid_grade(text))
    return float(textstat.szigriszt_pazos(text))


def too_hard(what: str, language: str, texts: Mapping[str, str], limits: Limits, *, each: bool) -> Iterator[str]:
    """Prints how hard *texts* are (by name; *each* of them, or the hardest), and yields what is beyond *limits*."""
    scores = {name: grade(text, language) for name, text in texts.items()}
    sign = 1 if language == ENGLISH else -1
    unit = "grade" if language == ENGLISH else "ease"
    hardest = sorted(scores, key=lambda name: sign * scores[name], reverse=True)
    average = mean(scores.values())
    shown = hardest if each else hardest[:1]
    listed = ", ".join(f"{name} {scores[name]:.1f}" for name in shown)
    print(f"reading, {language} {what}: mean {unit} {average:.1f}; the hardest first: {listed}")
    if sign * average > sign * limits.average:
        yield f"reading: {language} {what} have a mean {unit} of {average:.1f}; the limit is {limits.average}"
    for name in hardest:
        if sign * scores[name] > sign * limits.each:
            yield f"reading: {language} {what}, {name}: {unit} {scores[name]:.1f}; the limit is {limits.each}"
