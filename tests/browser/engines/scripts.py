"""The JavaScript that a test runs in the page, kept in files of its own so that it is checked as such."""

from pathlib import Path

HERE = Path(__file__).resolve().parent


def script(name: str) -> str:
    """The source of the function that *name*.mjs exports, to be given to ``Tab.run``."""
    return (HERE / f"{name}.mjs").read_text("utf-8").partition("export default ")[2].strip()
