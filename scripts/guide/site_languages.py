"""What MkDocs is told of each language: its name, and the site's name and description in it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from wizard.languages import SOURCE_LANGUAGE, languages, table
from wizard.wording import wording

from .folders import home

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


def into_folders(files: Files, site: str) -> None:
    """Lays English into a folder of its own below *site*, as the plugin does with all others, where that is wanted."""
    folder = home(SOURCE_LANGUAGE)
    for file in files:
        for one in (file, *getattr(file, "alternates", {}).values()):
            if folder and one.src_uri.startswith(f"{SOURCE_LANGUAGE}/") and not one.dest_uri.startswith(folder):
                one.dest_uri = f"{folder}{one.dest_uri}"
                one.url = folder + one.url.removeprefix("./")
                one.abs_dest_path = str(Path(site, one.dest_uri))


def _settings() -> Iterator[dict[str, Any]]:
    for code in languages():
        say = wording(code)
        yield {
            "locale": code,
            "name": table()[code].name,
            "site_name": say("ui.product"),
            "site_description": say("site.description"),
        }
