"""The guide as one file, made of the built site for the tests that look at it."""

from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from scripts.one_file.__main__ import files
from tests.built_pages import SITE
from wizard.languages import languages


@cache
def made() -> dict[str, bytes]:
    """The file of every language."""
    return dict(zip(languages(), files(SITE).values(), strict=True))


@cache
def on_disk(language: str) -> Path:
    """The file in *language*, in a folder whose name has a space and a letter that addresses write in another way."""
    folder = Path(mkdtemp()) / "un señor"
    folder.mkdir()
    target = folder / f"guide {language}.html"
    target.write_bytes(made()[language])
    return target
