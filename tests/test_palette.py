"""The colours can be read by tired eyes, in the light and in the dark."""

import re
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[1]
WIZARD = REPOSITORY / "wizard"
GUIDE = REPOSITORY / "scripts" / "guide"
PALETTE = (WIZARD / "web" / "palette.css").read_text(encoding="utf-8")
SHEETS = sorted([*(WIZARD / "web").glob("*.css"), *GUIDE.rglob("*.css")])
LIGHT, DARK_DEVICE, DARK_CHOSEN, PRINT = (
    dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", block))
    for block in re.findall(r"color-scheme: \w+;([^}]*)}", PALETTE)
)
SCHEMES = {"light": LIGHT, "dark": DARK_CHOSEN, "print": PRINT}
TEXT_ON_GROUND = [
    *((ink, ground) for ink in ("ink", "ink-soft", "accent") for ground in ("paper", "raised", "sunken")),
    ("danger", "paper"),
    ("danger", "raised"),
    ("danger", "danger-paper"),
    ("on-danger", "danger"),
    ("on-accent", "accent"),
    ("accent", "accent-paper"),
    ("ink", "accent-paper"),
    ("ink", "caution-paper"),
    ("ink", "danger-paper"),
    ("paper", "ink"),
]


def luminance(color: str) -> float:
    """Return the relative luminance of `#rrggbb` as WCAG 2 defines it, 0 to 1."""
    channels = (int(color[start : start + 2], 16) / 255 for start in (1, 3, 5))
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG 2 defines it, 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("text", "ground"), TEXT_ON_GROUND)
def test_text_stands_out_seven_to_one(scheme: str, text: str, ground: str) -> None:
    """WCAG's highest level, for every pair that the pages use."""
    colors = SCHEMES[scheme]
    assert contrast(colors[text], colors[ground]) >= 7


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_edge_of_a_control_can_be_seen(scheme: str) -> None:
    """Three to one against what it stands on."""
    colors = SCHEMES[scheme]
    assert all(contrast(colors["edge"], colors[ground]) >= 3 for ground in ("paper", "raised", "sunken"))


def test_dark_is_the_same_whoever_asks_for_it() -> None:
    """The device, or the reader; and every scheme sets every colour."""
    assert DARK_DEVICE == DARK_CHOSEN
    assert LIGHT.keys() == DARK_CHOSEN.keys() == PRINT.keys()


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_red_is_for_danger_now_and_for_nothing_else(sheet: Path) -> None:
    """So an error, or a paper that is missing, never looks like the line to call."""
    rules = re.findall(r"([^{}]+){([^{}]*var\(--(?:on-)?danger[^{}]*)}", sheet.read_text(encoding="utf-8"))
    assert [rule.strip() for rule, _ in rules if "danger" not in rule and "emergency" not in rule] == []
