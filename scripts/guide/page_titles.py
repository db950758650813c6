"""What browsers, search engines and messengers show of a page beside its text; each says that it is unofficial."""

import re

from wizard.wording import wording

LONGEST = 80
"""Where lists of tabs and of search results have cut a title at the latest."""

IN_BRACKETS = re.compile(r" \([^)]*\)")


def told(language: str, product: str, page: str, about: str) -> dict[str, str]:
    """The *title* of the page called *page* (the start page: nothing), the *name* of *product*, and a *description*."""
    say = wording(language)
    unofficial = say("ui.unofficial")
    return {
        "name": f"{product} ({unofficial})",
        "title": title_of(page, product, unofficial),
        "description": f"{say('ui.unofficial_guide')} {about}",
    }


def title_of(page: str, product: str, unofficial: str) -> str:
    """The longest title that is not cut; *unofficial* stands in each."""
    longer = f"{page} - {product}" if page else product
    shorter = (longer, page, IN_BRACKETS.sub("", page))
    titles = [f"{title} ({unofficial})" for title in shorter]
    return next((title for title in titles if len(title) <= LONGEST), titles[-1])
