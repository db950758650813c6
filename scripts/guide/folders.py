"""Where the folders lie that the site is made from, and made in."""

from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
DOCS = REPOSITORY / "docs"
BUILD = REPOSITORY / "build"
NODE_MODULES = REPOSITORY / "node_modules"
THEME = Path(__file__).parent / "theme"
