"""The version of the guide: it stands in pyproject.toml, and nowhere else by hand."""

import tomllib

from .folders import REPOSITORY

PROJECT = REPOSITORY / "pyproject.toml"


def version() -> str:
    """The number of the version, as the foot of the pages shows it."""
    return str(tomllib.loads(PROJECT.read_text("utf-8"))["project"]["version"])
