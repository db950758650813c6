"""Pyodide's event loop, left out: the bundle is only ever called, and answers at once."""


def _initialize_event_loop() -> None:
    """Start nothing."""
