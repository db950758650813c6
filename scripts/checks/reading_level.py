"""How hard texts are to read: English by Flesch and Kincaid's school grade, Spanish by the ease that INFLESZ goes by.

INFLESZ calls an ease of 55 to 65 *normal*, 65 to 80 *bastante fácil*, and more *muy fácil*.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from .syllables import ENGLISH, syllables

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


@dataclass(frozen=True)
class Measure:
    """How a language is measured: by which formula, and in which unit."""

    formula: Callable[[int, int, int], float]
    unit: str
    harder: int
    """1 where more is harder, -1 where more is easier."""


MEASURES = {ENGLISH: Measure(school_grade, "grade", 1), "es": Measure(ease, "ease", -1)}


def level(sentences: Sequence[str], language: str) -> float:
    """How hard *sentences* are to read together, in the unit of their language."""
    words = [word for sentence in sentences for word in WORD.findall(sentence)]
    return MEASURES[language].formula(len(sentences), len(words), sum(syllables(word, language) for word in words))
