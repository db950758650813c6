"""A copy without a terminal: files of a repository that take the release by its hash, brand, verify and publish it."""

import hashlib
import importlib
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
import yaml

from scripts.site_server.serving import serve
from scripts.watching import copies
from tests.shell_steps import run_step

REPOSITORY = Path(__file__).resolve().parents[1]
SHIPPED = REPOSITORY / "scripts" / "releasing" / "shipped"
TEMPLATE = SHIPPED / "template"
PAGES = TEMPLATE / ".github" / "workflows" / "pages.yml"
GITLAB = TEMPLATE / ".gitlab-ci.yml"
OWN_COPY = REPOSITORY / "tests" / "own_copy.py"
"""What the tests know of a real release and of a group's own.toml."""

BRAND = """
import pathlib, shutil, sys
told = dict(zip(sys.argv[1::2], sys.argv[2::2]))
if "group" not in pathlib.Path(told["--own"]).read_text():
    sys.exit("own.toml: group is missing")
shutil.copytree(pathlib.Path(__file__).parent / "site", told["--to"])
"""
VERIFY = """
import pathlib, sys
sys.exit("changed" in (pathlib.Path(sys.argv[1]) / "index.html").read_text())
"""
"""Programs as small as can be in the place of brand.py and verify.py: who calls them, and when, is tested here."""


def read(file: Path) -> dict[Any, Any]:
    """A workflow."""
    found: dict[Any, Any] = yaml.safe_load(file.read_text("utf-8"))
    return found


def zipped(folder: Path, files: dict[str, str]) -> tuple[Path, str]:
    """A release with these files, and its SHA-256."""
    packed = folder / "guide-0.1.0.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        for name, text in files.items():
            archive.writestr(f"guide-0.1.0/{name}", text)
    return packed, hashlib.sha256(packed.read_bytes()).hexdigest()


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """The group's own repository, as made from the template, with who they are written in."""
    folder = tmp_path / "our repository"
    shutil.copytree(TEMPLATE, folder)
    (folder / "own.toml").write_text('group = "Our Group"\n', "utf-8")
    return folder


@pytest.fixture
def host(tmp_path: Path) -> Path:
    """Where releases lie."""
    (tmp_path / "host").mkdir()
    return tmp_path / "host"


def take(repository: Path, where: str, sha256: str) -> None:
    """Writes into release.toml what a person writes in the browser."""
    file = repository / "release.toml"
    text = file.read_text("utf-8")
    text = re.sub(r'^zip = ".*"$', f'zip = "{where}"', text, flags=re.MULTILINE)
    file.write_text(re.sub(r'^sha256 = ".*"$', f'sha256 = "{sha256}"', text, flags=re.MULTILINE), "utf-8")


def steps() -> list[dict[str, Any]]:
    """The lines that either platform runs, each as a step."""
    github = [step for job in read(PAGES)["jobs"].values() for step in job["steps"] if "run" in step]
    return [*github, *({"run": line} for line in read(GITLAB)["pages"]["script"])]


def published(repository: Path, step: dict[str, Any]) -> subprocess.CompletedProcess[str]:
    """Runs one *step* in the group's repository."""
    return run_step(step, repository)


@pytest.mark.parametrize("step", steps(), ids=["GitHub", "GitLab"])
def test_the_release_is_taken_branded_and_verified(repository: Path, host: Path, step: dict[str, Any]) -> None:
    """By its address and its hash; an upgrade changes both, and takes the place of what was there."""
    _, sha256 = zipped(host, {"brand.py": BRAND, "verify.py": VERIFY, "site/index.html": "one", "site/old.html": ""})
    with serve(host) as server:
        take(repository, f"{server.url}guide-0.1.0.zip", sha256)
        done = published(repository, step)
        assert (done.returncode, done.stderr) == (0, "")
        assert (repository / "public" / "index.html").read_text() == "one"
        _, sha256 = zipped(host, {"brand.py": BRAND, "verify.py": VERIFY, "site/index.html": "two"})
        take(repository, f"{server.url}guide-0.1.0.zip", sha256.upper())
        assert published(repository, step).returncode == 0
    assert {file.name for file in (repository / "public").iterdir()} == {"index.html"}


def test_a_zip_may_lie_in_the_repository(repository: Path, host: Path) -> None:
    """For groups who upload it there."""
    packed, sha256 = zipped(host, {"brand.py": BRAND, "verify.py": VERIFY, "site/index.html": "one"})
    shutil.copy(packed, repository)
    take(repository, packed.name, sha256)
    assert published(repository, steps()[0]).returncode == 0


