"""Renders the guide's own templates outside MkDocs, with those of the wizard at hand."""

from functools import cache
from typing import Any

from jinja2 import ChoiceLoader, Environment, FileSystemLoader

from wizard.direction import directed_page
from wizard.templating import TEMPLATES, environment
from wizard.wording import Wording

from .folders import THEME


@cache
def _environment() -> Environment:
    return environment().overlay(loader=ChoiceLoader([FileSystemLoader(THEME), FileSystemLoader(TEMPLATES)]))


def render(template: str, say: Wording, **values: Any) -> str:
    """*template* of the theme in the language of *say*."""
    return directed_page(_environment().get_template(template).render(say=say, language=say.language, **values))
