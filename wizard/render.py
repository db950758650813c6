"""Screens, cards and answers as HTML or plain text: the same for the static page and the browser.

Its templates see wording, facts and statements, and decide nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup, escape

from wizard.afterwards import AFTER_STATEMENTS
from wizard.aspects import variant
from wizard.assess import Assessment
from wizard.card_view import card_title, card_view, found_offices, open_now_html, warning_view
from wizard.cards import Beware, Card, Notice
from wizard.engine import Kind
from wizard.interview import (
    ASKING_BACK,
    GROUPS,
    NEEDS,
    Interlude,
    InterludeScreen,
    PlaceScreen,
    QuestionScreen,
    ResultScreen,
    Screen,
    State,
    asked_so_far,
)
from wizard.library import Fact, source, statements
from wizard.offices import counties_of
from wizard.place_box import sought as found_for
from wizard.places import NOWHERE, Place, Places, centers_by_state, courts_by_state, states_by_name, told
from wizard.protocol import Links
from wizard.questions import COURT_PLACE, KINDS, Custody, Need, NeedGroup, group_of
from wizard.reach import BEFORE_THE_OFFICE, advice_before_contact, finding_a_person, in_danger, laws_of_interlude
from wizard.result_order import in_order_of_action, notices_once, steps_of
from wizard.templating import environment, render
from wizard.wording import Wording

__all__ = [
    "FRAME",
    "PRESSING",
    "answers_html",
    "card_text",
    "card_title",
    "environment",
    "found_offices",
    "frame_html",
    "interlude_text",
    "leads_of",
    "open_now_html",
    "option_text",
    "paper_html",
    "question_title",
    "render",
    "screen_html",
]

NOTHING_SOUGHT: Mapping[str, str] = {}

PRESSING = 4
"""How many warnings a card shows at once; the rest is one tap away, and always on paper."""


def screen_html(
    screen: Screen | PlaceScreen,
    say: Wording,
    places: Places = NOWHERE,
    *,
    error: str = "",
    sought: Mapping[str, str] = NOTHING_SOUGHT,
) -> str:
    """One screen. The same bytes at build time and in the browser. *error* is the id of a text, shown by the field.

    *sought* are the words that stand in the box of a place.
    """
    match screen:
        case QuestionScreen():
            return _question_html(screen, say, error)
        case InterludeScreen(interlude):
            return render("interlude.html", say, interlude=interlude.value, **_interlude_view(interlude))
        case ResultScreen(assessment):
            views = [card_view(card, say, places) for card in in_order_of_action(assessment)]
            shown = {"cards": notices_once(views), "steps": steps_of(views), "leads": leads_of(assessment, say)}
            shown["lawyers"] = next((view["lawyers"] for view in views if view["lawyers"]), ())
            return render("result.html", say, source=source(), pressing=PRESSING, **shown)
        case PlaceScreen(name):
            return _place_html(screen, say, places.get(name, {}), error, sought.get(name, ""))


def _question_html(screen: QuestionScreen, say: Wording, error: str) -> str:
    options = [(option, option_text(screen.question, option, say)) for option in screen.options]
    title, kind = question_title(screen.question, screen.group, say), KINDS[screen.question].value
    return render("question.html", say, asked=screen, title=title, kind=kind, options=options, error=error)


def question_title(question: str, group: NeedGroup | None, say: Wording) -> str:
    """The title of *question*; of the needs of one *group*, what the group is called."""
    return option_text(GROUPS, group, say) if group else say("question", question, "title")


_LEADS = {
    Beware.EMERGENCY: Interlude.EMERGENCY,
    Beware.REMOVAL_NEAR: Interlude.REMOVAL_NEAR,
    Beware.RECORD_KEPT: Interlude.RECORD_KEPT,
}
"""What stands over the cards of a result again, though it was read before."""


@dataclass(frozen=True)
class Lead:
    """What stands over the cards of a result: the id of its interlude, its words, and facts above and below them."""

    id: str
    title: str
    text: list[str]
    at_once: tuple[Fact, ...] = ()
    facts: tuple[Fact, ...] = ()


def _lead_facts(interlude: Interlude, *, only_asked: bool) -> tuple[tuple[Fact, ...], tuple[Fact, ...]]:
    """Whom to call: before a word is read, and after. What is only possible leaves that to the card below."""
    if interlude is Interlude.EMERGENCY:
        number, *others = in_danger()
        return (number,), tuple(others)
    return (), advice_before_contact() if interlude is Interlude.REMOVAL_NEAR and not only_asked else ()


def leads_of(assessment: Assessment, say: Wording) -> list[Lead]:
    """The interludes that stand over the cards; where one is only possible, with an if."""
    found: dict[str, Lead] = {}
    for card in assessment.cards:
        for warning, interlude in _LEADS.items():
            if warning in card.warnings:
                title = variant(card, say, "interlude", interlude.value, "title")
                text = say.lines(*variant(card, say, "interlude", interlude.value, "text"))
                lead = Lead(
                    interlude.value, say(*title), text, *_lead_facts(interlude, only_asked=title[-1] != "title")
                )
                found.setdefault(interlude.value, lead)
    return list(found.values())


def answers_html(state: State, say: Wording) -> str:
    """The answers that count so far, each with a way to change it. Shown in the browser only."""
    chosen: list[tuple[str, NeedGroup | None, Sequence[str]]] = [(GROUPS, None, state.groups)] if state.groups else []
    for group in state.groups:
        needs = [need for need in state.needs if group_of(need) is group]
        chosen += [(NEEDS, group, needs)] if needs else []
    chosen += [(question, None, state.answers[question].split()) for question in asked_so_far(state)]
    rows = [
        (name, group, question_title(name, group, say), _listed(name, options, say)) for name, group, options in chosen
    ]
    rows += [(name, None, question_title(name, None, say), told(place, say)) for name, place in state.places.items()]
    return render("answers.html", say, rows=rows)


def _listed(question: str, options: Sequence[str], say: Wording) -> str:
    return say.join("parts").join(option_text(question, option, say) for option in options)


def option_text(question: str, option: str, say: Wording) -> str:
    """The text of an *option* of *question*; where needs are chosen, the needs' own."""
    room = NEEDS if KINDS[question] is Kind.MANY and option in list(Need) else question
    return say("question", room, "options", option)


