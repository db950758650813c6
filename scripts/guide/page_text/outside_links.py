"""Every address outside this guide that its pages link to, with the day it was checked; the page of that name shows it.

The list is made from the facts, and knows no page: tests/test_links.py holds the built pages to it.
"""

from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from wizard.library import Standing, facts, facts_in
from wizard.office_facts import check_in_offices, general
from wizard.wording import Wording


@dataclass(frozen=True)
class OutsideLink:
    """A page of others: *name* says what it is, *checked* is the day of the newest copy that shows or dates it."""

    address: str
    name: str
    checked: str
    standing: Standing


def outside_links(say: Wording) -> list[OutsideLink]:
    """The pages of the facts, ICE's own pages on its check-in offices, and its web form, by address."""
    found = [
        OutsideLink(fact.href, say("fact", fact.id), fact.checked, fact.standing)
        for fact in (*facts_in(say.language).values(), *facts().values())
        if fact.kind == "page"
    ]
    offices = [office for office in check_in_offices().values() if office.page]
    found += [
        OutsideLink(f"https://{office.page}", office.name, office.page_modified, office.address.standing)
        for office in offices
    ]
    form = general()["contact_form"]
    found.append(OutsideLink(f"https://{form.value}", say("office.contact_form"), form.checked, form.standing))
    by_address = groupby(sorted(found, key=lambda link: (link.address, link.name)), key=lambda link: link.address)
    return [next(same) for _, same in by_address]


def links_list(say: Wording, leave_url: str, leave_note: str) -> Markup:
    """The list as HTML; its last link is *leave_url*, which no fact holds: the host chooses it, says *leave_note*."""
    row = Markup('<li><a href="{}" rel="noreferrer">{}</a><br><strong>{}</strong> {}</li>')
    rows = [
        row.format(
            link.address,
            say.apart(link.address),
            say.join("ended", text=say.apart(link.name)),
            _known(link, say),
        )
        for link in outside_links(say)
    ]
    rows.append(row.format(leave_url, say.apart(leave_url), say.join("ended", text=say("ui.leave")), leave_note))
    return Markup('<ul class="guide-links" data-search-exclude>{}</ul>').format(Markup("").join(rows))


def _known(link: OutsideLink, say: Wording) -> str:
    """When we last looked, and how sure it is."""
    texts = (say.day(link.checked), say("standing", link.standing.value))
    return say.join("sentences").join(say.join("ended", text=text) for text in texts)
