"""The assessment as the JSON that other programs read."""

from datetime import datetime
from typing import Any

from wizard.assess import Assessment, assess, unanswered
from wizard.cards import Card, Channel
from wizard.engine import Consulted, Kind, Question
from wizard.hours import line_hours
from wizard.intake import DATE_FIELD, Intake, options_of, with_known_default
from wizard.interview import ASKING_BACK, State, applies
from wizard.library import Fact, Standing
from wizard.office_facts import Conflict, Value
from wizard.offices import Answer, FieldOffice, Found, OplaOffice
from wizard.places import offices_for
from wizard.questions import NEEDS, LocalResponsePeriod, Need
from wizard.reach import GOES_WITHOUT, facts_of, laws_of
from wizard.render import card_text, card_title
from wizard.wording import Wording


def assessment_report(intake: Intake, say: Wording, moment: datetime) -> dict[str, Any]:
    """*intake* assessed, in the form of the command line; or the next question, where it is not complete.

    *moment*, with its offset from UTC, decides whether the line is open.
    """
    if not intake.needs:
        return _incomplete(NEEDS, Kind.MANY, [need.value for need in Need])
    answers = with_known_default(intake.answers)
    question = unanswered(intake.needs, answers)
    if question is not None:
        return _next(question)
    assessment = assess(intake.needs, answers)
    state = State(intake.needs, answers)
    return {
        "complete": True,
        "before": [first.value for first in assessment.before],
        "asks_back": [interlude.value for interlude in ASKING_BACK if applies(interlude, state)],
        "cards": [_card(card, intake, say, moment) for card in assessment.cards],
        "stop": _stop(assessment, say),
        "notices": [notice.value for notice in assessment.notices],
    }


def _next(question: type[Question]) -> dict[str, Any]:
    if question.kind() is Kind.DATE:
        return _incomplete(DATE_FIELD, Kind.DATE, [LocalResponsePeriod.UNKNOWN.value])
    return _incomplete(question.id(), question.kind(), options_of(question))


def _incomplete(question: str, kind: Kind, options: list[Any]) -> dict[str, Any]:
    return {"complete": False, "next": {"question": question, "kind": kind, "options": options}}


def _card(card: Card, intake: Intake, say: Wording, moment: datetime) -> dict[str, Any]:
    missing = [item.value for item in card.include if item in (intake.missing_items or ())]
    return {
        "channel": card.channel.value,
        "needs": [need.value for need in card.needs],
        "priority": card.priority,
        "ready": bool(card.include) and intake.missing_items is not None and not set(missing) - {GOES_WITHOUT},
        "send_to": {
            **{
                fact.id: {"value": fact.value, "standing": fact.standing.value, "checked": fact.checked}
                for fact in facts_of(card)
            },
            **_offices(card, intake),
        },
        "include": [item.value for item in card.include],
        "missing": missing,
        "warnings": [beware.value for beware in card.warnings],
        "because": [_reason(consulted) for consulted in card.rests_on()],
        "law": [_law(fact, say) for fact in laws_of(card)],
        "title": card_title(card, say),
        "text": card_text(card, say, intake.places),
        **({"open": _open(moment)} if card.channel is Channel.DETENTION_LINE else {}),
    }


def _law(fact: Fact, say: Wording) -> dict[str, Any]:
    return {
        "id": fact.id,
        "text": say.join("sentences").join(say.lines("law", fact.id)),
        "value": fact.value,
        "sources": list(fact.sources),
        "checked": fact.checked,
        "standing": fact.standing.value,
    }


def _open(moment: datetime) -> dict[str, Any] | None:
    """Whether the line is open at *moment*, and its next opening and closing; None past the table of holidays."""
    hours = line_hours(moment)
    if hours is None:
        return None
    opens, closes = hours.opens.isoformat(), hours.closes.isoformat()
    return {"now": hours.now, "reason": hours.reason.value, "opens": opens, "closes": closes}


def _offices(card: Card, intake: Intake) -> dict[str, Any]:
    """The offices of the place that the intake names, if it does: never an e-mail address, which is no way to send."""
    answer = offices_for(card, intake.places)
    if answer is None:
        return {}
    kind = "opla_office" if card.channel is Channel.OPLA else "field_office"
    return {kind: _answer(answer, [_office(office) for office in answer.offices])}


def _answer(answer: Answer[Any], offices: list[dict[str, Any]]) -> dict[str, Any]:
    """*value* is a name only where there is one office; otherwise *answer* says why there is not."""
    one = answer.claims[0] if answer.found is Found.ONE else None
    return {
        "answer": answer.found.value,
        "value": offices[0]["name"] if one else None,
        "standing": one.standing.value if one else Standing.UNKNOWN.value,
        "checked": one.checked if one else None,
        "dated": one.dated if one else None,
        "offices": offices,
        "claims": [_value(claim) for claim in answer.claims],
        "counties": list(answer.counties),
        "courts": [
            {"id": court.id, "name": court.name, "conflicts": [_conflict(conflict) for conflict in court.conflicts]}
            for court in answer.courts
        ],
    }


def _office(office: FieldOffice | OplaOffice) -> dict[str, Any]:
    return _field_office(office) if isinstance(office, FieldOffice) else _opla_office(office)


def _field_office(office: FieldOffice) -> dict[str, Any]:
    return {
        "id": office.code,
        "name": office.name,
        "listed_as": office.listed_as,
        "address": _value(office.address),
        "phone": _value(office.phone),
        "conflicts": [_conflict(conflict) for conflict in office.conflicts],
    }


def _opla_office(office: OplaOffice) -> dict[str, Any]:
    return {
        "id": office.id,
        "name": office.name,
        "address": _value(office.address),
        "mailing_address": _value(office.mailing_address) if office.mailing_address else None,
        "phone": _value(office.phone),
    }


def _conflict(conflict: Conflict) -> dict[str, Any]:
    return {"about": conflict.about, "values": [_value(value) for value in conflict.values]}


def _value(value: Value) -> dict[str, Any]:
    return {
        "value": value.value or None,
        "standing": value.standing.value,
        "checked": value.checked,
        "dated": value.dated,
        "sources": list(value.sources),
    }


def _reason(consulted: Consulted) -> dict[str, Any]:
    return {"rule": consulted.rule, "statements": list(consulted.statements), "result": consulted.result}


def _stop(assessment: Assessment, say: Wording) -> dict[str, Any] | None:
    if not assessment.stop:
        return None
    return {
        "because": [_reason(consulted) for consulted in assessment.stopped_by],
        "title": say("interlude", "stop", "title"),
        "text": "\n".join([*say.lines("interlude", "stop", "text"), say("interlude", "stop", "note")]),
    }
