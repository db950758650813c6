"""The interview in a terminal, for hotline volunteers: the same screens, as numbered lines."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

from wizard.assess import Assessment
from wizard.cards import Channel
from wizard.hours import Reason, line_hours
from wizard.intake import OLDEST, Intake, period_of
from wizard.interview import NEEDS, InterludeScreen, QuestionScreen, ResultScreen, State, next_screen
from wizard.places import Places
from wizard.questions import QUESTIONS, LocalResponsePeriod, Need
from wizard.render import card_text
from wizard.wording import Wording, wording


def ask_in_the_terminal(given: Intake | None, language: str, clock: Callable[[], datetime]) -> int:
    """Asks on standard input until there is a result. *given* is where to go on from. Returns the exit code 0.

    *clock* gives the moment, with its offset from UTC, that dates and the line's hours are told by: a call may be long.
    """
    say = wording(language)
    state = State(given.needs, given.answers, places=given.places) if given else State()
    print(f"{say('ui.not_government')} {say('ui.danger_line')}")
    earlier: list[State] = []
    while True:
        screen = next_screen(state)
        match screen:
            case ResultScreen(assessment):
                _tell_result(assessment, language, say, state.places, clock())
                return 0
            case InterludeScreen(interlude):
                _tell_interlude(interlude.value, say)
                state = state.having_seen(interlude)
            case QuestionScreen(question):
                after = _ask_one(question, state, say, clock().date())
                if after is not None:
                    earlier.append(state)
                state = after or (earlier.pop() if earlier else state)


def _tell_result(assessment: Assessment, language: str, say: Wording, places: Places, moment: datetime) -> None:
    for notice in assessment.notices:
        print(f"\n{say('notice', notice.value, 'title')} {say('notice', notice.value, 'text')}")
    for card in assessment.cards:
        if card.channel is not Channel.EMERGENCY:
            hours = _hours(moment, say) if card.channel is Channel.DETENTION_LINE else ""
            print(f"\n{hours}{card_text(card, language, places)}")


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


def _tell_interlude(name: str, say: Wording) -> None:
    print(f"\n{say('interlude', name, 'title')}")
    print("\n".join([*say.lines("interlude", name, "text"), say("interlude", name, "note")]))
    input(f"{say('interlude', name, 'continue')} [Enter] ")


def _ask_one(question: str, state: State, say: Wording, today: date) -> State | None:
    """The state after *question*, or None to go back. Asks again until the answer can be taken."""
    options = [need.value for need in Need] if question == NEEDS else [o.value for o in QUESTIONS[question]]
    print(f"\n{say('question', question, 'title')}\n{say('question', question, 'hint')}")
    for number, option in enumerate(options, 1):
        print(f"  {number}. {say('question', question, 'options', option)}")
    while True:
        typed = input("(? b) > ").strip().lower()
        if typed == "b":
            return None
        if typed == "?":
            print(say("question", question, "why"))
            continue
        chosen = _chosen(typed, options, question, today)
        if question == NEEDS and chosen:
            return replace(state, needs=tuple(need for need in Need if need.value in chosen))
        if len(chosen) == 1:
            return state.answered(question, chosen[0])
        print(say("question", question, "nothing"))


def _chosen(typed: str, options: list[str], question: str, today: date) -> list[str]:
    """The options that *typed* names, by number, by id, or, for the answer's date, as YYYY-MM-DD."""
    if question == LocalResponsePeriod.id():
        try:
            day = date.fromisoformat(typed)
        except ValueError:
            pass
        else:
            return [period_of(day).value] if OLDEST <= day <= today else []
    words = typed.replace(",", " ").split()
    named = [options[int(w) - 1] if w.isdecimal() and 0 < int(w) <= len(options) else w for w in words]
    return named if all(name in options for name in named) else []
