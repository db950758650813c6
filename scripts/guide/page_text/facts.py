"""Facts as a page shows them: as a link where one can be made, with standing and day; laws with how they are cited."""

from collections.abc import Iterable

from markupsafe import Markup, escape

from wizard.library import Fact, Standing, facts_in
from wizard.wording import Wording


def fact_link(name: str, say: Wording) -> str:
    """A fact as a link where it can be one, with its mark and date where it is not confirmed."""
    fact = facts_in(say.language)[name]
    value = say.apart(fact.value)
    shown: str = escape(value)
    if fact.kind == "telephone":
        shown = Markup('<a class="guide-number" href="{}">{}</a>').format(fact.href, value)
    elif fact.href:
        shown = page_link(fact.href, value, say, foreign=fact.is_foreign_to(say.language))
    if fact.standing is Standing.CONFIRMED:
        return str(shown)
    mark = Markup(' <span class="guide-standing" data-search-exclude>{} ({})</span>')
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
    checked = say("ui.checked", date=say.day(law.checked))
    told = f"{say.apart(law.value)}. {say('standing', law.standing.value)} ({checked})."
    return Markup('<span class="guide-cite">{}</span>').format(told)
