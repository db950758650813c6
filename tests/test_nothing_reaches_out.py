"""Our own scripts do none of what privacy.md says that they do not: each way out has its few known places, or none."""

import re
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[1]
WIZARD = REPOSITORY / "wizard" / "web"
READING = REPOSITORY / "scripts" / "guide" / "theme" / "assets" / "guide"

COMMENT = re.compile(r"/\*[\s\S]*?\*/|^\s*//.*$", re.MULTILINE)
TAKEN_AWAY = re.compile(r"^const \w+ = (?:/\*\*.*?\*/ )?\(?[\[{][\s\S]*?^[\]}]\)?;", re.MULTILINE)
"""The lists of names of guard.js and worker.js."""
WAYS = {
    r"\blocation\.(?:replace|assign)\(": {"leave.js", "wizard.js"},
    r"\blocation(?:\.href)?\s*=[^=]": set[str](),
    r"\blocation\.reload\(": {"wizard.js", "offline.js"},
    r"\bfetch\(": {"packed.js", "keeping.js", "offline.js", "place-box.js", "search.js"},
    r"\bimport\((?!\")": {"worker.js", "quick-exit.js", "search.js"},
    r"\bcreateElement\(\"(?:link|iframe|img|script|object|embed|meta|form)\"": {"seal.js"},
    r"\bnew (?:Image|Audio|WebSocket|EventSource|XMLHttpRequest)\b": set(),
    r"\bnew (?:RTCPeerConnection|BroadcastChannel|SharedWorker)\b": set(),
    r"\bnew Worker\(": {"worker_host.js"},
    r"\bsendBeacon\b|\bopen\(\"|window\.open|\bfetchLater\b": set(),
    r"\bdocument\.cookie\b|\bsessionStorage\b|\bindexedDB\b|\bwindow\.name\b": set(),
    r"\blocalStorage\b": {"scheme.js"},
    r"\bcaches\.": {"keeping.js"},
    r"\bnavigator\.serviceWorker\b": {"newer.js", "offline.js", "quick-exit.js"},
    r"\bnavigator\.(?:credentials|share|storage|locks|mediaDevices|geolocation)\b": set(),
    r"\bnavigator\.clipboard\b": {"papers.js"},
    r"\bhistory\.(?:push|replace)State\(": {"entries.js", "frame.js", "wizard.js"},
    r"\bdocument\.title\s*=": {"frame.js"},
    r"\bconsole\.": set(),
    r"\bpostMessage\(": {"download.js", "worker.js", "worker_host.js", "offline.js"},
    r"\.download\s*=": {"papers.js"},
    r"\.(?:src|action|ping)\s*=[^=]": set(),
}
"""What a script could tell somebody by, or keep something with, and the files that do so: for what, they say there."""


def code_of(file: Path) -> str:
    """A script without its comments, and without the names of what it takes away."""
    code = COMMENT.sub("", file.read_text("utf-8"))
    return TAKEN_AWAY.sub("", code) if file.name in {"guard.js", "worker.js"} else code


SCRIPTS = {file.name: file for folder in (WIZARD, READING) for file in sorted(folder.glob("*.js"))}


@pytest.mark.parametrize("way", WAYS)
def test_each_way_out_has_its_known_places(way: str) -> None:
    """A new one is looked at by whoever adds it here."""
    assert {name for name, file in SCRIPTS.items() if re.search(way, code_of(file))} == WAYS[way]


def test_what_stands_in_the_history_is_a_number_of_the_step_and_no_more() -> None:
    """Each entry is of the walk, or what stood there before; each address is the page's own."""
    given = re.findall(
        r"history\.(?:push|replace)State\(([^;]*)\);", "".join(code_of(file) for file in SCRIPTS.values())
    )
    assert sorted(given) == [
        'history.state, "", href',
        'null, "", location.pathname + location.search',
        'this.#entry(step), ""',
        'this.#entry(step), ""',
    ]
