"""``verify.py`` finds whatever a browser would get another way, names it, and lets by what is a group's own."""

import ast
import gzip
import html
import io
import json
import random
import shutil
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import brotli
import pytest

from scripts.releasing.shipped import verify
from scripts.releasing.shipped.verify import Own, canonical, look_at_files, named, sha256, slot_fault, text_of
from scripts.releasing.signing import NAMESPACE, signature
from tests import own_copy
from wizard.office_facts import field_offices
from wizard.places import telephone

pytestmark = pytest.mark.site
SEED = 20261130
ALLOWED = Path(__file__).resolve().parents[1] / "scripts" / "releasing" / "allowed_signers"
KINDS = ("sentences", "facts")


class Copy:
    """A copy in memory, some of whose files are not those of the folder that it was made from."""

    server = ""

    def __init__(self, folder: Path, changed: dict[str, bytes | None] | None = None) -> None:
        self.folder, self.changed = verify.Folder(folder), changed or {}

    def read(self, path: str) -> bytes | None:
        """A file, changed or as it lies there."""
        return self.changed[path] if path in self.changed else self.folder.read(path)

    def forms(self, path: str) -> dict[str, bytes]:
        """Its forms."""
        found = {"plain": self.read(path), "gzip": self.read(f"{path}.gz"), "br": self.read(f"{path}.br")}
        return {form: content for form, content in found.items() if content is not None}

    def added(self, listed: set[str]) -> list[str]:
        """What is there beside the files of the manifest."""
        known = listed | {f"{path}.{ending}" for path in listed for ending in ("gz", "br")}
        return [path for path in self.changed if path not in known]


@pytest.fixture(scope="module")
def manifest(release: Path) -> dict[str, Any]:
    """The manifest of the release."""
    return verify.manifest_of(release / "MANIFEST.json")


def found_in(copy: Copy, manifest: dict[str, Any], *paths: str) -> verify.Findings:
    """What is found of some files of a copy; the others are those of the release."""
    files = {path: manifest["files"][path] for path in paths}
    return look_at_files(copy, manifest | {"files": files})[0]  # type: ignore[arg-type] # as a folder in all that is asked


def another(content: bytes, chance: random.Random) -> bytes:
    """*content* with one change that a browser would see."""
    at = chance.randrange(len(content)) if content else 0
    kind = chance.choice(("byte", "cut", "put in", "double", "exchange", "end", "case"))
    match kind:
        case "byte":
            return (
                content[:at] + bytes([content[at] ^ (1 << chance.randrange(8))]) + content[at + 1 :]
                if content
                else b"x"
            )
        case "cut":
            return content[:at] + content[at + chance.randint(1, 40) :] if content else b"x"
        case "put in":
            return (
                content[:at]
                + chance.choice((b"<script src=//x.example/a.js></script>", b" not", b"\0", b"1"))
                + content[at:]
            )
        case "double":
            return content + (content or b"x")
        case "exchange":
            other = content[at + 1 : at + 2] + content[at : at + 1]
            changed = content[:at] + other + content[at + 2 :]
            return changed if changed != content else content + b" "
        case "end":
            return content + chance.choice((b"\n", b"<!--own:x-->", b"<p>Call 1-800-555-0100.</p>"))
        case _:
            changed = content[:at] + content[at : at + 30].swapcase() + content[at + 30 :]
            return changed if changed != content else content + b"x"


def changes(release: Path, manifest: dict[str, Any], count: int) -> Iterator[tuple[str, str, dict[str, bytes | None]]]:
    """*count* seeded changes of what a browser decodes, over all kinds of files: path, what, changed files."""
    chance = random.Random(SEED)  # noqa: S311 (it has to be the same each time)
    by_ending: dict[str, list[str]] = {}
    for path in manifest["files"]:
        by_ending.setdefault(path.rpartition(".")[2], []).append(path)
    site = verify.Folder(release)
    for number in range(count):
        ending = sorted(by_ending)[number % len(by_ending)]
        path = chance.choice([path for path in by_ending[ending] if path != "own.css"])
        content = site.read(path) or b""
        changed = another(content, chance)
        what = chance.choice(("plain", "plain", "all", "gzip", "br", "gone", "cut gz"))
        if what != "plain" and len(content) > 2_000_000:
            what = "gzip"  # brotli at its best takes a minute for it
        yield path, what, changed_files(path, what, changed, site)


