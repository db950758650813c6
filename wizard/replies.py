"""What Python answers the page: every reply, typed. `wizard.protocol` asks.

Each is one flat JSON object. The JavaScript's types are made from these classes (`scripts/tables/protocol_types.py`).
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from wizard.engine import Answers
from wizard.places import Places
from wizard.protocol import Fields
from wizard.questions import Need
from wizard.state import Interlude


@dataclass(frozen=True)
class KnownReply:
    """All that is known anew. *focus*: the place whose office was asked for; *prepare*: there is something to send."""

    answers_html: str
    needs: tuple[Need, ...]
    answers: Answers
    seen: tuple[Interlude, ...]
    places: Places
    focus: str = ""
    prepare: bool = False


@dataclass(frozen=True)
class ScreenReply:
    """A screen: its stable name, whether it tells an error, and its HTML."""

    screen: str
    error: bool
    html: str


@dataclass(frozen=True)
class FormReply(ScreenReply):
    """The form of details; *carried*: each text that was typed, under the name of the letter that it stands in now."""

    carried: Fields


@dataclass(frozen=True)
class PapersReply(ScreenReply):
    """The papers: *texts* by the name of a paper, and the names of all files."""

    texts: Mapping[str, str]
    files: tuple[str, ...]


@dataclass(frozen=True)
class OpenedReply(ScreenReply):
    """The screen that follows from a case that was opened, with what was typed there."""

    details: Fields
    dated: Fields
    problem: str = ""


@dataclass(frozen=True)
class NotOpenedReply:
    """Why a file was not opened; everything stays as it is."""

    problem: str


@dataclass(frozen=True)
class FileReply:
    """A file to save."""

    name: str
    type: str
    base64: str


@dataclass(frozen=True)
class FoundReply:
    """What fits the words for a place: how much, in words, and the offers to choose from as HTML."""

    told: str
    html: str


@dataclass(frozen=True)
class FrameReply:
    """The parts of the page around the screen, its title, and the direction of its text."""

    top: str
    tools: str
    after: str
    bottom: str
    title: str
    direction: str


type LeadingOn = ScreenReply | FormReply | PapersReply | OpenedReply | NotOpenedReply
type Reply = LeadingOn | FoundReply | FileReply | FrameReply


def written(reply: Reply, known: KnownReply | None = None) -> str:
    """*reply* as JSON, with all that is *known* anew before it."""
    return json.dumps({**(vars(known) if known else {}), **vars(reply)}, ensure_ascii=False)
