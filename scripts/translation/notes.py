"""What a translator is told of a text besides its English: where it is shown, and what its braces stand for."""

import re
from collections.abc import Iterator
from datetime import date

from scripts.checks.counting import braces
from wizard.languages import SOURCE_LANGUAGE
from wizard.library import facts
from wizard.rules.days import IN_TEXTS
from wizard.wording import wording

from .texts import Text, texts
from .where import screens, titles

NAMES_THAT_STAY = "A-number, ERO field office, Form G-28, ICE Form 60-001, detainer and prosecutorial discretion"

NOT_SENT = "ICE gets the letter in English. This text is for the person to read beside it, and is not sent"
KINDS: tuple[tuple[str, str, str], ...] = (
    (r"question\.(\w+)\.options\.", "questions", "an answer to the question “{title}”"),
    (r"question\.(\w+)\.title", "questions", "a question of the interview"),
    (r"question\.(\w+)\.why", "questions", "why we ask, under the question “{title}”"),
    (r"question\.(\w+)\.nothing", "questions", "an error, when nothing was chosen at “{title}”"),
    (r"question\.(\w+)\.", "questions", "beside the question “{title}”"),
    (r"interlude\.(\w+)\.", "screens to read", "a screen that is read and not answered “{title}”"),
    (r"card\.(\w+)\.title", "results", "the heading of a result, which says where to turn"),
    (r"card\.(\w+)\.", "results", "a result, which says where to turn “{title}”"),
    (r"item\.", "results", "what to include in a request, on results, letters and pages"),
    (r"beware\.\w+\.lead", "results", "the first words of a warning on a result; the warning follows them"),
    (r"beware\.", "results", "a warning on a result"),
    (r"notice\.", "results", "a notice over a whole result, and on pages"),
    (r"(outside|beside)\.", "results", "a result for a need that is not ICE's, or beside ICE"),
    (r"rule\.", "reasons", "a reason, under the heading that says why a result comes"),
    (r"fact\.", "facts", "the name of a number, an address or a page, which stands right after it"),
    (r"law\.", "facts", "what the law says, or others report; how it is cited stands after it"),
    (r"standing\.", "facts", "how sure a fact is: a mark after it"),
    (r"hours\.", "facts", "when ICE's line is open"),
    (r"office\.", "offices", "the lists of offices, and the offices on a result"),
    (r"state\.", "offices", "a state or territory. Leave it empty where your language uses the English name"),
    (
        r"month_in_date\.",
        "the rest of the guide",
        "a month as it stands in a date. Empty where that is its name",
    ),
    (r"(month|date|weekday)\.", "the rest of the guide", "how days are written"),
    (r"join\.", "the rest of the guide", "how texts stand together. Its marks and spaces are all that counts"),
    (r"diagram\.", "the rest of the guide", "the picture of the decision"),
    (r"ice\.", "ICE's own sentences", "ICE's own sentence. It is shown beneath the English, as our translation"),
    (r"packet\.letter\.", "letters, to read and not to send", f"a letter. {NOT_SENT}"),
    (r"packet\.certificate\.", "letters, to read and not to send", f"the translator's certificate. {NOT_SENT}"),
    (r"packet\.mirror\.", "letters, to read and not to send", "the letter in the reader's language"),
    (r"packet\.call\.english_name", "papers", "the name of your language, in English, to say on the telephone"),
    (r"packet\.call\.", "papers", "what to say on the telephone; on paper the English stands beside it"),
    (r"packet\.checklist\.", "papers", "the checklist"),
    (r"packet\.reminder\.", "papers", "a reminder in a calendar"),
    (
        r"packet\.month_also\.",
        "form",
        "short names of this month that people type, with commas between, if there are any",
    ),
    (r"packet\.field\.", "form", "a field of the form for the papers"),
    (r"packet\.error\.", "form", "an error beside a field of the form for the papers"),
    (r"packet\.", "form", "the form for the papers, and the screens around it"),
    (r"site\.not_found\.", "around the pages", "the page that is shown where there is none"),
    (r"site\.", "around the pages", "what stands around each page of the guide, or a message of its search"),
    (r"ui\.", "the rest of the guide", "a button, a label or a short message"),
    (r"", "the rest of the guide", "the pages of the guide"),
)
"""What a text is by its id: where it stands on the sheet, and in words."""


def kind_of(name: str) -> tuple[str, str]:
    """The heading under which the text *name* stands, and what it is."""
    for beginning, heading, told in KINDS:
        if found := re.match(beginning, name):
            group = name.partition(".")[0]
            title = texts().get(f"{group}.{found.group(1)}.title") if "{title}" in told else None
            return heading, told.format(title=title.english if title else name.split(".")[1])
    raise AssertionError("the last kind takes every id")


def notes_on(text: Text) -> Iterator[str]:
    """What a translator is told of *text*, a sentence or two each."""
    told = kind_of(text.id)[1]
    yield f"{told[0].upper()}{told[1:]}."
    if number := screens().get(text.id):
        yield f"See all-questions/#n{number} in the guide ({titles()[number]}). Picture: n{number}.png"
    yield from (_brace(name) for name in sorted(braces(text.english)))
    yield from text.notes


def _brace(name: str) -> str:
    if name in facts():
        label = texts()[f"fact.{name}"].english if f"fact.{name}" in texts() else "a law, as it is cited"
        return f"Keep {{{name}}}: it stands for {facts()[name].value} ({label})."
    if moment := IN_TEXTS.get(name):
        shown = wording(SOURCE_LANGUAGE).day(moment) if isinstance(moment, date) else f"{moment.days} (days)"
        return f"Keep {{{name}}}: it stands for {shown}, as your language writes it."
    return f"Keep {{{name}}}: the guide puts something in its place."
