"""In which order a person acts on a result, and what it says once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from wizard.assess import Assessment
from wizard.cards import Card, Channel, Notice
from wizard.needs import NEED_GROUPS, NeedGroup


def in_order_of_action(assessment: Assessment) -> list[Card]:
    """The cards as a person acts on them: who is not found yet is looked for first, by a card of its own."""
    first: list[Card] = []
    then: list[Card] = []
    for card in assessment.cards:
        finding = tuple(need for need in card.needs if need in NEED_GROUPS[NeedGroup.FIND])
        others = tuple(need for need in card.needs if need not in NEED_GROUPS[NeedGroup.FIND])
        if finding:
            first.append(replace(card, needs=finding))
        if (others or not card.needs) and card.channel is not Channel.EMERGENCY:
            then.append(replace(card, needs=others))
    return [*first, *then]


def steps_of(views: Sequence[Mapping[str, Any]]) -> list[tuple[str, str, str]]:
    """What to do, one thing after the other: to which card or which need, its title, and what a card is about."""
    found: list[tuple[str, str, str]] = []
    for view in views:
        if view["key"] == Channel.OUTSIDE:
            found += [(need["id"], need["title"] or view["title"], "") for need in view["needs"]]
        else:
            found.append((view["key"], view["title"], view["topics"]))
    return found


def notices_once(views: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The *views*, each notice on the first of them alone."""
    told: set[Notice] = set()
    found: list[dict[str, Any]] = []
    for view in views:
        new = [notice for notice in view["notices"] if notice not in told]
        told.update(new)
        found.append({**view, "notices": new})
    return found
