"""The one door between the browser and Python: a JSON request in, a JSON reply out, and nothing kept between.

Requests and replies are those of `wizard.protocol`. What a page keeps comes with each of them.
"""

from collections.abc import Mapping
from dataclasses import replace

from wizard.engine import Kind
from wizard.intake import BadIntakeError
from wizard.interview import (
    PlaceScreen,
    ResultScreen,
    Screen,
    State,
    changed_screen,
    next_screen,
    place_screen,
    screen_name,
)
from wizard.packet import bridge as packet
from wizard.packet.dates import Fault, NotADayError, read_day, until
from wizard.packet.form import prepares
from wizard.place_box import found_while_typing, place_typed, problem_of
from wizard.places import place_of, wants_county
from wizard.protocol import (
    Answer,
    Change,
    Context,
    Fields,
    MakeFile,
    MakePapers,
    OpenCase,
    Read,
    SaveCase,
    Seek,
    Show,
    ShowDetails,
    ShowFrame,
)
from wizard.questions import JOINED, KINDS, PLACES, QUESTIONS
from wizard.read_request import read_request
from wizard.rehearsal import rehearsal
from wizard.render import answers_html, frame_html, screen_html
from wizard.replies import (
    FileReply,
    FoundReply,
    FrameReply,
    KnownReply,
    NotOpenedReply,
    OpenedReply,
    ScreenReply,
    written,
)
from wizard.rules.days import answers_of_day
from wizard.wording import Wording, wording

__all__ = ["handle", "rehearsal"]

_NO_DAY = {
    Fault.INCOMPLETE: "ui.date_incomplete",
    Fault.FUTURE: "ui.date_future",
    Fault.OLD: "packet.error.date.old",
    Fault.YEAR: "ui.date_year",
    Fault.MONTH: "ui.date_month",
}
"""The messages for what is no day that can be taken; for any other fault, that there is no such day."""

_KEPT = (*QUESTIONS, *JOINED)
"""The answers that a page keeps: what follows from another one is found anew with each request."""


class _NotTakenError(Exception):
    """An answer that cannot be taken; its text is the id of the message to show."""


def handle(request: str) -> str:
    """Answers one *request*. Raises ``BadRequestError`` on one that no page of ours would send."""
    asked = read_request(request)
    action, context = asked.action, asked.context
    say = wording(context.language)
    match action:
        case ShowFrame(links):
            return written(FrameReply(**frame_html(say, links)))
        case Seek(question, words):
            box = found_while_typing(question, words, say)
            return written(FoundReply(box.told, box.html))
        case OpenCase(text):
            return _opened(text, context, say)
        case ShowDetails() | MakePapers() | MakeFile() | SaveCase():
            return _of_the_packet(action, context, say)
        case Show() | Change() | Answer() | Read():
            return _walked(action, context, say)


def _walked(action: Show | Change | Answer | Read, context: Context, say: Wording) -> str:
    """The screen that follows from *action*; or the same question again, with what is wrong about the answer."""
    state, question, error, words = _state(context, say), "", "", dict(context.sought)
    try:
        match action:
            case Answer(question, value):
                words[question] = value.get("typed", "") if isinstance(value, Mapping) else ""
                state = _answered(action, context, state, say)
                words[question] = ""
            case Read(interlude):
                state = state.having_seen(interlude)
            case Show() | Change():
                pass
        screen = _screen(action, state)
    except _NotTakenError as problem:
        screen, error = changed_screen(question, state), str(problem)
    shown = _screen_reply(screen, _as_chosen(action, state) if error else state, say, error, words)
    focus = question if question in PLACES else ""
    return written(shown, replace(_known(state, say), focus=focus, prepare=_prepares(screen)))


def _as_chosen(action: Show | Change | Answer | Read, state: State) -> State:
    """*state* with what was chosen from the lists of a place, though it was not taken: only to be drawn."""
    if not (isinstance(action, Answer) and KINDS[action.question] is Kind.PLACE and isinstance(action.value, Mapping)):
        return state
    chosen = {name: text for name, text in action.value.items() if name != "typed" and text}
    return state.placed(action.question, chosen) if chosen else state


