"""Makes wizard/web/protocol.d.ts, the JavaScript's types of all requests and replies, from wizard/protocol.py.

python -m scripts.tables.protocol_types           writes it anew
python -m scripts.tables.protocol_types --check   exit 1 where the committed file is not what would be written
"""

import sys
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, TypeAliasType, get_args, get_origin, get_type_hints

from wizard import protocol, replies

FILE = Path(__file__).resolve().parents[2] / "wizard" / "web" / "protocol.d.ts"
HEAD = """\
/**
 * What page and Python say to each other. Made by scripts/tables/protocol_types.py from wizard/protocol.py, replies.py.
 */
"""
ALIASES = (protocol.Fields, protocol.Value)
REPLIES = (
    replies.ScreenReply,
    replies.FormReply,
    replies.PapersReply,
    replies.OpenedReply,
    replies.NotOpenedReply,
    replies.FoundReply,
    replies.FileReply,
    replies.FrameReply,
)
PLAIN = {str: "string", bool: "boolean", date: "string", datetime: "string"}


def text() -> str:
    """The whole file."""
    return "\n".join([HEAD, *_parts()])


def _parts() -> Iterator[str]:
    for alias in ALIASES:
        yield f"export type {alias.__name__} = {spelled(alias.__value__)};\n"
    for part in (protocol.Link, protocol.Links):
        yield interface(part)
    for name, action in protocol.ACTIONS.items():
        yield interface(action, f'  do: "{name}";\n')
    yield f"export type Action = {' | '.join(action.__name__ for action in protocol.ACTIONS.values())};\n"
    yield interface(protocol.Known)
    yield interface(protocol.Context, of=protocol.Known)
    yield "/** All actions carry all that is known, but that for the frame, which needs no more than a language. */"
    yield 'export type Request = (Action & Context) | (ShowFrame & Pick<Context, "language">);\n'
    yield interface(replies.KnownReply)
    for reply in REPLIES:
        yield interface(reply, of=reply.__base__ if is_dataclass(reply.__base__) else None)
    leading = (reply.__name__ for reply in get_args(replies.LeadingOn.__value__))
    yield f"export type Reply = (KnownReply & ({' | '.join(leading)})) | FoundReply | FileReply | FrameReply;\n"


def interface(part: type[Any], first: str = "", of: type[Any] | None = None) -> str:
    """One class as an interface, without the fields of the class *of* that it extends."""
    hints = get_type_hints(part)
    inherited = {field.name for field in fields(of)} if of else set()
    own = "".join(
        f"  {field.name}{'' if _is_always_there(part, field) else '?'}: {spelled(hints[field.name])};\n"
        for field in fields(part)
        if field.name not in inherited
    )
    said = (part.__doc__ or "").split("\n\n")[0].strip()
    extends = f" extends {of.__name__}" if of else ""
    return f"/** {said} */\nexport interface {part.__name__}{extends} {{\n{first}{own}}}\n"


def _is_always_there(part: type[Any], field: Any) -> bool:
    """A reply says everything; of a request a page may leave out what has a default."""
    of_a_request = part is protocol.Context or part in protocol.ACTIONS.values()
    return not of_a_request or (field.default is MISSING and field.default_factory is MISSING)


def spelled(hint: Any) -> str:
    """A type of Python as JSON has it, in TypeScript."""
    if isinstance(hint, TypeAliasType):
        return hint.__name__ if hint in ALIASES else spelled(hint.__value__)
    if isinstance(hint, UnionType):
        return " | ".join(spelled(one) for one in get_args(hint) if one is not NoneType)
    if get_origin(hint) is Mapping:
        return f"Record<string, {spelled(get_args(hint)[1])}>"
    if get_origin(hint) in {tuple, frozenset}:
        return f"{spelled(get_args(hint)[0])}[]"
    if is_dataclass(hint):
        return hint.__name__  # type: ignore[union-attr]
    return next(name for kind, name in PLAIN.items() if issubclass(hint, kind))


def main() -> int:
    """Writes the file, or compares it. Returns the exit code."""
    if "--check" not in sys.argv[1:]:
        FILE.write_text(text(), "utf-8")
    elif FILE.read_text("utf-8") != text():
        print("protocol: wizard/web/protocol.d.ts is not what scripts/tables/protocol_types.py makes", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
