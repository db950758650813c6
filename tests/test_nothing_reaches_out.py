"""Our own scripts do none of what privacy.md says that they do not: each way out has its few known places, or none."""

import re
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[1]
ROOMS = {
    "web": REPOSITORY / "wizard" / "web",
    "guide": REPOSITORY / "scripts" / "guide" / "theme" / "assets" / "guide",
    "one_file": REPOSITORY / "scripts" / "one_file",
    "offline": REPOSITORY / "scripts" / "offline",
}
"""Where the scripts lie that run in a reader's browser: the wizard's, the pages', the one file's, a kept guide's."""
SCRIPTS = {f"{room}/{file.name}": file for room, folder in ROOMS.items() for file in sorted(folder.glob("*.js"))}

COMMENT = re.compile(r"/\*[\s\S]*?\*/|^\s*//.*$", re.MULTILINE)
TAKEN_AWAY = re.compile(r"^const \w+ = (?:/\*\*.*?\*/ )?\(?[\[{][\s\S]*?^[\]}]\)?;", re.MULTILINE)
"""The lists of names in the files `LISTING`."""
LISTING = {ROOMS["web"] / "guard.js", ROOMS["web"] / "worker.js"}
WAYS = {
    r"\blocation\.(?:replace|assign)\(": {"web/leave.js", "web/wizard.js"},
    r"\blocation(?:\.href)?\s*=[^=]": set[str](),
    r"\blocation\.reload\(": {"web/wizard.js", "guide/offline.js"},
    r"\bfetch\(": {
        "web/packed.js",
        "guide/keeping.js",
        "guide/offline.js",
        "guide/place-box.js",
        "guide/search.js",
        "offline/worker.js",  # what is not kept on the device, from the host as the page asked for it
    },
    r"[:=] fetch\b": {"web/download.js"},  # handed on, to be called by another name
    r"\bNetworkFirst\(": {"offline/worker.js"},  # a page, which comes from the host while that answers in time
    r"\bimport\((?!\")": {"web/worker.js", "guide/quick-exit.js", "guide/search.js"},
    r"\bcreateElement\(\"(?:link|iframe|img|script|object|embed|meta|form)\"": {"web/seal.js"},
    r"\bnew (?:Image|Audio|WebSocket|EventSource|XMLHttpRequest)\b": set(),
    r"\bnew (?:RTCPeerConnection|BroadcastChannel|SharedWorker)\b": set(),
    r"\b(?:new|extends) Worker\b": {
        "web/worker_host.js",
        "one_file/inside.js",  # the same worker, begun as a page can that was opened from a disk
    },
    r"\bsendBeacon\b|\bopen\(\"|window\.open|\bfetchLater\b": set(),
    r"\bopenWindow\b|\.navigate\(": set(),
    r"\.(?:sync|periodicSync|pushManager|backgroundFetch|showNotification)\b": set(),
    r"\bdocument\.cookie\b|\bsessionStorage\b|\bindexedDB\b|\bwindow\.name\b": set(),
    r"\blocalStorage\b": {"web/scheme.js"},
    r"\bcaches\.": {
        "guide/keeping.js",
        "offline/worker.js",  # answers with what is kept, and notes the numbers of pages that are of another release
        "offline/remove.js",  # only takes away
    },
    r"\bnavigator\.serviceWorker\b": {"guide/newer.js", "guide/offline.js", "guide/quick-exit.js"},
    r"\bnavigator\.(?:credentials|share|storage|locks|mediaDevices|geolocation)\b": set(),
    r"\bnavigator\.clipboard\b": {"web/papers.js"},
    r"\bhistory\.(?:push|replace)State\(": {
        "web/entries.js",
        "web/frame.js",
        "web/wizard.js",
        "one_file/interview.js",  # names the interview again, once wizard.js took the number of a screen away
    },
    r"\bdocument\.title\s*=": {"web/frame.js"},
    r"\bconsole\.": set(),
    r"\bpostMessage\(": {
        "web/download.js",
        "web/worker.js",
        "web/worker_host.js",
        "guide/offline.js",
        "offline/worker.js",  # tells that page whether it took over: yes or no
    },
    r"\.download\s*=": {"web/papers.js"},
    r"\.(?:src|action|ping)\s*=[^=]": set(),
}
"""What a script could tell somebody by, or keep something with, and the files that do so: for what, they say there."""


def code_of(file: Path) -> str:
    """A script without its comments, and without the names of what it takes away."""
    code = COMMENT.sub("", file.read_text("utf-8"))
    return TAKEN_AWAY.sub("", code) if file in LISTING else code


def test_every_script_that_is_served_is_looked_at() -> None:
    """What lies beside the tests runs in no reader's browser; tools end in `.mjs`."""
    served = {file for room in ("wizard", "scripts") for file in (REPOSITORY / room).rglob("*.js")}
    assert served == set(SCRIPTS.values())


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
        'history.state, "", "#wizard/"',
        'history.state, "", href',
        'null, "", location.pathname + location.search',
        'this.#entry(step), ""',
        'this.#entry(step), ""',
    ]
