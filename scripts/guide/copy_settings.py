"""What a host must set right before anyone sees a copy: who runs it, and where its quick exit leads.

Knows no MkDocs: ``mkdocs_hook.py`` stops the build at the first fault, which is one line that says what to put where.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

WHERE = "in the block `extra` of your configuration (docs/en/hosting.md says how)"


def setting_faults(extra: Mapping[str, Any], site_url: str, languages: Iterable[str]) -> Iterator[str]:
    """Each fault in the host's own settings as one line; a copy with a *site_url* is one for the public."""
    yield from leave_faults(extra.get("leave_url"))
    yield from operator_faults(extra.get("operator"), languages, public=bool(site_url))


def leave_faults(leave_url: object) -> Iterator[str]:
    """A quick exit that leads nowhere, runs a script, or tells the network where it leads."""
    if not is_https_address(leave_url):
        yield (
            f"leave_url is {leave_url!r}, and leads nowhere safe: put a whole address that begins with https://, "
            f"such as https://www.wikipedia.org/, as `leave_url` {WHERE}"
        )


def is_https_address(address: object) -> bool:
    """Whether *address* is one that a browser opens over https."""
    if not isinstance(address, str) or address != "".join(address.split()):
        return False
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme == "https" and bool(parts.hostname)


def operator_faults(operator: object, languages: Iterable[str], *, public: bool) -> Iterator[str]:
    """Something that is no sentence; and in a copy for the public, a language that does not say who runs it."""
    if not isinstance(operator, str | Mapping | None):
        yield f"operator is {operator!r}: put one sentence, or one for each language, as `operator` {WHERE}"
        return
    lacking = [code for code in languages if not sentence_of(operator, code)]
    if public and lacking:
        yield (
            f"SITE_URL is set, so this copy is for the public, and `operator` says nothing in {', '.join(lacking)}: "
            f'put a sentence that says who runs it, such as "This copy is run by Example Legal Aid.", '
            f"as `operator` {WHERE}"
        )


def sentence_of(operator: str | Mapping[str, Any] | None, language: str) -> str:
    """Who runs the copy: one sentence for all languages, or one for each, or none."""
    told = operator.get(language) if isinstance(operator, Mapping) else operator
    return str(told or "").strip()


def operator_of(extra: Mapping[str, Any], language: str) -> str:
    """Who runs this copy, for the foot of every page."""
    return sentence_of(extra.get("operator"), language)
