"""Twelve people with their papers (`packets_of_people.json`): for tests, and to be looked at.

python -m tests.packets_of_people FOLDER    writes the packet of each into a folder of its own
"""

import json
import sys
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from wizard.intake import Intake, check_intake
from wizard.packet import Packet
from wizard.packet.on_disk import packet_of_intake, write_packet
from wizard.wording import wording

MOMENT = datetime.fromisoformat("2026-11-24T17:30:00-05:00")


@dataclass(frozen=True)
class Person:
    """Somebody in a situation: what they answered and wrote, in their language."""

    id: str
    language: str
    situation: str
    intake: dict[str, Any]

    @property
    def checked(self) -> Intake:
        """The intake as the command line reads it."""
        return check_intake(self.intake, MOMENT.date())

    @property
    def packet(self) -> Packet:
        """The papers."""
        return packet_of_intake(self.checked, wording(self.language), MOMENT)


PEOPLE = {row["id"]: Person(**row) for row in json.loads(Path(__file__).with_suffix(".json").read_text("utf-8"))}


def main(folder: Path) -> None:
    """Writes every packet below *folder*; nothing there is overwritten."""
    for person in PEOPLE.values():
        for name in write_packet(person.checked, folder / person.id, wording(person.language), MOMENT):
            print(folder / person.id / name)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
