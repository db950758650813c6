"""The packet's part of the door between the browser and Python (`wizard.bridge`): the form, the papers, the files.

The details come with every request, as they were typed, and so does what was answered as a day. Nothing is kept. A form
comes with ``carried``: the same details, each text under the name of the letter that it stands in now; the page keeps
those.
"""

import base64
from datetime import date
from re import sub

from wizard.assess import Assessment
from wizard.intake import BadIntakeError, Intake, read_intake
from wizard.interview import NONE_OF_THEM, State, asked_so_far
from wizard.packet import ARCHIVE, TYPES, FaultyDetailsError, Packet, Told, packet_of
from wizard.packet.as_text import as_text
from wizard.packet.carried import carried, was_one_for_all
from wizard.packet.case import custody_of
from wizard.packet.case_file import CASE_FILE, MOST_BYTES, saved, typed_of
from wizard.packet.dates import NotADayError, read_day, until
from wizard.packet.details import Typed
from wizard.packet.fields import PAPERS
from wizard.packet.form import HAVE, Written, details_html
from wizard.packet.letter_day import is_known, said_day
from wizard.packet.reminder import lot
from wizard.packet.screens import packet_html
from wizard.protocol import (
    BadRequestError,
    Context,
    MakeFile,
    MakePapers,
    PacketAction,
    SaveCase,
    ShowDetails,
)
from wizard.questions import GROUPS, LOCAL_REQUEST_NEEDS, Role
from wizard.replies import FileReply, FormReply, PapersReply
from wizard.rules.days import still_counts
from wizard.wording import Wording


def answer(
    action: PacketAction, assessment: Assessment, context: Context, state: State, say: Wording
) -> FormReply | PapersReply | FileReply:
    """What *action* gives; the form of details also where some of them cannot be taken."""
    typed, asks_day = _typed(assessment, context, state), not is_known(context.day, context.now)
    if isinstance(action, ShowDetails):
        return _form(assessment, state, Written(typed, {}, asks_day=asks_day), say)
    try:
        packet = _packet(assessment, typed, context, state, say)
    except FaultyDetailsError as error:
        return _form(assessment, state, Written(typed, error.faults, asks_day=asks_day), say)
    match action:
        case MakePapers():
            return _papers(packet, assessment, say, one_for_all=was_one_for_all(typed))
        case MakeFile(name) if name in {*packet.names, ARCHIVE}:
            return _file(name, packet.file(name))
        case MakeFile():
            raise BadRequestError("name: takes the name of a file of this packet")
        case SaveCase():
            counted = asked_so_far(state)
            return _file(CASE_FILE, saved(packet, state.needs, state.answers, counted, state.places))


def loaded(text: str, today: date) -> tuple[State, dict[str, str], dict[str, str]]:
    """The state, the typed details and the day of the answer in a saved case.

    Raises ``BadIntakeError`` for anything that is not one.
    """
    try:
        intake = read_intake(text.encode(), today, MOST_BYTES)
    except UnicodeEncodeError:
        raise BadIntakeError("intake: not UTF-8 text") from None
    answers = dict(intake.answers)
    if answers.get(LOCAL_REQUEST_NEEDS) == "":
        answers[LOCAL_REQUEST_NEEDS] = NONE_OF_THEM
    state = State(intake.needs, answers, places=intake.places)
    state = state.answered(GROUPS, " ".join(state.groups)) if state.groups else state
    return state, {**typed_of(intake.details), **_ticked(intake)}, _dated(intake.answered_on)


def _dated(day: date | None) -> dict[str, str]:
    return {"option": "", "day": str(day.day), "month": str(day.month), "year": str(day.year)} if day else {}


def _ticked(intake: Intake) -> dict[str, str]:
    """The boxes of the papers that are there; where nobody said what is missing, none."""
    if intake.missing_items is None:
        return {}
    return {f"{HAVE}{paper}": "on" for paper in PAPERS if paper not in intake.missing_items}


def _typed(assessment: Assessment, context: Context, state: State) -> dict[str, str]:
    """What was typed, each text where it stands now; half a character of a pair cannot go back to the browser."""
    typed = {name: sub("[\ud800-\udfff]", "\ufffd", value) for name, value in context.details.items()}
    role, custody = Role(state.answers[Role.id()]), custody_of(assessment, state.answers)
    return carried(typed, assessment.cards, role, custody)


def _packet(assessment: Assessment, typed: Typed, context: Context, state: State, say: Wording) -> Packet:
    have = frozenset(paper for paper in PAPERS if typed.get(f"{HAVE}{paper}"))
    day, faults = said_day(typed, context.day, context.now, say)
    told = Told(state.answers, typed, state.places, have, answered_on(context, state, say), lot(), undated=day is None)
    try:
        packet = packet_of(assessment, told, say, day or context.day, context.now)
    except FaultyDetailsError as error:
        raise FaultyDetailsError({**error.faults, **faults}) from None
    if faults:
        raise FaultyDetailsError(faults)
    return packet


def answered_on(context: Context, state: State, say: Wording) -> date | None:
    """The day that was typed for the field office's answer, where it is still the one that counts."""
    day, month, year = (context.dated.get(part, "") for part in ("day", "month", "year"))
    try:
        found = read_day(day, month, year, until(context.day), say)
    except NotADayError:
        return None
    return found if still_counts(found, state.answers) else None


def _form(assessment: Assessment, state: State, written: Written, say: Wording) -> FormReply:
    html = details_html(assessment, state.answers, written, say)
    return FormReply("details", bool(written.faults), html, written.typed)


def _papers(packet: Packet, assessment: Assessment, say: Wording, *, one_for_all: bool) -> PapersReply:
    html = packet_html(packet, assessment.notices, say, one_for_all=one_for_all)
    texts = {document.name: as_text(document) for document in packet.documents}
    return PapersReply("packet", False, html, texts, (*packet.names, ARCHIVE))


def _file(name: str, content: bytes) -> FileReply:
    ending = name[name.rindex(".") :]
    return FileReply(name, TYPES[ending], base64.b64encode(content).decode())
