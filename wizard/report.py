"""The assessment as the JSON that other programs read."""

from typing import Any

from wizard.assess import Assessment, assess, unanswered
from wizard.cards import Card
from wizard.engine import RULES, Consulted, Question
from wizard.intake import DATE_FIELD, Intake, with_known_default
from wizard.questions import LocalResponsePeriod, Need
from wizard.reach import facts_of
from wizard.render import card_text, card_title
from wizard.wording import wording


def assessment_report(intake: Intake, language: str) -> dict[str, Any]:
    """*intake* assessed, in the form of the command line; or the next question, where it is not complete."""
    if not intake.needs:
        return _incomplete("needs", "many", [need.value for need in Need])
    answers = with_known_default(intake.answers)
    question = unanswered(intake.needs, answers)
    if question is not None:
        return _next(question)
    assessment = assess(intake.needs, answers)
    return {
        "complete": True,
        "cards": [_card(card, intake, language) for card in assessment.cards],
        "stop": _stop(assessment, language),
        "notices": [notice.value for notice in assessment.notices],
    }


def _next(question: type[Question]) -> dict[str, Any]:
    if question is LocalResponsePeriod:
        return _incomplete(DATE_FIELD, "date", [LocalResponsePeriod.UNKNOWN.value])
    options: list[Any] = [option.value for option in question]
    if options == ["true", "false"]:
        options = [True, False]
    return _incomplete(question.id(), "one", options)


def _incomplete(question: str, kind: str, options: list[Any]) -> dict[str, Any]:
    return {"complete": False, "next": {"question": question, "kind": kind, "options": options}}


def _card(card: Card, intake: Intake, language: str) -> dict[str, Any]:
    missing = [item.value for item in card.include if item in (intake.missing_items or ())]
    return {
        "channel": card.channel.value,
        "needs": [need.value for need in card.needs],
        "priority": card.priority,
        "ready": bool(card.include) and intake.missing_items is not None and not missing,
        "send_to": {
            fact.id: {"value": fact.value, "standing": fact.standing.value, "checked": fact.checked}
            for fact in facts_of(card)
        },
        "include": [item.value for item in card.include],
        "missing": missing,
        "warnings": [beware.value for beware in card.warnings],
        "because": [_reason(consulted) for consulted in card.rests_on()],
        "title": card_title(card, wording(language)),
        "text": card_text(card, language),
    }


def _reason(consulted: Consulted) -> dict[str, Any]:
    return {"rule": consulted.rule, "statements": list(consulted.statements), "result": consulted.result}


def _stop(assessment: Assessment, language: str) -> dict[str, Any] | None:
    if not assessment.stop:
        return None
    say = wording(language)
    return {
        "because": [
            {
                "rule": "ice_may_not_know_the_person",
                "statements": list(RULES["ice_may_not_know_the_person"]),
                "result": True,
            }
        ],
        "title": say("interlude", "stop", "title"),
        "text": "\n".join([*say.lines("interlude", "stop", "text"), say("interlude", "stop", "note")]),
    }
