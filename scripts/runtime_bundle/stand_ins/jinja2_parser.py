"""Templates come compiled: nothing parses their source."""


class Parser:
    """A name that others import."""
