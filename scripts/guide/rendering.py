"""Renders the guide's own templates outside MkDocs, with those of the wizard at hand."""

from functools import cache
from typing import Any

from jinja2 import ChoiceLoader, Environment, FileSystemLoader

from wizard.render import TEMPLATES, environment
from wizard.wording import wording

from .folders import THEME


@cache
def _environment() -> Environment:
    return environment().overlay(loader=ChoiceLoader([FileSystemLoader(THEME), FileSystemLoader(TEMPLATES)]))


def render(template: str, language: str, **values: Any) -> str:
    """*template* of the theme in *language*."""
    return _environment().get_template(template).render(say=wording(language), language=language, **values)
