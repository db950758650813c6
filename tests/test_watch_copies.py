"""Known copies are held against the releases, and a page of the day tells of each: genuine, old, changed, silent."""

import hashlib
import json
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path

import pytest

from scripts.checks.content import COPIES
from scripts.site_server.serving import serve
from scripts.watching import copies
from scripts.watching.known_copies import Copy, ListError, known_copies

REPOSITORY = Path(__file__).resolve().parents[1]
VERIFY = REPOSITORY / "scripts" / "releasing" / "shipped" / "verify.py"
TODAY = datetime.now().astimezone().date().isoformat()

with_releases = pytest.mark.skipif(not VERIFY.exists(), reason="there is no verify.py to hold a copy against a release")


def release(folder: Path, version: str, number: str) -> Path:
    """A small release: its pages, the manifest of them, and the real verify.py."""
    place = folder / f"guide-{version}"
    (place / "site" / "en" / "privacy").mkdir(parents=True)
    pages = {
        "index.html": "<!DOCTYPE html><title>Start</title><p>Begin.</p>",
        "404.html": "<!DOCTYPE html><title>Lost</title><p>There is no page here.</p>",
        "en/index.html": f"<!DOCTYPE html><title>Guide</title><p>Call {number}.</p>",
        "en/privacy/index.html": f"<!DOCTYPE html><title>Privacy</title><footer>Version {version}</footer>",
    }
    for name, text in pages.items():
        (place / "site" / name).write_text(text, "utf-8")
    told = {
        "guide": 1,
        "version": version,
        "languages": ["en"],
        "files": {n: {"sha256": hashlib.sha256(t.encode()).hexdigest(), "bytes": len(t)} for n, t in pages.items()},
        "sentences": {},
        "facts": {},
        "beside": {},
        "host": {"headers": {}, "types": {}, "lines": {}},
    }
    (place / "MANIFEST.json").write_text(json.dumps(told), "utf-8")
    shutil.copy(VERIFY, place)
    return place


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """The release before the newest."""
    return release(tmp_path, "0.1.0", "1-888-351-4024")


@pytest.fixture
def new(tmp_path: Path) -> Path:
    """The newest release."""
    return release(tmp_path, "0.2.0", "1-888-351-4024")


@pytest.fixture
def served() -> Iterator[ExitStack]:
    """Servers for as long as a test lasts."""
    with ExitStack() as stack:
        yield stack


def listed(file: Path, **addresses: str) -> Path:
    """A list of copies, by their groups."""
    rows = [
        f'[[copy]]\ngroup = "{name}"\naddress = "{address}"\nsince = 2026-12-01\n'
        for name, address in addresses.items()
    ]
    file.write_text('reference = ""\n' + "".join(rows), "utf-8")
    return file


def spoiled(site: Path, folder: Path) -> Path:
    """A copy of *site* with one number altered."""
    shutil.copytree(site, folder)
    page = folder / "en" / "index.html"
    page.write_text(page.read_text("utf-8").replace("351-4024", "351-4025"), "utf-8")
    return folder


def sections(text: str) -> dict[str, list[str]]:
    """The copies of a page under each of its headings."""
    found: dict[str, list[str]] = {}
    for part in text.split("\n## ")[1:]:
        head, *lines = part.splitlines()
        found[head] = [line[2:].partition(":")[0] for line in lines if line.startswith("- ")]
    return found


@with_releases
@pytest.mark.slow
def test_each_copy_is_told_as_what_it_is(
    tmp_path: Path, old: Path, new: Path, served: ExitStack, capsys: pytest.CaptureFixture[str]
) -> None:
    """In every language: genuine, old, changed (also an old one), and silent."""

    def at(folder: Path) -> str:
        return served.enter_context(serve(folder)).url

    file = listed(
        tmp_path / "copies.toml",
        Genuine=at(new / "site"),
        Old=at(old / "site"),
        Changed=at(spoiled(new / "site", tmp_path / "changed")),
        OldAndChanged=at(spoiled(old / "site", tmp_path / "old changed")),
        Gone="http://127.0.0.1:9/",
    )
    out = tmp_path / "out"
    assert copies.main([str(new), str(old), "--copies", str(file), "--out", str(out)]) == 1
    told = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in told[:-1]] == ["genuine", "old", "changed", "changed", "silent"]
    english = (out / f"{TODAY}.en.md").read_text("utf-8")
    assert sections(english) == {
        "Changed": ["Changed", "OldAndChanged"],
        "Silent": ["Gone"],
        "Old": ["Old"],
        "Genuine": ["Genuine"],
    }
    assert "against version 0.2.0" in english
    spanish = sections((out / f"{TODAY}.es.md").read_text("utf-8"))
    assert list(spanish) == ["Cambiada", "Sin respuesta", "Antigua", "Auténtica"]
    assert list(spanish.values()) == list(sections(english).values())


@with_releases
@pytest.mark.slow
def test_all_genuine_is_well_and_an_unknown_version_is_not_called_old(
    tmp_path: Path, old: Path, new: Path, served: ExitStack
) -> None:
    """What says that it is of a version that is not at hand could be anything."""
    address = served.enter_context(serve(old / "site")).url
    file = listed(tmp_path / "copies.toml", One=address)
    out = tmp_path / "out"
    assert copies.main([str(old), "--copies", str(file), "--out", str(out)]) == 0
    assert copies.main([str(new), "--copies", str(file), "--out", str(out)]) == 1
    assert sections((out / f"{TODAY}.en.md").read_text("utf-8"))["Silent"] == ["One"]


TIMEOUT, LACKING = "no end after 15 minutes", "some of its files did not come"