def _screen_reply(
    screen: Screen | PlaceScreen, state: State, say: Wording, error: str = "", words: Fields | None = None
) -> ScreenReply:
    html = screen_html(screen, say, state.places, error=error, sought=words or {})
    return ScreenReply(screen_name(screen), bool(error), html)


def _prepares(screen: Screen | PlaceScreen) -> bool:
    return isinstance(screen, ResultScreen) and prepares(screen.assessment)


def _known(state: State, say: Wording) -> KnownReply:
    kept = {name: option for name, option in state.answers.items() if name in _KEPT}
    return KnownReply(answers_html(state, say), state.needs, kept, tuple(sorted(state.seen)), state.places)


def _of_the_packet(action: ShowDetails | MakePapers | MakeFile | SaveCase, context: Context, say: Wording) -> str:
    """What an action of the packet gives; where there is nothing to prepare yet, the screen that follows."""
    state = _state(context, say)
    screen = next_screen(state)
    if not isinstance(screen, ResultScreen) or not _prepares(screen):
        return written(_screen_reply(screen, state, say), replace(_known(state, say), prepare=_prepares(screen)))
    reply = packet.answer(action, screen.assessment, context, state, say)
    return written(reply, None if isinstance(reply, FileReply) else _known(state, say))


def _opened(text: str, context: Context, say: Wording) -> str:
    """The screen that follows from a saved case; or why there is none, and everything stays as it is."""
    try:
        state, details, dated = packet.loaded(text, context.day)
    except BadIntakeError:
        return written(NotOpenedReply(say("packet.case_file.unreadable")), _known(_state(context, say), say))
    screen = next_screen(state)
    shown = _screen_reply(screen, state, say)
    known = replace(_known(state, say), prepare=_prepares(screen))
    return written(OpenedReply(shown.screen, shown.error, shown.html, details, dated), known)


def _state(context: Context, say: Wording) -> State:
    return _dated(context, context.state, say)


def _dated(context: Context, state: State, say: Wording) -> State:
    """*state* with what follows from the day of the field office's answer, where that day was typed and counts."""
    day = packet.answered_on(context, state, say) if context.dated else None
    return state.with_answers(answers_of_day(day)) if day else state


def _screen(action: Show | Change | Answer | Read, state: State) -> Screen | PlaceScreen:
    match action:
        case Change(question, group):
            return changed_screen(question, state, group)
        case Answer(question, _) if wants_county(question, state.places):
            return place_screen(question, state)
        case _:
            return next_screen(state)


def _answered(action: Answer, context: Context, state: State, say: Wording) -> State:
    """*state* with what was answered. Raises ``_NotTakenError``."""
    question, value = action.question, action.value
    if isinstance(value, Mapping):
        if KINDS[question] is Kind.PLACE:
            return _placed(question, value, state, say)
        return _dated(context, state.answered(question, _of_day(question, value, context, say)), say)
    after = state.chosen(question, tuple(filter(None, (value,) if isinstance(value, str) else value)))
    if after is None:
        raise _NotTakenError(f"question.{question}.nothing")
    return _dated(context, after, say) if KINDS[question] is Kind.DATE else after


def _placed(name: str, value: Mapping[str, str], state: State, say: Wording) -> State:
    place = place_typed(name, value["typed"], say) if value.get("typed", "").strip() else place_of(name, value)
    if place is None:
        raise _NotTakenError(problem_of(name, value.get("typed", ""), say))
    after = state.placed(name, place)
    same_state = place.get("state") == state.places.get(name, {}).get("state")
    if "county" in value and same_state and wants_county(name, after.places):
        raise _NotTakenError(f"question.{name}.county_nothing")
    return after


def _of_day(question: str, value: Mapping[str, str], context: Context, say: Wording) -> str:
    """The option of a day typed in three fields, or the option chosen, or both where they agree."""
    day, month, year = (value.get(name, "").strip() for name in ("day", "month", "year"))
    chosen = value.get("option") or ""
    if not (day or month or year):
        if not chosen:
            raise _NotTakenError(f"question.{question}.nothing")
        return chosen
    try:
        found = answers_of_day(read_day(day, month, year, until(context.day), say))[question]
    except NotADayError as error:
        raise _NotTakenError(_NO_DAY.get(error.fault, "ui.date_unreal")) from None
    if chosen and chosen != found:
        raise _NotTakenError("ui.date_conflict")
    return found
