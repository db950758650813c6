"""What the pages' own text can name: facts, ICE's sentences, notices and tables; MkDocs calls it as a hook.

A page writes ``{{ fact("line_number") }}`` or ``{{ quote("R6") }}`` and never a number, an address, a link of ICE or a
sentence of ICE by hand. Every name that does not exist stops the build.
"""

import tomllib
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

import decision_diagram
import office_pages
import what_has_changed
from blank_papers import list_of_papers
from ice_answers import answers, translation_of, words_of
from outside_links import links_list
from wizard.cards import BEWARE_STATEMENTS, ITEM_STATEMENTS, NOTICE_STATEMENTS, Notice
from wizard.engine import RULES
from wizard.library import Fact, Standing, facts_in, source, statements
from wizard.paths import lines
from wizard.reach import laws_of_notice
from wizard.render import open_now_html
from wizard.wording import SOURCE_LANGUAGE, Wording, wording

QUOTED: dict[str, set[str]] = {}
"""Which statements each page quotes in its text, by the page's address: filled as pages are made."""


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, **_: object) -> str:
    """Fills in what the text of *page* names."""
    language = str(config.theme["language"])
    leave_url = config.extra["leave_url"]

    def outside_links(leave_note: str) -> str:
        return str(links_list(wording(language), leave_url, leave_note))

    return filled(markdown, language, QUOTED.setdefault(page.url, set()), outside_links=outside_links)


