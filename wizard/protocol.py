"""What the page asks of Python: every request, read once (`wizard.read_request`), and typed. `wizard.replies` answers.

Each is one flat JSON object. The JavaScript's types are made from these classes (`scripts/tables/protocol_types.py`).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from wizard.engine import Answers
from wizard.places import Places
from wizard.questions import Need, NeedGroup
from wizard.state import Interlude, State

type Fields = Mapping[str, str]
"""Fields of a form by name, as they were typed; a ticked box holds ``on``."""

type Value = str | tuple[str, ...] | Fields
"""An option, several, the fields of a day (with its ``option``), or those of a place."""


class BadRequestError(ValueError):
    """A request that no page of ours would send. Its text is one line, safe to show and to log."""


@dataclass(frozen=True)
class Show:
    """The screen that follows from what is known."""


@dataclass(frozen=True)
class Change:
    """The screen of a question, or of a place, to answer it again; needs are asked for one group of them."""

    question: str
    group: NeedGroup | None = None


@dataclass(frozen=True)
class Answer:
    """Answers a question: the next screen, or the same one with an error by the field."""

    question: str
    value: Value


@dataclass(frozen=True)
class Seek:
    """Looks for what fits the words that stand in the box of a place so far."""

    question: str
    words: str


@dataclass(frozen=True)
class Read:
    """Acknowledges an interlude: the next screen."""

    interlude: Interlude


@dataclass(frozen=True)
class Link:
    """The wizard's page in one language."""

    code: str
    name: str
    href: str


@dataclass(frozen=True)
class Links:
    """Where the page's own links lead. *megabytes* is what Python weighs; *version* is the guide's."""

    home: str
    privacy: str
    version: str
    leave: str
    megabytes: str
    languages: tuple[Link, ...]


@dataclass(frozen=True)
class ShowFrame:
    """The parts of the page around the screen, in another language."""

    links: Links


@dataclass(frozen=True)
class ShowDetails:
    """The form of details; where there is nothing to prepare, the screen that follows."""


@dataclass(frozen=True)
class MakePapers:
    """The papers on screen, or the form with errors beside its fields."""


@dataclass(frozen=True)
class MakeFile:
    """One file of the packet, by its name."""

    name: str


@dataclass(frozen=True)
class SaveCase:
    """The case as a file."""


@dataclass(frozen=True)
class OpenCase:
    """Goes on from a saved case: the screen that follows, or why it cannot be read."""

    text: str


type PacketAction = ShowDetails | MakePapers | MakeFile | SaveCase
type Action = Show | Change | Answer | Seek | Read | ShowFrame | PacketAction | OpenCase

ACTIONS: dict[str, type[Action]] = {
    "show": Show,
    "change": Change,
    "answer": Answer,
    "seek": Seek,
    "read": Read,
    "frame": ShowFrame,
    "details": ShowDetails,
    "packet": MakePapers,
    "file": MakeFile,
    "save": SaveCase,
    "load": OpenCase,
}  # by what ``do`` says


@dataclass(frozen=True)
class Known:
    """All that is known of a person's case but what was typed: a page keeps it in memory, and sends it each time."""

    needs: tuple[Need, ...]
    answers: Answers
    seen: frozenset[Interlude]
    places: Places

    @property
    def state(self) -> State:
        """The same for the walk over screens."""
        return State(self.needs, self.answers, self.seen, self.places)


@dataclass(frozen=True)
class Context(Known):
    """What stands beside every action. *dated*: what was answered as a day; *sought*: words typed for places.

    *today* and *now*: the reader's own.
    """

    language: str
    dated: Fields = field(default_factory=dict)
    sought: Fields = field(default_factory=dict)
    details: Fields = field(default_factory=dict)
    today: date | None = None
    now: datetime | None = None

    @property
    def day(self) -> date:
        """Today, where it has to be known."""
        if self.today is None:
            raise BadRequestError("today: is missing; takes a day as YYYY-MM-DD")
        return self.today


@dataclass(frozen=True)
class Request:
    """One request, read and checked."""

    action: Action
    context: Context
