"""A TOML file of texts as the pieces it is written in, so that a text can change and all around it stay as it was.

Our files hold `[tables]`, and `keys` with a sentence, a list or a table in one line, with comments above them.
"""

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from wizard.wording import flat

TABLE = re.compile(r"\[([\w.-]+)\]")
QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"')


@dataclass(frozen=True)
class Piece:
    """The head of a table, or a key with its value, with the empty lines and comments above it."""

    key: str
    """The dotted id; of a head, in brackets. What stands after the last piece has none."""

    above: str
    text: str
    line: int

    @property
    def comments(self) -> list[str]:
        """What its comments say, without those that a blank line parts from it."""
        lines = self.above.rpartition("\n\n")[2].splitlines()
        return [line.lstrip("# ") for line in lines if line.startswith("#")]

    @property
    def values(self) -> dict[str, str | list[str]]:
        """The texts of the piece by dotted id; a head has none."""
        if self.key.startswith("[") or not self.key:
            return {}
        table = self.key.removesuffix(_key_of(self.text))
        return flat(tomllib.loads(self.text), table)

    def with_values(self, values: Mapping[str, str | list[str]]) -> "Piece":
        """The same piece with other texts, and as many of them; only the letters of what changed are others."""
        before = [text for value in self.values.values() for text in as_list(value)]
        after = [text for name, value in self.values.items() for text in as_list(values.get(name, value))]
        literals = QUOTED.findall(self.text)
        if not len(before) == len(after) == len(literals):
            raise ValueError(f"{self.key} has not as many sentences as what comes in its place")
        written = iter(old if b == a else quoted(a) for old, b, a in zip(literals, before, after, strict=True))
        return replace(self, text=QUOTED.sub(lambda _: next(written), self.text))

    def in_one_line(self, values: Mapping[str, str | list[str]]) -> "Piece":
        """The same key with a list of another length."""
        lines = ", ".join(quoted(line) for line in as_list(values[self.key]))
        return replace(self, text=f"{_key_of(self.text)} = [{lines}]\n")

    def __str__(self) -> str:
        return self.above + self.text


def as_list(value: str | list[str]) -> list[str]:
    """The sentences of a text."""
    return value if isinstance(value, list) else [value]


def quoted(text: str) -> str:
    """*text* as TOML writes it."""
    return json.dumps(text, ensure_ascii=False)


def _key_of(text: str) -> str:
    return text.partition("=")[0].strip()


def pieces(text: str) -> Iterator[Piece]:
    """The pieces of a file; put together again, they are the file."""
    table, above = "", ""
    lines = iter(enumerate(text.splitlines(keepends=True), 1))
    for number, line in lines:
        if not line.strip() or line.startswith("#"):
            above += line
            continue
        if head := TABLE.match(line):
            table = f"{head.group(1)}."
            yield Piece(f"[{head.group(1)}]", above, line, number)
        else:
            whole = line
            while _is_open(whole):
                whole += next(lines)[1]
            yield Piece(table + _key_of(line), above, whole, number)
        above = ""
    if above:
        yield Piece("", above, "", 0)


def _is_open(text: str) -> bool:
    """Whether a list goes on in the next line."""
    bare = QUOTED.sub("", text)
    return bare.count("[") > bare.count("]")
