"""Every complete interview of one need, assessed, as text: run here and in the browser's Python, and compared.

May import nothing that is not in the browser's bundle.
"""

import json
from dataclasses import asdict

from wizard.assess import assess, card_for
from wizard.cards import Card
from wizard.engine import Ask, every_path
from wizard.questions import Custody, Emergency, KnownToIce, Need


def told() -> str:
    """One interview a line: the need, the answers in the order they were asked, and the whole assessment."""
    return "\n".join(line for need in Need for line in _lines(need))


def _lines(need: Need) -> list[str]:
    def route(ask: Ask) -> Card:
        return card_for(need, ask)

    lines = []
    for custody in Custody:
        for known_to_ice in KnownToIce:
            known = {Emergency.id(): "false", Custody.id(): custody.value, KnownToIce.id(): known_to_ice.value}
            for path in every_path(route, known):
                answers = {**known, **dict(path.answers)}
                told = {"need": need, "answers": answers, "assessment": asdict(assess((need,), answers))}
                lines.append(json.dumps(told, ensure_ascii=False))
    return lines
