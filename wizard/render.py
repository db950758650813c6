"""Screens, cards and answers as HTML or plain text: the one renderer, for the static page and the browser alike.

Its templates see wording, facts and statements, and decide nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from jinja2 import BaseLoader, Environment, FileSystemLoader, ModuleLoader, StrictUndefined
from markupsafe import Markup, escape

from wizard.assess import notices_for
from wizard.cards import BEWARE_STATEMENTS, Beware, Card, Channel, Notice
from wizard.engine import RULES, Consulted
from wizard.hours import CLOSES, OPENS, calendar
from wizard.interview import (
    NEEDS,
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
from wizard.places import (
    COURT_PLACE,
    NOWHERE,
    Place,
    Places,
    checked,
    courts_by_state,
    lines_of,
    offices_for,
    states_by_name,
    telephone,
    told,
)
from wizard.questions import NEED_GROUPS, QUESTIONS, LocalResponsePeriod
from wizard.reach import BESIDE, TURNS_ON, advice_before_contact, fact_of_item, facts_of
from wizard.wording import Wording, wording

TEMPLATES = Path(__file__).parent / "templates"
ICONS = {
    Channel.DETENTION_LINE: "telephone",
    Channel.FIELD_OFFICE: "office",
    Channel.FIELD_OFFICE_FOLLOW_UP: "office",
    Channel.FIELD_OFFICE_LEGAL_ACCESS: "office",
    Channel.REVIEWING_OFFICIAL: "second_look",
    Channel.NO_BASIS_FOR_REVIEWING_OFFICIAL: "signpost",
    Channel.OPLA: "court",
    Channel.OUTSIDE: "signpost",
}
PRESSING = 4
"""How many warnings a card shows at once; the rest is one tap away, and always on paper."""


@dataclass(frozen=True)
class Reason:
    """One rule or warning with ICE's sentences that it rests on and that were not quoted before it."""

    text: str
    holds: bool | None
    sentences: tuple[tuple[str, str], ...]
    silent: bool


def environment() -> Environment:
    """The Jinja2 environment: compiled templates where the bundle has them, else the files."""
    return _configured(_loader())


def _configured(loader: BaseLoader) -> Environment:
    made = Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters |= {"telephone": telephone, "checked": checked}
    return made


def _loader() -> BaseLoader:
    try:
        compiled = import_module("wizard.templates_compiled")
    except ModuleNotFoundError:
        return FileSystemLoader(TEMPLATES)
    return ModuleLoader(list(compiled.__path__))


@cache
def _environment() -> Environment:
    return environment()


def render(template: str, language: str, **values: Any) -> str:
    """*template* in *language*."""
    say = wording(language)
    return _environment().get_template(template).render(say=say, language=language, **values)


def screen_html(screen: Screen | PlaceScreen, language: str, places: Places = NOWHERE, *, error: str = "") -> str:
    """One screen. The same bytes at build time and in the browser. *error* is the id of a text, shown by the field."""
    match screen:
        case QuestionScreen(question, left):
            if question == NEEDS:
                return render("needs.html", language, left=left, groups=NEED_GROUPS, question=NEEDS, error=error)
            dated = question == LocalResponsePeriod.id()
            options = [option.value for option in QUESTIONS[question]]
            return render(
                "question.html", language, left=left, question=question, options=options, dated=dated, error=error
            )
        case InterludeScreen(interlude):
            return render(
                "interlude.html", language, interlude=interlude.value, fact_list=_interlude_facts(interlude.value)
            )
        case ResultScreen(assessment):
            cards = [card for card in assessment.cards if card.channel is not Channel.EMERGENCY]
            views = [_card_view(card, language, places) for card in cards]
            return render("result.html", language, cards=views, source=source(), pressing=PRESSING)
        case PlaceScreen(name):
            return _place_html(name, language, places.get(name, {}), error)


def answers_html(state: State, language: str) -> str:
    """The answers that count so far, each with a way to change it. Shown in the browser only."""
    say = wording(language)
    chosen = [(NEEDS, [need.value for need in state.needs])] if state.needs else []
    chosen += [(question, [state.answers[question]]) for question in asked_so_far(state)]
    rows = [
        (name, "; ".join(say("question", name, "options", option) for option in options)) for name, options in chosen
    ]
    rows += [(name, told(place, say)) for name, place in state.places.items()]
    return render("answers.html", language, rows=rows)


FRAME = ("top", "tools", "after", "bottom")


