#!/usr/bin/env python3
"""Make a copy of the guide your own, without building anything.

    python3 brand.py                  reads own.toml and site/ beside this file; makes ready/ and ready.zip
    python3 brand.py --from FOLDER    says what changed since the release in FOLDER, and for whom; makes nothing

It needs Python 3.9 or newer and nothing else. It asks no network. What own.toml may hold stands in own.example.toml.
A fault is one line that names the key; then nothing is made, and what was there stays as it was.
"""

from __future__ import annotations

import argparse
import base64
import colorsys
import datetime as dt
import difflib
import gzip
import hashlib
import html
import json
import os
import re
import shutil
import signal
import sys
import unicodedata
import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

try:
    import tomllib
except ModuleNotFoundError:  # Python 3.9 and 3.10: the same reader lies beside this file
    try:
        import tomli as tomllib  # type: ignore[no-redef]
    except ModuleNotFoundError:
        sys.exit(
            "brand.py: this Python cannot read TOML; use Python 3.11 or newer, or put the release's tomli/ beside it"
        )

if sys.version_info < (3, 9):  # noqa: UP036 (whoever has an older one is told)
    sys.exit("brand.py: it needs Python 3.9 or newer")
HERE = Path(__file__).resolve().parent
WORDS = "assets/own-words.json"
Texts = dict[str, str]  # by language


class Fault(Exception):
    """What is wrong in own.toml, in one line."""


class Misplaced(Fault):
    """What is wrong with a folder, in one line."""


# ---------------------------------------------------------------- what own.toml says


@dataclass
class Help:
    """One line of local help."""

    name: Texts
    contact: str
    area: Texts
    checked: dt.date


@dataclass
class Own:
    """All that is the group's own, checked."""

    group: str
    who: Texts
    reach: list[str]
    languages: list[str]
    default: str
    leave: str
    number: str = ""
    hours: Texts = field(default_factory=dict)
    help: list[Help] = field(default_factory=list)
    start: Texts = field(default_factory=dict)
    cards: dict[str, Texts] = field(default_factory=dict)
    logo: Path | None = None
    accent: str = ""
    site: str = ""
    hide: list[str] = field(default_factory=list)


