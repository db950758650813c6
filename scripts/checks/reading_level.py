"""How hard texts are to read: English by Flesch and Kincaid's school grade, Spanish by the ease that INFLESZ goes by.

INFLESZ calls an ease of 55 to 65 *normal*, 65 to 80 *bastante fácil*, and more *muy fácil*.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from wizard.languages import table

from .syllables import syllables

WORD = re.compile(r"\S*[^\W_]\S*")
"""Anything between blanks that has a letter or a figure in it: *check-in* is one word, a dash is none."""


def school_grade(sentences: int, words: int, sounds: int) -> float:
    """The U.S. school grade that reads English of so many sentences, words and syllables; less is easier.

    J. P. Kincaid, R. P. Fishburne, R. L. Rogers and B. S. Chissom, *Derivation of New Readability Formulas for Navy
    Enlisted Personnel*, 1975.
    """
    return 0.39 * words / sentences + 11.8 * sounds / words - 15.59


def ease(sentences: int, words: int, sounds: int) -> float:
    """How easy Spanish of so many sentences, words and syllables is to read, from 0 to 100; more is easier.

    F. Szigriszt Pazos, *Sistemas predictivos de legibilidad del mensaje escrito: fórmula de perspicuidad*, 1993; its
    scale, INFLESZ, by I. M. Barrio-Cantalejo and others in *Anales del Sistema Sanitario de Navarra* 31, 2008.
    """
    return 206.835 - 62.3 * sounds / words - words / sentences


GRADES = 1.5
"""How many school grades harder texts may become than they were when the limits were set."""


@dataclass(frozen=True)
class Measure:
    """How a language is measured: by which formula, and in which unit."""

    formula: Callable[[int, int, int], float]
    counted_as: str
    """The language whose rules of `syllables` count its words."""
    unit: str
    harder: int
    """1 where more is harder, -1 where more is easier."""
    allowance: float
    """How much harder texts may become: in Spanish by the 3.8 points that 3.8 more words a sentence cost, since so many
    more are 1.5 grades in English."""


MEASURES = {
    "school_grade": Measure(school_grade, "en", "grade", 1, GRADES),
    "ease": Measure(ease, "es", "ease", -1, GRADES / 0.39),
}
"""By the name in the column `reading` of the table of languages."""


def measure_of(language: str) -> Measure | None:
    """How texts in *language* are measured, where there is a formula for it."""
    return MEASURES.get(table()[language].reading)


def level(sentences: Sequence[str], measure: Measure) -> float:
    """How hard *sentences* are to read together, in the unit of *measure*."""
    words = [word for sentence in sentences for word in WORD.findall(sentence)]
    return measure.formula(len(sentences), len(words), sum(syllables(word, measure.counted_as) for word in words))