def changed_files(path: str, what: str, changed: bytes, site: verify.Folder) -> dict[str, bytes | None]:
    """The files of a copy in which *what* of a file is *changed*."""
    match what:
        case "plain":
            return {path: changed}
        case "all":
            return {
                path: changed,
                f"{path}.gz": gzip.compress(changed, 1),
                f"{path}.br": brotli.compress(changed, quality=1),
            }
        case "gzip":
            return {f"{path}.gz": gzip.compress(changed, 1)}
        case "br":
            return {f"{path}.br": brotli.compress(changed, quality=1)}
        case "gone":
            return {path: None, f"{path}.gz": None, f"{path}.br": None}
        case _:
            return {f"{path}.gz": (site.read(f"{path}.gz") or gzip.compress(changed, 1))[:-9]}


def test_the_release_itself_is_genuine(release: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As a folder, with exit 0."""
    assert verify.main([str(release), "--manifest", str(release / "MANIFEST.json")]) == 0
    assert capsys.readouterr().out.startswith("GENUINE")


@pytest.mark.slow
@pytest.mark.parametrize("count", [100, pytest.param(1000, marks=pytest.mark.thorough)])
def test_every_change_of_what_a_browser_decodes_is_found(release: Path, manifest: dict[str, Any], count: int) -> None:
    """In every kind of file, and in the form that is plain, gzip or brotli."""
    missed, endings = [], set()
    for path, what, files in changes(release, manifest, count):
        endings.add(path.rpartition(".")[2])
        findings = found_in(Copy(release, files), manifest, path)
        told = [*findings.changed, *findings.packed, *findings.missing, *findings.faults]
        if not any(path in line for line in told):
            missed.append((path, what))
    assert missed == []
    assert endings >= {"html", "js", "mjs", "css", "json", "txt", "docx", "wasm", "zip", "svg", "png"}


def test_a_file_too_many_is_found(release: Path, manifest: dict[str, Any]) -> None:
    """Wherever it lies; but not what a release has for hosts, unchanged."""
    for path in ("sw.js", "wizard/assets/more.js", "own.json.bak", "own/logo.png", "own.json"):
        findings = found_in(Copy(release, {path: b"[]"}), manifest)
        assert path in findings.added or findings.faults, path
    for name in (".htaccess", "_headers"):
        content = (release / "servers" / name).read_bytes()
        assert not found_in(Copy(release, {name: content}), manifest).differs()
        assert found_in(Copy(release, {name: content + b"#"}), manifest).added == [name]


@cache
def written(words: str) -> tuple[bytes, ...]:
    """How *words* may stand in a file."""
    ways = (html.escape(words, quote=False), html.escape(words), html.escape(words).replace("&#x27;", "&#39;"), words)
    return tuple(way.encode() for way in (*ways, json.dumps(words, ensure_ascii=False)[1:-1]))


def with_another_letter(site: verify.Folder, path: str, words: str) -> bytes | None:
    """The file *path*, or one file of the archive *path*, with one letter or digit of *words* changed."""
    content = site.read(path) or b""
    if path.endswith(".zip"):
        packed, found = io.BytesIO(), False
        with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(packed, "w") as new:
            for name in old.namelist():
                changed = None if found else another_letter(old.read(name), words)
                found = found or changed is not None
                new.writestr(name, changed or old.read(name))
        return packed.getvalue() if found else None
    return another_letter(content, words)


def another_letter(content: bytes, words: str) -> bytes | None:
    """*content* with one letter or digit of *words* changed, where they stand in it."""
    for way in written(words):
        if (at := content.find(way)) >= 0:
            middle = at + len(way) // 2
            letter = b"8" if content[middle : middle + 1] != b"8" else b"9"
            return content[:middle] + letter + content[middle + 1 :]
    return None


@pytest.mark.slow
@pytest.mark.parametrize("count", [60, pytest.param(None, marks=pytest.mark.thorough)])
def test_each_changed_sentence_and_fact_is_named_by_id_and_words(
    release: Path, manifest: dict[str, Any], count: int | None
) -> None:
    """One letter or digit of each (or of some, seeded), in the smallest file in which it stands as it is."""
    site, unnamed, tried = verify.Folder(release), [], 0
    every = [(identity, entry) for kind in KINDS for identity, entry in manifest[kind].items()]
    chance = random.Random(SEED)  # noqa: S311 (it has to be the same each time)
    for identity, entry in chance.sample(every, count) if count else every:
        pages = sorted(entry["pages"], key=lambda path: manifest["files"][path]["bytes"])
        tries = ((path, with_another_letter(site, path, entry["text"])) for path in pages)
        path, content = next(((path, content) for path, content in tries if content), ("", b""))
        tried += bool(path)
        only = {kind: {name: one for name, one in manifest[kind].items() if name == identity} for kind in KINDS}
        lines = named({path: canonical(path, content, Own()).content}, [], manifest | only)
        if path and not any(f" {identity} " in line and entry["text"] in line for line in lines):
            unnamed.append((identity, path))
    assert unnamed == []
    assert tried > 0.95 * (count or len(every))


def test_the_numbers_and_addresses_of_offices_are_among_the_facts(manifest: dict[str, Any]) -> None:
    """With the ids that ``scripts/facts`` has for them; also each of two that sources give differently."""
    told = {name: entry["text"] for name, entry in manifest["facts"].items()}
    for code, office in field_offices().items():
        assert told[f"field_offices.offices.{code}.phone"] == office.phone.value
        assert told[f"field_offices.offices.{code}.phone.link"] == telephone(office.phone.value)
        assert told[f"field_offices.offices.{code}.address"] == office.address.value
        of_conflicts = {value.value for conflict in office.conflicts for value in conflict.values}
        assert of_conflicts <= {text for name, text in told.items() if f".{code}.conflict." in name}
    for name, count in {"opla.offices.": 120, "check_in_offices.": 220, "centers.": 300, "courts.": 60}.items():
        assert sum(one.startswith(name) for one in told) > count, name


def test_a_changed_number_of_a_field_office_is_named(release: Path, manifest: dict[str, Any]) -> None:
    """By its id, with what should stand there and what does."""
    path, office = "en/find-your-office/index.html", field_offices()["ATL"]
    content = (release / "site" / path).read_bytes()
    lines = named({path: content.replace(b"(404) 893-1290", b"(404) 893-1299")}, [], manifest)
    (line,) = [line for line in lines if line.startswith("fact field_offices.offices.ATL.phone ")]
    assert f'should say "{office.phone.value}"; there stands "(404) 893-1299"' in line


def test_what_stands_there_instead_is_told(release: Path, manifest: dict[str, Any]) -> None:
    """Both wordings; and the lines of our own prose, where the release lies beside."""
    path = "en/detention-line/index.html"
    content = ((release / "site" / path).read_bytes()).replace(b"1-888-351-4024", b"1-888-351-4025")
    lines = named({path: content}, [], manifest)
    assert any(line.startswith("fact line_number should say") and '"1-888-351-4025"' in line for line in lines)
    changed = (release / "site" / path).read_bytes().replace(b"</h1>", b" today</h1>", 1)
    words = verify.other_words({path: changed}, release / "site")
    assert [line.partition(": ")[2][0] for line in words] == ["-", "+"]
    assert words[1].endswith(" today")


def test_each_changed_script_is_named(manifest: dict[str, Any]) -> None:
    """Those of the pages, and what brings Python."""
    scripts = [path for path in manifest["files"] if path.endswith((".js", ".mjs", ".wasm", ".zip"))]
    assert len(scripts) > 20
    for path in scripts:
        assert f"script {path}" in named({path: b""}, [], manifest)
        assert f"script {path}" in named({}, [path], manifest)


# What is a group's own.

GROUP = "Example Legal Aid"
WORDS = (
    f'<section class="own own-line" lang="en"><h2 class="own-title">From {GROUP}, not from ICE</h2>'
    '<p>Hotline: <a href="tel:+15550100" class="own-number">555-0100</a> &amp; <a href="https://example.org/help">help</a><br>'
    '<img src="../own/logo.png" alt="" width="80" height="40"></p></section>'
).encode()
OWN = {
    "brand": 1,
    "group": GROUP,
    "languages": ["en"],
    "default": "en",
    "hidden": ["hosting"],
    "leave": "https://www.weather.gov/",
}
SLOT, PART = (
    b"<!--own:test--><!--/own:test-->",
    b'<!--part:hosting--><li><a href="../hosting/">Host</a></li><!--/part:hosting-->',
)
EMPTY = b"<!--part:hosting--><!--/part:hosting-->"
PLACED = "en/case-review/index.html"


@pytest.fixture(scope="module")
def with_slots(release: Path, manifest: dict[str, Any]) -> tuple[dict[str, bytes], dict[str, Any]]:
    """A page of the release that has one more place for a group's words and one more part, and its manifest."""
    content = (release / "site" / PLACED).read_bytes().replace(b"</main>", SLOT + PART + b"</main>", 1)
    found = canonical(PLACED, content, Own())
    entry = {"sha256": sha256(found.content), "bytes": len(content), "parts": found.parts}
    return {PLACED: content}, manifest | {"files": manifest["files"] | {PLACED: entry}}


def in_a_slot(content: bytes, words: bytes = WORDS, told: object = OWN) -> dict[str, bytes | None]:
    """The same page as a group has it."""
    page = content.replace(SLOT, SLOT.replace(b"--><!--", b"-->" + words + b"<!--")).replace(
        b"https://www.wikipedia.org/", b"https://www.weather.gov/"
    )
    page = verify.PART.sub(lambda part: EMPTY if part[1] == b"hosting" else part[0], page)
    return {
        PLACED: page,
        f"{PLACED}.gz": gzip.compress(page),
        f"{PLACED}.br": None,
        "own.json": json.dumps(told).encode(),
    }


def test_a_branded_copy_is_genuine_and_its_own_words_are_told(
    release: Path, with_slots: tuple[dict[str, bytes], dict[str, Any]]
) -> None:
    """Slots filled, a part emptied, another leave address, a logo; languages and pages left out."""
    files, manifest = with_slots
    changed = in_a_slot(files[PLACED]) | {
        "own/logo.png": b"\x89PNG",
        "es/privacy/index.html": None,
        "en/hosting/index.html": None,
    }
    findings, own = look_at_files(
        Copy(release, changed),  # type: ignore[arg-type] # as above
        manifest
        | {
            "files": {
                path: manifest["files"][path] for path in (PLACED, "es/privacy/index.html", "en/hosting/index.html")
            }
        },
    )
    assert (findings.differs(), own.group) == (False, GROUP)
    told = " ".join(findings.of_the_group["test"])
    assert told.startswith(f"From {GROUP}, not from ICE Hotline: 555-0100 & help")
    assert "tel:+15550100" in told
    assert "https://example.org/help" in told


@pytest.mark.slow
def test_a_copy_that_brand_py_made_is_genuine(release: Path, tmp_path: Path) -> None:
    """With every key used, and Spanish first; and all that it holds of its own is told."""
    report = verify.looked_at(str(own_copy.branded(tmp_path)), release / "MANIFEST.json")
    assert (report["verdict"], report["group"]) == (verify.GENUINE, "Example Legal Aid"), verify.told(report)
    told = json.dumps(report["of_the_group"], ensure_ascii=False)
    for words in ("(555) 555-0199", "Clínica gratuita cada martes.", "We can call with you.", "Example Clinic"):
        assert words in told


@pytest.mark.slow
def test_every_change_of_a_copy_that_brand_py_made_is_found(manifest: dict[str, Any], tmp_path: Path) -> None:
    """In the pages that it changed, and in its own files."""
    ready = own_copy.branded(tmp_path)
    chance, missed = random.Random(SEED), []  # noqa: S311 (as above)
    pages = sorted(file.relative_to(ready).as_posix() for file in ready.rglob("*.html") if "wizard" not in file.parts)
    for path in chance.sample(pages, 40):
        content = (ready / path).read_bytes()
        changed = another(content, chance)
        slots = canonical(path, changed, verify.own_of((ready / "own.json").read_bytes())).slots
        findings = found_in(Copy(ready, {path: changed, f"{path}.gz": gzip.compress(changed, 1)}), manifest, path)
        if not findings.differs() and slots == canonical(path, content, Own()).slots:
            missed.append(path)
    assert missed == []


@pytest.mark.parametrize(
    "words",
    [
        b"<script>alert(1)</script>", b'<p onclick="x">', b'<p style="display:none">', b"<!-- a --><p></p>", b"</main>",
        b"<p>",
        b'<a href="javascript:alert(1)">x</a>', b'<a href="//x.example">x</a>', b'<img src="https://x.example/a.png">',
        b'<p class="guide-quote">x</p>', b"<blockquote>x</blockquote>", b"<iframe></iframe>", b'<form action="/x">',
        b'<meta http-equiv="refresh" content="0">', b"<p>a < b</p>", b"<p/ onload=x>", b"<P>x</P>",
        b"<p class=own>x</p>", b"<svg></svg>", b"<!--own:other--><!--/own:other-->",
        b'<link rel="stylesheet" href="https://x.example">',
    ],
)  # fmt: skip
def test_what_no_slot_may_hold_is_a_fault(
    release: Path, with_slots: tuple[dict[str, bytes], dict[str, Any]], words: bytes
) -> None:
    """Markup that could show or do something else."""
    files, manifest = with_slots
    assert found_in(Copy(release, in_a_slot(files[PLACED], WORDS + words)), manifest, PLACED).faults


@pytest.mark.parametrize("words", [b"Call us", b"<p>From ICE</p>", b"<p>From Example Legal Aid</p>"])
def test_words_of_a_group_say_that_they_are_not_of_ice(
    release: Path, with_slots: tuple[dict[str, bytes], dict[str, Any]], words: bytes
) -> None:
    """And whose they are."""
    files, manifest = with_slots
    assert found_in(Copy(release, in_a_slot(files[PLACED], words)), manifest, PLACED).faults


def test_words_of_the_release_are_not_to_be_changed_beside_a_slot(
    release: Path, with_slots: tuple[dict[str, bytes], dict[str, Any]]
) -> None:
    """Nor a part emptied that leads to a page which is there; nor two addresses taken for a way to other changes."""
    files, manifest = with_slots
    tries: tuple[object, ...] = (
        OWN | {"hidden": []},
        OWN | {"leave": 'https://x.example/"><script>'},
        OWN | {"leave": "https://x.example/"},
        [],
        "x",
        {"group": 1},
    )
    for told in tries:
        findings = found_in(Copy(release, in_a_slot(files[PLACED], told=told)), manifest, PLACED)
        assert findings.differs(), told
    changed = in_a_slot(files[PLACED])
    changed[PLACED] = (changed[PLACED] or b"").replace(b"local ICE field office", b"sheriff", 1)
    assert list(found_in(Copy(release, changed), manifest, PLACED).changed) == [PLACED]


@pytest.mark.parametrize("name", ["ICE Watch", "Families against ICE", "Freedom from U.S. ICE Office Raids"])
def test_a_group_with_ice_in_its_name_is_no_fault(name: str) -> None:
    """As brand.py has it: only the agency's own is none. Its words still say that they are not of ICE."""
    own = verify.own_of(json.dumps({"group": name}).encode())
    assert own.faults == []
    assert slot_fault(f"<p>From {name}, not from ICE</p>".encode(), own) == ""
    assert slot_fault(f"<p>From {name}</p>".encode(), own)


def test_verify_and_brand_refuse_the_same_names() -> None:
    """Each is one file, and so each has the rule."""
    assert verify.NOT_A_NAME.pattern == own_copy.brand().NOT_A_NAME.pattern


@pytest.mark.parametrize(
    ("path", "content", "is_fault"),
    [
        ("own.css", b"@media screen{:root{--accent:#0a5049;}}", False),
        ("own.css", b':root{--accent:#0a5049;}[data-md-color-scheme="dark"]{--accent: #aabbcc;}', False),
        ("own.css", b".guide-quote{display:none}", True),
        ("own.css", b":root{--accent:url(https://x.example);}", True),
        ("own.css", b"@import 'https://x.example';", True),
        ("own/logo.svg", b'<svg xmlns="http://www.w3.org/2000/svg"><use href="#a"/></svg>', False),
        ("own/logo.svg", b"<svg><script>1</script></svg>", True),
        ("own/logo.svg", b'<svg onload="x"></svg>', True),
        ("own/logo.svg", b'<svg><image href="https://x.example/a.png"/></svg>', True),
        ("sitemap.xml", b"<urlset><url><loc>https://example.org/a/</loc></url></urlset>", False),
        ("sitemap.xml", b"<urlset><url><loc>https://x.example/a/</loc></url></urlset>", True),
        ("sitemap.xml", b"<urlset><script/></urlset>", True),
    ],
)  # fmt: skip
def test_files_of_the_group(path: str, content: bytes, *, is_fault: bool) -> None:
    """Colours and no more, pictures and no more, its own pages and no more."""
    assert bool(verify.own_file_fault(path, content, Own(group=GROUP, site="https://example.org/"))) is is_fault


def test_the_two_addresses_are_put_back() -> None:
    """The path of a copy in the page for lost addresses, and its first language."""
    own = Own(site="https://example.org/a/b/", default="es")
    assert canonical("404.html", b'<a href="/a/b/en/">', own).content == b'<a href="/en/">'
    files = {name: {"sha256": name} for name in ("index.html", "index.es.html", "404.html", "404.es.html", "a.html")}
    named_by = [verify.entry_of(name, files, own)["sha256"] for name in ("index.html", "404.html", "a.html")]
    assert named_by == ["index.es.html", "404.es.html", "a.html"]
    assert canonical("x/index.html", b'<a href="/a/b/en/">', own).content == b'<a href="/a/b/en/">'
    head = b'<meta property="og:url" content="https://example.org/a/b/"><link rel="canonical" href="https://example.org/a/b/">'
    assert slot_fault(head, own) == ""
    assert slot_fault(head.replace(b"example.org", b"example.com"), own)


# Who signed the manifest.


def key_of(folder: Path, name: str) -> tuple[Path, Path]:
    """A private key to throw away, and an allowed_signers with its public half, made as CONTRIBUTING.md says."""
    key, signers = folder / name, folder / f"{name}.signers"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", str(key)], check=True)
    signers.write_text(f'release namespaces="{NAMESPACE}" {key.with_name(f"{name}.pub").read_text("utf-8")}', "utf-8")
    return key, signers


@pytest.mark.skipif(shutil.which("ssh-keygen") is None, reason="ssh-keygen is not here: install openssh-client")
def test_what_the_signature_of_the_manifest_is_worth_is_said(
    release: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """None, one that nobody looked at, one of the right key; and one of another key, or of another text, is the end."""
    file = tmp_path / "MANIFEST.json"
    content = (release / file.name).read_bytes()
    file.write_bytes(content)
    (right, signers), (wrong, others) = key_of(tmp_path, "right"), key_of(tmp_path, "wrong")

    def said(*options: str) -> tuple[int, str, str]:
        code = verify.main([str(release), "--manifest", str(file), *options])
        told = capsys.readouterr()
        line = next((line for line in told.out.splitlines() if "The manifest" in line), "")
        return code, line.partition(" is ")[2], told.err

    assert said()[:2] == (0, verify.signature_of(file, None))
    assert said()[1].startswith("not signed. Compare the SHA-256")
    assert said("--signers", str(signers)) == (
        2, "", f"verify: {file} is not signed: there is no MANIFEST.json.sig beside it\n",
    )  # fmt: skip
    file.with_name("MANIFEST.json.sig").write_bytes(signature(content, right))
    assert said()[1].startswith("signed, and nobody looked by whom")
    assert said("--signers", str(signers))[:2] == (0, f"signed by a key of {signers}.")
    for allowed in (others, ALLOWED, tmp_path / "nowhere"):
        code, line, why = said("--signers", str(allowed))
        assert (code, line, why.count("\n")) == (2, "", 1)
        assert "is signed by no key of" in why
    file.with_name("MANIFEST.json.sig").write_bytes(signature(content, wrong))
    assert said("--signers", str(signers))[0] == 2
    file.with_name("MANIFEST.json.sig").write_bytes(signature(content, right))
    file.write_bytes(content.replace(b"1-888", b"1-889", 1))
    assert said("--signers", str(signers))[0] == 2
    monkeypatch.setenv("PATH", "")
    assert "ssh-keygen, which reads signatures, does not run here" in said("--signers", str(signers))[2]


# It never breaks.

OF_ANOTHER_KIND = b'{"guide": 1, "version": 1, "files": 1, "sentences": 1, "facts": 1, "host": 1, "beside": 1}'


@pytest.mark.parametrize(
    "content",
    [b"", b"[]", b"{}", b"\xff", b'{"guide": 2}', b'{"guide": 1}', b"[" * 100_000, OF_ANOTHER_KIND],
    ids=range(8),
)
def test_a_manifest_that_is_none_is_one_line(
    release: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes
) -> None:
    """And exit 2."""
    file = tmp_path / "MANIFEST.json"
    file.write_bytes(content)
    assert verify.main([str(release), "--manifest", str(file)]) == 2
    said = capsys.readouterr()
    assert (said.out, len(said.err.splitlines())) == ("", 1)


def test_an_own_json_that_is_none_is_told_and_not_believed(release: Path, manifest: dict[str, Any]) -> None:
    """Whatever it holds."""
    for content in (
        b"",
        b"\0",
        b"[]",
        b"null",
        b"[" * 100_000,
        b'{"group": {}}',
        b'{"group": ""}',
        b'{"group": "The ICE office"}',
        b'{"group": "A", "languages": 5}',
        b'{"group":"A","site":"http://a"}',
    ):
        findings = found_in(Copy(release, {"own.json": content}), manifest)
        assert findings.faults or findings.added, content


def test_what_is_no_gz_is_no_gz() -> None:
    """Cut short, with something after it, or another thing."""
    whole = gzip.compress(b"words")
    assert verify.unpacked(whole) == b"words"
    for content in (b"", b"x", whole[:-1], whole + b"x", whole + whole, zlib.compress(b"words")):
        assert verify.unpacked(content) is None


def test_a_copy_of_another_version_is_said_to_be_that(release: Path, tmp_path: Path) -> None:
    """And not to be a forgery: exit 2, since this manifest cannot tell."""
    told = json.loads((release / "MANIFEST.json").read_text("utf-8"))
    told["version"] = "9.9.9"
    told["files"]["index.html"]["sha256"] = sha256(b"")
    file = tmp_path / "MANIFEST.json"
    file.write_text(json.dumps(told), "utf-8")
    assert verify.looked_at(str(release), file)["verdict"] == verify.OTHER_VERSION
    assert verify.main([str(release), "--manifest", str(file)]) == 2


def test_it_runs_on_python_3_9_and_needs_nothing_else() -> None:
    """By its grammar, and by what it imports."""
    text = Path(str(verify.__file__)).read_text("utf-8")
    tree = ast.parse(text, feature_version=(3, 9))
    names = {name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names}
    names |= {str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.partition(".")[0] for name in names} - sys.stdlib_module_names == {"brotli"}
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.Match)]