def frame_html(language: str, links: dict[str, Any]) -> dict[str, str]:
    """The parts of the page around the screen, and its title: also for a change of language without leaving the page.

    *links* are where the page's own links lead: ``home``, ``privacy``, ``leave``, ``operator``, ``megabytes``, and
    ``languages`` (a list of ``code``, ``name``, ``href``).
    """
    say = wording(language)
    number = Markup('<a href="tel:{0}">{0}</a>').format(say.values["emergency_number"])
    danger = escape(say.texts["ui.danger_line"]).format(emergency_number=number)
    parts = {
        part: render(f"frame/{part}.html", language, links=links, source=source(), danger=danger) for part in FRAME
    }
    title = f"{say('ui.page_title')} - {say('ui.product')} ({say('ui.unofficial')})"
    return {**parts, "title": title, "direction": say("meta.direction")}


def open_now_html(language: str) -> str:
    """The line's hours, with what web/open_now.js needs to say whether it is open now. The same at every moment."""
    return render("open_now.html", language, calendar=calendar(), opens=OPENS, closes=CLOSES)


def paper_html(language: str) -> dict[str, str]:
    """What the whole interview on paper says once instead of on every result: ``start`` and ``end``."""
    told = {"notices": Notice, "warnings": Beware, "statements": statements().values(), "source": source()}
    return {part: render("paper.html", language, part=part, **told) for part in ("start", "end")}


def card_title(card: Card, say: Wording) -> str:
    """What to do, as a heading."""
    return say("card", card.channel.value, "title")


def card_text(card: Card, language: str, places: Places = NOWHERE) -> str:
    """*card* as plain text."""
    return render("card.txt", language, card=_card_view(card, language, places), source=source()).strip()


def _interlude_facts(interlude: str) -> tuple[Fact, ...]:
    return advice_before_contact() if interlude == "stop" else ()


def found_offices(card: Card, places: Places, say: Wording) -> dict[str, Any]:
    """What templates/offices.html tells of the place that *card* turns on: what was found, and the offices."""
    answer = offices_for(card, places)
    if answer is None:
        return {"found": None}
    return {
        "found": answer.found.value,
        "told": told(places[TURNS_ON[card.channel]], say),
        "offices": [(office.name, lines_of(office)) for office in answer.offices],
    }


def _place_html(name: str, language: str, place: Place, error: str) -> str:
    say = wording(language)
    if name == COURT_PLACE:
        groups = courts_by_state(say)
        return render("court_place.html", language, question=name, place=place, groups=groups, error=error)
    state = place.get("state", "")
    counties = counties_of(state) if state else ()
    rows = states_by_name(say)
    return render("place.html", language, question=name, place=place, states=rows, counties=counties, error=error)


def _card_view(card: Card, language: str, places: Places) -> dict[str, Any]:
    say = wording(language)
    return {
        "card": card,
        "key": card.channel.value,
        "icon": ICONS.get(card.channel, ""),
        "title": card_title(card, say),
        "notices": [notice for notice in notices_for((card,)) if notice is not Notice.NOT_LEGAL_ADVICE],
        "facts": facts_of(card),
        "turns_on": TURNS_ON.get(card.channel, ""),
        **found_offices(card, places, say),
        "hours": Markup(open_now_html(language)) if card.channel is Channel.DETENTION_LINE else "",  # noqa: S704
        "outside": [need.value for need in card.needs if say.has("outside", need.value)],
        "beside": [need.value for need in card.needs if need in BESIDE and say.has("beside", need.value)],
        "items": [(item.value, fact_of_item(item)) for item in card.include],
        "reasons": list(_reasons(card, say)),
    }


def _reasons(card: Card, say: Wording) -> Iterable[Reason]:
    """Every rule consulted, also those that said no; then every warning. Each sentence is quoted once."""
    quoted: set[str] = set()
    for consulted in card.because:
        text = say("rule", consulted.rule, "yes" if consulted.result else "no")
        yield _reason(text, consulted, quoted, say)
    for beware in card.warnings:
        consulted = Consulted(beware.value, True, BEWARE_STATEMENTS[Beware(beware)])
        reason = _reason(say("beware", beware.value, "lead"), consulted, quoted, say)
        if reason.sentences or reason.silent:
            yield reason


def _reason(text: str, consulted: Consulted, quoted: set[str], say: Wording) -> Reason:
    sentences: list[tuple[str, str]] = []
    silent = False
    for identity in consulted.statements:
        statement = statements()[identity]
        silent = silent or statement.silence
        if statement.sentence and statement.sentence not in quoted:
            quoted.add(statement.sentence)
            sentences.append((statement.sentence, say("ice", identity) if say.has("ice", identity) else ""))
    holds = consulted.result if consulted.rule in RULES else None
    return Reason(text, holds, tuple(sentences), silent)
