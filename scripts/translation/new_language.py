"""Begins a language, as a copy of the English, or says what one that was begun still lacks.

    scripts/new-language CODE

Writes, where there is none yet: a row of `wizard/wording/languages.toml` as a draft; `wizard/wording/CODE/` and
`docs/CODE/` with every text and page as the English has them; `tests/reader/CODE/` with what its readers ask; and the
names of countries. Then it lists, a sentence each, what is still to be translated.
"""

import json
import re
import shutil
import sys
from functools import partial
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from scripts.checks.__main__ import whole
from scripts.checks.languages import ices_sentences, language_faults
from scripts.checks.searching import search_faults
from scripts.guide.page_text.ice_answers import other_sentences
from scripts.tables import countries
from wizard.languages import SOURCE_LANGUAGE, table

REPOSITORY = Path(__file__).resolve().parents[2]
WORDING = REPOSITORY / "wizard" / "wording"
FOLDERS = (WORDING, REPOSITORY / "docs", REPOSITORY / "tests" / "reader")
"""Where each language has a folder of its own."""

CODE = re.compile(r"[a-z]{2}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")
"""ISO 639 in two letters, then perhaps a script and a country: what MkDocs' plugin for languages takes."""

ROW = """
[{code}]
name = {name}
direction = "{direction}"
script = "{script}"
date_order = ["day", "month", "year"]
plural = "{plural}"
state = "draft"
"""


def main() -> int:
    """Begins the language where there is none, and lists what it lacks. Returns the exit code: 0 where nothing."""
    if len(sys.argv) != 2 or not CODE.fullmatch(sys.argv[1]):  # noqa: PLR2004 - the command and its one argument
        print("new-language: give one code, such as fr, ht or zh-Hans", file=sys.stderr)
        return 2
    (code,) = sys.argv[1:]
    if code == SOURCE_LANGUAGE:
        print(f"new-language: {code} is the language that all others are made from", file=sys.stderr)
        return 2
    for made in begin(code):
        print(f"new-language: made {made}")
    parts = (language_faults, search_faults)
    lacking = [fault for part in parts for fault in whole(code, partial(part, code))]
    for fault in lacking:
        print(fault)
    print(f"new-language: {code} lacks {len(lacking)} things" if lacking else f"new-language: {code} lacks nothing")
    return 1 if lacking else 0


def begin(code: str) -> list[str]:
    """Writes all of the language *code* that is not there yet; returns what was written."""
    made = []
    if code not in table():
        with (WORDING / "languages.toml").open("a", encoding="utf-8", newline="\n") as rows:
            rows.write(row_of(code))
        table.cache_clear()
        made.append(f"its row in {(WORDING / 'languages.toml').relative_to(REPOSITORY)}, as a draft")
    for folder in FOLDERS:
        if not (folder / code).is_dir() and (folder / SOURCE_LANGUAGE).is_dir():
            shutil.copytree(folder / SOURCE_LANGUAGE, folder / code)
            made.append(f"{(folder / code).relative_to(REPOSITORY)}, in English")
            if folder == WORDING:
                add_ices_sentences(folder / code)
    if countries.TABLE.read_text("utf-8") != countries.table():
        countries.TABLE.write_text(countries.table(), "utf-8")
        made.append(f"the names of countries in {countries.TABLE.relative_to(REPOSITORY)}")
    return made


def add_ices_sentences(folder: Path) -> None:
    """Adds what only a translation has: ICE's sentences, to be shown below the English; some on pages only."""
    for_pages = {f"ice.{identity}" for identity in other_sentences()}
    for file, wanted in (("site.toml", for_pages), ("interview.toml", ices_sentences().keys() - for_pages)):
        rows = "".join(
            f"{name.removeprefix('ice.')} = {json.dumps(words, ensure_ascii=False)}\n"
            for name, words in ices_sentences().items()
            if name in wanted
        )
        text = (folder / file).read_text("utf-8").rstrip("\n")
        (folder / file).write_text(
            f"{text}\n\n# ICE's sentences, shown below the English ones.\n[ice]\n{rows}", "utf-8"
        )


def row_of(code: str) -> str:
    """The row of *code*, with what CLDR knows of it; what it does not know is as in most languages."""
    known = {"name": code, "direction": "ltr", "script": "Latn", "plural": "one_other"}
    try:
        locale = Locale.parse(code, sep="-")
    except UnknownLocaleError:
        pass
    else:
        known["name"] = (locale.get_display_name() or code).capitalize()
        known["direction"] = "rtl" if locale.character_order == "right-to-left" else "ltr"
        known["script"] = locale.script or get_global("likely_subtags")[locale.language].split("_")[1]
    return ROW.format(code=code, **known | {"name": json.dumps(known["name"], ensure_ascii=False)})


if __name__ == "__main__":
    sys.exit(main())
