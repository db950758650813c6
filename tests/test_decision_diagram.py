"""The picture of the whole guide leads where the rules lead, and says in both languages what they say."""

import html
import re

import pytest

from scripts.guide.pictures import decision
from scripts.guide.pictures.decision_diagram import diagram, rows
from wizard.assess import card_for
from wizard.engine import Rule, every_path
from wizard.interview import GROUPS, NEEDS, Interlude
from wizard.languages import languages
from wizard.questions import NEED_GROUPS, Need
from wizard.rules.stop import ice_knows_the_person_who_is_free, ice_may_not_know_the_person
from wizard.wording import wording


def ways_from(node: decision.Node) -> list[decision.Edge]:
    """The edges out of *node*."""
    return [edge for edge in decision.edges() if edge.start == node]


def follow(need: Need, answers: dict[str, str]) -> decision.Node:
    """Where a reader of the picture comes to, who wants *need* and gives *answers*."""
    (group,) = (group for group, needs in NEED_GROUPS.items() if need in needs)
    given = {("question", question, "options", option) for question, option in answers.items()}
    given.add(("question", NEEDS, "options", need.value))
    special = [edge for edge in ways_from(decision.WANTED) if given & {*edge.when[0]}]
    whole_group = ("question", GROUPS, "options", group.value)
    usual = [edge for edge in ways_from(decision.WANTED) if whole_group in edge.when[0]]
    (edge,) = special or usual
    while ways_from(edge.end):
        (edge,) = (way for way in ways_from(edge.end) if all(given & {*texts} for texts in way.when))
    return edge.end


@pytest.mark.parametrize("need", Need)
def test_every_interview_ends_where_the_picture_leads(need: Need) -> None:
    """Edge by edge, for all answers."""
    for path in every_path(lambda ask: card_for(need, ask)):
        assert follow(need, dict(path.answers)) == ("card", path.outcome.channel.value)


@pytest.mark.parametrize(
    ("card", "rule"),
    [(decision.STOP, ice_may_not_know_the_person), (decision.RECORD_KEPT, ice_knows_the_person_who_is_free)],
)
def test_what_comes_before_comes_on_the_conditions_of_its_rule(card: decision.Node, rule: Rule) -> None:
    """And on no other."""
    (to_card,) = (edge for edge in decision.edges() if edge.end == card)
    shown = {text for texts in to_card.when for text in texts}
    for path in every_path(rule):
        given = {("question", question, "options", option) for question, option in path.answers}
        assert path.outcome == (given <= shown)


def test_danger_and_the_stop_card_come_before_any_place_to_turn() -> None:
    """No edge leads to a card but from what a person needs onwards."""
    before = {decision.DANGER, decision.NEAR, decision.KNOWN, *(("interlude", name.value) for name in Interlude)}
    assert {edge.start for edge in decision.edges() if edge.end == decision.WANTED} <= before
    assert not [edge for edge in decision.edges() if edge.start in before and edge.end[0] == "card"]


@pytest.mark.parametrize("language", languages())
def test_the_picture_and_the_table_say_the_same(language: str) -> None:
    """Every word of every row is in the picture, and nothing in it asks for a colour or a font of its own."""
    picture = diagram(language)
    words = re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", picture)))
    for row in rows(language):
        for text in row:
            assert re.sub(r"\s+", " ", text) in words, text
    assert 'role="img"' in picture
    assert wording(language)("diagram.description").replace("'", "&#39;") in picture
    assert not re.search(r"\b(id|style|fill|font-family)=|<title|<!--", picture)