KEYS = (
    *("group", "who", "reach", "hotline", "help", "start", "cards"),
    *("logo", "accent", "languages", "default", "leave", "site", "hide"),
)
OLD_KEYS = {"operator": "who", "leave_url": "leave", "SITE_URL": "site", "site_url": "site"}
KINDS = {dict: "a table", list: "a list", str: "a text", bool: "true or false", int: "a number", float: "a number"}
TELEPHONE = re.compile(r"[+(]?[0-9][0-9 ().-]*")
EMAIL = re.compile(r"[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
HOST = r"https://[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
ADDRESS = re.compile(HOST + r"(?:/[A-Za-z0-9._~/-]*)?")
SITE = re.compile(HOST + r"(?::[0-9]+)?(?:/[A-Za-z0-9._~-]+)*/?")
AGENCY = r"ICE|DHS|ERO|immigration and customs enforcement|department of homeland security"
NOT_A_NAME = re.compile(
    rf"(?i)(the )?(u\.? ?s\.? )?({AGENCY})( \((ICE|DHS)\))?(,? (ERO|field office|office|the government))?"
)
LONGEST = {"group": 60, "who": 300, "hotline.hours": 120, "start": 900, "cards": 600, "help.name": 90, "help.area": 90}


def read_own(file: Path, words: dict[str, Any]) -> Own:
    """What *file* says. Raises ``Fault``."""
    given = toml_of(file)
    known(given, KEYS, "")
    refuse_keys_below(given)
    languages = languages_of(given, words)

    def told(key: str, value: Any, *, lines: bool = False) -> Texts:
        return texts(value, key, languages, words, lines=lines)

    own = Own(
        group=group_of(required(given, "group")),
        who=told("who", required(given, "who")),
        reach=reach_of(required(given, "reach")),
        languages=languages,
        default=default_of(given, languages),
        leave=address(given["leave"], "leave", ADDRESS) if "leave" in given else words["leave"],
        help=help_of(given.get("help", []), told),
        start=told("start", given["start"], lines=True) if "start" in given else {},
        logo=logo_of(given["logo"], file.parent) if "logo" in given else None,
        accent=accent_of(given["accent"]) if "accent" in given else "",
        site=address(given["site"], "site", SITE).rstrip("/") + "/" if "site" in given else "",
        hide=chosen(given.get("hide", []), "hide", words["hideable"]),
    )
    if "hotline" in given:
        hotline = table(given["hotline"], "hotline", ("number", "hours"))
        own.number = telephone(required(hotline, "number", "hotline."), "hotline.number")
        own.hours = told("hotline.hours", required(hotline, "hours", "hotline."))
    for card, note in table(given.get("cards", {}), "cards", words["cards"]).items():
        own.cards[card] = told(f"cards.{card}", note, lines=True)
    return own


def toml_of(file: Path) -> dict[str, Any]:
    """The keys of *file*; a fault names the line, and the key that begins it."""
    try:
        text = file.read_text("utf-8-sig")
    except OSError:
        named = file.with_name(f"{file.name}.txt")  # some editors add it, and do not show it
        advice = f"rename {named.name}" if named.is_file() else "copy own.example.toml to that name, and change it"
        raise Fault(f"there is no file {file}; {advice}") from None
    except UnicodeDecodeError:
        raise Fault("it is not saved as UTF-8; save it again as UTF-8") from None
    try:
        return dict(tomllib.loads(text))
    except (ValueError, RecursionError) as error:
        place = re.search(r"at line (\d+)", str(error))
        line = text.split("\n")[int(place[1]) - 1] if place else ""
        begun = one_line(re.split(r"[=\]#]", line.strip("[ \t"))[0]) or "the last line"
        advice = 'a text stands in quotation marks: name = "like this"'
        if re.search("[\u2018-\u201f\u00ab\u00bb\u00a0]", line):
            advice = 'its quotation marks or spaces are of a word processor; type them anew, straight: "like this"'
        raise Fault(f"{begun}: this cannot be read ({one_line(str(error))}); {advice}") from None


def one_line(text: str) -> str:
    """*text* without line breaks and other marks that no line should hold."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())[:160]


def required(given: dict[str, Any], key: str, before: str = "") -> Any:
    """The value of a key that must be there."""
    if key not in given:
        raise Fault(f"{before}{key}: it is missing; own.example.toml shows how it is written")
    return given[key]


def nearest(word: str, right: Any) -> str:
    """The one of *right* that looks most like *word*."""
    return max(map(str, right), key=lambda one: difflib.SequenceMatcher(None, word.lower(), one.lower()).ratio())


def known(given: dict[str, Any], right: Any, before: str) -> None:
    """Stops at the first key that is none of *right*."""
    for key in given:
        if key not in right:
            better = OLD_KEYS[key] if key in OLD_KEYS and not before else nearest(key, right)
            raise Fault(f"{before}{one_line(key)}: there is no such key; do you mean {before}{better}?")


def refuse_keys_below(given: dict[str, Any]) -> None:
    """Stops at a key that was written below a table, and so belongs to that."""
    for name, value in given.items():
        for inside in value if isinstance(value, list) else [value]:
            for key in inside if isinstance(inside, dict) else ():
                if key in KEYS:
                    raise Fault(f"{key}: it stands below [{name}]; move it above the first line that begins with [")


def table(value: Any, key: str, right: Any) -> dict[str, Any]:
    """A table with no keys but the *right* ones."""
    if not isinstance(value, dict):
        raise Fault(f"{key}: it takes a table, [{key}] with keys below it, not {kind(value)}")
    known(value, right, f"{key}.")
    return value


def kind(value: Any) -> str:
    """What sort of value stands there."""
    return next((name for sort, name in KINDS.items() if type(value) is sort), "a day or a time")


def text_of(value: Any, key: str, *, lines: bool = False) -> str:
    """A text that a page may show: no markup, nothing unseen, not too long."""
    if not isinstance(value, str):
        raise Fault(f"{key}: it takes a text in quotation marks, not {kind(value)}")
    text = value.strip()
    if not text:
        must = key.partition(".")[0] in ("group", "who")
        raise Fault(f"{key}: it is empty; write a text{'' if must else ', or take the key out'}")
    if re.search(r"[<>]|&#?\w+;", text):
        raise Fault(f"{key}: it holds HTML; write plain words, without < and > and without codes such as &nbsp;")
    unseen = ("Cc", "Cf", "Co", "Cs", "Zl", "Zp")
    fine = "\u200c\u200d\n" if lines else "\u200c\u200d"
    if any(unicodedata.category(letter) in unseen for letter in text if letter not in fine):
        rest = "" if lines else " on one line"
        raise Fault(f"{key}: it holds a line break, a tab or a mark that nobody sees; write plain words{rest}")
    room = re.sub(r"\[\d+\]", "", key)
    most = next((number for name, number in LONGEST.items() if room == name or room.startswith(name + ".")), 120)
    if len(text) > most:
        raise Fault(f"{key}: it has {len(text)} characters; at most {most} fit")
    return text


def texts(value: Any, key: str, languages: list[str], words: dict[str, Any], *, lines: bool = False) -> Texts:
    """A text in every language that the copy offers; a name of a place or of people may be the same in all."""
    if isinstance(value, str) and (len(languages) == 1 or key.endswith((".name", ".area"))):
        return dict.fromkeys(languages, text_of(value, key, lines=lines))
    if not isinstance(value, dict):
        row = ", ".join(f'{code} = "..."' for code in languages)
        raise Fault(f"{key}: it takes one text for each language, {{ {row} }}, not {kind(value)}")
    known(value, words["languages"], f"{key}.")
    for code in languages:
        if code not in value:
            raise Fault(f"{key}.{code}: this text is missing; write it, or take {code} out of languages")
    return {code: text_of(value[code], f"{key}.{code}", lines=lines) for code in languages}


def group_of(value: Any) -> str:
    """The name of the group, which may be taken for no name of the government."""
    name = text_of(value, "group")
    if NOT_A_NAME.fullmatch(name):
        raise Fault(
            "group: write the name of your own group; nobody may take this for a guide of ICE or the government"
        )
    return name


def languages_of(given: dict[str, Any], words: dict[str, Any]) -> list[str]:
    """The languages that the copy offers; without the key, all of them."""
    offered = chosen(given.get("languages", list(words["languages"])), "languages", list(words["languages"]))
    if not offered:
        raise Fault(f"languages: name at least one of {', '.join(words['languages'])}")
    return offered


def default_of(given: dict[str, Any], languages: list[str]) -> str:
    """The language that the address of the copy opens."""
    value = given.get("default", languages[0])
    if not isinstance(value, str):
        raise Fault(f"default: it takes the code of a language in quotation marks, not {kind(value)}")
    if value not in languages:
        raise Fault(f"default: {one_line(value)!r} is not offered; do you mean {nearest(value, languages)}?")
    return value


def chosen(value: Any, key: str, right: list[str]) -> list[str]:
    """Some of the *right* names, each once."""
    if not isinstance(value, list):
        raise Fault(f'{key}: it takes a list, such as ["{right[0]}"], not {kind(value)}')
    for one in value:
        if not isinstance(one, str):
            raise Fault(f"{key}: it takes names in quotation marks, not {kind(one)}")
        if one not in right:
            raise Fault(f"{key}: there is no {one_line(one)!r}; you can choose {' and '.join(right)}")
    if len(set(value)) < len(value):
        raise Fault(f"{key}: the same name stands there twice")
    return list(value)


def address(value: Any, key: str, right: re.Pattern[str]) -> str:
    """An address of https, plain enough to stand in a page as it is."""
    example = "https://www.wikipedia.org/" if key == "leave" else "https://example.org/guide/"
    if not isinstance(value, str):
        raise Fault(f"{key}: it takes an address in quotation marks, such as {example}, not {kind(value)}")
    if not right.fullmatch(value) or "/../" in value + "/" or len(value) > 200:
        raise Fault(f"{key}: it takes a whole address that begins with https://, without ? # & or space: {example}")
    return value if value.count("/") > 2 else f"{value}/"


def telephone(value: Any, key: str) -> str:
    """A telephone number as people read it."""
    if not isinstance(value, str):
        raise Fault(f'{key}: it takes a number in quotation marks, such as "(555) 555-0100", not {kind(value)}')
    if not TELEPHONE.fullmatch(value.strip()) or not 3 <= sum(c.isdigit() for c in value) <= 15:
        raise Fault(f'{key}: this is no telephone number; write it as people dial it, such as "(555) 555-0100"')
    return value.strip()


def contact(value: Any, key: str) -> str:
    """A telephone number, an email address or an address of https."""
    if not isinstance(value, str):
        raise Fault(f"{key}: it takes a text in quotation marks, a number or an address, not {kind(value)}")
    text = str(value).strip()
    if len(text) <= 200 and (EMAIL.fullmatch(text) or ADDRESS.fullmatch(text)):
        return text
    if TELEPHONE.fullmatch(text):
        return telephone(text, key)
    raise Fault(f"{key}: it takes a telephone number, an email address, or an address that begins with https://")


def reach_of(value: Any) -> list[str]:
    """How to reach who answers for the copy: one to three ways."""
    if isinstance(value, list) and not 1 <= len(value) <= 3:
        raise Fault(f"reach: it takes one to three ways to reach you, not {len(value)}")
    return [contact(one, "reach") for one in (value if isinstance(value, list) else [value])]


def help_of(value: Any, told: Callable[[str, Any], Texts]) -> list[Help]:
    """Up to five lines of local help."""
    if not isinstance(value, list):
        raise Fault(f"help: each line of local help begins with [[help]], in double brackets; this is {kind(value)}")
    if len(value) > 5:
        raise Fault(f"help: at most five lines of local help fit, not {len(value)}")
    found = []
    for number, one in enumerate(value, 1):
        key = f"help[{number}]"
        line = table(one, key, ("name", "contact", "area", "checked"))
        day = required(line, "checked", f"{key}.")
        if type(day) is not dt.date:
            raise Fault(f"{key}.checked: it takes the day when you last looked, without quotation marks: 2026-11-30")
        if not dt.date(2020, 1, 1) <= day <= dt.date.today() + dt.timedelta(days=1):  # noqa: DTZ011
            raise Fault(f"{key}.checked: {day} is not a day on which you can have looked")
        names = told(f"{key}.name", required(line, "name", f"{key}."))
        areas = told(f"{key}.area", required(line, "area", f"{key}."))
        found.append(Help(names, contact(required(line, "contact", f"{key}."), f"{key}.contact"), areas, day))
    return found


def logo_of(value: Any, folder: Path) -> Path:
    """The file of the logo: a picture, and nothing that a browser could run."""
    if not isinstance(value, str):
        raise Fault(f'logo: it takes the name of a file in quotation marks, such as "logo.png", not {kind(value)}')
    file = folder / value
    kind_of_file = file.suffix.lower()
    if kind_of_file not in (".png", ".svg", ".webp"):
        raise Fault("logo: it takes a file whose name ends in .png, .svg or .webp")
    try:
        content = file.read_bytes()
    except (OSError, ValueError):
        raise Fault(f"logo: there is no file {one_line(value)!r} beside own.toml that can be read") from None
    if len(content) > 100_000:
        raise Fault(f"logo: it has {len(content) // 1000} kB; at most 100 kB fit, since people pay for them")
    begins = {".png": rb"\x89PNG\r\n\x1a\n", ".webp": rb"RIFF....WEBP", ".svg": rb""}[kind_of_file]
    if not re.match(begins, content, re.DOTALL):
        raise Fault(f"logo: what stands in {one_line(value)} is no {kind_of_file[1:]} picture")
    if kind_of_file == ".svg":
        refuse_what_runs(content)
    return file


def refuse_what_runs(content: bytes) -> None:
    """An SVG is a document: stops where it is more than shapes."""
    more = "logo: this SVG holds more than shapes; save it as a plain SVG, or as PNG"
    try:
        text = content.decode("utf-8")
        if re.search(r"<!(?!--)|<\?(?!xml\s)", text):
            raise Fault(more)
        root = ET.fromstring(text)  # noqa: S314 (no declaration of entities is left in it)
    except (UnicodeDecodeError, ET.ParseError):
        raise Fault("logo: this SVG cannot be read; save it again, or as PNG") from None
    if root.tag.rpartition("}")[2] != "svg":
        raise Fault("logo: what stands there is no svg picture")
    for element in root.iter():
        names = [str(element.tag), *element.attrib]
        bad = any(re.search(r"(?i)(^|})(script|foreignObject|iframe|image|a|on\w+|style|use)$", name) for name in names)
        if bad or any(re.search(r"(?i)(url\((?!#)|script:|data:|https?:)", part) for part in element.attrib.values()):
            raise Fault(more)


# ---------------------------------------------------------------- the accent colour


def accent_of(value: Any) -> str:
    """A colour as #rrggbb."""
    if not isinstance(value, str) or not re.fullmatch(r"#[0-9A-Fa-f]{6}", value):
        raise Fault('accent: it takes a colour of six digits after #, such as "#0a5049"')
    return value.lower()


def luminance(colour: str) -> float:
    """How light *colour* is to the eye, from 0 to 1, as WCAG 2 computes it."""
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def is_red(colour: str) -> bool:
    """Whether *colour* would be taken for the red that here stands for danger alone."""
    hue, _, saturation = colorsys.rgb_to_hls(*(int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)))
    return (hue < 18 / 360 or hue > 342 / 360) and saturation > 0.3


