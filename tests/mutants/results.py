"""What became of the mutants of a module, and which survivors somebody explained (accepted.toml)."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Self


@dataclass(frozen=True)
class Mutant:
    """One change of a module: the lines before and after; whether a test noticed (None: not tried) or never ended."""

    before: str
    after: str
    where: int
    noticed: bool | None
    endless: bool = False

    @classmethod
    def of(cls, mutation: dict[str, Any], result: dict[str, Any] | None) -> Self:
        """The mutant of a *mutation* and its *result*, as cosmic-ray has them."""
        where = mutation["start_pos"][0]
        if result is None:
            return cls("", "", where, noticed=None)
        if result["worker_outcome"] != "normal" or result["test_outcome"] == "incompetent":
            raise RuntimeError(f"line {where} could not be tried: {result['output']}")
        changed = [line for line in (result["diff"] or "").splitlines() if line[:3] not in {"---", "+++"}]
        before, after = (_text(changed, sign) for sign in "-+")
        noticed, endless = result["test_outcome"] == "killed", result["output"] == "timeout"
        return cls(before, after, where, noticed=noticed, endless=endless)


def _text(diff: list[str], sign: str) -> str:
    return " ".join(" ".join(line[1:] for line in diff if line[:1] == sign).split())


@cache
def accepted() -> dict[tuple[str, str, str], str]:
    """Why a survivor is no hole, by module and the lines before and after."""
    file = Path(__file__).with_name("accepted.toml")
    listed = tomllib.loads(file.read_text("utf-8"))["survivor"]
    return {(one["module"], one["before"], one["after"]): one["why"] for one in listed}


@dataclass(frozen=True)
class Module:
    """A module with its mutants."""

    name: str
    mutants: tuple[Mutant, ...]

    @property
    def noticed(self) -> int:
        """How many of them a test noticed."""
        return sum(mutant.noticed is True for mutant in self.mutants)

    @property
    def untried(self) -> int:
        """How many were not tried yet."""
        return sum(mutant.noticed is None for mutant in self.mutants)

    @property
    def survivors(self) -> tuple[Mutant, ...]:
        """Those that no test noticed."""
        return tuple(mutant for mutant in self.mutants if mutant.noticed is False)

    @property
    def unexplained(self) -> tuple[Mutant, ...]:
        """The survivors that nobody explained."""
        return tuple(one for one in self.survivors if (self.name, one.before, one.after) not in accepted())

    def lines(self) -> Iterator[str]:
        """The unexplained survivors, to be read."""
        for mutant in self.unexplained:
            yield f"{self.name}:{mutant.where}\n  - {mutant.before}\n  + {mutant.after}"


def table(modules: list[Module]) -> Iterator[str]:
    """One row a module, and one for all, in Markdown."""
    yield "| module | mutants | noticed | of them endless | explained | unexplained | not tried |"
    yield "|---|---|---|---|---|---|---|"
    every = Module("all", tuple(mutant for module in modules for mutant in module.mutants))
    unexplained = sum(len(module.unexplained) for module in modules)
    for module in modules:
        yield _row(module, len(module.unexplained))
    yield _row(every, unexplained)


def _row(module: Module, unexplained: int) -> str:
    tried = len(module.mutants) - module.untried
    share = f"{module.noticed} ({module.noticed / tried:.1%})" if tried else "0"
    endless = sum(mutant.endless for mutant in module.mutants)
    counts = (len(module.mutants), share, endless, len(module.survivors) - unexplained, unexplained, module.untried)
    return f"| `{module.name}` | {' | '.join(map(str, counts))} |"
