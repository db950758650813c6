"""A card as its templates take it: what to do, how it is reached, what to include, what to beware of, and why."""

from typing import Any

from markupsafe import Markup

from wizard.afterwards import AFTER_STATEMENTS, if_nothing_comes, pages_of
from wizard.aspects import asks_only, is_for_anyone, variant
from wizard.assess import notices_for
from wizard.cards import LETTERS, Beware, Card, Channel, Notice
from wizard.center_view import center_told
from wizard.hours import CLOSES, OPENS, calendar
from wizard.library import facts_in
from wizard.places import Places, center_of, lines_of, offices_for, told
from wizard.questions import NEEDS, OFFICER_REQUESTS, OUTSIDE_NEEDS, PLACE, Need
from wizard.reach import (
    BEFORE_THE_OFFICE,
    TURNS_ON,
    WITH_CONGRESS,
    beside,
    fact_of_item,
    laws_of,
    laws_of_need,
    laws_of_warning,
    lawyers_beside,
    reach_of,
)
from wizard.reasons import reasons_of
from wizard.templating import render
from wizard.to_say import to_say
from wizard.wording import Wording

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


def card_title(card: Card, say: Wording) -> str:
    """What to do, as a heading; of one need outside ICE, what that one is about."""
    if _is_alone_outside(card):
        return say("outside", card.needs[0].value, "title")
    return say(*variant(card, say, "card", card.channel.value, "title"), rest=_beside_a_stay(card, say))


def _beside_a_stay(card: Card, say: Wording) -> str:
    """What else is asked of the same officers as a stay."""
    others = (need for need in card.needs if need in OFFICER_REQUESTS and need is not Need.STAY_OF_REMOVAL)
    return say.join("list").join(say("packet.letter.asked", need.value) for need in others)


def found_offices(card: Card, places: Places, say: Wording) -> dict[str, Any]:
    """What templates/offices.html tells of the place that *card* turns on, or where the person is: and the offices."""
    answer = offices_for(card, places)
    place = places.get(TURNS_ON.get(card.channel, PLACE), {})
    center = center_of(place)
    known = {
        "told": told(place, say) if place else "",
        "center": center_told(center, say) if center else None,
        "locator": facts_in(say.language)["locator"],
    }
    if answer is None:
        return {"found": None, **known}
    return {
        **known,
        "found": answer.found.value,
        "offices": [(office.name, lines_of(office)) for office in answer.offices],
    }


def open_now_html(say: Wording, *, brief: bool = False) -> str:
    """The line's hours, with what web/open_now.js needs to say whether it is open now. The same at every moment.

    *brief*: one sentence, to stand at the number; the whole is elsewhere on the page.
    """
    return render("open_now.html", say, calendar=calendar(), opens=OPENS, closes=CLOSES, brief=brief)


def card_view(card: Card, say: Wording, places: Places) -> dict[str, Any]:
    """All that the templates of a card show."""
    key = card.channel.value
    is_line = card.channel is Channel.DETENTION_LINE
    ready = variant(card, say, "card", key, "ready")
    told_needs = [need for need in card.needs if _is_told(need, card, say)]
    return {
        "key": key,
        "icon": ICONS.get(card.channel, ""),
        "title": card_title(card, say),
        "topics": say.join("parts").join(say("question", NEEDS, "options", need.value) for need in card.needs),
        "do": _what_to_do(card, say),
        "reach_title": "ui.what_else" if card.channel is Channel.NO_BASIS_FOR_REVIEWING_OFFICIAL else "ui.reach",
        "reach_note": _optional(card, say, "reach_note"),
        "include_intro": _optional(card, say, "include_intro"),
        "change": say.lines(*variant(card, say, "card", key, "change")),
        "ready": say.lines(*ready) if say.has(*ready) else [],
        "after": _after(card, say),
        "pages": [(name.replace("_", "-"), say("page", name)) for name in pages_of(card)],
        "stay": Beware.STAY_FORM in card.warnings,
        "notices": [notice for notice in notices_for((card,)) if notice is not Notice.NOT_LEGAL_ADVICE],
        "facts": reach_of(card),
        "lawyers": lawyers_beside(card),
        "congress": card.channel in WITH_CONGRESS,
        "papers": _papers(card.channel),
        "turns_on": TURNS_ON.get(card.channel, ""),
        **found_offices(card, places, say),
        "hours": Markup(open_now_html(say)) if is_line else "",  # noqa: S704
        "closed": say.lines("card", key, "closed") if is_line and not asks_only(card) else [],
        "first": [_need_view(need, card, say) for need in told_needs if _is_first(need, card)],
        "needs": [_need_view(need, card, say) for need in told_needs if not _is_first(need, card)],
        "center_first": Need.DETENTION_PROBLEM in card.needs,
        "items": [(say(*variant(card, say, "item", item.value)), fact_of_item(item)) for item in card.include],
        "warnings": [warning_view(warning, card, say) for warning in card.warnings],
        "reasons": list(reasons_of(card, say)),
        "laws": laws_of(card),
    }


