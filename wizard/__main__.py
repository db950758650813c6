"""The command line: ``assess``, ``ask``, ``packet`` and ``paths``. Bad input is one line on standard error, exit 2."""

import argparse
import io
import json
import os
import sys
from datetime import datetime
from pathlib import Path
from typing import NoReturn

try:
    from wizard import paths
    from wizard.intake import BadIntakeError, read_intake, read_moment
    from wizard.languages import SOURCE_LANGUAGE, languages
    from wizard.packet.on_disk import MOST_BYTES, warnings_of, write_packet
    from wizard.report import assessment_report
    from wizard.terminal import ask_in_the_terminal
    from wizard.wording import wording
except ModuleNotFoundError as missing:
    sys.exit(f"wizard: the package {missing.name} is not here; run scripts/setup and use .venv/bin/python")

BAD_INPUT = 2
LEFT = 130


class _OneLineParser(argparse.ArgumentParser):
    """An argument parser whose errors are one line and never repeat what was typed."""

    def error(self, message: str) -> NoReturn:
        raise BadIntakeError(f"arguments: {message.split(':', maxsplit=1)[0]}; see python -m wizard --help")


def main(arguments: list[str] | None = None) -> int:
    """Runs one command. Returns the exit code: 0, 2 for bad input, 130 where the reader went away."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal that lacks a letter shows its number
    try:
        code = _run(_parser().parse_args(arguments))
        sys.stdout.flush()
    except BadIntakeError as error:
        print(error, file=sys.stderr)
        return BAD_INPUT
    except (KeyboardInterrupt, EOFError):
        return LEFT
    except BrokenPipeError:
        _drop_output()
        return LEFT
    except OSError:
        _drop_output()
        print("standard output: cannot be written to", file=sys.stderr)
        return BAD_INPUT
    return code


def _drop_output() -> None:
    """Lets what could not be written go, or Python would try once more when it ends, and fail aloud."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _parser() -> argparse.ArgumentParser:
    parser = _OneLineParser(prog="python -m wizard", description="Where to turn at ICE, and why.")
    commands = parser.add_subparsers(dest="command", required=True, parser_class=_OneLineParser)
    for name, text in (
        ("assess", "reads one intake (JSON) and prints one assessment (JSON)"),
        ("ask", "walks the interview in the terminal"),
        ("packet", "writes the letters, call scripts, checklist and dates of one intake into a folder"),
    ):
        command = commands.add_parser(name, help=text, description=text)
        nargs = None if name == "packet" else "?"
        command.add_argument("file", nargs=nargs, metavar="FILE", help="an intake file, or - for standard input")
        if name == "packet":
            command.add_argument("--out", required=True, metavar="DIR", help="the folder; nothing in it is overwritten")
        command.add_argument("--language", default=SOURCE_LANGUAGE, help=f"one of {', '.join(languages())}")
        command.add_argument("--at", help="the moment for dates and hours, with its offset from UTC; now if absent")
    commands.add_parser("paths", help="prints every interview of one need, one a line")
    return parser


def _run(options: argparse.Namespace) -> int:
    if options.command == "paths":
        for line in paths.lines():
            print(line)
        return 0
    if options.language not in languages():
        raise BadIntakeError(f"--language: takes one of {', '.join(languages())}")
    say = wording(options.language)
    fixed = read_moment(options.at) if options.at else None

    def clock() -> datetime:
        return fixed or datetime.now().astimezone()

    moment = clock()
    if options.command == "ask":
        given = read_intake(_read(options.file), moment.date()) if options.file else None
        return ask_in_the_terminal(given, say, clock)
    if options.command == "packet":
        intake = read_intake(_read(options.file), moment.date(), MOST_BYTES)
        names = write_packet(intake, Path(options.out), say, moment)
        print(*warnings_of(intake, say), sep="\n", file=sys.stderr)
        print(*names, sep="\n")
        return 0
    report = assessment_report(read_intake(_read(options.file or "-"), moment.date()), say, moment)
    told_as_is = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
    print(json.dumps(report, ensure_ascii=not told_as_is, indent=1))
    return 0


def _read(file: str) -> bytes:
    if file == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(file).read_bytes()
    except OSError:
        raise BadIntakeError("FILE: cannot be read; give the path of an intake file, or - for standard input") from None


if __name__ == "__main__":
    sys.exit(main())
