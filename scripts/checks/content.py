"""Holds texts, statements and facts together, in every language."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import Any

from mkdocs.utils.yaml import yaml_load

from scripts.guide.folders import DOCS, REPOSITORY
from wizard.afterwards import AFTER_STATEMENTS, PAGES_BESIDE, PAGES_BESIDE_NEED
from wizard.aspects import Aspect
from wizard.assess import card_for
from wizard.cards import BEWARE_STATEMENTS, ITEM_STATEMENTS, NOTICE_STATEMENTS, Beware, Channel, Item, Notice
from wizard.engine import RULES, Ask, every_path
from wizard.hours import CLOSES, OPENS
from wizard.interview import NEEDS, NONE_OF_THEM, Interlude
from wizard.languages import SOURCE_LANGUAGE, languages
from wizard.library import LAW, Standing, facts, source, statements
from wizard.packet.law import SHOWN
from wizard.plurals import text_of_form
from wizard.questions import (
    COURT_REQUESTS,
    GROUPS,
    LINE_TOPICS,
    LOCAL_REQUEST_NEEDS,
    MOST_NEEDS,
    NEED_GROUPS,
    OFFICER_REQUESTS,
    OUTSIDE_NEEDS,
    PLACES,
    QUESTIONS,
    SEVERAL,
    Need,
    NeedGroup,
)
from wizard.reach import (
    BESIDE,
    FORMS,
    LAW_OF_INTERLUDE,
    LAW_OF_NEED,
    LAW_OF_NOTICE,
    LAW_OF_WARNING,
    LAWYERS,
    REACH,
)
from wizard.wording import texts_of, wording

from .counting import braces
from .languages import language_faults
from .packet_ids import packet_ids

ROOT = REPOSITORY / "wizard"
PAGES = DOCS
ASKING = {".html", ".txt", ".py"}
GUIDE = REPOSITORY / "scripts" / "guide"
WATCHING = REPOSITORY / "scripts" / "watching"
ASKED_BY_NAME = re.compile(r"""\bsay\(["']([a-z_]+(?:\.\w+)+)["'](?:\)|, *\w+=)""")
"""How templates and modules ask for a text by its whole id."""
WHOLE_ID = re.compile(r"\w+(?:\.\w+)+")
REST_OF_ID = re.compile(r"""(?<=["'])[\w.]+(?=["'])|(?<=\bwords\.)\w+""")
"""How they ask for one of `BY_THE_REST`: as ``say("ui", "day")``, or ``words.city`` in the lists of offices."""
BY_THE_REST = ("ui", "office", "diagram", "join")
NAMING = re.compile(r"\b(?:fact|value|law)\(([^)]*)\)")
"""How a page names facts; `law` may name several."""
WRONG_NUMBERS = ("351-5024", "898-8170")


def statement_faults() -> Iterator[str]:
    """Misquotations, and statements neither used nor marked as unused."""
    page = files("wizard").joinpath("sources", source().file).read_bytes()
    if hashlib.sha256(page).hexdigest() != source().sha256:
        yield "sources: the source page is not the one whose hash is recorded"
    text = page.decode()
    tables = (BEWARE_STATEMENTS, ITEM_STATEMENTS, NOTICE_STATEMENTS)
    used = {s for group in RULES.values() for s in group} | {s for t in tables for group in t.values() for s in group}
    for statement in statements().values():
        if statement.quote not in text or statement.sentence not in text or statement.quote not in statement.sentence:
            yield f"statements: {statement.id} is not word for word in the source page"
        if (statement.id in used) == bool(statement.unused):
            yield f"statements: {statement.id} must be cited, or marked unused with its reason, and not both"
    for missing in sorted(used - statements().keys()):
        yield f"statements: {missing} is cited and does not exist"


HOURS = ("regular", "holidays", "other_days", "open", "closed", "holiday", "own_open", "own_closed")
"""The sentences of wizard/templates/open_now.html."""
COPIES = ("changed", "silent", "old", "genuine")
"""How a known copy may stand (scripts/watching/copies.py)."""


OF_A_PLACE = (
    *("title", "why", "nothing", "find", "again", "list"),
    *("typed", "typed_hint", "several", "guess"),
)
"""What is told of each question of a place."""


def expected_ids() -> set[str]:
    """The ids of the texts that follow from the lists of the code. Any other must be asked for by name."""
    ids = {f"question.{q}.{part}" for q in (*SEVERAL, *QUESTIONS) for part in ("title", "why", "hint", "nothing")}
    ids |= {f"question.{LOCAL_REQUEST_NEEDS}.options.{NONE_OF_THEM}"}
    ids |= {f"question.{q}.options.{option.value}" for q, question in QUESTIONS.items() for option in question}
    ids |= {f"question.{NEEDS}.options.{need.value}" for need in Need}
    ids |= {f"question.{GROUPS}.options.{group.value}" for group in NeedGroup}
    ids |= {f"interlude.{name.value}.{part}" for name in Interlude for part in ("title", "text", "note", "continue")}
    ids |= {f"card.{channel.value}.{part}" for channel in Channel for part in ("title", "do", "change")}
    ids |= {f"card.{channel.value}.{part}" for channel in AFTER_STATEMENTS for part in ("next", "until", "silence")}
    ids |= {f"page.{page}" for table in (PAGES_BESIDE, PAGES_BESIDE_NEED) for pages in table.values() for page in pages}
    ids |= {f"item.{item.value}" for item in Item}
    ids |= {f"beware.{beware.value}.{part}" for beware in Beware for part in ("lead", "text")}
    ids |= {f"notice.{notice.value}.{part}" for notice in Notice for part in ("title", "text")}
    ids |= {f"rule.{name}.{result}" for name in RULES for result in ("yes", "no")}
    ids |= {f"standing.{standing.value}" for standing in Standing}
    ids |= {f"{'law' if fact.kind == LAW else 'fact'}.{name}" for name, fact in facts().items()}
    ids |= {f"hours.{name}" for name in HOURS} | {f"hours.at.{hour}" for hour in (OPENS, CLOSES)}
    ids |= {f"question.{name}.{part}" for name in PLACES for part in OF_A_PLACE}
    ids |= {f"site.menu.{group}" for group in groups_of_pages()}
    ids |= {f"outside.{need.value}.{part}" for need in OUTSIDE_NEEDS for part in ("title", "text")}
    ids |= {f"copies.{state}.{part}" for state in COPIES for part in ("title", "text")}
    return ids | packet_ids() | {"card.congress"}


def groups_of_pages() -> dict[str, list[str]]:
    """The groups of the menu with their pages, as mkdocs.yml names them."""
    listed: list[dict[str, list[str]]] = yaml_load((REPOSITORY / "mkdocs.yml").read_text("utf-8"))["nav"]
    return {name: pages for group in listed for name, pages in group.items()}


VARIANT = re.compile(rf"((card|beware|interlude)\.\w+|item)\.\w+?_({'|'.join(Aspect)})$")
"""A text as only a card of one aspect says it."""

OPTIONAL = re.compile(
    r"(card\.\w+\.(reach_note|include_intro|ready|closed)|beside\.\w+\.text|outside\.\w+\.(steps|to_say)|packet\.month_also\.\d+)$"
)


def wording_faults() -> Iterator[str]:
    """Texts missing, left over, or unlike in their braces; facts typed where they should be named."""
    for language in languages():
        yield from language_faults(language)
    reference, known = texts_of(SOURCE_LANGUAGE), expected_ids()
    for name in sorted(known - reference.keys()):
        yield f"wording: {SOURCE_LANGUAGE} lacks {name}"
    rooms = (ROOT, GUIDE, WATCHING)
    asking = [path for room in rooms for path in sorted(room.rglob("*")) if path.suffix in ASKING]
    asked = "".join(path.read_text("utf-8") for path in asking)
    for name in sorted({*ASKED_BY_NAME.findall(asked)} - reference.keys() - known):
        yield f"wording: {SOURCE_LANGUAGE} lacks {name}, which a template or a module asks for"
    whole, rests = {*WHOLE_ID.findall(asked)}, {*REST_OF_ID.findall(asked)}
    for name in sorted({text_of_form(name) or name for name in reference} - known):
        group, _, rest = name.partition(".")
        in_use = group in {"month", "date", "weekday"} or name in whole or (group in BY_THE_REST and rest in rests)
        if not (in_use or OPTIONAL.match(name) or VARIANT.match(name)):
            yield f"wording: {SOURCE_LANGUAGE} has {name}, which nothing asks for"


def need_faults() -> Iterator[str]:
    """Needs that lead to a card without anywhere to turn, or are in no group; groups that are too long."""
    yield from _group_faults()
    for need in OUTSIDE_NEEDS:
        if not BESIDE.get(need):
            yield f"needs: {need} is outside ICE and has no fact that says where to turn (BESIDE in wizard/reach.py)"
    for need in (*LINE_TOPICS, *OFFICER_REQUESTS, *COURT_REQUESTS):
        if not any(REACH[channel] for channel in channels_of(need)):
            yield f"needs: {need} leads to no channel with a fact that says how it is reached (REACH)"


def _group_faults() -> Iterator[str]:
    found = Counter(need for group in NEED_GROUPS.values() for need in group)
    for need in Need:
        if found[need] != 1:
            yield f"needs: {need} must stand under one heading (NEED_GROUPS), and stands under {found[need]}"
    for group, needs in NEED_GROUPS.items():
        if len(needs) > MOST_NEEDS:
            yield f"needs: {group} has {len(needs)} needs; a screen shows at most {MOST_NEEDS} (NEED_GROUPS)"


def channels_of(need: Need) -> set[Channel]:
    """Every channel that some interview about *need* leads to."""

    def route(ask: Ask) -> Channel:
        return card_for(need, ask).channel

    return {path.outcome for path in every_path(route)}


def fact_faults() -> Iterator[str]:
    """Facts that nothing shows, facts that are not there, and the wrong numbers in circulation."""
    laws = (LAW_OF_WARNING, LAW_OF_NEED, LAW_OF_INTERLUDE, LAW_OF_NOTICE)
    tables: tuple[Mapping[Any, tuple[str, ...]], ...] = (REACH, BESIDE, *laws)
    named = {name for table in tables for group in table.values() for name in group}
    shown = named | {*FORMS.values(), *LAWYERS, *SHOWN}
    shown |= {name for texts in wording(SOURCE_LANGUAGE).texts.values() for name in braces(texts)}
    for name in sorted({*named, *FORMS.values(), *LAWYERS, *SHOWN} - facts().keys()):
        yield f"facts: {name} is named by wizard/reach.py or wizard/packet/law.py, and does not exist"
    pages = "".join(page.read_text("utf-8") for page in PAGES.rglob("*.md"))
    shown |= {name for named in NAMING.findall(pages) for name in re.findall(r"\w+", named)}
    for name in facts().keys() - shown:
        yield f"facts: {name} is shown nowhere"
    for path in sorted([*ROOT.rglob("*.toml"), *PAGES.rglob("*.toml"), *PAGES.rglob("*.md")]):
        for wrong in WRONG_NUMBERS:
            if wrong in path.read_text("utf-8"):
                yield f"facts: {path.parent.name}/{path.name} holds a number known to be wrong ({wrong})"