@pytest.mark.parametrize(
    ("newest", "own", "told"),
    [
        ({"verdict": "genuine"}, {}, ("genuine", "0.2.0", "")),
        ({"verdict": "changed"}, {}, ("changed", "0.2.0", "")),
        ({"verdict": "cannot tell", "why": "no answer"}, {}, ("silent", "0.2.0", "no answer")),
        ({}, {}, ("silent", "0.2.0", LACKING)),
        ({"verdict": "other version", "version": "0.1.0"}, {"verdict": "genuine"}, ("old", "0.1.0", "")),
        ({"verdict": "other version", "version": "0.1.0"}, {"verdict": "changed"}, ("changed", "0.1.0", "")),
        ({"verdict": "other version", "version": "0.1.0"}, {"why": TIMEOUT}, ("silent", "0.1.0", TIMEOUT)),
        ({"verdict": "other version", "version": "0.1.0"}, {}, ("silent", "0.1.0", LACKING)),
    ],
)
def test_a_copy_that_is_silent_says_why_by_whichever_release(
    monkeypatch: pytest.MonkeyPatch, newest: dict[str, str], own: dict[str, str], told: tuple[str, str, str]
) -> None:
    """Also where it answered the newest release, and then not the one that it says it is."""
    releases = [copies.Release(Path("new"), "0.2.0"), copies.Release(Path("old"), "0.1.0")]
    found = {"0.2.0": newest, "0.1.0": own}
    monkeypatch.setattr(copies, "verified", lambda _copy, _program, against: found[against.version])
    seen = copies.look(Copy("A", "https://a.example/"), releases)
    assert (seen.state, seen.version, seen.why) == told


@with_releases
def test_a_release_may_be_packed_and_no_copy_is_known(tmp_path: Path, new: Path) -> None:
    """By the command itself, from anywhere, with the list as it is now; a page is written all the same."""
    packed = tmp_path / "guide-0.2.0.zip"
    with zipfile.ZipFile(packed, "w") as file:
        for path in sorted(new.rglob("*")):
            file.write(path, f"{new.name}/{path.relative_to(new)}")
    none = listed(tmp_path / "none.toml")
    door = f"{REPOSITORY}/scripts/watch-copies"
    command = [door, packed.name, "--copies", none.name, "--out", "out"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
    assert sections((tmp_path / "out" / f"{TODAY}.en.md").read_text("utf-8")) == {
        "Changed": [],
        "Silent": [],
        "Old": [],
        "Genuine": [],
    }


@pytest.mark.parametrize("release", ["nowhere", "empty.zip", "folder"])
def test_what_is_no_release_is_said_in_one_line(
    release: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """And no page is written."""
    (tmp_path / "folder").mkdir()
    (tmp_path / "empty.zip").write_bytes(b"")
    assert copies.main([str(tmp_path / release), "--out", str(tmp_path / "out")]) == 2
    told = capsys.readouterr()
    assert (told.out, told.err.count("\n")) == ("", 1)
    assert not (tmp_path / "out").exists()


def test_the_list_of_the_project_can_be_read() -> None:
    """Each copy that it names has an address of its own."""
    found = known_copies(REPOSITORY / "copies.toml")
    assert len({copy.address for copy in found}) == len(found)


ROW = '[[copy]]\ngroup = "A"\naddress = "https://a.example/"\nsince = 2026-12-01\n'
FAULTY = {
    "nothing": ("", "reference must be an address"),
    "no TOML": ("[[", "copies.toml: "),
    "an unknown key": ('reference = ""\ncopys = 1\n', "copys is no key of it"),
    "a copy that is no table": ('reference = ""\ncopy = ["https://a.example/"]\n', "begins with [[copy]]"),
    "no group": ('reference = ""\n' + ROW.replace('group = "A"\n', ""), "copy 1 lacks group"),
    "one key too many": ('reference = ""\n' + ROW + "x = 1\n", "copy 1 has, and nobody asks for, x"),
    "a day in words": ('reference = ""\n' + ROW.replace("2026-12-01", '"today"'), "copy 1: since must be a day"),
    "no https": ('reference = ""\n' + ROW.replace("https", "http"), "no address that begins with https://"),
    "no slash": ('reference = ""\n' + ROW.replace("example/", "example/guide"), "must end with a slash"),
    "a query": ('reference = ""\n' + ROW.replace("example/", "example/?a=b/"), "no address that begins with https://"),
    "twice": ('reference = ""\n' + ROW + ROW, "copy 2: https://a.example/ stands there twice"),
    "its own again": ('reference = "https://a.example/"\n' + ROW, "copy 1: https://a.example/ stands there twice"),
}


@pytest.mark.parametrize("name", FAULTY)
def test_a_faulty_list_is_refused_in_one_line(name: str, tmp_path: Path) -> None:
    """With the copy and the key."""
    text, why = FAULTY[name]
    (tmp_path / "copies.toml").write_text(text, "utf-8")
    with pytest.raises(ListError) as refused:
        known_copies(tmp_path / "copies.toml")
    assert why in str(refused.value)
    assert "\n" not in str(refused.value)


def test_every_way_to_stand_has_its_texts() -> None:
    """The check of texts has a list of its own, since it does not know this room."""
    assert tuple(state.value for state in copies.State) == COPIES


def test_what_a_group_is_called_is_text_and_no_markup() -> None:
    """On a page that others read."""
    one = copies.Look(Copy("A [link](x) <b>", "https://a.example/"), copies.State.GENUINE, "0.1.0")
    told = copies.page([one], copies.Release(Path(), "0.1.0"), "2026-12-01", "en")
    assert r"A \[link\](x) \<b\>: <https://a.example/> (0.1.0)" in told
