"""What of the guide rests on a statement of ICE's page: rules, texts, letters, call scripts and pages."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial

from scripts.guide.folders import DOCS, REPOSITORY
from scripts.guide.page_text.ice_answers import answers
from wizard.assess import card_for
from wizard.cards import BEWARE_STATEMENTS, ITEM_STATEMENTS, LETTERS, NOTICE_STATEMENTS, Channel
from wizard.engine import RULES, every_path
from wizard.languages import SOURCE_LANGUAGE, languages
from wizard.questions import Need
from wizard.wording import texts_of

NAMED_BY_A_PAGE = re.compile(r"""\{\{ *(quote|answer|sentence)\(([^)]*)\)""")


@dataclass(frozen=True)
class Resting:
    """What must be read again where a statement changes: rules by name, texts by id, papers, pages, modules."""

    rules: tuple[str, ...]
    texts: tuple[str, ...]
    papers: tuple[str, ...]
    pages: tuple[str, ...]
    modules: tuple[str, ...]


def resting_on(statement: str) -> Resting:
    """All that rests on the *statement* with this id, or on a sentence of docs/answers.toml."""
    return Resting(
        tuple(name for name, rests in RULES.items() if statement in rests),
        tuple(_texts(statement)),
        tuple(_paper(channel) for channel in Channel if statement in _statements_by_channel()[channel]),
        tuple(_pages(statement)),
        tuple(_modules(statement)),
    )


def _texts(statement: str) -> Iterator[str]:
    yield from (f"rule.{name}" for name, rests in RULES.items() if statement in rests)
    tables: dict[str, Mapping[str, tuple[str, ...]]] = {
        "item": {str(key): rests for key, rests in ITEM_STATEMENTS.items()},
        "beware": {str(key): rests for key, rests in BEWARE_STATEMENTS.items()},
        "notice": {str(key): rests for key, rests in NOTICE_STATEMENTS.items()},
    }
    for group, table in tables.items():
        yield from (f"{group}.{name}" for name, rests in table.items() if statement in rests)
    for language in languages():
        if language != SOURCE_LANGUAGE and f"ice.{statement}" in texts_of(language):
            yield f"ice.{statement} ({language})"


@cache
def _statements_by_channel() -> dict[Channel, frozenset[str]]:
    """What the cards of each channel rest on, over every interview there is."""
    found: dict[Channel, set[str]] = {channel: set() for channel in Channel}
    for need in Need:
        for path in every_path(partial(card_for, need)):
            found[path.outcome.channel].update(s for part in path.outcome.rests_on() for s in part.statements)
    return {channel: frozenset(rests) for channel, rests in found.items()}


def _paper(channel: Channel) -> str:
    """What goes out on a card of *channel*: a letter is named as its files are."""
    name = channel.value.replace("_", "-")
    if channel in LETTERS:
        return f"letter-{name}"
    return "the call script" if channel is Channel.DETENTION_LINE else f"the card {name}"


def _pages(statement: str) -> Iterator[str]:
    for page in sorted((DOCS / SOURCE_LANGUAGE).glob("*.md")):
        text = page.read_text("utf-8")
        named = [(kind, name) for kind, names in NAMED_BY_A_PAGE.findall(text) for name in re.findall(r"\w+", names)]
        quoted = {part for kind, name in named for part in (answers()[name] if kind == "answer" else [name])}
        if statement in quoted or re.search(rf"\b{statement}\b", text):
            yield page.stem


def _modules(statement: str) -> Iterator[str]:
    for module in sorted((REPOSITORY / "wizard").rglob("*.py")):
        if re.search(rf"\b{statement}\b", module.read_text("utf-8")):
            yield module.relative_to(REPOSITORY).as_posix()