def test_words_within_a_sentence_may_be_marked_up() -> None:
    """A name in bold or a link does not hide a sentence; what tags lead to counts too."""
    text = text_of("a.html", b'<p>Call <b>the</b> <a href="tel:+1888">line</a>,\n now</p><p>Not ICE</p>')
    assert text.split("\n")[:2] == ["Call the line, now", "Not ICE"]
    assert "tel:+1888" in text


def test_the_folder_may_be_named_from_above(release: Path, tmp_path: Path) -> None:
    """The release, its site, or a copy that is ready."""
    shutil.copytree(release / "site" / "assets", tmp_path / "ready" / "assets")
    shutil.copy(release / "site" / "index.html", tmp_path / "ready")
    assert verify.Folder(tmp_path).folder == tmp_path / "ready"
    with pytest.raises(verify.CannotLook):
        verify.Folder(tmp_path / "ready" / "assets")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"const files = [", b"const files = [steal(), "),
        (b'"url":"es/wizard/"', b'"url":"es/wizards/"'),
        (b'"url":"es/wizard/"', b'"url":"es/privacy/"'),
        (b"];\n", b"];\nsteal();\n"),
        (b'"bytes":', b'"bytes":1'),
    ],
)
def test_a_worker_that_is_another_or_lists_other_files_is_found(
    release: Path, manifest: dict[str, Any], before: bytes, after: bytes
) -> None:
    """Its list is the copy's own, and so is looked at row by row."""
    worker = (release / "site" / "sw.js").read_bytes()
    assert before in worker
    changed: dict[str, bytes | None] = {"sw.js": worker.replace(before, after, 1), "sw.js.gz": None, "sw.js.br": None}
    assert found_in(Copy(release, changed), manifest, "sw.js").differs()
    same: dict[str, bytes | None] = changed | {"sw.js": worker}
    assert not found_in(Copy(release, same), manifest, "sw.js").differs()


@pytest.mark.slow
def test_a_copy_that_can_be_kept_is_genuine(release: Path, tmp_path: Path) -> None:
    """Its list names its own pages; that of the release would be refused by every device."""
    ready = own_copy.branded(tmp_path, own_copy.OWN.replace(', "offline"', ""))
    report = verify.looked_at(str(ready), release / "MANIFEST.json")
    assert report["verdict"] == verify.GENUINE, verify.told(report)
    shutil.copyfile(release / "site" / "sw.js", ready / "sw.js")
    report = verify.looked_at(str(ready), release / "MANIFEST.json")
    assert any("no device can keep this copy" in fault for fault in report["faults"])
