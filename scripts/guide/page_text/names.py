"""Everything that a page's own text can name, and the page with all that it names filled in.

A page writes ``{{ fact("line_number") }}`` or ``{{ quote("R6") }}`` and never a number, an address, a link of ICE or a
sentence of ICE by hand. Every name that does not exist stops the build.
"""

import tomllib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup, escape

from scripts.guide.blank_papers import list_of_papers
from scripts.guide.office_lists import lists as office_lists
from scripts.guide.pictures import decision_diagram
from scripts.guide.rendering import render
from wizard.cards import Notice
from wizard.direction import directed
from wizard.library import facts_in, source
from wizard.needs import Need
from wizard.reach import laws_of_notice
from wizard.render import open_now_html
from wizard.to_say import to_say
from wizard.wording import Wording, wording

from . import what_has_changed
from .browsers import browser_table
from .facts import cite, fact_link, laws_box
from .ice_answers import answers
from .quotations import quotation, quoted_box
from .tables import decision_table, path_table, statement_table


def filled(markdown: str, language: str, quoted: set[str], **more: Callable[..., str]) -> str:
    """A page's text in *language* with all that it names; the statements that it quotes are added to *quoted*."""
    text = _environment().from_string(markdown).render(names(language, quoted) | more)
    return directed(text, wording(language).about.direction)


@cache
def _environment() -> Environment:
    # Markdown is not HTML: what the names give is markup already, and everything else is the page's own text.
    return Environment(undefined=StrictUndefined, autoescape=False, keep_trailing_newline=True)  # noqa: S701


def names(language: str, quoted: set[str]) -> dict[str, Callable[..., str]]:
    """Everything that a page in *language* can name."""
    say = wording(language)

    def quote(*identities: str) -> str:
        quoted.update(identities)
        return quotation(identities, say)

    return (
        office_lists.names(language)
        | what_has_changed.names(say)
        | {
            "days": lambda name: str(escape(say.with_days(f"{{{name}}}"))),
            "say": lambda *path: str(escape(say(*path))),
            "fact": lambda name: fact_link(name, say),
            "law": lambda *ids: laws_box(ids, say),
            "value": lambda name: str(escape(say.apart(facts_in(language)[name].value))),
            "quote": quote,
            "answer": lambda name: quoted_box(answers()[name], say),
            "sentence": lambda name: quoted_box([name], say),
            "notice": lambda name: notice_box(name, say),
            "icon": icon,
            "open_now": lambda **how: open_now_html(say, **how),
            "checked": lambda: str(escape(say("ui.read_on", date=say.day(source().retrieved)))),
            "items": lambda *ids: bullets(say("item", item) for item in ids),
            "to_say": lambda need: bullets(map(spoken, to_say(Need(need), say))),
            "statement_table": lambda *heads: statement_table(heads, say),
            "offline_box": lambda: render("offline_box.html", say),
            "papers": lambda: list_of_papers(language),
            "browser_table": browser_table,
            "path_table": lambda *heads: path_table(heads, say),
            "decision_diagram": lambda: decision_diagram.diagram(language),
            "decision_table": lambda *heads: decision_table(heads, language),
            "reading_limit": reading_limit,
        }
    )


def reading_limit(language: str, kind: str, what: str) -> str:
    """How hard texts of a kind may be on average (``mean``) or at most (``hardest``)."""
    limits = tomllib.loads(Path(__file__).with_name("reading_limits.toml").read_text("utf-8"))
    return str(limits[language][kind][what]["limit"])


def icon(name: str) -> str:
    """One of the line icons."""
    drawn = 'width="24" height="24" fill="none" stroke="currentColor"'
    return f'<svg class="guide-icon" aria-hidden="true" {drawn}><use href="#icon-{escape(name)}"></use></svg>'


def notice_box(name: str, say: Wording) -> str:
    """One of the notices, as on a result."""
    box = Markup('<div class="guide-notice {}" role="note"><p><strong>{}</strong> {} {}</p></div>')
    cites = Markup(" ").join(cite(law, say) for law in laws_of_notice(Notice(name)))
    return str(box.format(name, say("notice", name, "title"), say("notice", name, "text"), cites))


def spoken(sentence: tuple[str, str]) -> Markup:
    """A sentence to say in English, and below it the same in the reader's language."""
    english, translation = sentence
    both = Markup('<span data-search-exclude><strong lang="en">{}</strong><br>{}</span>')
    return both.format(english, translation) if translation else escape(english)


def bullets(texts: Any) -> str:
    """A list."""
    rows = Markup("").join(Markup("<li>{}</li>").format(text) for text in texts)
    return str(Markup("<ul>{}</ul>").format(rows))
