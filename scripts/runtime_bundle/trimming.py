"""Which files of the library the browser really needs: what was imported when everything was exercised."""

from collections.abc import Iterable, Mapping

from .inputs import BundleError

KEPT_UNMEASURED = ("wizard/templates_compiled/", "jinja2-", "markupsafe-")
"""Templates, which Jinja2 loads past the import system, and the licences that must travel with the libraries."""


def trimmed(library: Mapping[str, bytes], imported: Iterable[str]) -> dict[str, bytes]:
    """Return the part of `library` that was imported, plus what is kept without being imported.

    `imported` are names of `.py` files in the library. Raises BundleError for a name that is not there,
    because the measurement then ran on something else than this library.
    """
    wanted = set(imported)
    unknown = sorted(wanted - library.keys())
    if unknown:
        raise BundleError(f"{unknown[0]} was imported but is not in the library")
    return {name: content for name, content in library.items() if name in wanted or is_kept_unmeasured(name)}


def is_kept_unmeasured(name: str) -> bool:
    """Say whether a file belongs into the bundle although nothing imports it: data, templates, licences."""
    is_data_of_the_wizard = name.startswith("wizard/") and not name.endswith((".py", ".pyc"))
    return is_data_of_the_wizard or name.startswith(KEPT_UNMEASURED)
