"""Two languages that nobody speaks: the whole guide in each, to see what breaks before a real one comes.

``xa`` is English with accents and every vowel twice, a third longer. ``xb`` is English in Arabic letters, from right to
left. Whoever reads English can still guess both. All that is not prose stays: names in braces, links, marks, code.
"""

import json
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from scripts.checks.page_skeleton import CODE

ROOT = Path(__file__).parents[1]
LINKED = (".venv", "node_modules")
"""What a copy shares with the repository that it is made from."""

ROWS = {
    "xa": """
name = "Áccéénts"
direction = "ltr"
script = "Latn"
date_order = ["day", "month", "year"]
plural = "one_other"
state = "reviewed"
reviewed = { by = "nobody; it is made up", on = 2026-11-30 }
""",
    "xb": """
name = "عربش"
direction = "rtl"
script = "Arab"
date_order = ["year", "month", "day"]
plural = "one_other"
state = "draft"
""",
}

LONGER = str.maketrans({vowel: 2 * accented for vowel, accented in zip("aeiouAEIOU", "áéíóúÁÉÍÓÚ", strict=True)})
ARABIC = str.maketrans(
    {
        letter: other
        for small, other in zip("abcdefghijklmnopqrstuvwxyz", "ابجدهوزحطيكلمنسعفصقرشتثخذض", strict=True)
        for letter in (small, small.upper())
    }
)
SAME = {"xa": ["hours.at.20"], "xb": []}
"""The texts without a vowel to change."""
LETTERS = {"xa": LONGER, "xb": ARABIC}

NOT_PROSE = re.compile(
    rf"\{{\{{.*?\}}\}}|{CODE.pattern}|\{{[^{{}}]*\}}|<[^>]*>|\]\([^)]*\)|&\w+;|\[\^?\w+\]:", re.MULTILINE | re.DOTALL
)
HEAD = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)


def copy_of_the_repository(folder: Path) -> Path:
    """Every file that is, or is about to be, in the repository; packages are shared. Returns *folder*."""
    listed = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    names = subprocess.run(listed, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for name in filter(None, names.split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)
    for name in LINKED:
        (folder / name).symlink_to(ROOT / name)
    return folder


def add_pseudo_languages(copy: Path) -> None:
    """Adds both to *copy*, as a translator would: the row, the skeleton, then every text and page."""
    rows = copy / "wizard" / "wording" / "languages.toml"
    for code, row in ROWS.items():
        rows.write_text(f"{rows.read_text('utf-8')}\n[{code}]{row}", "utf-8")
        begun = [sys.executable, "-m", "scripts.translation.new_language", code]
        done = subprocess.run(begun, cwd=copy, capture_output=True, text=True, check=False)
        if done.returncode not in {0, 1} or done.stderr:
            raise RuntimeError(done.stderr)
        translate(copy, code)


def translate(copy: Path, code: str) -> None:
    """Puts the language *code* in place of the English in all its files."""
    for file in (*(copy / "wizard" / "wording" / code).glob("*.toml"), *(copy / "docs" / code).glob("*.toml")):
        table = tomllib.loads(file.read_text("utf-8"))
        file.write_text(as_toml(_each(table, lambda text: in_pseudo(text, code))), "utf-8")
    (copy / "wizard" / "wording" / code / "same.toml").write_text(
        f"as_in_the_source_language = {SAME[code]}\n", "utf-8"
    )
    reviewed = [sys.executable, "-m", "scripts.translation", "reviewed", code]
    subprocess.run(reviewed, cwd=copy, capture_output=True, text=True, check=True)
    for page in (copy / "docs" / code).glob("*.md"):
        page.write_text(page_in_pseudo(page.read_text("utf-8"), code), "utf-8")


def in_pseudo(text: str, code: str) -> str:
    """*text* in the language *code*, but for what is no prose."""
    parts, at = [], 0
    for kept in NOT_PROSE.finditer(text):
        parts += [text[at : kept.start()].translate(LETTERS[code]), kept.group()]
        at = kept.end()
    return "".join((*parts, text[at:].translate(LETTERS[code])))


def page_in_pseudo(text: str, code: str) -> str:
    """A page: of its head, only what people read."""
    head = HEAD.match(text)
    body = text[head.end() :] if head else text
    lines = [
        f"{name}:{in_pseudo(value, code)}" if name in {"title", "description"} else f"{name}{colon}{value}"
        for name, colon, value in (line.partition(":") for line in (head.group(1).split("\n") if head else []))
    ]
    front = "---\n" + "\n".join(lines) + "\n---\n" if head else ""
    return front + in_pseudo(body, code)


def _each(value: Any, change: Callable[[str], str]) -> Any:
    match value:
        case dict():
            return {name: _each(part, change) for name, part in value.items()}
        case list():
            return [_each(part, change) for part in value]
        case str():
            return change(value)
        case _:
            return value


def as_toml(table: dict[str, Any], prefix: str = "") -> str:
    """*table* as TOML: its values, then its tables."""
    values = "".join(f"{_key(name)} = {_value(part)}\n" for name, part in table.items() if not isinstance(part, dict))
    rooms = "".join(
        f"\n[{prefix}{_key(name)}]\n{as_toml(part, f'{prefix}{_key(name)}.')}"
        for name, part in table.items()
        if isinstance(part, dict)
    )
    return values + rooms


def _key(name: str) -> str:
    return name if re.fullmatch(r"[\w-]+", name, re.ASCII) else json.dumps(name)


def _value(value: Any) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_value, value))}]"
    return json.dumps(value, ensure_ascii=False) if isinstance(value, (str, bool)) else str(value)
