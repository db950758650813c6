"""Which files of the library the browser really needs: what was imported when everything was exercised."""

from collections.abc import Iterable, Mapping

from runtime_bundle.inputs import BundleError

KEPT_UNMEASURED = ("wizard/", "jinja2-", "markupsafe-")
"""The wizard itself, whole, and the licences that must travel with the two libraries."""


def trimmed(library: Mapping[str, bytes], imported: Iterable[str]) -> dict[str, bytes]:
    """Return the part of `library` that was imported, plus what is kept without being imported.

    `imported` are names of `.py` files in the library. Raises BundleError for a name that is not there,
    because the measurement then ran on something else than this library.
    """
    wanted = set(imported)
    unknown = sorted(wanted - library.keys())
    if unknown:
        raise BundleError(f"{unknown[0]} was imported but is not in the library")
    return {name: library[name] for name in library if name in wanted or name.startswith(KEPT_UNMEASURED)}