@pytest.mark.site
@pytest.mark.thorough
@pytest.mark.skipif(not OWN_COPY.exists(), reason="there is no release yet that could be taken")
def test_a_copy_of_the_real_release_is_published_and_then_found_genuine(
    repository: Path, host: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the real brand.py and verify.py; and the copy on the web is then held against the release as any other."""
    own_copy = importlib.import_module("tests.own_copy")
    command = [sys.executable, "-m", "scripts.releasing", str(own_copy.release()), "--out", str(host)]
    subprocess.run(command, cwd=REPOSITORY, capture_output=True, check=True, timeout=300)
    (packed,) = host.glob("guide-*.zip")
    (repository / "own.toml").write_text(own_copy.OWN, "utf-8")
    with serve(host) as server:
        take(repository, f"{server.url}{packed.name}", hashlib.sha256(packed.read_bytes()).hexdigest())
        done = published(repository, steps()[0])
    assert done.returncode == 0, done.stderr
    assert "(555) 555-0199" in (repository / "public" / "es" / "index.html").read_text("utf-8")
    with serve(repository / "public") as server:
        known = tmp_path / "copies.toml"
        known.write_text(f'reference = "{server.url}"\n', "utf-8")
        assert copies.main([str(packed), "--copies", str(known), "--out", str(tmp_path / "out")]) == 0
    assert capsys.readouterr().out.startswith("genuine")


GOOD = {"brand.py": BRAND, "verify.py": VERIFY, "site/index.html": "one"}
REFUSED = {
    "nothing filled in": (GOOD, "", "", "release.toml: zip is empty"),
    "no hash": (GOOD, "ADDRESS", "", "release.toml: sha256 must be 64 letters and digits"),
    "another hash": (GOOD, "ADDRESS", "0" * 64, "this is not the release: its SHA-256 is "),
    "not there": (GOOD, "ADDRESSx", "0" * 64, "cannot be read: Not Found"),
    "a file that is not there": (GOOD, "guide-9.zip", "0" * 64, "guide-9.zip cannot be read"),
    "own.toml is refused": (
        GOOD | {"brand.py": BRAND.replace('"group"', '"who"')},
        "ADDRESS",
        "RIGHT",
        "brand.py refused",
    ),
    "it is not genuine": (GOOD | {"site/index.html": "changed"}, "ADDRESS", "RIGHT", "verify.py refused"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused_is_one_line_and_nothing_is_made(name: str, repository: Path, host: Path) -> None:
    """The copy that is on the web stays as it was."""
    files, where, sha256, why = REFUSED[name]
    _, right = zipped(host, files)
    (repository / "public").mkdir()
    (repository / "public" / "index.html").write_text("as it was")
    with serve(host) as server:
        take(repository, where.replace("ADDRESS", f"{server.url}guide-0.1.0.zip"), sha256.replace("RIGHT", right))
        done = published(repository, steps()[0])
    assert done.returncode == 1
    assert why in done.stderr.splitlines()[-1]
    assert "Traceback" not in done.stderr
    assert (repository / "public" / "index.html").read_text() == "as it was"


def test_a_release_toml_that_is_none_is_said_in_one_line(repository: Path) -> None:
    """A quotation mark is soon lost."""
    (repository / "release.toml").write_text('zip = "', "utf-8")
    done = published(repository, steps()[0])
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert done.stderr.startswith("publish: release.toml cannot be read: ")


@pytest.mark.parametrize(("kind", "file"), [("github-workflows", PAGES), ("gitlab-ci", GITLAB)])
def test_each_workflow_has_the_form_that_its_platform_publishes(kind: str, file: Path) -> None:
    """By check-jsonschema, which has both with it."""
    command = [f"{REPOSITORY}/.venv/bin/check-jsonschema", "--builtin-schema", f"vendor.{kind}", str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stdout


def test_the_workflows_are_pinned_and_may_do_no_more_than_publish() -> None:
    """Each action by its whole hash; what makes the copy cannot publish, and what publishes runs no line of ours."""
    used = re.findall(r"uses: *(.*)", PAGES.read_text("utf-8"))
    assert len(used) == 3
    assert all(re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line) for line in used)
    told = read(PAGES)
    assert told["permissions"] == {}
    assert told["jobs"]["make"]["permissions"] == {"contents": "read"}
    assert told["jobs"]["publish"]["permissions"] == {"pages": "write", "id-token": "write"}
    assert not any("run" in step for step in told["jobs"]["publish"]["steps"])
    assert re.fullmatch(r"python:3\.1[1-9]-slim@sha256:[0-9a-f]{64}", read(GITLAB)["pages"]["image"])
    assert read(GITLAB)["pages"]["artifacts"]["paths"] == ["public"]


def test_the_way_is_told_in_both_languages_and_names_files_that_are_there() -> None:
    """Each step in English is one in Spanish."""
    english, spanish = (TEMPLATE / "README.md").read_text("utf-8").split("## En español")
    assert re.findall(r"^\d\.", english, re.MULTILINE) == re.findall(r"^\d\.", spanish, re.MULTILINE)
    for part in (english, spanish):
        for name in ("own.toml", "release.toml", ".github", ".gitlab-ci.yml"):
            assert f"`{name}`" in part
            assert (TEMPLATE / name).exists() or name == "own.toml"  # which is made with the release