def _papers(channel: Channel) -> str:
    """The id of what the button under a card's title says; empty where there is nothing to write or to say."""
    if channel in LETTERS:
        return "ui.write_letter"
    return "ui.make_script" if channel is Channel.DETENTION_LINE else ""


def _after(card: Card, say: Wording) -> dict[str, Any] | None:
    """What happens next, until then, and if nothing does; None where a card sends nobody anywhere."""
    if card.channel not in AFTER_STATEMENTS:
        return None
    told = {part: say(*variant(card, say, "card", card.channel.value, part)) for part in ("next", "until", "silence")}
    return {**told, "facts": if_nothing_comes(card)}


def _is_alone_outside(card: Card) -> bool:
    """Whether *card* is about one need outside ICE, and so speaks of nothing else."""
    return card.channel is Channel.OUTSIDE and len(card.needs) == 1


def _what_to_do(card: Card, say: Wording) -> str:
    if _is_alone_outside(card):
        return say.lines("outside", card.needs[0].value, "text")[0]
    return say(*variant(card, say, "card", card.channel.value, "do"), rest=_beside_a_stay(card, say))


def _optional(card: Card, say: Wording, part: str) -> str:
    """A text that not every card has."""
    path = variant(card, say, "card", card.channel.value, part)
    return say(*path) if say.has(*path) else ""


def _is_told(need: Need, card: Card, say: Wording) -> bool:
    return card.channel is Channel.OUTSIDE or say.has("beside", need.value, "text")


def _is_first(need: Need, card: Card) -> bool:
    """Whether *card* begins with *need*: a request that may be another one is said first, and the need with an if."""
    unsure = is_for_anyone(card) and card.channel is not Channel.DETENTION_LINE
    return need in BEFORE_THE_OFFICE and not unsure


def _option(need: Need, card: Card, say: Wording) -> str:
    """*need* by name; with an if on a card for anyone, which several needs share and nobody chose all of."""
    name = say("question", NEEDS, "options", need.value)
    return say("ui.if_so", need=name) if is_for_anyone(card) else name


def _need_view(need: Need, card: Card, say: Wording) -> dict[str, Any]:
    """What *card* says of one need by name: with a heading of its own, where there are several."""
    room = "outside" if need in OUTSIDE_NEEDS else "beside"
    alone = _is_alone_outside(card)
    title = say(room, need.value, "title") if room == "outside" else _option(need, card, say)
    return {
        "id": need.value,
        "title": title if len(card.needs) > 1 else "",
        "text": say.lines(room, need.value, "text")[1 if alone else 0 :],
        "steps": say.lines(room, need.value, "steps") if say.has(room, need.value, "steps") else [],
        "to_say": tuple(to_say(need, say)),
        "facts": beside(need),
        "told_once": need in BEFORE_THE_OFFICE and not _is_first(need, card),
        "centers": need is Need.FIND_A_PERSON,
        "laws": laws_of_need(need),
    }


def warning_view(warning: Beware, card: Card | None, say: Wording) -> dict[str, Any]:
    """*warning* as *card* says it, or as it is said of all cards."""
    lead, text = ("beware", warning.value, "lead"), ("beware", warning.value, "text")
    return {
        "id": warning.value,
        "lead": say(*(variant(card, say, *lead) if card else lead)),
        "text": say(*(variant(card, say, *text) if card else text)),
        "laws": laws_of_warning(warning),
    }
