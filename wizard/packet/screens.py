"""The two screens of the packet as HTML: the form of details, and the papers. Shown only where Python runs.

Whatever a person typed goes through autoescaping templates, in elements of its own direction.
"""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from wizard.assess import Assessment
from wizard.cards import ITEM_STATEMENTS, Notice
from wizard.engine import Answers
from wizard.library import Standing, statements
from wizard.packet import Packet
from wizard.packet.case import Case, share_words
from wizard.packet.countries import country_names
from wizard.packet.details import DATES, LINES, NO_EMAIL, PARTS, Typed, names_of
from wizard.packet.document import Document
from wizard.packet.fields import Field, fields_of_all, is_prepared, papers_of
from wizard.packet.letters import file_name, subject
from wizard.packet.readiness import readiness
from wizard.questions import Role
from wizard.reach import TURNS_ON, facts_of
from wizard.render import found_offices, render
from wizard.wording import SOURCE_LANGUAGE, Wording, wording

HAVE = "have."
"""Names of the boxes for papers begin so: ``have.form_g28``."""

GROUPS: dict[str, tuple[Field, ...]] = {
    "person": tuple(Field)[:6],
    "earlier": tuple(Field)[6:9],
    "words": tuple(Field)[9:12],
    "sender": tuple(Field)[12:],
}
"""The parts of the form."""

KINDS = {
    **dict.fromkeys(DATES, "date"),
    **dict.fromkeys(LINES, "lines"),
    Field.OVERLOOKED_FACTORS: "parts",
    Field.COUNTRY_OF_BIRTH: "country",
    Field.EMAIL: "email",
}
"""How a field is asked for; any other takes one line."""


def prepares(assessment: Assessment) -> bool:
    """Whether there is anything to send or say."""
    return any(map(is_prepared, assessment.cards))


def details_html(
    assessment: Assessment, answers: Answers, typed: Typed, language: str, faults: Mapping[Field, str]
) -> str:
    """The form with what was *typed* before, and with *faults* (ids of texts) beside their fields."""
    say = wording(language)
    asked = fields_of_all(assessment.cards, Role(answers[Role.id()]))
    return render(
        "packet/details.html",
        language,
        groups=[
            (group, [_field(field, asked[field], typed, faults, say) for field in fields if field in asked])
            for group, fields in GROUPS.items()
            if asked.keys() & set(fields)
        ],
        papers=[
            (
                f"{HAVE}{paper.value}",
                paper.value,
                bool(typed.get(f"{HAVE}{paper.value}")),
                _why(ITEM_STATEMENTS[paper], say),
            )
            for paper in papers_of(assessment.cards)
        ],
        faults=[(_id(names_of(field)[0]), faults[field], field.value) for field in asked if field in faults],
        countries=country_names(language) if Field.COUNTRY_OF_BIRTH in asked else (),
    )


def _field(
    field: Field, cited: tuple[str, ...], typed: Typed, faults: Mapping[Field, str], say: Wording
) -> dict[str, Any]:
    return {
        "id": field.value,
        "kind": KINDS.get(field, "line"),
        "parts": [
            (part, _id(f"{field}.{part}"), f"{field}.{part}", typed.get(f"{field}.{part}", ""))
            for part in _parts(field, say)
        ],
        "input": _id(field.value),
        "value": typed.get(field.value, ""),
        "none": bool(typed.get(NO_EMAIL)),
        "error": faults.get(field, ""),
        "why": _why(cited, say),
    }


def _parts(field: Field, say: Wording) -> list[str]:
    return say.lines("date.order") if field in DATES else list(PARTS.get(field, ()))


def _id(name: str) -> str:
    """The id of the input of this *name*."""
    return f"field-{name.replace('.', '-')}"


def _why(cited: tuple[str, ...], say: Wording) -> list[tuple[str, str]]:
    """ICE's sentences that ask for something, each with our translation where there is one."""
    sentences = {statements()[name].sentence: say("ice", name) if say.has("ice", name) else "" for name in cited}
    return [(sentence, translation) for sentence, translation in sentences.items() if sentence]


def packet_html(packet: Packet, notices: tuple[Notice, ...], language: str) -> str:
    """The papers on screen: each letter with what is missing and where it goes, then scripts, checklist and files."""
    say = wording(language)
    mirrors = {document.name: document for document in packet.mirrors}
    letters = {document.name: document for document in packet.letters}
    written = [case for case in packet.cases if file_name(case.card.channel) in letters]
    return render(
        "packet/packet.html",
        language,
        letters=[
            _letter(case, letters[name], mirrors.get(f"{name}-{language}"), say)
            for case, name in ((case, file_name(case.card.channel)) for case in written)
        ],
        others=[*packet.calls, packet.checklist],
        notices=[notice.value for notice in notices if notice is not Notice.NOT_LEGAL_ADVICE],
        general=_why(("R47",), say),
        rejected=_why(("R43",), say),
        reminder=bool(packet.reminder),
        shared=share_words(packet.cases),
    )


def _letter(case: Case, document: Document, mirror: Document | None, say: Wording) -> dict[str, Any]:
    points = readiness(case)
    return {
        "document": document,
        "mirror": mirror,
        "points": points,
        "ready": all(point.there for point in points),
        "channel": case.card.channel.value,
        "facts": facts_of(case.card),
        "turns_on": TURNS_ON.get(case.card.channel, ""),
        "mail": mail_link(case),
        **found_offices(case.card, case.places, say),
    }


def mail_link(case: Case) -> str:
    """A link that opens a mail program with address and subject, and never the letter; only to a confirmed address."""
    known = [fact for fact in facts_of(case.card) if fact.kind == "email" and fact.standing is Standing.CONFIRMED]
    return (
        f"mailto:{quote(known[0].value, safe='@')}?subject={quote(subject(case, wording(SOURCE_LANGUAGE)), safe='')}"
        if known
        else ""
    )
