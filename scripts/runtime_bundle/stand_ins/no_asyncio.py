"""Pyodide's start wants this name. Nobody in the bundle waits for anything, so there is no loop."""

from typing import NoReturn


def get_event_loop() -> NoReturn:
    """Refuse: what waits for JavaScript cannot run here."""
    raise RuntimeError("the bundle has no event loop")
