"""What is served, how the line behaves, and what goes wrong on purpose. Knows no HTTP."""

from collections.abc import Mapping, MutableMapping, MutableSequence
from dataclasses import dataclass, field
from enum import StrEnum
from fnmatch import fnmatchcase
from pathlib import Path
from types import MappingProxyType


class Fault(StrEnum):
    """A way in which a file can fail to arrive."""

    NOT_FOUND = "not found"  # 404
    ABORT = "abort"  # the connection ends in the middle of the body
    STALL = "stall"  # half of the body, then silence until the server closes
    TRUNCATE = "truncate"  # half of the body, announced as if it were the whole
    FLIP_BIT = "flip bit"  # one bit in the middle of the body is wrong
    WRONG_TYPE = "wrong type"  # the whole body, announced as text/plain
    LOGIN_PAGE = "login page"  # a page of somebody else in its place, as in a hotel, as if all were well
    CRAWL = "crawl"  # the whole body, a kilobyte a second
    FADE = "fade"  # half of the body, a kilobyte a second; then the connection ends


@dataclass(frozen=True)
class Request:
    """One request as it arrived: `path` is as sent, with subpath and query; `headers` have lower-case names."""

    method: str
    path: str
    headers: Mapping[str, str]


@dataclass(frozen=True)
class Throttle:
    """A slow line, shared by all connections: bytes of body a second, and seconds before each answer begins."""

    bytes_per_second: float
    latency: float = 0.0


@dataclass
class Site:
    """What is served, and how."""

    directory: Path
    subpath: str = ""
    headers: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    throttle: Throttle | None = None
    requests: MutableSequence[Request] = field(default_factory=list)
    # A pattern (`*.wasm`, `/wizard/`) of paths below the subpath -> what happens to them. May change while serving.
    faults: MutableMapping[str, Fault] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Bring the subpath into the form `/a/b`, or nothing."""
        self.subpath = "/" + self.subpath.strip("/") if self.subpath.strip("/") else ""

    def fault(self, path: str) -> Fault | None:
        """Return what is to happen to `path`, if anything."""
        return next((fault for pattern, fault in self.faults.items() if fnmatchcase(path, pattern)), None)

    def find(self, path: str) -> Path | None:
        """Return the file for `path` (below the subpath, decoded), or None; a folder answers with its index.html."""
        wanted = (self.directory / path.lstrip("/")).resolve()
        if not wanted.is_relative_to(self.directory.resolve()):
            return None
        if wanted.is_dir():
            wanted /= "index.html"
        return wanted if wanted.is_file() else None
