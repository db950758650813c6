"""The papers as HTML: each letter with what is missing and where it goes, then scripts, checklist and files.

Whatever a person typed goes through autoescaping templates, in elements of its own direction.
"""

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from wizard.aspects import variant
from wizard.card_view import found_offices
from wizard.cards import LETTERS, Beware, Channel, Notice
from wizard.library import Fact, Standing
from wizard.packet import Packet
from wizard.packet.case import Case
from wizard.packet.certificate import NAME as CERTIFICATE
from wizard.packet.document import Document
from wizard.packet.fields import FIELD_OF_ITEM, OF_A_CALL
from wizard.packet.form import why
from wizard.packet.law import IN_COURT, PREPARING, TRANSLATION, TRUTH, law
from wizard.packet.letter_head import addresses, subject, title_of
from wizard.packet.letters import file_name, to_read
from wizard.packet.readiness import State, is_ready, readiness
from wizard.questions import PLACE, Need
from wizard.reach import TURNS_ON, facts_of
from wizard.templating import render
from wizard.wording import Wording

NOTES = ("support", "own_request", "charges", "check_office", "none_told")
"""Remarks beside a letter that are ours, by the ids of their texts."""


def packet_html(packet: Packet, notices: tuple[Notice, ...], say: Wording, *, one_for_all: bool = False) -> str:
    """The papers on screen. *one_for_all*: one text was given for several letters, and stands in the first."""
    documents = {document.name: document for document in packet.documents}
    sheets = [sheet for case in packet.cases if case.card.channel in LETTERS for sheet in case.sheets]
    calls = () if sheets else packet.calls  # they stand open where they are all that there is
    return render(
        "packet/packet.html",
        say,
        letters=[_letter(sheet, documents, say) for sheet in sheets],
        of="" if sheets else OF_A_CALL,
        calls=[(document.title, document) for document in calls],
        others=[(_title(document, say), document) for document in packet.others if document not in calls],
        notices=[notice.value for notice in notices if notice is not Notice.NOT_LEGAL_ADVICE],
        general=why(("R47",), say),
        rejected=why(("R43",), say),
        reminder=bool(packet.reminder),
        near=any(case.near for case in packet.cases),
        one_for_all=one_for_all,
        truth=law(TRUTH),
        translation=law(TRANSLATION) if packet.certificate else None,
    )


def _title(document: Document, say: Wording) -> str:
    """A paper's title as the reader says it, also where the paper is in English."""
    return say("packet.certificate.title") if document.name == CERTIFICATE else document.title


def _letter(sheet: Case, documents: dict[str, Document], say: Wording) -> dict[str, Any]:
    points, name = readiness(sheet), file_name(sheet)
    return {
        "title": title_of(sheet, say),
        "document": documents[name],
        "mirror": documents.get(to_read(name, say.language)),
        "points": points,
        "ready": is_ready(points),
        "verdict": _verdict(sheet),
        "channel": sheet.card.channel.value,
        "facts": facts_of(sheet.card),
        "turns_on": TURNS_ON.get(sheet.card.channel, ""),
        "focus": TURNS_ON.get(sheet.card.channel, PLACE),
        "same_office": sheet.helped,
        "chooses_address": len(addresses(sheet)) > 1,
        "asks_office": sheet.card.channel is Channel.REVIEWING_OFFICIAL and not (sheet.support or sheet.local_office),
        "notes": list(_notes(sheet, say)),
        "laws": list(_laws(sheet)),
        "mail": mail_link(sheet, say.english),
        **found_offices(sheet.card, sheet.places, say),
    }


def _verdict(sheet: Case) -> str:
    """The id of the text that says whether the letter can go."""
    states = {point.state for point in readiness(sheet)}
    if State.MISSING in states:
        return "not_ready"
    if State.BY_HAND in states:
        return "ready_by_hand"
    if State.TO_ADD in states:
        return "ready_to_add"
    whole = states == {State.THERE} and sheet.card.channel is Channel.REVIEWING_OFFICIAL
    return "ready" if whole and not sheet.support and not _tells_that_there_is_none(sheet) else "ready_ours"


def _tells_that_there_is_none(sheet: Case) -> bool:
    """Whether the letter says that there is no telephone or no email, where ICE's page asks for it."""
    return any(sheet.details.has_none(FIELD_OF_ITEM[item]) for item in sheet.card.include if item in FIELD_OF_ITEM)


def _notes(sheet: Case, say: Wording) -> Iterator[str]:
    """What to know before this letter goes."""
    channel = sheet.card.channel.value
    note = variant(sheet.card, say, "card", channel, "reach_note")
    if note[-1] != "reach_note":
        yield say(*note)
    if Beware.STAY_FORM in sheet.card.warnings:
        yield f"{say('beware.stay_form.lead')} {say('beware.stay_form.text')}"
    holds = {
        "support": sheet.support,
        "own_request": sheet.helped,
        "charges": Need.CANCEL_DETAINER in sheet.card.needs and not sheet.support,
        "check_office": bool(sheet.asked_before and sheet.local_office) and not sheet.support,
        "none_told": _tells_that_there_is_none(sheet),
    }
    yield from (say("packet.screen", name) for name in NOTES if holds[name])


def _laws(sheet: Case) -> Iterator[Fact]:
    """What stands beside ICE's page."""
    if sheet.helped:
        yield law(PREPARING)
    if sheet.card.channel is Channel.OPLA and sheet.role is not None and sheet.role.legal:
        yield law(IN_COURT)


def mail_link(case: Case, say: Wording) -> str:
    """A link that opens a mail program with address and subject, and never the letter; only to a confirmed address."""
    known = [fact for fact in facts_of(case.card) if fact.kind == "email" and fact.standing is Standing.CONFIRMED]
    return f"mailto:{quote(known[0].value, safe='@')}?subject={quote(subject(case, say), safe='')}" if known else ""
