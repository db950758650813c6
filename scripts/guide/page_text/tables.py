"""Tables made from the rules: statements with what rests on them, every interview, and the decision as a table."""

from markupsafe import Markup

from scripts.guide.pictures import decision_diagram
from wizard.cards import BEWARE_STATEMENTS, ITEM_STATEMENTS, NOTICE_STATEMENTS
from wizard.engine import RULES
from wizard.languages import SOURCE_LANGUAGE
from wizard.library import statements
from wizard.paths import lines
from wizard.wording import Wording


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
        users = say.apart(", ".join(users_of(statement.id)) or statement.unused)
        row = Markup('<tr id="{0}"><th scope="row">{0}</th><td lang="{1}">{2}</td><td>{3}</td></tr>')
        rows += row.format(statement.id, language, words, users)
    return table("guide-statements", heads, rows)


def path_table(heads: tuple[str, ...], say: Wording) -> str:
    """Every interview and where it leads, as the command line prints it, under two *heads*."""
    rows = Markup()
    for line in lines():
        told, _, outcome = line.rpartition(" -> ")
        rows += Markup('<tr><td lang="{0}">{1}</td><td lang="{0}">{2}</td></tr>').format(
            SOURCE_LANGUAGE, say.apart(told), say.apart(outcome)
        )
    return table("guide-paths", heads, rows)


def decision_table(heads: tuple[str, ...], language: str) -> str:
    """The decision diagram as a table, under three *heads*."""
    told = Markup("").join(
        Markup('<tr><th scope="row">{}</th><td>{}</td><td>{}</td></tr>').format(*(cell or "—" for cell in row))
        for row in decision_diagram.rows(language)
    )
    return table("guide-decisions", heads, told)


def table(kind: str, heads: tuple[str, ...], rows: Markup) -> str:
    """A table that a narrow screen can scroll by keyboard, and the search of the guide leaves out."""
    columns = Markup("").join(Markup('<th scope="col">{}</th>').format(head) for head in heads)
    box = Markup(
        '<section class="guide-wide" tabindex="0" aria-label="{}">'
        '<table class="{}" data-search-exclude><thead><tr>{}</tr></thead><tbody>{}</tbody></table></section>'
    )
    return str(box.format(heads[0], kind, columns, rows))
