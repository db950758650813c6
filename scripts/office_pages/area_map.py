"""The map of areas: scripts/make_map.mjs draws it into build/map.svg, anew only when what it is made from changes."""

import hashlib
import json
import subprocess
from pathlib import Path

from office_pages.places import areas, states
from wizard.office_facts import field_offices

REPOSITORY = Path(__file__).resolve().parents[2]
PROGRAM = REPOSITORY / "scripts" / "make_map.mjs"
DRAWN = REPOSITORY / "build" / "map.svg"
STAMP = REPOSITORY / "build" / "map.inputs"
SUFFIX = " Field Office"
LONGEST_SECONDS = 120


def map_with(heard: dict[str, str]) -> str:
    """The map as SVG, with what a reader hears of each anchor filled in (markup, already escaped)."""
    drawn = _drawn(_places())
    for anchor, name in heard.items():
        drawn = drawn.replace(f"{{{anchor}}}", name)
    return drawn


def _drawn(places: str) -> str:
    inputs = (places.encode(), PROGRAM.read_bytes(), (REPOSITORY / "package-lock.json").read_bytes())
    digest = hashlib.sha256(b"\0".join(inputs)).hexdigest()
    if DRAWN.is_file() and STAMP.is_file() and STAMP.read_text("utf-8") == digest:
        return DRAWN.read_text("utf-8")
    node = subprocess.run([REPOSITORY / "scripts" / "find-node"], capture_output=True, text=True, check=True)
    ran = subprocess.run(
        [node.stdout.strip(), PROGRAM],
        input=places,
        capture_output=True,
        text=True,
        timeout=LONGEST_SECONDS,
        check=False,
    )
    if ran.returncode:
        raise RuntimeError(f"the map could not be drawn: {ran.stderr.strip()}")
    for path, content in ((DRAWN, ran.stdout), (STAMP, digest)):
        path.parent.mkdir(exist_ok=True)
        unfinished = path.with_suffix(f"{path.suffix}.part")
        unfinished.write_text(content, "utf-8")
        unfinished.replace(path)
    return ran.stdout


def _places() -> str:
    places = [
        {
            "anchor": area.anchor,
            "state": area.state,
            "name": states()[area.state].name,
            "offices": area.offices,
            "counties": area.counties,
            "label": " ".join(field_offices()[code].name.removesuffix(SUFFIX) for code in area.offices[:1])
            if len(area.offices) == 1
            else "",
        }
        for area in areas().values()
    ]
    return json.dumps(places)
