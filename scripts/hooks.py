"""What MkDocs calls: it gives the wizard's page its content, and puts the wizard's files into the site.

Thin on purpose: what the page holds is made by ``wizard_page.py``, which does not know MkDocs.
"""

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from scripts import blank_papers, wizard_page
from wizard.wording import SOURCE_LANGUAGE, languages

TEMPLATE = "wizard.html"


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, **_: object) -> dict[str, Any]:
    """Gives the template of the wizard's page everything it shows."""
    if page.meta.get("template") == TEMPLATE:
        root = get_relative_url(".", page.url)
        root = "" if root == "." else f"{root.rstrip('/')}/"
        language = config.theme["language"]
        context["wizard"] = wizard_page.page_values(language, addresses(root), config.extra, root)
    return context


def on_post_build(config: MkDocsConfig, **_: object) -> None:
    """Writes the wizard's style sheets, scripts and Python under names that hold their hashes, and the blank papers."""
    assets = (*wizard_page.assets().values(), *wizard_page.runtime().values())
    for path, content in (*((asset.path, asset.content) for asset in assets), *blank_papers.files()):
        target = Path(config.site_dir) / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def addresses(root: str) -> dict[str, str]:
    """Where each language's pages lie, seen from a page whose way to the site's root is *root*."""
    found: dict[str, str] = {}
    for code in languages():
        home = root if code == SOURCE_LANGUAGE else f"{root}{code}/"
        found |= {code: f"{home}wizard/", f"{code}.home": home or "./", f"{code}.privacy": f"{home}privacy/"}
    return found
