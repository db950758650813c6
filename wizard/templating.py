"""The templates and how one is filled in: the one renderer, for the static page, the papers and the browser alike."""

from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from jinja2 import BaseLoader, Environment, FileSystemLoader, ModuleLoader, StrictUndefined

from wizard.cards import Notice
from wizard.direction import directed, is_from_the_right
from wizard.library import facts_in
from wizard.places import checked, telephone
from wizard.reach import laws_of_notice
from wizard.wording import Wording

TEMPLATES = Path(__file__).parent / "templates"


def environment() -> Environment:
    """The Jinja2 environment: compiled templates where the bundle has them, else the files."""
    return _configured(_loader())


def _configured(loader: BaseLoader) -> Environment:
    made = Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters |= {
        "telephone": telephone,
        "checked": checked,
        "is_from_the_right": is_from_the_right,
        "laws": lambda name: laws_of_notice(Notice(name)),
        "for_readers_of": lambda fact, language: facts_in(language)[fact.id],
    }
    return made


def _loader() -> BaseLoader:
    try:
        compiled = import_module("wizard.templates_compiled")
    except ModuleNotFoundError:
        return FileSystemLoader(TEMPLATES)
    return ModuleLoader(list(compiled.__path__))


@cache
def _environment() -> Environment:
    return environment()


def render(template: str, say: Wording, **values: Any) -> str:
    """*template* in the language of *say*; of HTML, each part that is read the other way says so."""
    made = _environment().get_template(template).render(say=say, language=say.language, **values)
    return directed(made, say.about.direction) if template.endswith(".html") else made