def as_text(hue: float, light: float, saturation: float) -> str:
    """A colour as #rrggbb."""
    return "#" + "".join(f"{round(part * 255):02x}" for part in colorsys.hls_to_rgb(hue, light, saturation))


GROUNDS = ("paper", "raised", "sunken", "accent-paper", "on-accent")
"""What the accent is written on; and the last, what is written on it."""


def readable(colour: str, scheme: dict[str, str]) -> bool:
    """Whether *colour* stands out seven to one from all of them."""
    return all(contrast(colour, scheme[name]) >= 7 for name in GROUNDS)


def made_readable(colour: str, scheme: dict[str, str]) -> str:
    """The nearest colour to *colour* that is readable in *scheme* and is not red: darker or lighter, else as it is."""
    hue, light, saturation = colorsys.rgb_to_hls(*(int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)))
    if is_red(colour):
        hue = 19 / 360 if hue < 0.5 else 341 / 360
    shades = sorted((step / 255 for step in range(256)), key=lambda shade: abs(shade - light))
    every = [colour, *(as_text(hue, shade, saturation) for shade in shades)]
    return next(one for one in every if readable(one, scheme) and not is_red(one))


def schemes_of(site: Path) -> tuple[dict[str, str], dict[str, str]]:
    """The colours of the release by name: in the light, and in the dark."""
    palette = next((site / "wizard" / "assets").glob("palette.*.css")).read_text("utf-8")
    blocks = re.findall(r"color-scheme: (light|dark);([^}]*)}", palette)
    found = [dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", block)) for _, block in blocks[:2]]
    return found[0], found[1]


def sheet_of(accent: str, site: Path) -> str:
    """own.css: the accent, and its lighter sister for dark screens. A fault names the nearest colour that is good."""
    if not accent:
        return ""
    light, dark = schemes_of(site)
    good = made_readable(accent, light)
    if good != accent:
        low = min(contrast(accent, light[name]) for name in GROUNDS)
        why = "red stands for danger alone" if is_red(accent) else f"its contrast is {low:.1f} to 1; 7 to 1 is needed"
        raise Fault(f'accent: {why}; the nearest good one is "{good}"')
    sister = made_readable(accent, dark)
    rows = (
        ("screen", ":root", accent),
        ("screen and (prefers-color-scheme: dark)", ':root:not([data-scheme="light"])', sister),
        ("screen", ':root[data-scheme="dark"]', sister),
    )
    return "".join(f"@media {media} {{ {root} {{ --accent: {colour}; }} }}\n" for media, root, colour in rows)


# ---------------------------------------------------------------- the group's words as they stand in a page


def escaped(text: str) -> str:
    """*text* as a page shows it."""
    return html.escape(text, quote=True)


def linked(value: str) -> str:
    """A telephone number, an email address or an address as a link."""
    shown = f'<bdi dir="ltr">{escaped(value.removeprefix("https://").rstrip("/"))}</bdi>'
    if value.startswith("https://"):
        return f'<a href="{escaped(value)}" rel="noreferrer">{shown}</a>'
    if "@" in value:
        return f'<a href="mailto:{escaped(value)}">{shown}</a>'
    digits = "".join(c for c in value if c.isdigit())
    abroad = "+" if value.startswith("+") or len(digits) == 11 else "+1" if len(digits) == 10 else ""
    whole = abroad + digits
    return f'<a class="own-number" href="tel:{whole}">{shown}</a>'


def day_of(day: dt.date, say: dict[str, Any]) -> str:
    """A day in words."""
    written = say["date"].format(month=say["months"][day.month - 1], day=day.day, year=day.year)
    return str(say["checked"].format(date=written))


class Words:
    """The words of *own* in one language, as markup by the name of the place where they stand."""

    def __init__(self, own: Own, language: str, say: dict[str, Any]) -> None:
        self.own, self.language, self.say = own, language, say
        self.by_place = {name: words for name, words in self._all() if words}

    def _all(self) -> Iterator[tuple[str, str]]:
        own, code = self.own, self.language
        yield "line", self.line("")
        reach = ", ".join(linked(way) for way in own.reach)
        yield (
            "foot",
            self._box("foot", f"<p>{escaped(own.who[code])}</p>", f"<p>{escaped(self.say['reach'])} {reach}</p>"),
        )
        yield "help", self._help()
        yield "start", self._note("start", own.start)
        for card, note in own.cards.items():
            yield f"card-{card.replace('_', '-')}", self._note("card", note)

    def _from(self) -> str:
        return f"<strong>{escaped(self.say['from']).format(group=f'<bdi>{escaped(self.own.group)}</bdi>')}</strong>"

    def _box(self, name: str, *inside: str) -> str:
        return f'<div class="own own-{name}"><p>{self._from()}</p>{"".join(inside)}</div>' if any(inside) else ""

    def _note(self, name: str, note: Texts) -> str:
        lines = re.split(r"\n\s*\n", note.get(self.language, ""))
        return self._box(name, *(f"<p>{escaped(' '.join(line.split()))}</p>" for line in lines if line.strip()))

    def _hotline(self) -> str:
        if not self.own.number:
            return ""
        return f"{escaped(self.say['hotline'])} {linked(self.own.number)} ({escaped(self.own.hours[self.language])})"

    def line(self, picture: str) -> str:
        """What stands near the top of a page: whose copy it is, and the number to call. *picture* is its logo."""
        hotline = f"<br>{self._hotline()}" if self.own.number else ""
        return f'<div class="own own-line"><p>{picture}{self._from()}{hotline}</p></div>'

    def _help(self) -> str:
        rows = "".join(
            f"<li><strong>{escaped(one.name[self.language])}</strong>: {linked(one.contact)}"
            f"<br>{escaped(one.area[self.language])} ({escaped(day_of(one.checked, self.say))})</li>"
            for one in self.own.help
        )
        local = f"<p>{escaped(self.say['local'])}</p><ul>{rows}</ul>" if rows else ""
        hotline = f"<p>{self._hotline()}</p>" if self.own.number else ""
        return self._box("help", hotline, local)


# ---------------------------------------------------------------- the pages

NOT_LISTED = '<meta name="robots" content="noindex">'
KEPT = re.compile(r"(const files = )(\[.*?\])(;\n)")
"""The list of files that a device may keep: one line of sw.js."""

PLACE = re.compile(r"(<!--own:([a-z0-9-]+)-->).*?(<!--/own:\2-->)", re.DOTALL)


@dataclass
class Copy:
    """A copy of the release in *folder*, while it is made the group's own."""

    folder: Path
    own: Own
    release: dict[str, Any]
    sheet: str

    def __post_init__(self) -> None:
        """Everything that holds for all pages alike."""
        own, told = self.own, self.release["languages"]
        self.words = {code: Words(own, code, told[code]) for code in own.languages}
        self.parts = [f"lang-{code}" for code in told if code not in own.languages] + own.hide
        templates = ((code, name, words) for code in own.languages for name, words in self.words[code].by_place.items())
        self.templates = "".join(
            f'<template data-own="{name}" lang="{code}">{words}</template>'
            for code, name, words in templates
            if name != "start"
        )

    def make(self) -> None:
        """Takes away what is left out, changes every page that is left, and adds what is the group's alone."""
        own = self.own
        self.write(self.folder / "own.css", self.sheet)
        self.leave_out()
        self.put_first()
        pages = sorted(self.folder.rglob("*.html"))
        for page in pages:
            self.write(page, self.changed(page))
        if own.logo:
            (self.folder / "own").mkdir()
            shutil.copyfile(own.logo, self.folder / "own" / f"logo{own.logo.suffix.lower()}")
        if own.site:
            self.write(self.folder / "sitemap.xml", self.site_map(pages))
        self.list_files()
        about = {"brand": 1, "group": own.group, "languages": own.languages, "default": own.default, "hidden": own.hide}
        about.update(leave=own.leave, site=own.site, parts=self.parts)
        self.write(self.folder / "own.json", json.dumps(about, ensure_ascii=False, indent=1, sort_keys=True) + "\n")

    def put_first(self) -> None:
        """Puts the pages of no language in place as they are where the default language comes first."""
        for name in ("index", "404"):
            first = self.folder / f"{name}.{self.own.default}.html"
            if first.is_file():
                self.write(self.folder / f"{name}.html", first.read_text("utf-8"))
            for other in self.folder.glob(f"{name}.*.html*"):
                other.unlink()

    def leave_out(self) -> None:
        """Takes away the languages that are not offered, and the pages that are hidden."""
        files = ("search/{}.json", "places/{}.json", "assets/card-{}.png")
        for code in self.release["languages"]:
            if code in self.own.languages:
                for page in self.own.hide:
                    shutil.rmtree(self.folder / code / page)
            else:
                shutil.rmtree(self.folder / code)
                for left in (file for name in files for file in self.folder.glob(f"{name.format(code)}*")):
                    left.unlink()

    def list_files(self) -> None:
        """Lists in sw.js what a device keeps of this copy; where it is to keep nothing, sw.js takes itself away."""
        worker, remover = self.folder / "sw.js", self.folder / "sw-remove.js"
        if "offline" in self.own.hide:
            self.write(worker, remover.read_text("utf-8"))
            return
        start, before, listed, after, rest = KEPT.split(worker.read_text("utf-8"), 1)
        urls = [row["url"] for row in json.loads(listed)]
        if self.own.logo:
            urls.append(f"own/logo{self.own.logo.suffix.lower()}")
        kept = [row for url in urls for row in self.listed(url)]
        told = json.dumps(kept, separators=(",", ":"), sort_keys=True)
        self.write(worker, "".join((start, before, told, after, rest)))

    def listed(self, url: str) -> Iterator[dict[str, Any]]:
        """The row of that list for *url* as it is in this copy; none where the copy leaves it out."""
        file = self.folder / (f"{url}index.html" if url.endswith("/") else url)
        if not file.is_file():
            return
        content = file.read_bytes()
        integrity = "sha256-" + base64.b64encode(hashlib.sha256(content).digest()).decode()
        yield {"url": url, "integrity": integrity, "bytes": len(content)}

    def changed(self, page: Path) -> str:
        """*page* with the group's words, without what is left out, and with its own way out."""
        text = page.read_text("utf-8")
        name = page.relative_to(self.folder).as_posix()
        text = text.replace(self.release["leave"], self.own.leave)
        if name == "404.html" and self.own.site:
            text = text.replace('href="/', f'href="/{"/".join(self.own.site.split("/")[3:])}')
        for part in self.parts:
            text = re.sub(f"(<!--part:{part}-->).*?(<!--/part:{part}-->)", r"\1\2", text, flags=re.DOTALL)
        return PLACE.sub(lambda place: f"{place[1]}{self.at(place[2], name, text)}{place[3]}", text)

    def at(self, place: str, page: str, text: str) -> str:
        """What stands at *place* of *page*."""
        code = page.partition("/")[0]
        if place == "address":
            return self.addresses(page) if self.own.site else ""
        if place == "templates":
            return self.templates
        if code not in self.words:  # a page of all languages names the language with the place
            place, _, code = place.rpartition("-")
            return self.words[code].by_place.get(place, "") if code in self.words else ""
        if place == "line" and self.own.logo and "img-src 'self'" in text and "<!--own:templates-->" not in text:
            source = f"{'../' * page.count('/')}own/logo{self.own.logo.suffix.lower()}"
            return self.words[code].line(f'<img class="own-logo" src="{source}" alt="" width="42" height="42">')
        return self.words[code].by_place.get(place, "")

    def addresses(self, page: str) -> str:
        """Where search engines and messengers find *page*."""
        code, _, rest = page.partition("/")
        if code not in self.words:
            code, rest = self.own.default, "index.html"
        site, rest = self.own.site, rest[: -len("index.html")]
        others = (f'<link rel="alternate" hreflang="{one}" href="{site}{one}/{rest}">' for one in self.own.languages)
        return (
            f'<link rel="canonical" href="{site}{code}/{rest}">'
            f'<meta property="og:url" content="{site}{code}/{rest}">'
            f'<meta property="og:image" content="{site}assets/card-{code}.png">' + "".join(others)
        )

    def site_map(self, pages: list[Path]) -> str:
        """The list of all pages for search engines."""
        listed = (page for page in pages if page.name == "index.html" and NOT_LISTED not in page.read_text("utf-8"))
        names = [page.parent.relative_to(self.folder).as_posix() for page in listed]
        rows = "".join(f"<url><loc>{self.own.site}{name}/</loc></url>\n" for name in names if name != ".")
        head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        return f"{head}{rows}</urlset>\n"

    def write(self, file: Path, text: str) -> None:
        """Writes *file*; what lay packed beside it is packed anew, or goes."""
        content = text.encode("utf-8")
        if file.is_file() and file.read_bytes() == content:
            return
        file.write_bytes(content)
        packed = file.with_name(f"{file.name}.gz")
        file.with_name(f"{file.name}.br").unlink(missing_ok=True)
        if packed.is_file():
            made = gzip.compress(content, 9, mtime=0)
            packed.write_bytes(made[:9] + b"\xff" + made[10:])  # made on no system that it names


# ---------------------------------------------------------------- making ready/ and ready.zip


def refuse_places(site: Path, target: Path, packed: Path | None) -> None:
    """Stops where *site* is no release, or where the copy, or the same *packed*, would lie over what is none."""
    if not (site / WORDS).is_file():
        raise Misplaced(f"there is no release in {site}; brand.py must lie beside the folder site/ of the release")
    if (site / "own.json").exists():
        raise Misplaced(f"{site} is somebody's copy already; take the release itself")
    if target.is_symlink():
        raise Misplaced(f"{target} is a link; take it away, or name another folder")
    if target.exists() and (not target.is_dir() or (any(target.iterdir()) and not (target / "own.json").is_file())):
        raise Misplaced(f"{target} is there, and brand.py did not make it; move it away, or name another folder")
    if packed and packed.exists() and not is_packed_copy(packed):
        raise Misplaced(f"{packed} is there, and brand.py did not make it; move it away")
    release, copy = site.resolve(), target.resolve()
    if copy == release or copy in release.parents or release in copy.parents:
        raise Misplaced(f"{target} is in the release, or around it; name another folder")


def is_packed_copy(file: Path) -> bool:
    """Whether *file* is the zip of a copy."""
    try:
        with zipfile.ZipFile(file) as packed:
            return "own.json" in packed.namelist()
    except (OSError, zipfile.BadZipFile):
        return False


def refuse_leave(leave: str, usual: str, site: Path) -> None:
    """Stops at a way out that the guide itself links to: where that stands for itself could no longer be told."""
    if leave != usual and any(leave in page.read_text("utf-8") for page in site.rglob("*.html")):
        raise Fault(f"leave: the guide itself links to {leave}; choose another plain, busy site")


def make(own_file: Path, site: Path, target: Path, *, zipped: bool) -> str:
    """Makes the copy beside *target* and then puts it there. Raises ``Fault``; then all is as it was."""
    packed = target.with_name(f"{target.name}.zip") if zipped else None
    refuse_places(site, target, packed)
    release = json.loads((site / WORDS).read_text("utf-8"))
    own = read_own(own_file, release)
    sheet = sheet_of(own.accent, site)
    refuse_leave(own.leave, release["leave"], site)
    target.parent.mkdir(parents=True, exist_ok=True)
    aside = target.parent / f".brand-{os.getpid()}"
    new = aside / "new"
    try:
        aside.mkdir()
        copy_of(site, new)
        Copy(new, own, release, sheet).make()
        for path in (new, *new.rglob("*")):
            path.chmod(0o755 if path.is_dir() else 0o644)
        if packed:
            pack(new, aside / "new.zip")
        swap(new, target, aside / "old")
        if packed:
            (aside / "new.zip").replace(packed)
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    also = f" and {packed.name}" if packed else ""
    return f"{target}{also}: {own.group}, {', '.join(own.languages)}, opening {own.default}"


def copy_of(site: Path, new: Path) -> None:
    """Copies all of *site*; the first file that cannot be copied ends it."""
    try:
        shutil.copytree(site, new)
    except shutil.Error as error:  # it goes on to the end, and then tells of each file
        why = re.sub(r"^\[Errno \d+\] |: '.*", "", str(error.args[0][0][2]))
        raise OSError(0, why, str(new.parent.parent)) from None


def swap(new: Path, target: Path, old: Path) -> None:
    """Puts *new* in the place of *target*, which becomes *old*; where that fails, *target* stays."""
    try:
        if target.exists():
            target.rename(old)
        new.rename(target)
    except BaseException:
        if old.exists() and not target.exists():
            old.rename(target)
        raise


def pack(folder: Path, file: Path) -> None:
    """All of *folder* as one file, the same for the same copy."""
    with zipfile.ZipFile(file, "w") as packed:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            entry = zipfile.ZipInfo(path.relative_to(folder).as_posix())
            entry.external_attr = 0o100644 << 16
            entry.create_system = 3
            small = path.suffix in (".br", ".gz", ".png", ".webp")
            entry.compress_type = zipfile.ZIP_STORED if small else zipfile.ZIP_DEFLATED
            packed.writestr(entry, path.read_bytes(), compresslevel=6)


# ---------------------------------------------------------------- what changed since another release


def changes(old: Path, new: Path) -> Iterator[str]:
    """What changed from the release in *old* to that in *new*, in lines for advocates."""
    before, after = manifest_of(old), manifest_of(new)
    yield f"From version {before['version']} to version {after['version']}"
    yield from told_of("What the changelog says", news_of(new, str(before["version"])))
    for name, title in (("facts", "Numbers, addresses and links"), ("sentences", "Sentences that rest on a source")):
        yield from told_of(title, differences(before.get(name, {}), after.get(name, {}), new / "site"))
    yield from told_of("Where a request goes", paths_between(old, new))


def manifest_of(folder: Path) -> dict[str, Any]:
    """The manifest of the release in *folder*."""
    try:
        found = json.loads((folder / "MANIFEST.json").read_text("utf-8"))
        return {"version": found["version"], **found}
    except (OSError, ValueError, KeyError, TypeError):
        raise Fault(f"--from: there is no release with a MANIFEST.json in {folder}") from None


def told_of(title: str, lines: list[str]) -> Iterator[str]:
    """A title and its lines, or that there is nothing to tell."""
    yield ""
    yield f"{title}: {'' if lines else 'no change'}".rstrip()
    yield from (f"  - {line}" for line in lines)


def shown(entry: Any) -> str:
    """A fact or a sentence of a manifest in words."""
    if not isinstance(entry, dict):
        return one_line(str(entry))
    told = " ".join(str(entry[name]) for name in ("text", "value", "number") if entry.get(name))
    marks = ", ".join(str(entry[name]) for name in ("standing", "checked") if entry.get(name))
    words = " ".join((told or json.dumps(entry, ensure_ascii=False, sort_keys=True)).split())
    return f"{words} ({marks})" if marks else words


def differences(was: dict[str, Any], now: dict[str, Any], site: Path) -> list[str]:
    """Each entry that is new, gone or another, and who reads it: the titles of the pages that show it."""
    lines = []
    for name in sorted({*was, *now}):
        one, other = was.get(name), now.get(name)
        found = other.get("pages", []) if isinstance(other, dict) else []
        pages = list(dict.fromkeys(title_of(site / page) for page in found if page.endswith(".html")))
        on = f" [on: {'; '.join(pages[:4])}{'; and others' if len(pages) > 4 else ''}]" if pages else ""
        if one is None:
            lines.append(f"{name}: new: {shown(other)}{on}")
        elif other is None:
            lines.append(f"{name}: gone; it was: {shown(one)}")
        elif shown(one) != shown(other):
            lines.append(f"{name}: was: {shown(one)}; is now: {shown(other)}{on}")
    return lines


def title_of(page: Path) -> str:
    """What *page* is called, without the name of the guide; its address, where it has no title."""
    found = re.search(r"<title>(.*?)( - [^<]*)?</title>", page.read_text("utf-8")) if page.is_file() else None
    return html.unescape(found[1]) if found else "/".join(page.parts[-3:])


def news_of(new: Path, since: str) -> list[str]:
    """What the changelog of the release in *new* says of every version after *since*."""
    pages = [page for page in (new / "site").glob("*/changelog/index.html") if page.parent.parent.name == "en"]
    if not pages:
        return []
    article = pages[0].read_text("utf-8").partition("<article")[2].partition("</article>")[0]
    found: list[str] = []
    for tag, inside in re.findall(r"<(h2|p|li)\b[^>]*>(.*?)</\1>", article, re.DOTALL):
        line = " ".join(html.unescape(re.sub(r"<[^>]+>", "", inside)).split())
        if tag == "h2" and re.search(rf"(?<![\d.]){re.escape(since)}(?![\d.])", line):
            return found
        if found or tag == "h2":
            found.append(line)
    return found


def paths_between(old: Path, new: Path) -> list[str]:
    """The interviews that lead elsewhere, from paths.txt of both releases."""
    listed = []
    for folder in (old, new):
        file = folder / "paths.txt"
        rows = file.read_text("utf-8").splitlines() if file.is_file() else []
        listed.append({answers: end for answers, _, end in (row.partition(" -> ") for row in rows)})
    was, now = listed
    moved = [answers for answers in was if answers in now and was[answers] != now[answers]]
    lines = [f"{answers}: was {was[answers]}, is now {now[answers]}" for answers in moved]
    lines += [f"{answers}: no longer asked so" for answers in was if answers not in now]
    return lines + [f"{answers}: new, leads to {now[answers]}" for answers in now if answers not in was]


# ---------------------------------------------------------------- the command


def main() -> int:
    """Does what the command line says; returns the exit code: 0, or 2 with one line that says what is wrong."""
    parser = argparse.ArgumentParser(prog="brand.py", description="Make a copy of the guide your own.")
    parser.add_argument("--own", type=Path, default=HERE / "own.toml", help="what is yours (own.toml beside this file)")
    parser.add_argument("--site", type=Path, default=HERE / "site", help="the release's pages (site/ beside this file)")
    parser.add_argument("--to", type=Path, default=HERE / "ready", help="where the copy goes (ready/ beside this file)")
    parser.add_argument("--no-zip", action="store_true", help="make no .zip of it")
    parser.add_argument("--from", dest="old", type=Path, metavar="FOLDER", help="say what changed since that release")
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # it ends as by Ctrl+C, and leaves nothing half-made
    try:
        if options.old:
            print(*changes(options.old, HERE), sep="\n")
        else:
            print(make(options.own, options.site, options.to, zipped=not options.no_zip))
    except Fault as fault:
        of_a_folder = options.old or isinstance(fault, Misplaced)
        print(f"{'brand.py' if of_a_folder else options.own.name}: {one_line_fault(fault)}", file=sys.stderr)
        return 2
    except OSError as problem:
        print(f"brand.py: {problem.filename or options.to}: {problem.strerror}; nothing was changed", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("brand.py: stopped; nothing was changed", file=sys.stderr)
        return 130
    return 0


def one_line_fault(fault: Fault) -> str:
    """The line of *fault*."""
    return " ".join(str(fault).split())


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr] # for a screen without every letter
    sys.exit(main())
