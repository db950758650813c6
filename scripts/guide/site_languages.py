"""What MkDocs is told of each language: its name, and the site's name and description in it."""

from collections.abc import Iterator
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from wizard.languages import SOURCE_LANGUAGE, languages, table
from wizard.wording import wording

PLUGIN = "i18n"


def add_languages(config: MkDocsConfig) -> None:
    """Adds to the configuration every language that it does not name itself; once, also where it is called again."""
    listed = config.plugins[PLUGIN].config.languages
    named = {row.locale for row in listed}
    for settings in _settings():
        if settings["locale"] not in named:
            row = type(listed[0])()
            row.load_dict(settings)
            row.validate()
            listed.append(row)
    if not config.site_description:
        config.site_description = wording(SOURCE_LANGUAGE)("site.description")


def _settings() -> Iterator[dict[str, Any]]:
    for code in languages():
        say = wording(code)
        yield {
            "locale": code,
            "name": table()[code].name,
            "site_name": say("ui.product"),
            "site_description": say("site.description"),
        }
