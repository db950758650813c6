"""The interview machine: rules ask questions, and the first unanswered one is the next.

It works by replay: a program (a plain function that takes an ``Ask``) is run from its start over the
answers known so far. This module knows no question, no channel and no wording.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache, wraps
from re import sub


class Kind(StrEnum):
    """What an answer is: one option, some of them, a day (or an option), or a place."""

    ONE = "one"
    MANY = "many"
    DATE = "date"
    PLACE = "place"


class Question(StrEnum):
    """A question with a finite set of answers: its members, whose values are stable ids."""

    @classmethod
    def kind(cls) -> Kind:
        """Of what kind its answer is."""
        return Kind.ONE

    @classmethod
    def id(cls) -> str:
        """The question's stable id: its class name in snake case (``FactsChanged`` -> ``facts_changed``)."""
        return _snake_case(cls.__name__)


@cache
def _snake_case(name: str) -> str:
    return sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()


type Answers = Mapping[str, str]
"""Question id -> option id. Ids that no rule asks for are ignored."""


class UnansweredError(Exception):
    """Raised by ``Ask`` at the first question without an answer."""

    def __init__(self, question: type[Question]) -> None:
        super().__init__(question.id())
        self.question = question


@dataclass(frozen=True)
class Consulted:
    """One rule that was looked at: its name, its answer, and the statements it rests on."""

    rule: str
    result: bool
    statements: tuple[str, ...]


@dataclass
class Ask:
    """Answers questions from what is known, and remembers what was asked and which rules were consulted."""

    answers: Answers
    asked: list[str] = field(default_factory=list)
    consulted: list[Consulted] = field(default_factory=list)

    def __call__[Q: Question](self, question: type[Q]) -> Q:
        """The answer to *question*. Raises ``UnansweredError`` where there is none yet."""
        identity = question.id()
        if identity not in self.answers:
            raise UnansweredError(question)
        if identity not in self.asked:
            self.asked.append(identity)
        return question(self.answers[identity])

    def told[Q: Question](self, question: type[Q]) -> Q | None:
        """The answer to *question* where there is one. Where there is none, nobody is asked."""
        return self(question) if question.id() in self.answers else None


type Rule = Callable[[Ask], bool]
type Program[T] = Callable[[Ask], T]

RULES: dict[str, tuple[str, ...]] = {}
"""Every rule of the product by name, with the statements it rests on."""


def rule(*statements: str) -> Callable[[Rule], Rule]:
    """Marks a function as a rule that rests on *statements*; each consultation is remembered in order."""

    def decorate(decide: Rule) -> Rule:
        name = decide.__name__
        RULES[name] = statements
        outcomes = {result: Consulted(name, result, statements) for result in (False, True)}

        @wraps(decide)
        def consult(ask: Ask) -> bool:
            result = decide(ask)
            consulted = outcomes[result]
            if consulted not in ask.consulted:
                ask.consulted.append(consulted)
            return result

        return consult

    return decorate


@dataclass(frozen=True)
class Path[T]:
    """One complete interview: the answers given, in the order asked, and what they led to."""

    answers: tuple[tuple[str, str], ...]
    outcome: T


def next_question[T](program: Program[T], answers: Answers) -> type[Question] | None:
    """The first question *program* still needs, or None where it can finish."""
    try:
        program(Ask(answers))
    except UnansweredError as missing:
        return missing.question
    return None


def every_path[T](program: Program[T], known: Answers | None = None) -> Iterator[Path[T]]:
    """Every complete interview of *program* that goes on from *known*, in the order of the options."""
    given = dict(known or {})
    ask = Ask(given)
    try:
        outcome = program(ask)
    except UnansweredError as missing:
        for option in missing.question:
            yield from every_path(program, {**given, missing.question.id(): option.value})
        return
    yield Path(tuple((question, given[question]) for question in ask.asked), outcome)
