"""The interview in a terminal, for hotline volunteers: the same screens, as numbered lines."""

from collections.abc import Callable
from datetime import date, datetime

from wizard.ask_place import WentBackError, numbered, places_asked
from wizard.assess import Assessment
from wizard.cards import Channel
from wizard.engine import Kind
from wizard.hours import Reason, line_hours
from wizard.intake import Intake
from wizard.interview import (
    Interlude,
    InterludeScreen,
    QuestionScreen,
    ResultScreen,
    State,
    next_screen,
)
from wizard.places import Places
from wizard.questions import KINDS, ResponseAfterOrders
from wizard.render import card_text, interlude_text, option_text, question_title
from wizard.rules.days import OLDEST, answers_of_day
from wizard.wording import Wording


def ask_in_the_terminal(given: Intake | None, say: Wording, clock: Callable[[], datetime]) -> int:
    """Asks on standard input until there is a result. *given* is where to go on from. Returns the exit code 0.

    *clock* gives the moment, with its offset from UTC, that dates and the line's hours are told by: a call may be long.
    """
    state = State(given.needs, given.answers, places=given.places) if given else State()
    print(f"{say('ui.not_government')} {say('ui.danger_line')}")
    earlier: list[State] = []
    while True:
        screen = next_screen(state)
        match screen:
            case ResultScreen(assessment):
                try:
                    places = places_asked(assessment, state, say)
                except WentBackError:
                    state = earlier.pop() if earlier else state
                    continue
                _tell_result(assessment, say, places, clock())
                return 0
            case InterludeScreen(interlude):
                _tell_interlude(interlude, say)
                state = state.having_seen(interlude)
            case QuestionScreen():
                after = _ask_one(screen, state, say, clock().date())
                if after is not None:
                    earlier.append(state)
                state = after or (earlier.pop() if earlier else state)


def _tell_result(assessment: Assessment, say: Wording, places: Places, moment: datetime) -> None:
    for notice in assessment.notices:
        print(f"\n{say('notice', notice.value, 'title')} {say('notice', notice.value, 'text')}")
    for card in assessment.cards:
        if card.channel is not Channel.EMERGENCY:
            hours = _hours(moment, say) if card.channel is Channel.DETENTION_LINE else ""
            print(f"\n{hours}{card_text(card, say, places)}")


def _hours(moment: datetime, say: Wording) -> str:
    """Whether the line is open at *moment*, or past the table of holidays when it is open at all; three sentences."""
    hours = line_hours(moment)
    if hours is None:
        first = say("hours.regular")
    elif hours.now:
        first = say("hours.open", time=say("hours.at", str(hours.closes.hour)))
    else:
        key = "hours.holiday" if hours.reason is Reason.HOLIDAY else "hours.closed"
        first = say(key, day=say.day(hours.opens.date()), time=say("hours.at", str(hours.opens.hour)))
    return f"{first} {say('hours.holidays')} {say('hours.other_days')}\n\n"


def _tell_interlude(interlude: Interlude, say: Wording) -> None:
    print(f"\n{interlude_text(interlude, say)}")
    input(f"{say('interlude', interlude.value, 'continue')} [Enter] ")


def _ask_one(screen: QuestionScreen, state: State, say: Wording, today: date) -> State | None:
    """The state after the question of *screen*, or None to go back. Asks again until the answer can be taken."""
    question, options = screen.question, screen.options
    print(f"\n{question_title(question, screen.group, say)}\n{say('question', question, 'hint')}")
    for number, option in enumerate(options, 1):
        print(f"  {number}. {option_text(question, option, say)}")
    while True:
        typed = input("(? b) > ").strip().lower()
        if typed == "b":
            return None
        if typed == "?":
            print(say("question", question, "why"))
            continue
        day = _day(typed, today) if KINDS[question] is Kind.DATE else None
        after = state.with_answers(answers_of_day(day)) if day else _chosen(question, state, typed, options)
        if after is not None:
            return after
        print(say("question", question, "nothing"))


def _chosen(question: str, state: State, typed: str, options: tuple[str, ...]) -> State | None:
    """The state after the options that *typed* names, by number or by id; None where it names none, or too many."""
    words = typed.replace(",", " ").split()
    named = [numbered(word, options) or word for word in words]
    if not named or not all(name in options for name in named):
        return None
    return state.without(ResponseAfterOrders.id()).chosen(question, named)


def _day(typed: str, today: date) -> date | None:
    """The day typed as YYYY-MM-DD, where it is one on which the office can have answered."""
    try:
        day = date.fromisoformat(typed)
    except ValueError:
        return None
    return day if OLDEST <= day <= today else None