def filled(markdown: str, language: str, quoted: set[str], **more: Callable[..., str]) -> str:
    """A page's text in *language* with all that it names; the statements that it quotes are added to *quoted*."""
    return _environment().from_string(markdown).render(names(language, quoted) | more)


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
        office_pages.names(language)
        | what_has_changed.names(say)
        | {
            "say": lambda *path: str(escape(say(*path))),
            "fact": lambda name: fact_link(name, say),
            "law": lambda *ids: laws_box(ids, say),
            "value": lambda name: str(escape(facts_in(language)[name].value)),
            "quote": quote,
            "answer": lambda name: quoted_box(answers()[name], say),
            "sentence": lambda name: quoted_box([name], say),
            "notice": lambda name: notice_box(name, say),
            "icon": icon,
            "open_now": lambda: open_now_html(say),
            "checked": lambda: str(escape(say("ui.read_on", date=say.day(source().retrieved)))),
            "items": lambda *ids: bullets(say("item", item) for item in ids),
            "statement_table": lambda *heads: statement_table(heads, say),
            "papers": lambda: list_of_papers(language),
            "path_table": path_table,
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
    return f'<svg class="guide-icon" aria-hidden="true"><use href="#icon-{escape(name)}"></use></svg>'


def fact_link(name: str, say: Wording) -> str:
    """A fact as a link where it can be one, with its mark and date where it is not confirmed."""
    fact = facts_in(say.language)[name]
    shown: str = escape(fact.value)
    if fact.kind == "telephone":
        shown = Markup('<a class="guide-number" href="{}">{}</a>').format(fact.href, fact.value)
    elif fact.href:
        shown = page_link(fact.href, fact.value, say, foreign=fact.is_foreign_to(say.language))
    if fact.standing is Standing.CONFIRMED:
        return str(shown)
    mark = Markup(' <span class="guide-standing">{} ({})</span>')
    return str(shown + mark.format(say("standing", fact.standing.value), say("ui.checked", date=say.day(fact.checked))))


def page_link(href: str, text: str, say: Wording, *, foreign: bool) -> Markup:
    """A page of others; it says so where the page is *foreign* to the reader."""
    link = Markup('<a href="{}" rel="noreferrer"{}>{}{}</a>')
    told = Markup(" {}").format(say("ui.in_english")) if foreign else ""
    return link.format(href, Markup(' hreflang="en"') if foreign else "", text, told)


def laws_box(identities: Iterable[str], say: Wording) -> str:
    """What the law says, or others do or report, each with how it is cited, its standing and its day."""
    box = Markup('<div class="guide-law">{}</div>')
    return str(box.format(Markup().join(law_lines(facts_in(say.language)[identity], say) for identity in identities)))


def law_lines(law: Fact, say: Wording) -> Markup:
    """One such fact: a paragraph, or a list where it has several sentences."""
    lines = say.lines("law", law.id)
    if len(lines) == 1:
        return Markup("<p>{} {}</p>").format(lines[0], cite(law, say))
    items = Markup().join(Markup("<li>{}</li>").format(line) for line in lines)
    return Markup("<ul>{}</ul><p>{}</p>").format(items, cite(law, say))


def cite(law: Fact, say: Wording) -> Markup:
    """How *law* is cited, how sure it is, and since when."""
    told = f"{law.value}. {say('standing', law.standing.value)} ({say('ui.checked', date=say.day(law.checked))})."
    return Markup('<span class="guide-cite">{}</span>').format(told)


def quotation(identities: tuple[str, ...], say: Wording) -> str:
    """ICE's sentences, each once, in a box each."""
    first: dict[str, str] = {}
    for identity in identities:
        first.setdefault(statements()[identity].sentence, identity)
    return "\n\n".join(quoted_box([identity], say) for identity in first.values())


def quoted_box(parts: Iterable[str], say: Wording) -> str:
    """What ICE says in *parts* (ids of statements or of `ice_answers.other_sentences`), our translation first."""
    words, ours = " ".join(map(words_of, parts)), Markup()
    if say.language != SOURCE_LANGUAGE:
        told = " ".join(translation_of(part, say) for part in parts)
        ours = Markup("<p>{} {}</p>").format(say("ui.our_translation"), told)
    box = Markup('<blockquote class="guide-quote" cite="{}">{}<p lang="en">{}</p></blockquote>')
    return str(box.format(source().url, ours, words))


def notice_box(name: str, say: Wording) -> str:
    """One of the notices, as on a result."""
    box = Markup('<div class="guide-notice {}" role="note"><p><strong>{}</strong> {} {}</p></div>')
    cites = Markup(" ").join(cite(law, say) for law in laws_of_notice(Notice(name)))
    return str(box.format(name, say("notice", name, "title"), say("notice", name, "text"), cites))


def bullets(texts: Any) -> str:
    """A list."""
    rows = Markup("").join(Markup("<li>{}</li>").format(text) for text in texts)
    return str(Markup("<ul>{}</ul>").format(rows))


def users_of(identity: str) -> list[str]:
    """What rests on a statement: rules, items, warnings and notices, by their ids."""
    tables = (BEWARE_STATEMENTS, ITEM_STATEMENTS, NOTICE_STATEMENTS)
    found = [name for name, cited in RULES.items() if identity in cited]
    return found + [key.value for table in tables for key, cited in table.items() if identity in cited]


def statement_table(heads: tuple[str, ...], say: Wording) -> str:
    """Every statement with its exact words and what rests on it, under three *heads*; a table is no quotation."""
    rows = Markup()
    for statement in statements().values():
        words = statement.quote or say("ui.page_silent")
        language = SOURCE_LANGUAGE if statement.quote else say.language
        users = ", ".join(users_of(statement.id)) or statement.unused
        row = Markup('<tr id="{0}"><th scope="row">{0}</th><td lang="{1}">{2}</td><td>{3}</td></tr>')
        rows += row.format(statement.id, language, words, users)
    return table("guide-statements", heads, rows)


def path_table(*heads: str) -> str:
    """Every interview and where it leads, as the command line prints it, under two *heads*."""
    rows = Markup()
    for line in lines():
        told, _, outcome = line.rpartition(" -> ")
        rows += Markup("<tr><td>{}</td><td>{}</td></tr>").format(told, outcome)
    return table("guide-paths", heads, rows)


def decision_table(heads: tuple[str, ...], language: str) -> str:
    """The decision diagram as a table, under three *heads*."""
    told = Markup("").join(
        Markup('<tr><th scope="row">{}</th><td>{}</td><td>{}</td></tr>').format(*row)
        for row in decision_diagram.rows(language)
    )
    return table("guide-decisions", heads, told)


def table(kind: str, heads: tuple[str, ...], rows: Markup) -> str:
    """A table that a narrow screen can scroll by keyboard."""
    columns = Markup("").join(Markup('<th scope="col">{}</th>').format(head) for head in heads)
    box = Markup(
        '<section class="guide-wide" tabindex="0" aria-label="{}">'
        '<table class="{}"><thead><tr>{}</tr></thead><tbody>{}</tbody></table></section>'
    )
    return str(box.format(heads[0], kind, columns, rows))
