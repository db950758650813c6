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

from wizard.aspects import variant
from wizard.assess import Assessment, notices_for
from wizard.cards import Beware, Card, Channel, Notice, statements_of
from wizard.engine import RULES, Consulted
from wizard.hours import CLOSES, OPENS, calendar
from wizard.interview import (
    ASKING_BACK,
    NEEDS,
    NONE_OF_THEM,
    Interlude,
    InterludeScreen,
    PlaceScreen,
    QuestionScreen,
    ResultScreen,
    Screen,
    State,
    asked_so_far,
)
from wizard.library import Fact, facts_in, source, statements
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
from wizard.questions import LOCAL_REQUEST_NEEDS, NEED_GROUPS, OUTSIDE_NEEDS, LocalResponsePeriod, Need
from wizard.reach import (
    TURNS_ON,
    WITH_CONGRESS,
    advice_before_contact,
    beside,
    fact_of_item,
    laws_of,
    laws_of_interlude,
    laws_of_need,
    laws_of_notice,
    laws_of_warning,
    lawyers_beside,
    reach_of,
)
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
    made.filters |= {
        "telephone": telephone,
        "checked": checked,
        "laws": lambda name: laws_of_notice(Notice(name)),
        "for_readers_of": lambda fact, language: facts_in(language)[fact.id],
    }
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
        case QuestionScreen():
            return _question_html(screen, language, error)
        case InterludeScreen(interlude):
            return render("interlude.html", language, interlude=interlude.value, **_interlude_view(interlude))
        case ResultScreen(assessment):
            cards = [card for card in assessment.cards if card.channel is not Channel.EMERGENCY]
            views = [_card_view(card, language, places) for card in cards]
            leads = leads_of(assessment, wording(language))
            return render("result.html", language, cards=views, leads=leads, source=source(), pressing=PRESSING)
        case PlaceScreen(name):
            return _place_html(name, language, places.get(name, {}), error)


def _question_html(screen: QuestionScreen, language: str, error: str) -> str:
    question = screen.question
    shown = {"left": screen.left, "question": question, "error": error}
    if question == NEEDS:
        return render("needs.html", language, groups=NEED_GROUPS, **shown)
    if question == LOCAL_REQUEST_NEEDS:
        texts = [(option, NEEDS if option in list(Need) else question) for option in screen.options]
        return render("question.html", language, options=texts, kind="many", **shown)
    kind = "date" if question == LocalResponsePeriod.id() else "one"
    return render("question.html", language, options=[(o, question) for o in screen.options], kind=kind, **shown)


_LEADS = {
    Beware.EMERGENCY: Interlude.EMERGENCY,
    Beware.REMOVAL_NEAR: Interlude.REMOVAL_NEAR,
    Beware.RECORD_KEPT: Interlude.RECORD_KEPT,
}
"""What stands over the cards of a result again, though it was read before."""


@dataclass(frozen=True)
class Lead:
    """What stands over the cards of a result: the id of its interlude, title and text, and facts right below."""

    id: str
    title: str
    text: list[str]
    facts: tuple[Fact, ...]


def leads_of(assessment: Assessment, say: Wording) -> list[Lead]:
    """The interludes that stand over the cards; where one is only possible, a title that asks and the first line."""
    found: dict[str, Lead] = {}
    for card in assessment.cards:
        for warning, interlude in _LEADS.items():
            if warning in card.warnings:
                title = variant(card, say, "interlude", interlude.value, "title")
                text = say.lines("interlude", interlude.value, "text")
                only_asked = title[-1] != "title"
                shown = advice_before_contact() if interlude is Interlude.REMOVAL_NEAR and not only_asked else ()
                lead = Lead(interlude.value, say(*title), text[:1] if only_asked else text, shown)
                found.setdefault(interlude.value, lead)
    return list(found.values())


def answers_html(state: State, language: str) -> str:
    """The answers that count so far, each with a way to change it. Shown in the browser only."""
    say = wording(language)
    chosen = [(NEEDS, [need.value for need in state.needs])] if state.needs else []
    chosen += [(question, state.answers[question].split()) for question in asked_so_far(state)]
    rows = [(name, "; ".join(option_text(name, option, say) for option in options)) for name, options in chosen]
    rows += [(name, told(place, say)) for name, place in state.places.items()]
    return render("answers.html", language, rows=rows)


def option_text(question: str, option: str, say: Wording) -> str:
    """The text of an *option* of *question*; where needs are chosen, the needs' own."""
    of_a_need = question == LOCAL_REQUEST_NEEDS and option != NONE_OF_THEM
    return say("question", NEEDS if of_a_need else question, "options", option)


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
    say = wording(language)
    warnings = [_warning_view(warning, None, say) for warning in Beware]
    lawyers = advice_before_contact()
    told = {
        "notices": Notice,
        "warnings": warnings,
        "lawyers": lawyers,
        "statements": statements().values(),
        "source": source(),
    }
    return {part: render("paper.html", language, part=part, **told) for part in ("start", "end")}


def card_title(card: Card, say: Wording) -> str:
    """What to do, as a heading; of one need outside ICE, what that one is about."""
    if _is_alone_outside(card):
        return say("outside", card.needs[0].value, "title")
    return say(*variant(card, say, "card", card.channel.value, "title"))


