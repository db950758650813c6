"""The exchange with translators, a command each. Run by ``scripts/translate``, whose first lines say how."""

import argparse
import sys
from pathlib import Path

from scripts.guide.folders import BUILD, REPOSITORY
from wizard.languages import SOURCE_LANGUAGE, table

from .export import exported
from .importing import RefusedError, imported
from .pages import unlike
from .pictures import NotBuiltError, take_pictures
from .review import UnknownTextError, mark_reviewed
from .sheet import sheet

MOST_NAMED = 12
"""How many texts a line names; of others it says how many."""


def main(arguments: list[str]) -> int:
    """Does what is asked. Returns the exit code: 1 where a file was refused, 2 where the question was wrong."""
    told = _parser().parse_args(arguments)
    try:
        return int(told.do(told))
    except (RefusedError, UnknownTextError, NotBuiltError) as refused:
        for line in str(refused).splitlines():
            print(f"translate: {line}", file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="scripts/translate", description=__doc__.splitlines()[0])
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    others = [code for code in table() if code != SOURCE_LANGUAGE]
    for name, do, told in (
        ("export", _export, "write a PO file for translators"),
        ("import", _import, "take over a PO file that came back"),
        ("reviewed", _reviewed, "note that somebody read texts against the English of today"),
        ("sheet", _sheet, "write a sheet to review on paper"),
        ("pictures", _pictures, "take pictures of the screens that the PO file names"),
    ):
        command = commands.add_parser(name, help=told)
        command.add_argument("code", metavar="CODE", choices=others, help=f"a language: {', '.join(others)}")
        command.set_defaults(do=do)
        if name == "reviewed":
            command.add_argument("ids", nargs="*", metavar="ID", help="which texts; all where none is named")
        elif name != "pictures":
            command.add_argument("file", nargs="?", type=Path, metavar="FILE", help="where, instead of build/")
    return parser


def _file(told: argparse.Namespace, ending: str) -> Path:
    folder = BUILD / ("review" if ending == "html" else "translation")
    file: Path = told.file or folder / f"{told.code}.{ending}"
    return file


def _write(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    print(f"translate: {file} is written")


def _export(told: argparse.Namespace) -> int:
    _write(_file(told, "po"), exported(told.code))
    for name in unlike(told.code):
        print(f"translate: the page {name} is not in it, for it has not the paragraphs of the English one")
    return 0


def _sheet(told: argparse.Namespace) -> int:
    _write(_file(told, "html"), sheet(told.code).encode())
    return 0


def _import(told: argparse.Namespace) -> int:
    file = _file(told, "po")
    if not file.is_file():
        raise RefusedError(f"there is no {file}")
    found = imported(told.code, file.read_bytes())
    print(f"translate: {len(found.texts)} texts, {len(found.paragraphs)} pages; {len(found.reviewed)} texts reviewed")
    for why, names in found.left.items():
        more = f", and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else ""
        print(f"translate: left as they were, {why}: {', '.join(names[:MOST_NAMED])}{more}")
    return 0


def _reviewed(told: argparse.Namespace) -> int:
    print(f"translate: {mark_reviewed(told.code, told.ids)} texts are noted as reviewed")
    return 0


def _pictures(told: argparse.Namespace) -> int:
    folder = BUILD / "translation" / told.code
    print(f"translate: {take_pictures(REPOSITORY / 'site', told.code, folder)} pictures are in {folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
