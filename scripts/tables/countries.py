"""The names of countries in every language of the guide, from CLDR through the pinned package `babel`.

    python -m scripts.tables.countries            writes wizard/countries/names.toml anew
    python -m scripts.tables.countries --check    exit 1 where the table is not what the package says

The table is committed, so that its diff shows what an update of the package changes.
"""

import sys
from importlib.metadata import version
from pathlib import Path

from babel import Locale, UnknownLocaleError

from wizard.languages import SOURCE_LANGUAGE
from wizard.languages import table as table_of_languages

TABLE = Path(__file__).resolve().parents[2] / "wizard" / "countries" / "names.toml"

NOT_COUNTRIES = frozenset(["AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"])
"""What CLDR names beside countries and territories: islands of one, unions, and codes for tests."""

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


def table() -> str:
    """The table as TOML."""
    rows = (
        f"{code} = {{ " + ", ".join(f'{language} = "{name}"' for language, name in known.items()) + " }\n"
        for code, known in names().items()
    )
    return HEAD.format(version=version("babel")) + "".join(rows)


def main() -> int:
    """Writes the table, or checks it. Returns the exit code."""
    if "--check" not in sys.argv[1:]:
        TABLE.write_text(table(), "utf-8")
        return 0
    if TABLE.read_text("utf-8") == table():
        return 0
    print("countries: the table is not what the package says; run python -m scripts.tables.countries", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
