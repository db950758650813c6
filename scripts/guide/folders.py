"""Where the folders lie that the site is made from, and made in."""

import os
from pathlib import Path

from wizard.languages import PREVIEW, SOURCE_LANGUAGE

REPOSITORY = Path(__file__).resolve().parents[2]
DOCS = REPOSITORY / "docs"
BUILD = REPOSITORY / "build"
RUNTIME = BUILD / ("preview-runtime" if os.environ.get(PREVIEW) else "runtime")
"""The Python that runs in the browser; a preview has one of its own."""
NODE_MODULES = REPOSITORY / "node_modules"
THEME = Path(__file__).parent / "theme"

IN_FOLDERS = "GUIDE_FOLDERS"
"""Set in the environment, each language lies in a folder of its own: ``scripts/build --release`` sets it."""


def in_folders() -> bool:
    """Whether English too lies in a folder of its own, so that a copy may open another language first."""
    return bool(os.environ.get(IN_FOLDERS))


def home(language: str) -> str:
    """The folder of the pages in *language*, from the site's root: ``es/``, or nothing."""
    return "" if language == SOURCE_LANGUAGE and not in_folders() else f"{language}/"
