"""Where the folders lie that the site is made from, and made in."""

import os
from pathlib import Path

from wizard.languages import PREVIEW

REPOSITORY = Path(__file__).resolve().parents[2]
DOCS = REPOSITORY / "docs"
BUILD = REPOSITORY / "build"
RUNTIME = BUILD / ("preview-runtime" if os.environ.get(PREVIEW) else "runtime")
"""The Python that runs in the browser; a preview has one of its own."""
NODE_MODULES = REPOSITORY / "node_modules"
THEME = Path(__file__).parent / "theme"