def card_text(card: Card, language: str, places: Places = NOWHERE) -> str:
    """*card* as plain text."""
    return render("card.txt", language, view=_card_view(card, language, places), source=source()).strip()


def interlude_text(interlude: Interlude, language: str) -> str:
    """*interlude* as plain text."""
    return render("interlude.txt", language, interlude=interlude.value, **_interlude_view(interlude)).strip()


_ADVISING = (Interlude.REMOVAL_NEAR, Interlude.STOP, Interlude.RECORD_KEPT)


def _interlude_view(interlude: Interlude) -> dict[str, Any]:
    """The facts below an interlude, what it rests on beside ICE's page, and the questions that it asks back."""
    shown: tuple[Fact, ...] = advice_before_contact() if interlude in _ADVISING else ()
    if interlude is Interlude.TAKEN:
        shown = beside(Need.FIND_A_PERSON)[:2]
    back = ("needs", "custody") if interlude in ASKING_BACK else ()
    return {"fact_list": shown, "laws": laws_of_interlude(interlude.value), "back": back}


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
    key = card.channel.value
    is_line = card.channel is Channel.DETENTION_LINE
    ready = variant(card, say, "card", key, "ready")
    return {
        "card": card,
        "key": key,
        "icon": ICONS.get(card.channel, ""),
        "title": card_title(card, say),
        "do": _what_to_do(card, say),
        "reach_title": "ui.what_else" if card.channel is Channel.NO_BASIS_FOR_REVIEWING_OFFICIAL else "ui.reach",
        "reach_note": _optional(card, say, "reach_note"),
        "include_intro": _optional(card, say, "include_intro"),
        "change": say.lines(*variant(card, say, "card", key, "change")),
        "ready": say.lines(*ready) if say.has(*ready) else [],
        "stay": Beware.STAY_FORM in card.warnings,
        "near": Beware.REMOVAL_NEAR in card.warnings,
        "notices": [notice for notice in notices_for((card,)) if notice is not Notice.NOT_LEGAL_ADVICE],
        "facts": reach_of(card),
        "lawyers": lawyers_beside(card),
        "congress": card.channel in WITH_CONGRESS,
        "turns_on": TURNS_ON.get(card.channel, ""),
        **found_offices(card, places, say),
        "hours": Markup(open_now_html(language)) if is_line else "",  # noqa: S704
        "needs": [_need_view(need, card, say) for need in card.needs if _is_told(need, card, say)],
        "items": [(item.value, fact_of_item(item)) for item in card.include],
        "warnings": [_warning_view(warning, card, say) for warning in card.warnings],
        "reasons": list(_reasons(card, say)),
        "laws": laws_of(card),
    }


def _is_alone_outside(card: Card) -> bool:
    """Whether *card* is about one need outside ICE, and so speaks of nothing else."""
    return card.channel is Channel.OUTSIDE and len(card.needs) == 1


def _what_to_do(card: Card, say: Wording) -> str:
    if _is_alone_outside(card):
        return say.lines("outside", card.needs[0].value, "text")[0]
    return say(*variant(card, say, "card", card.channel.value, "do"))


def _optional(card: Card, say: Wording, part: str) -> str:
    """A text that not every card has."""
    path = variant(card, say, "card", card.channel.value, part)
    return say(*path) if say.has(*path) else ""


def _is_told(need: Need, card: Card, say: Wording) -> bool:
    return card.channel is Channel.OUTSIDE or say.has("beside", need.value, "text")


def _need_view(need: Need, card: Card, say: Wording) -> dict[str, Any]:
    """What *card* says of one need by name: outside ICE with a heading of its own, where there are several."""
    room = "outside" if need in OUTSIDE_NEEDS else "beside"
    alone = _is_alone_outside(card)
    return {
        "id": need.value,
        "title": say(room, need.value, "title") if room == "outside" and not alone else "",
        "text": say.lines(room, need.value, "text")[1 if alone else 0 :],
        "steps": say.lines(room, need.value, "steps") if say.has(room, need.value, "steps") else [],
        "facts": beside(need),
        "laws": laws_of_need(need),
    }


def _warning_view(warning: Beware, card: Card | None, say: Wording) -> dict[str, Any]:
    """*warning* as *card* says it, or as it is said of all cards."""
    lead, text = ("beware", warning.value, "lead"), ("beware", warning.value, "text")
    return {
        "id": warning.value,
        "lead": say(*(variant(card, say, *lead) if card else lead)),
        "text": say(*(variant(card, say, *text) if card else text)),
        "laws": laws_of_warning(warning),
    }


def _reasons(card: Card, say: Wording) -> Iterable[Reason]:
    """Every rule consulted, also those that said no; then every warning. Each sentence is quoted once."""
    quoted: set[str] = set()
    for consulted in card.because:
        text = say("rule", consulted.rule, "yes" if consulted.result else "no")
        yield _reason(text, consulted, quoted, say)
    for beware in card.warnings:
        consulted = Consulted(beware.value, True, statements_of(beware, card.channel))
        reason = _reason(say(*variant(card, say, "beware", beware.value, "lead")), consulted, quoted, say)
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
