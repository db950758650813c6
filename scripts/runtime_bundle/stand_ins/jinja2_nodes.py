"""Of the parts of a template's source, the one that compiled templates still use."""

from typing import Any


class EvalContext:
    """What Jinja2's own class of this name does: whether what is written is escaped, and a way to put that back."""

    def __init__(self, environment: Any, template_name: str | None = None) -> None:
        """Take what *environment* says of the template."""
        escapes = environment.autoescape
        self.environment = environment
        self.autoescape = escapes(template_name) if callable(escapes) else escapes
        self.volatile = False

    def save(self) -> dict[str, Any]:
        """Return what can be put back."""
        return self.__dict__.copy()

    def revert(self, old: dict[str, Any]) -> None:
        """Put back what was saved."""
        self.__dict__.clear()
        self.__dict__.update(old)
