"""The names of countries in every language of the guide, from CLDR through the pinned package `babel`, and their order.

    python -m scripts.tables.countries            writes wizard/countries/names.toml anew
    python -m scripts.tables.countries --check    exit 1 where the table is not what the package says

The table is committed, so that its diff shows what an update of the package changes. The order of the names is that of
each language's dictionaries, which Node.js knows, and Python does not.
"""

import json
import subprocess
import sys
import tomllib
from importlib.metadata import version
from pathlib import Path
from typing import Any

from babel import Locale, UnknownLocaleError

from wizard.languages import SOURCE_LANGUAGE
from wizard.languages import table as table_of_languages

TABLE = Path(__file__).resolve().parents[2] / "wizard" / "countries" / "names.toml"

NOT_COUNTRIES = frozenset(["AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"])
"""What CLDR names beside countries and territories: islands of one, unions, and codes for tests."""

SORTED = """
const names = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
const order = (language, rows) => {
  const { compare } = new Intl.Collator([language, "en"], { ignorePunctuation: false });
  return rows.sort(([, one], [, other]) => compare(one, other)).map(([code]) => code);
};
console.log(JSON.stringify(Object.fromEntries(Object.entries(names).map(([code, rows]) => [code, order(code, rows)]))));
"""
"""A program that puts the rows of each language, code and name, into the order of their names."""

HEAD = """\
# Countries and territories by their ISO 3166 code, as each language calls them.
# Made by scripts/tables/countries.py from the package "babel"; not edited by hand.
made_from = "babel {version}"

[names]
"""


def names() -> dict[str, dict[str, str]]:
    """Every country by code, with its name by language."""
    by_language = {language: _territories(language) for language in table_of_languages()}
    codes = sorted(code for code in by_language[SOURCE_LANGUAGE] if code.isalpha() and code not in NOT_COUNTRIES)
    english = by_language[SOURCE_LANGUAGE]
    return {
        code: {language: known.get(code, english[code]) for language, known in by_language.items()} for code in codes
    }


def _territories(language: str) -> dict[str, str]:
    """What CLDR calls each in *language*; nothing where it does not know the language."""
    try:
        locale = Locale.parse(language, sep="-")
    except UnknownLocaleError:
        return {}
    return {str(code): str(name) for code, name in locale.territories.items()}


def in_order(names_of: dict[str, dict[str, str]]) -> dict[str, list[str]]:
    """The keys of *names_of* each language, in the order of the names."""
    find = TABLE.parents[2] / "scripts" / "find-node"
    node = subprocess.run([find], capture_output=True, encoding="utf-8", check=True).stdout.strip()
    rows = json.dumps({language: list(names.items()) for language, names in names_of.items()})
    ran = subprocess.run([node, "-e", SORTED], input=rows, capture_output=True, encoding="utf-8", check=True)
    found: dict[str, list[str]] = json.loads(ran.stdout)
    return found


def table() -> str:
    """The table as TOML."""
    known = names()
    rows = (
        f"{code} = {{ " + ", ".join(f'{language} = "{name}"' for language, name in by_language.items()) + " }\n"
        for code, by_language in known.items()
    )
    told = {language: {code: names[language] for code, names in known.items()} for language in table_of_languages()}
    order = (f'{language} = "{" ".join(codes)}"\n' for language, codes in in_order(told).items())
    return HEAD.format(version=version("babel")) + "".join(rows) + "\n[order]\n" + "".join(order)


def is_of_the_package(kept: dict[str, Any]) -> bool:
    """Whether a table holds the package's names, and each language's order all of them.

    The order itself is not compared: another Node.js may bring another edition of the dictionaries' rules.
    """
    known = names()
    made_from = f"babel {version('babel')}"
    orders = {language: set(codes.split()) for language, codes in kept["order"].items()}
    whole = orders == {language: set(known) for language in table_of_languages()}
    return kept["made_from"] == made_from and kept["names"] == known and whole


def main() -> int:
    """Writes the table, or checks it. Returns the exit code."""
    if "--check" not in sys.argv[1:]:
        TABLE.write_text(table(), "utf-8")
        return 0
    if is_of_the_package(tomllib.loads(TABLE.read_text("utf-8"))):
        return 0
    print("countries: the table is not what the package says; run python -m scripts.tables.countries", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
