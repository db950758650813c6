"""``MANIFEST.json``: the hash of every file in canonical form, and where each sourced sentence and fact stands.

Canonical form is defined in ``shipped/verify.py`` and nowhere else, since that is what people hold a copy against.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from scripts.guide.policies import SECURITY_HEADERS, TYPES
from scripts.guide.version import version
from wizard.languages import languages

from . import sourced
from .servers import lines
from .shipped.verify import Canonical, Own, canonical, sha256, text_of, times

FORMAT = 1
PACKED = (".br", ".gz")


def manifest(site: Path, beside: Mapping[str, bytes]) -> bytes:
    """The manifest of a built *site*; *beside* is all else in the release: programs, files for hosts, texts.

    So its signature covers also what makes a copy and what looks at one.
    """
    files = {name: (site / name).read_bytes() for name in sorted(names_in(site)) if not name.endswith(PACKED)}
    found = {name: canonical(name, content, Own()) for name, content in files.items()}
    texts = {name: text_of(name, one.content).replace("\n", " ") for name, one in found.items()}
    told = {
        "guide": FORMAT,
        "version": version(),
        "languages": sorted(languages()),
        "files": {name: entry(site, name, len(files[name]), one) for name, one in found.items()},
        "sentences": dict(placed(sourced.sentences(), texts)),
        "facts": {name: entry | sourced.standing(name) for name, entry in placed(sourced.numbers(), texts)},
        "beside": {name: sha256(content) for name, content in beside.items()},
        "host": {"headers": SECURITY_HEADERS, "types": TYPES, "lines": lines()},
    }
    return (json.dumps(told, indent=1, ensure_ascii=False, sort_keys=True) + "\n").encode()


def names_in(folder: Path) -> Iterator[str]:
    """Every file below *folder*, by its way from there."""
    return (file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())


def entry(site: Path, name: str, size: int, found: Canonical) -> dict[str, Any]:
    """What the manifest says of one file of *size* bytes."""
    told: dict[str, Any] = {"sha256": sha256(found.content), "bytes": size}
    if found.parts:
        told["parts"] = found.parts
    packed = site / f"{name}.br"
    if packed.is_file():
        told["br"] = sha256(packed.read_bytes())
    return told


def placed(named: Iterator[tuple[str, str]], texts: Mapping[str, str]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each of *named* that stands in a file, with how often it stands in which."""
    for identity, written in named:
        words = " ".join(written.split())
        pages = {name: count for name, text in texts.items() if (count := times(text, words))}
        if pages:
            yield identity, {"sha256": sha256(words.encode()), "text": words, "pages": pages}