FRAME = ("top", "tools", "after", "bottom")


def frame_html(say: Wording, links: Links) -> dict[str, str]:
    """The parts of the page around the screen, and its title: also where the language is changed in the page."""
    number = Markup('<a href="tel:{0}">{0}</a>').format(say.values["emergency_number"])
    danger = escape(say.texts["ui.danger_line"]).format(emergency_number=number)
    parts = {part: render(f"frame/{part}.html", say, links=links, source=source(), danger=danger) for part in FRAME}
    title = f"{say('ui.page_title')} - {say('ui.product')} ({say('ui.unofficial')})"
    return {**parts, "title": title, "direction": say.about.direction.value}


def paper_html(say: Wording) -> dict[str, str]:
    """What the whole interview on paper says once instead of on every result: ``start`` and ``end``."""
    warnings = [warning_view(warning, None, say) for warning in Beware]
    lawyers = advice_before_contact()
    told = {
        "notices": Notice,
        "warnings": warnings,
        "lawyers": lawyers,
        "before_the_office": [need.value for need in BEFORE_THE_OFFICE],
        "channels": [channel.value for channel in AFTER_STATEMENTS],
        "statements": statements().values(),
        "source": source(),
    }
    return {part: render("paper.html", say, part=part, **told) for part in ("start", "end")}


def card_text(card: Card, say: Wording, places: Places = NOWHERE) -> str:
    """*card* as plain text."""
    return render("card.txt", say, view=card_view(card, say, places), source=source()).strip()


def interlude_text(interlude: Interlude, say: Wording) -> str:
    """*interlude* as plain text."""
    return render("interlude.txt", say, interlude=interlude.value, **_interlude_view(interlude)).strip()


_ADVISING = (Interlude.REMOVAL_NEAR, Interlude.STOP, Interlude.RECORD_KEPT)


def _interlude_view(interlude: Interlude) -> dict[str, Any]:
    """The facts below an interlude, what it rests on beside ICE's page, and the questions that it asks back."""
    shown: tuple[Fact, ...] = advice_before_contact() if interlude in _ADVISING else ()
    if interlude is Interlude.TAKEN:
        shown = finding_a_person()
    back = ((NEEDS, group_of(Need.RELEASE)), (Custody.id(), None)) if interlude in ASKING_BACK else ()
    return {"fact_list": shown, "laws": laws_of_interlude(interlude.value), "back": back}


def _place_html(screen: PlaceScreen, say: Wording, place: Place, error: str, typed: str) -> str:
    box = found_for(screen.name, typed, say, error)
    shown = {"question": screen.name, "place": place, "box": box, "error": "" if box.error else error}
    if screen.name == COURT_PLACE:
        return render("court_place.html", say, groups=courts_by_state(say), **shown)
    state = place.get("state", "")
    counties = counties_of(state) if state and "center" not in place else ()
    held = [] if counties else centers_by_state(say)
    shown |= {"states": states_by_name(say), "counties": counties, "groups": held, "taken": screen.taken}
    return render("place.html", say, **shown)
