"""A release is the same bytes whoever makes it, holds what a group needs, and can be proved to be ours."""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from scripts.guide.policies import SECURITY_HEADERS
from scripts.guide.version import version
from scripts.releasing import servers
from scripts.releasing.archive import write_zip
from scripts.releasing.shipped import verify
from scripts.releasing.signing import NAMESPACE, signature
from tests import own_copy
from tests.built_pages import REPOSITORY

pytestmark = pytest.mark.site

EPOCH = 1796000000
ALLOWED = REPOSITORY / "scripts" / "releasing" / "allowed_signers"
SSH_KEYGEN = shutil.which("ssh-keygen")
needs_ssh = pytest.mark.skipif(SSH_KEYGEN is None, reason="ssh-keygen is not here: install openssh-client")


def make(out: Path, *options: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Packs ``site/`` as ``scripts/release`` does after its build."""
    command = [sys.executable, "-m", "scripts.releasing", str(own_copy.release()), "--out", str(out), *options]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(EPOCH), **variables}
    environment.pop("GUIDE_RELEASE_KEY", None)
    return subprocess.run(
        command, env=environment, cwd=REPOSITORY, capture_output=True, text=True, check=False, umask=0o77, timeout=120
    )


def packed(out: Path) -> Path:
    """The zip in *out*."""
    return out / f"guide-{version()}.zip"


@pytest.mark.thorough
def test_the_zip_is_the_same_in_every_zone_language_and_folder(release: Path, tmp_path: Path) -> None:
    """And whoever may read what this user writes."""
    west, here = tmp_path / "a folder in the west", tmp_path / "here.zip"
    assert make(west, TZ="America/Los_Angeles", LC_ALL="C", PYTHONHASHSEED="1").returncode == 0
    files = {
        file.relative_to(release.parent).as_posix(): file.read_bytes() for file in release.rglob("*") if file.is_file()
    }
    write_zip(here, files, EPOCH)
    assert packed(west).read_bytes() == here.read_bytes()
    told = packed(west).with_name(f"{packed(west).name}.sha256").read_text("utf-8")
    assert told == f"{hashlib.sha256(packed(west).read_bytes()).hexdigest()}  {packed(west).name}\n"
    with zipfile.ZipFile(packed(west)) as archive:
        entries = archive.infolist()
    assert [entry.filename for entry in entries] == sorted(entry.filename for entry in entries)
    assert {(entry.external_attr >> 16, entry.create_system, entry.date_time) for entry in entries} == {
        (0o100644, 3, (2026, 11, 30, 0, 53, 20))
    }


def test_what_is_in_it(release: Path) -> None:
    """The site whole, and beside it all that a group needs."""
    assert release.name == f"guide-{version()}"
    beside = {file.name for file in release.iterdir()}
    assert {
        "site",
        "servers",
        "one-file",
        "verify.py",
        "brand.py",
        "own.example.toml",
        "MANIFEST.json",
        "LICENSE",
        "paths.txt",
    } <= beside
    asked = [release / "own.example.toml", release / "template" / "own.toml"]
    assert len({file.read_bytes() for file in asked}) == 1, "no key can be another"
    assert not beside & {"__init__.py", "__pycache__"}
    assert (release / "tomli" / "__init__.py").is_file()
    assert [file.name for file in release.rglob("tomli-*/**/LICENSE")] == ["LICENSE"]
    for file in own_copy.RELEASE.rglob("*"):
        if file.is_file():
            assert (release / "site" / file.relative_to(own_copy.RELEASE)).read_bytes() == file.read_bytes()


def test_the_manifest_names_every_file_and_the_version(release: Path) -> None:
    """In sorted order, in UTF-8, with the hash of each."""
    text = (release / "MANIFEST.json").read_text("utf-8")
    told = json.loads(text)
    assert text == json.dumps(told, indent=1, ensure_ascii=False, sort_keys=True) + "\n"
    assert (told["guide"], told["version"]) == (1, version())
    site = release / "site"
    names = {file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()}
    assert set(told["files"]) == {name for name in names if not name.endswith((".gz", ".br"))}
    content = (site / "assets" / "guide" / "search.js").read_bytes()
    entry = told["files"]["assets/guide/search.js"]
    assert (entry["bytes"], entry["sha256"]) == (len(content), hashlib.sha256(content).hexdigest())


def test_the_manifest_names_also_what_lies_beside_the_pages(release: Path) -> None:
    """So that who trusts its signature can trust verify.py and brand.py; a changed one is told."""
    told = json.loads((release / "MANIFEST.json").read_text("utf-8"))
    names = {file.relative_to(release).as_posix() for file in release.rglob("*") if file.is_file()}
    assert set(told["beside"]) == {name for name in names if not name.startswith(("site/", "MANIFEST.json"))}
    for name in ("verify.py", "brand.py", "tomli/__init__.py", "servers/nginx.conf", "template/publish.py"):
        assert told["beside"][name] == hashlib.sha256((release / name).read_bytes()).hexdigest()
    before = (release / "brand.py").read_bytes()
    try:
        (release / "brand.py").write_bytes(before + b"#")
        report = verify.looked_at(str(release), release / "MANIFEST.json")
    finally:
        (release / "brand.py").write_bytes(before)
    assert (report["verdict"], report["beside"]) == (verify.GENUINE, ["brand.py"])


def test_every_sentence_of_ice_and_every_fact_that_is_shown_is_in_the_manifest(release: Path) -> None:
    """With the pages on which it stands."""
    told = json.loads((release / "MANIFEST.json").read_text("utf-8"))
    pages = set(told["sentences"]["R28"]["pages"])
    assert pages >= {f"{language}/case-review-official/index.html" for language in ("en", "es")}
    assert told["facts"]["line_number"]["pages"]["en/detention-line/index.html"] >= 2
    assert told["facts"]["line_number.link"]["text"].startswith("tel:+1")
    assert told["facts"]["line_number"]["standing"] == "confirmed"
    for kind in ("sentences", "facts"):
        for entry in told[kind].values():
            assert entry["sha256"] == hashlib.sha256(entry["text"].encode()).hexdigest()
    assert {f"R{number}" for number in range(1, 52)} <= set(told["sentences"])


def test_no_gz_says_on_which_system_it_was_made(release: Path) -> None:
    """Nor when, nor from what file."""
    files = list((release / "site").rglob("*.gz"))
    assert len(files) > 100
    heads = {(content[3], content[4:8], content[9]) for content in (file.read_bytes()[:10] for file in files)}
    assert heads == {(0, b"\0\0\0\0", 255)}


def test_every_server_is_told_every_header(release: Path) -> None:
    """And nothing is told of a name above the copy's own."""
    for name, content in servers.files().items():
        text = (release / "servers" / name).read_text("utf-8")
        assert text.encode() == content
        assert [header for header, value in SECURITY_HEADERS.items() if header not in text or value not in text] == []
        assert not re.search("includesubdomains|preload", text, re.IGNORECASE)


def commands(text: str) -> list[str]:
    """The lines to type or to write of a page, without what a comment says."""
    return [line.partition("#")[0].rstrip() for line in text.splitlines() if line.startswith("    ")]


def test_both_pages_on_hosting_tell_the_same_three_commands(release: Path) -> None:
    """From the unpacked zip to a running copy; and each file that they name is there."""
    pages = [(release / f"HOST.{language}.md").read_text("utf-8") for language in ("en", "es")]
    assert commands(pages[0]) == commands(pages[1])
    for page in pages:
        first = page.split("\n## ")[2].split("\n\n    ")[1].split("\n\n")[0]
        assert len(first.splitlines()) == 3
        named = set(re.findall(r"servers/([\w.]+)", page))
        assert named == {file.name for file in (release / "servers").iterdir()}
        assert max(map(len, page.splitlines())) <= 130


@pytest.fixture
def key(tmp_path: Path) -> Path:
    """A private key to throw away."""
    file = tmp_path / "a key"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", str(file)], check=True)
    return file


def is_signed(folder: Path, signers: Path) -> bool:
    """Whether OpenSSH says so, called as HOST.en.md tells it."""
    command = ["ssh-keygen", "-Y", "verify", "-f", str(signers), "-I", "release", "-n", NAMESPACE]
    with (folder / "MANIFEST.json").open("rb") as manifest:
        ran = subprocess.run(
            [*command, "-s", str(folder / "MANIFEST.json.sig")], stdin=manifest, capture_output=True, check=False
        )
    return ran.returncode == 0


@needs_ssh
def test_a_signature_holds_for_this_manifest_and_this_key_alone(release: Path, tmp_path: Path, key: Path) -> None:
    """It is the same each time, so that the zip is."""
    manifest = tmp_path / "MANIFEST.json"
    shutil.copy(release / manifest.name, manifest)
    made = signature(manifest.read_bytes(), key)
    assert made == signature(manifest.read_bytes(), key)
    manifest.with_name("MANIFEST.json.sig").write_bytes(made)
    signers = tmp_path / "signers"
    signers.write_text(f'release namespaces="{NAMESPACE}" {key.with_name("a key.pub").read_text("utf-8")}', "utf-8")
    assert is_signed(tmp_path, signers)
    assert not is_signed(tmp_path, ALLOWED), "a key that nobody put into the repository"
    manifest.write_bytes(manifest.read_bytes().replace(b"1-888", b"1-889", 1))
    assert not is_signed(tmp_path, signers)


@needs_ssh
@pytest.mark.slow
def test_the_zip_holds_the_signature(tmp_path: Path, key: Path) -> None:
    """Where a key was given."""
    made = make(tmp_path, "--key", str(key))
    assert made.returncode == 0, made.stderr
    with zipfile.ZipFile(packed(tmp_path)) as archive:
        manifest = archive.read(f"guide-{version()}/MANIFEST.json")
        assert archive.read(f"guide-{version()}/MANIFEST.json.sig") == signature(manifest, key)


@needs_ssh
def test_a_release_without_a_key_or_with_a_wrong_one_says_so(tmp_path: Path) -> None:
    """In one line, and without a traceback."""
    inside = REPOSITORY / "build" / "a key"
    for file, said in ((inside, "lies in the repository"), (tmp_path / "nothing", "there is no key")):
        made = make(tmp_path / "out", "--key", str(file))
        assert (made.returncode, len(made.stderr.splitlines())) == (1, 1)
        assert said in made.stderr
    assert not (tmp_path / "out").exists()


def test_the_repository_says_plainly_that_there_is_no_key_yet() -> None:
    """Until there is one: a comment, and not a line that looks like a key."""
    text = ALLOWED.read_text("utf-8")
    keys = [line for line in text.splitlines() if line and not line.startswith("#")]
    assert bool(keys) != ("There is no key yet" in text)
    assert "PRIVATE KEY" not in text


# Another machine, as far as one machine can be another.

PYTHONS = ("3.12", "3.13", "3.14")
HERE = f"{sys.version_info.major}.{sys.version_info.minor}"
NOBODY = 65534


def python(version: str) -> str | None:
    """A Python of that version that runs: on the path, where pyenv may have left a shim that does not, or of pyenv."""
    of_pyenv = (Path.home() / ".pyenv" / "versions").glob(f"{version}.*/bin/python{version}")
    for found in (shutil.which(f"python{version}"), *map(str, of_pyenv)):
        if found and not subprocess.run([found, "-c", "import ensurepip"], capture_output=True, check=False).returncode:
            return found
    return None


def repository_at(folder: Path, *packages: str) -> Path:
    """The committed and changed files of this repository, in *folder*, with these of its packages."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=True)
    for name in filter(None, listed.stdout.split("\0")):
        if (REPOSITORY / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(REPOSITORY / name, folder / name, follow_symlinks=False)
    for name in packages:
        (folder / name).symlink_to(REPOSITORY / name)
    return folder


def turkish(folder: Path) -> dict[str, str]:
    """A locale that orders letters, and makes small ones large, in another way than English."""
    command = ["localedef", "-i", "tr_TR", "-f", "UTF-8", str(folder / "tr_TR.UTF-8")]
    made = subprocess.run(command, capture_output=True, text=True, check=False)
    assert made.returncode == 0, f"{made.stderr} (the package locales is not here: run scripts/browsers)"
    return {"LOCPATH": str(folder), "LC_ALL": "tr_TR.UTF-8"}


def as_another(user: int) -> list[str]:
    """Before a command: it runs as *user*, who may read all (pyenv's Pythons are root's) and write little."""
    lent = "+dac_read_search"
    return [
        "setpriv",
        f"--reuid={user}",
        f"--regid={user}",
        "--clear-groups",
        "--inh-caps",
        lent,
        "--ambient-caps",
        lent,
    ]


def released(there: Path, out: Path, before: list[str], umask: int, **variables: str) -> Path:
    """The zip that ``scripts/release`` makes in *there*."""
    made = subprocess.run(
        [*before, "bash", "scripts/release", "--out", str(out)],
        cwd=there, env=os.environ | variables, capture_output=True, text=True, check=False, umask=umask,
    )  # fmt: skip
    assert made.returncode == 0, made.stdout + made.stderr
    return packed(out)


@pytest.fixture(scope="module")
def epoch() -> str:
    """When the last commit was made, in seconds."""
    command = ["git", "log", "-1", "--format=%ct"]
    return subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=True).stdout.strip()


@pytest.fixture(scope="module")
def from_the_west(tmp_path_factory: pytest.TempPathFactory, epoch: str) -> Path:
    """The zip that this user makes today with the Python of these tests, west of Greenwich."""
    folder = tmp_path_factory.mktemp("west")
    there = repository_at(folder / "west", ".venv", "node_modules")
    return released(there, folder / "out", [], 0o022, TZ="America/Los_Angeles", LC_ALL="C", SOURCE_DATE_EPOCH=epoch)


@pytest.mark.thorough
@pytest.mark.parametrize("version", PYTHONS)
def test_a_build_elsewhere_at_another_time_gives_the_same_zip(
    tmp_path: Path, from_the_west: Path, epoch: str, version: str
) -> None:
    """In a folder with a space; in the east; in Turkish; unreadable for others; two years on; as another user.

    Each time with another Python, which installs its own packages.
    """
    base, clock = python(version), shutil.which("faketime")
    assert clock, "faketime is not here: run scripts/browsers"
    if base is None:
        pytest.skip(f"there is no Python {version} on this machine")
    there = repository_at(tmp_path / "a folder in the east", "node_modules", *([".venv"] if version == HERE else []))
    elsewhere = turkish(tmp_path) | {"TZ": "Pacific/Auckland", "HOME": str(tmp_path / "home"), "PYTHON": base}
    another = as_another(NOBODY) if os.geteuid() == 0 else []
    (tmp_path / "home").mkdir()
    if another:
        subprocess.run(["chown", "-R", str(NOBODY), str(tmp_path)], check=True)
    # Packages are installed today: in two years no registry's certificate is good.
    subprocess.run([*another, "bash", "scripts/setup"], cwd=there, env=os.environ | elsewhere, umask=0o077, check=True)
    before = [*another, clock, "-f", "+2y"]
    made = released(there, tmp_path / "out", before, 0o077, SOURCE_DATE_EPOCH=epoch, **elsewhere)
    with zipfile.ZipFile(made) as one, zipfile.ZipFile(from_the_west) as other:
        assert one.namelist() == other.namelist()
        assert [name for name in one.namelist() if one.read(name) != other.read(name)] == []
    assert hashlib.sha256(made.read_bytes()).digest() == hashlib.sha256(from_the_west.read_bytes()).digest()
    if version != HERE:
        used = subprocess.run([there / ".venv/bin/python", "-V"], capture_output=True, text=True, check=True)
        assert f"Python {version}." in used.stdout
    assert {file.stat().st_mode & 0o777 for file in (there / "build" / "release-site").rglob("*.html")} == {0o644}
