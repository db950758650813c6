"""The form of details as HTML: what the cards ask for, in groups, each letter with its own words.

Whatever a person typed goes through autoescaping templates, in elements of its own direction.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from wizard.assess import Assessment
from wizard.cards import ITEM_STATEMENTS, LETTERS, Beware, Card, Channel, Item
from wizard.engine import Answers
from wizard.languages import SOURCE_LANGUAGE
from wizard.library import statements
from wizard.packet.carried import is_kept_aside
from wizard.packet.case import custody_of
from wizard.packet.countries import country_names
from wizard.packet.details import DATES, LINES, NONE_BOXES, PARTS, TICKS, Typed, names_of
from wizard.packet.fields import FOR_EACH, OF_A_CALL, Field, fields_of, is_prepared, name_in_form, papers_of, supports
from wizard.packet.law import LOOKED_FOR, PREPARING, TRANSLATION, TRUTH, law
from wizard.packet.letter_day import LETTER_DAY
from wizard.questions import Role
from wizard.reach import laws_of_warning
from wizard.templating import render
from wizard.wording import Wording

HAVE = "have."
"""Names of the boxes for papers begin so: ``have.form_g28``."""

GROUPS: dict[str, tuple[Field, ...]] = {
    "person": (
        Field.NAME,
        Field.A_NUMBER,
        Field.DATE_OF_BIRTH,
        Field.COUNTRY_OF_BIRTH,
        Field.TELEPHONE,
        Field.EMAIL,
        Field.CENTER,
        Field.BOOKING_NUMBER,
        Field.REMOVAL_DATE,
        Field.HEARING_DATE,
    ),
    "earlier": (Field.LOCAL_REQUEST_DATE, Field.LOCAL_OUTCOME, Field.OVERLOOKED_FACTORS),
    "languages": (Field.WORDS_IN_ENGLISH, Field.INTERPRETER),
    "sender": (Field.SENDER_NAME, Field.SENDER_ORGANIZATION, Field.SENDER_CONTACT),
}
"""The parts of the form that are asked once for all papers."""

WORDS = (Field.WHAT_CHANGED, Field.FACTS, Field.REQUEST, Field.EXHIBITS)
"""The part that each letter has of its own."""

KINDS = {
    **dict.fromkeys(DATES, "date"),
    **dict.fromkeys(LINES, "lines"),
    **dict.fromkeys(TICKS, "tick"),
    Field.OVERLOOKED_FACTORS: "parts",
    Field.COUNTRY_OF_BIRTH: "country",
    Field.EMAIL: "email",
}
"""How a field is asked for; any other takes one line."""

SUPPORT_WORDS = (Field.FACTS, Field.REQUEST)
"""Words that a letter of support asks for in another way."""


def prepares(assessment: Assessment) -> bool:
    """Whether there is anything to send or say."""
    return any(map(is_prepared, assessment.cards))


@dataclass(frozen=True)
class Written:
    """What was *typed* before, with *faults* (ids of texts by name) beside their fields.

    *asks_day*: the device does not know the day, so the person says it.
    """

    typed: Typed
    faults: Mapping[str, str]
    asks_day: bool = False


def details_html(assessment: Assessment, answers: Answers, written: Written, say: Wording) -> str:
    """The form of details."""
    form = _Form(assessment, answers, written, say)
    groups = list(form.groups())
    fields = [field for group in groups for field in group["fields"]]
    return render(
        "packet/details.html",
        say,
        groups=groups,
        papers=[form.paper(paper) for paper in papers_of(assessment.cards)],
        faults=[field for field in fields if field["error"]],
        of="" if form.has_letters else OF_A_CALL,
        countries=country_names(say.language) if any(field["kind"] == "country" for field in fields) else (),
        truth=law(TRUTH),
        support=law(PREPARING) if form.of_support else None,
        kept_aside=is_kept_aside(written.typed, {field["name"] for field in fields}),
    )


class _Form:
    """The form of one assessment."""

    def __init__(self, assessment: Assessment, answers: Answers, written: Written, say: Wording) -> None:
        self.cards = [card for card in assessment.cards if is_prepared(card)]
        self.role, self.custody = Role(answers[Role.id()]), custody_of(assessment, answers)
        self.typed, self.faults, self.asks_day, self.say = written.typed, written.faults, written.asks_day, say

    @property
    def of_support(self) -> bool:
        """Whether a letter of support is written."""
        return any(supports(card, self.role) for card in self.cards)

    @property
    def has_letters(self) -> bool:
        """Whether a letter is written, and not only a call prepared."""
        return any(card.channel in LETTERS for card in self.cards)

    def groups(self) -> Iterator[dict[str, Any]]:
        """The parts of the form in their order; the words of each letter before languages and sender."""
        for name in ("person", "earlier"):
            yield from self._once(name)
        for card in self.cards:
            yield from self._words(card)
        yield from self._once("languages")
        if self.asks_day and self.has_letters:
            yield self._letter_day()
        yield from self._once("sender")

    def _once(self, name: str) -> Iterator[dict[str, Any]]:
        cited: dict[Field, tuple[str, ...]] = {}
        for card in self.cards:
            for field, why in self._asked(card).items():
                cited[field] = cited.get(field) or why
        fields = [self._field(field, cited[field]) for field in GROUPS[name] if field in cited]
        if fields:
            warned = any(Beware.SENDER_NAMED in card.warnings for card in self.cards)
            yield {
                "id": name,
                "title": self.say("packet.form", name),
                "fields": fields,
                "laws": (law(TRANSLATION),) if name == "languages" else (),
                "warning": laws_of_warning(Beware.SENDER_NAMED) if name == "sender" and warned else None,
            }

    def _words(self, card: Card) -> Iterator[dict[str, Any]]:
        asked = self._asked(card)
        fields = [self._own(field, card, asked[field]) for field in WORDS if field in asked]
        if fields:
            title = self.say("packet.form.words_for", card.channel.value)
            yield {"id": "words", "title": title, "fields": fields, "laws": (), "warning": None}

    def _letter_day(self) -> dict[str, Any]:
        """The day that stands on the letters, where the device does not know it."""
        name, say = LETTER_DAY, self.say
        shown = {
            **dict.fromkeys(("none_box", "of"), ""),
            "id": name,
            "name": name,
            "input": _id(name),
            "kind": "date",
            "why": None,
            "looked_for": (),
            "label": say("packet.form.letter_day_label"),
            "hint": say("packet.form.letter_day_hint"),
            "parts": [(part, _id(f"{name}.{part}"), f"{name}.{part}") for part in say.about.date_order],
            "first": _id(f"{name}.{say.about.date_order[0]}"),
            "values": {f"{name}.{part}": self.typed.get(f"{name}.{part}", "") for part in say.about.date_order},
            "error": self.faults.get(name, ""),
        }
        return {"id": name, "title": say("packet.form.letter_day"), "fields": [shown], "laws": (), "warning": None}

    def _asked(self, card: Card) -> dict[Field, tuple[str, ...]]:
        """What *card* asks for; of the language of the words only those whose language is another."""
        asked = fields_of(card, self.role, self.custody)
        moot = Field.WORDS_IN_ENGLISH if self.say.language == SOURCE_LANGUAGE else None
        return {field: cited for field, cited in asked.items() if field is not moot}

    def _own(self, field: Field, card: Card, cited: tuple[str, ...]) -> dict[str, Any]:
        """A field of own words, with what helps to write them beside it."""
        shown = self._field(field, cited, card.channel)
        asked = self._asked(card)
        if supports(card, self.role) and field in SUPPORT_WORDS:
            shown["label"] = self.say("packet.field", field.value, "label_support")
            shown["hint"] = self.say("packet.field", field.value, "hint_support")
        if field is Field.FACTS and Field.EXHIBITS in asked:
            shown["hint"] += f" {self.say('packet.field.facts.hint_exhibits')}"
            shown["looked_for"] = tuple(map(law, LOOKED_FOR))
        if field is Field.EXHIBITS and Item.PROOF_NOT_SEEN in card.include:
            shown["hint"] += f" {self.say('packet.field.exhibits.hint_new')}"
        if field is Field.FACTS and card.channel not in LETTERS:
            shown["hint"] = self.say("packet.field.facts.hint_call")
        if field in FOR_EACH and card.channel in LETTERS:
            shown["of"] = self.say("packet.form.words_for", card.channel.value)
        return shown

    def _field(self, field: Field, cited: tuple[str, ...], channel: Channel | None = None) -> dict[str, Any]:
        name, names = name_in_form(field, channel), names_of(field, channel)
        return {
            "id": field.value,
            "name": name,
            "label": self.say("packet.field", field.value, "label"),
            "hint": self.say("packet.field", field.value, "hint"),
            "kind": KINDS.get(field, "line"),
            "parts": [(part, _id(f"{name}.{part}"), f"{name}.{part}") for part in self._parts(field)],
            "input": _id(name),
            "first": _id(names[0]),
            "values": {one: self.typed.get(one, "") for one in (*names, name)},
            "none": bool(self.typed.get(NONE_BOXES.get(field, ""))),
            "none_box": NONE_BOXES.get(field, ""),
            "error": self.faults.get(name, ""),
            "why": why(cited, self.say),
            "looked_for": (),
            "of": "",
        }

    def _parts(self, field: Field) -> Iterable[str]:
        return self.say.about.date_order if field in DATES else PARTS.get(field, ())

    def paper(self, paper: Item) -> dict[str, Any]:
        """A box for a paper to put in."""
        name = f"{HAVE}{paper.value}"
        return {
            "name": name,
            "id": paper.value,
            "ticked": bool(self.typed.get(name)),
            "why": why(ITEM_STATEMENTS[paper], self.say),
        }


def _id(name: str) -> str:
    """The id of the input of this *name*."""
    return f"field-{name.replace('.', '-')}"


def why(cited: tuple[str, ...], say: Wording) -> list[tuple[str, str]]:
    """ICE's sentences that ask for something, each with our translation where there is one."""
    sentences = {statements()[name].sentence: say("ice", name) if say.has("ice", name) else "" for name in cited}
    return [(sentence, translation) for sentence, translation in sentences.items() if sentence]
