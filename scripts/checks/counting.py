"""Every text that counts has a form for each category of its language. Called by content.py."""

import re
from collections.abc import Iterator

from wizard.languages import SOURCE_LANGUAGE, table
from wizard.plurals import COUNTED, RULES, Category, categories, text_of_form
from wizard.wording import texts_of

BRACES = re.compile(r"\{(\w+)\}")


def form_faults(language: str) -> Iterator[str]:
    """Forms of *language* that are missing, that no number takes, or whose braces are not the source language's.

    The form of one number alone may say that number in words.
    """
    rule, texts, reference = table()[language].plural, texts_of(language), texts_of(SOURCE_LANGUAGE)
    if rule not in RULES:
        yield f"wording/languages.toml, {language}: plural is none of {', '.join(RULES)}"
        return
    forms = {form.value: numbers for form, numbers in categories(rule).items()}
    for name in COUNTED:
        known = {named.rpartition(".")[2] for named in texts if text_of_form(named) == name}
        for form in sorted(forms.keys() - known):
            yield f"wording: {language} lacks {name}.{form}"
        for form in sorted(known - forms.keys()):
            yield f"wording: {language} has {name}.{form}, which no number takes"
        told = braces(reference.get(f"{name}.{Category.OTHER}", ""))
        for form in sorted(known & forms.keys()):
            may_lack = {"count"} if len(forms[form]) == 1 else set()
            if (told ^ braces(texts[f"{name}.{form}"])) - may_lack:
                yield f"wording: {language}, {name}.{form}: its braces are not those of {SOURCE_LANGUAGE}"


def braces(text: object) -> set[str]:
    """The names in braces of a text."""
    return set(BRACES.findall(str(text)))
