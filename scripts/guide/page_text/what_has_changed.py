"""What changed since ICE's page was written: a table of topics, the newest first, and the head of what is said of each.

What is known of a topic is a fact (wizard/facts/changes); what it is called, and what it means for a reader, are words
(docs/LANGUAGE/what-has-changed.toml). Neither is in the browser's bundle. ``names.py`` hands `names` to the pages.
"""

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from markupsafe import Markup, escape

from scripts.guide.folders import DOCS
from wizard.languages import SOURCE_LANGUAGE
from wizard.library import Standing, load_toml
from wizard.wording import Wording

NAME = "what-has-changed"
"""The page and its words, in each language."""


ADDRESS_PART = re.compile(r"(?<=\w)(?=[./]\w)")
"""Where the address of a source may be broken between lines."""


class State(StrEnum):
    """How a topic stands beside ICE's page, by the newest text that we read."""

    IN_EFFECT = "in-effect"
    BLOCKED = "blocked"
    CHANGED = "changed"
    NOT_KNOWN = "not-known"


@dataclass(frozen=True)
class Topic:
    """One thing that may have changed: *day* is that of what its state rests on, *checked* when we last looked."""

    id: str
    state: State
    day: str
    sources: tuple[str, ...]
    checked: str
    standing: Standing

    @property
    def anchor(self) -> str:
        """Where the page tells what happened."""
        return self.id.replace("_", "-")


def rows() -> dict[str, dict[str, Any]]:
    """What is known, as it stands in the file."""
    return load_toml("facts/changes", "topics.toml")


@cache
def topics() -> dict[str, Topic]:
    """Every topic by its id, the newest first; those of one day in the order of the file."""
    found = [
        Topic(
            identity,
            State(row["state"]),
            str(row["day"]),
            tuple(row["sources"]),
            str(row["checked"]),
            Standing(row["standing"]),
        )
        for identity, row in rows().items()
    ]
    return {topic.id: topic for topic in sorted(found, key=lambda topic: topic.day, reverse=True)}


@cache
def words(language: str) -> dict[str, Any]:
    """What the table says in *language*: ``label``, ``state``, ``source`` and ``topic``."""
    return tomllib.loads((DOCS / language / f"{NAME}.toml").read_text("utf-8"))


def names(say: Wording) -> dict[str, Callable[..., str]]:
    """What a page in the language of *say* can name."""
    return {
        "changes_table": lambda: table(say),
        "change": lambda identity: head(topics()[identity], say),
        "change_state": lambda state: str(state_mark(State(state), say)),
    }


def head(topic: Topic, say: Wording) -> str:
    """The heading of what happened, as Markdown, so that the search of the pages knows it; then how it stands."""
    name = words(say.language)["topic"][topic.id]["name"]
    standing = say("standing", topic.standing.value)
    known = (say.join("ended", text=text) for text in (say.day(topic.day), standing))
    stands = f"{state_mark(topic.state, say)} {say.join('sentences').join(known)}"
    return f"### {name} {{ #{topic.anchor} }}\n\n{stands}\n{{ .guide-quiet }}"


def table(say: Wording) -> str:
    """All topics as a table, which a narrow screen shows as a list of cards."""
    label = words(say.language)["label"]
    heads = Markup("").join(
        Markup('<th scope="col">{}</th>').format(label[name]) for name in ("topic", "state", "for_you", "source")
    )
    body = Markup("").join(row(topic, say) for topic in topics().values())
    frame = Markup(
        '<table class="guide-changes" data-search-exclude><caption>{}</caption>'
        "<thead><tr>{}</tr></thead><tbody>{}</tbody></table>"
    )
    return str(frame.format(label["caption"], heads, body))


def row(topic: Topic, say: Wording) -> Markup:
    """One topic: its name, its state and day, what it means, and where we have it from."""
    said = words(say.language)["topic"][topic.id]
    cells = Markup(
        '<tr><th scope="row"><a href="#{}">{}</a></th><td>{} <time datetime="{}">{}</time></td><td>{}</td>'
        '<td class="guide-source"><span class="guide-label">{}: </span>{}</td></tr>'
    )
    return cells.format(
        topic.anchor,
        said["name"],
        state_mark(topic.state, say),
        topic.day,
        say.day(topic.day),
        said["for_you"],
        words(say.language)["label"]["sources"],
        sources_of(topic, say),
    )


def state_mark(state: State, say: Wording) -> Markup:
    """The state in words, in a frame of its own."""
    mark = Markup('<strong class="guide-state {}">{}</strong>')
    return mark.format(state.value, words(say.language)["state"][state.value])


def sources_of(topic: Topic, say: Wording) -> Markup:
    """Where we have it from, how sure it is, and when we last looked."""
    named = escape(say.join("parts")).join(source_name(source, say) for source in topic.sources)
    checked = say("ui.checked", date=say.day(topic.checked))
    mark = Markup('{} <span class="guide-sure">{} ({})</span>')
    return mark.format(
        escape(say.join("ended", text="{}")).format(named), say("standing", topic.standing.value), checked
    )


def source_name(source: str, say: Wording) -> Markup:
    """A source in the reader's words, or by its own name, which is English."""
    if ours := words(say.language)["source"].get(source):
        return escape(ours)
    name = Markup(ADDRESS_PART.sub("<wbr>", str(escape(source))))  # noqa: S704
    return (
        name if say.language == SOURCE_LANGUAGE else Markup('<span lang="{}">{}</span>').format(SOURCE_LANGUAGE, name)
    )
