"""Tells which texts of a language nobody reviewed against the English of today. They do no harm: English is shown.

So each is printed, and is no fault; what is a fault is a list that cannot be right.
"""

from collections.abc import Iterator

from wizard.languages import SOURCE_LANGUAGE, languages, table
from wizard.library import load_toml
from wizard.wording import REVIEW, english_of, shown_in_english

from .content import ROOT


def review_faults() -> Iterator[str]:
    """Prints each text that is shown in English; a fault for a list that is missing or names what is not there."""
    for language in languages():
        if language == SOURCE_LANGUAGE:
            continue
        if not (ROOT / "wording" / language / REVIEW).is_file():
            if not table()[language].is_draft:
                yield f"review: {language} has no {REVIEW}: scripts/translate reviewed {language} makes it"
            continue
        for name in load_toml(f"wording/{language}", REVIEW).keys() - english_of(language).keys():
            yield f"review: {language}/{REVIEW} names {name}, which is no text"
        for name in shown_in_english(language):
            print(f"review: {language}, {name}: not reviewed against the English of today, and shown in English")
