"""The two commands find what they need, say what is missing, and the lock files name every byte."""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[1]
SCRIPTS = REPOSITORY / "scripts"
LOCKS = ("site", "test")
TOOLS = ("bash", "dirname", "env", "find", "sort")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A folder to be the whole PATH, with a few system tools and no Python."""
    folder = tmp_path / "a folder"
    folder.mkdir()
    for tool in TOOLS:
        (folder / tool).symlink_to(str(shutil.which(tool)))
    return folder


def program(folder: Path, name: str, text: str) -> Path:
    """Write a shell program and return its path."""
    file = folder / name
    file.write_text(f"#!/bin/sh\n{text}\n")
    file.chmod(0o755)
    return file


def run(script: str, path: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run one of our scripts with `path` as PATH and an empty home."""
    elsewhere = dict.fromkeys(("HOME", "PYENV_ROOT", "NVM_DIR", "TOOL_FOLDERS"), f"{path}/nothing")
    environment = {"PATH": str(path), **elsewhere, **variables}
    return subprocess.run([SCRIPTS / script], env=environment, capture_output=True, text=True, check=False, timeout=60)


def test_a_shim_that_does_not_run_is_passed_over(path: Path) -> None:
    """Pyenv's shims stand on the path for versions that are not active."""
    program(path, "python3.14", 'echo "pyenv: python3.14: command not found" >&2; exit 127')
    program(path, "python3.13", "exit 0; # pretends to run whatever it is given")
    found = run("find-python", path)
    assert (found.returncode, found.stdout.strip()) == (0, str(path / "python3.13"))


def test_a_python_that_is_too_old_is_passed_over(path: Path) -> None:
    """The first that fits wins, also when its name promises less."""
    program(path, "python3", f'exec "{sys.executable}" "$@"')
    program(path, "python3.12", "exit 1")
    assert run("find-python", path).stdout.strip() == str(path / "python3")


def test_the_one_you_name_comes_first(path: Path) -> None:
    """Also with a space in its path."""
    program(path, "python3.13", "exit 0")
    mine = program(path, "my python", "exit 0")
    assert run("find-python", path, PYTHON=str(mine)).stdout.strip() == str(mine)


def test_pyenv_is_looked_through(path: Path) -> None:
    """Its versions are there even when its shims are not active."""
    folder = path / "pyenv" / "versions" / "3.13.0" / "bin"
    folder.mkdir(parents=True)
    mine = program(folder, "python3.13", "exit 0")
    assert run("find-python", path, PYENV_ROOT=str(path / "pyenv")).stdout.strip() == str(mine)


@pytest.mark.parametrize(("script", "name"), [("find-python", "Python"), ("find-node", "Node.js")])
def test_what_is_missing_is_said_in_one_line(path: Path, script: str, name: str) -> None:
    """With what to do about it."""
    program(path, "python3", "exit 1")
    program(path, "node", "exit 1")
    found = run(script, path)
    assert (found.returncode, found.stdout) == (1, "")
    assert len(found.stderr.splitlines()) == 1
    assert found.stderr.startswith(f"No {name} ")
    assert "Install" in found.stderr


OLDER = {"debian": ("12", "Debian GNU/Linux 12 (bookworm)"), "ubuntu": ("22.04", "Ubuntu 22.04.5 LTS")}
NEWER = {"debian": ("13", "Debian GNU/Linux 13 (trixie)"), "ubuntu": ("25.10", "Ubuntu 25.10")}


@pytest.mark.parametrize(("script", "beside"), [("find-python", "uv python install"), ("find-node", "nvm install")])
@pytest.mark.parametrize("system", OLDER)
def test_packages_that_are_too_old_are_not_what_is_to_be_installed(
    path: Path, script: str, beside: str, system: str
) -> None:
    """Debian 12 has Python 3.11 and Node.js 18: who installed those would be told the same again."""
    release = path / "os-release"
    for systems, offers in ((OLDER, False), (NEWER, True)):
        version, name = systems[system]
        release.write_text(f'PRETTY_NAME="{name}"\nID={system}\nVERSION_ID="{version}"\n')
        found = run(script, path, OS_RELEASE=str(release))
        assert (found.returncode, found.stdout, found.stderr.count("\n")) == (1, "", 1)
        assert ("apt-get" in found.stderr) is offers
        assert (name in found.stderr and beside in found.stderr) is not offers


@pytest.fixture
def fresh() -> Iterator[Path]:
    """A project that was never set up, in a folder that any user may look into."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        (folder / "scripts").mkdir()
        (folder / "requirements").mkdir()
        shutil.copy(SCRIPTS / "setup", folder / "scripts")
        for name in ("package.json", "package-lock.json", "requirements/site.txt", "requirements/test.txt"):
            (folder / name).touch()
        program(folder / "scripts", "find-python", "echo no Python >&2; exit 1")
        folder.chmod(0o755)
        yield folder


def set_up_by_nobody(folder: Path) -> subprocess.CompletedProcess[str]:
    """Sets up *folder* as a user who owns nothing there."""
    user = 65534 if os.geteuid() == 0 else None
    command = [folder / "scripts" / "setup"]
    return subprocess.run(command, user=user, capture_output=True, text=True, check=False, timeout=30)


def test_a_folder_that_nobody_may_write_into_is_said_in_one_line(fresh: Path) -> None:
    """It was waited for without an end, since there too no lock can be made."""
    for made in (False, True):
        if made:
            (fresh / "build").mkdir(mode=0o555)
        else:
            fresh.chmod(0o555)
        done = set_up_by_nobody(fresh)
        assert (done.returncode, done.stdout) == (1, "")
        assert done.stderr == f"setup: cannot write into {fresh}/build; let this user write there, and run this again\n"
        fresh.chmod(0o755)


@pytest.mark.slow
def test_a_lock_that_cannot_be_made_or_deleted_is_said_in_one_line(fresh: Path) -> None:
    """Whatever is in the way: here a lock of another user who is gone, and then a link that leads nowhere."""
    build = fresh / "build"
    build.mkdir()
    build.chmod(0o777)
    (build / "setup.lock").mkdir(mode=0o555)
    (build / "setup.lock" / "owner").write_text("99999999")
    if os.geteuid() == 0:
        done = set_up_by_nobody(fresh)
        assert done.stderr == f"setup: cannot delete {build}/setup.lock, which an earlier setup left\n"
    shutil.rmtree(build / "setup.lock")
    (build / "setup.lock").symlink_to("nowhere")
    done = set_up_by_nobody(fresh)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert done.stderr.startswith(f"setup: cannot write into {build}: ")


@pytest.mark.slow
@pytest.mark.parametrize("owner", ["99999999", None])
def test_a_lock_that_was_left_over_is_no_reason_to_wait(fresh: Path, owner: str | None) -> None:
    """Its owner is gone, or ended before it wrote who it is."""
    (fresh / "build").mkdir()
    (fresh / "build").chmod(0o777)
    (fresh / "build" / "setup.lock").mkdir()
    (fresh / "build" / "setup.lock").chmod(0o777)
    if owner:
        (fresh / "build" / "setup.lock" / "owner").write_text(owner)
    done = set_up_by_nobody(fresh)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "no Python\n")
    assert not (fresh / "build" / "setup.lock").exists()


def test_a_set_up_project_says_nothing(path: Path) -> None:
    """And needs nothing but its own folder: no network, no Python on the path."""
    for tool in ("cat", "cut", "mkdir", "sha256sum", "shasum"):
        if found := shutil.which(tool):
            (path / tool).symlink_to(found)
    done = run("setup", path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_an_unknown_option_is_explained() -> None:
    """By the script's own first lines."""
    done = subprocess.run([SCRIPTS / "setup", "--help"], capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 2
    assert "scripts/setup --tests" in done.stderr


BUILDING = """
case "$*" in
*"mkdocs build"*)
  while [ "$1" != --site-dir ]; do shift; done
  mkdir -p "$2"
  echo "${GUIDE_FOLDERS-plain}" >"$2/index.html" ;;
*brand.py*) echo "$*" ;;
esac"""
"""A Python that makes a site of one line, and a copy of one's own by saying how it was called."""


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A project with the real `scripts/build`, where all that it calls is done at once."""
    for folder in ("scripts", "docs", "wizard", "requirements", "build", ".venv/bin"):
        (tmp_path / folder).mkdir(parents=True)
    shutil.copy(SCRIPTS / "build", tmp_path / "scripts")
    program(tmp_path / "scripts", "setup", "exit 0")
    program(tmp_path / "scripts", "find-node", f'echo "{tmp_path}/node/node"')
    (tmp_path / "node").mkdir()
    program(tmp_path / "node", "node", "exit 0")
    program(tmp_path / ".venv" / "bin", "python", BUILDING)
    for file in ("mkdocs.yml", "package-lock.json", "pyproject.toml", "requirements/site.txt"):
        (tmp_path / file).touch()
    return tmp_path


def build(copy: Path, *options: str, cwd: Path | None = None, old: str = "_") -> subprocess.CompletedProcess[str]:
    """Builds in *copy* with these options, and with the variable *old* set."""
    command = [str(copy / "scripts" / "build"), *options]
    variables = {**os.environ, old: "our.yml"}
    return subprocess.run(command, cwd=cwd, env=variables, capture_output=True, text=True, check=False, timeout=60)


def test_a_copy_of_ones_own_leaves_the_site_alone(copy: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """It is made from the guide in folders, which is built once, where the command was given."""
    build(copy)
    there = tmp_path_factory.mktemp("there")
    said = build(copy, "--own", "own.toml", "--out", "mine", cwd=there).stdout.splitlines()
    named = f"--own {there}/own.toml --site build/release-site --to {there}/mine --no-zip"
    assert said[-1] == f"scripts/releasing/shipped/brand.py {named}"
    assert (copy / "site" / "index.html").read_text() == "plain\n"
    assert (copy / "build" / "release-site" / "index.html").read_text() == "1\n"
    assert build(copy, "--own", "own.toml", "--out", "mine", cwd=there).stdout.splitlines() == said[-1:]
    assert build(copy).stdout == ""


@pytest.mark.parametrize("old", ["SITE_URL", "GUIDE_CONFIG"])
def test_a_setting_of_old_is_said_in_one_line(copy: Path, old: str) -> None:
    """Nobody publishes a copy without its name because a setting is read no more."""
    refused = build(copy, old=old)
    assert (refused.returncode, refused.stdout, refused.stderr.count("\n")) == (1, "", 1)
    assert old in refused.stderr
    assert "own.toml" in refused.stderr
    assert not (copy / "site").exists()


@pytest.mark.parametrize(
    "options", [("--own", "own.toml"), ("--own", "own.toml", "mine", "--out"), ("--all",), ("--release", "x")]
)
def test_what_build_does_not_know_it_explains(copy: Path, options: tuple[str, ...]) -> None:
    """And builds nothing."""
    refused = build(copy, *options)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "scripts/build --own own.toml --out DIR" in refused.stderr
    assert not (copy / "site").exists()


def is_it_new(copy: Path) -> tuple[int, str]:
    """What `scripts/build --is-it-new` says of the site of *copy*."""
    told = subprocess.run(
        [copy / "scripts" / "build", "--is-it-new"], capture_output=True, text=True, check=False, timeout=60
    )
    assert told.stderr == ""
    return told.returncode, told.stdout


def test_an_old_site_is_told_in_one_line_and_stays(copy: Path) -> None:
    """So pytest, run by itself, can say that it looked at the site of yesterday."""
    assert is_it_new(copy) == (1, "site/ is not built: run scripts/build\n")
    build(copy)
    assert is_it_new(copy) == (0, "")
    (copy / "wizard" / "new.toml").write_text("new")
    status, line = is_it_new(copy)
    assert (status, line.partition(":")[0]) == (1, "site/ is older than its sources")
    assert line.count("\n") == 1
    build(copy)
    assert is_it_new(copy) == (0, "")


def test_two_builds_in_one_folder_take_turns(copy: Path) -> None:
    """The second says that it waits, and for whom; a lock that was left by a process that is gone holds nobody up."""
    lock = copy / "build" / "lock"
    with subprocess.Popen(["sleep", "60"]) as first:
        lock.symlink_to(str(first.pid))
        with subprocess.Popen([copy / "scripts" / "build"], stdout=subprocess.PIPE, text=True) as second:
            assert second.stdout is not None
            assert f"(process {first.pid})" in second.stdout.readline()
            assert not (copy / "site").exists()
            first.kill()
            first.wait()
            assert second.wait(timeout=60) == 0
    assert (copy / "site" / "index.html").exists()
    assert not lock.is_symlink()


@pytest.mark.parametrize("name", [*LOCKS, "mutants"])
def test_every_python_package_is_pinned_with_hashes(name: str) -> None:
    """And nothing else stands in the file: no option, no address, no folder of a machine."""
    text = (REPOSITORY / "requirements" / f"{name}.txt").read_text()
    for requirement in text.replace("\\\n", " ").splitlines():
        assert re.fullmatch(r"[a-z0-9-]+==\S+( ; [^-]+)?( +--hash=sha256:[0-9a-f]{64})+", requirement), requirement


def test_the_site_and_the_tests_use_the_same_versions() -> None:
    """What is tested is what is published."""
    site, test = (
        dict(
            re.findall(r"^([a-z0-9-]+)==(\S+)", (REPOSITORY / "requirements" / f"{name}.txt").read_text(), re.MULTILINE)
        )
        for name in LOCKS
    )
    assert site.items() <= test.items()


@pytest.mark.parametrize("folder", [".", "tests/browser/old_browsers", "tests/mutants", "tests/observatory"])
def test_every_npm_package_is_pinned_with_a_hash_and_without_an_address(folder: str) -> None:
    """A lock file with addresses works only where those can be reached. What lies in a package has that one's hash."""
    lock = json.loads((REPOSITORY / folder / "package-lock.json").read_text())
    packages = {name: package for name, package in lock["packages"].items() if name and "inBundle" not in package}
    assert packages
    assert all(package["integrity"].startswith("sha512-") for package in packages.values())
    assert not any("resolved" in package for package in packages.values())


def test_what_the_package_needs_is_what_the_bundle_holds() -> None:
    """The wizard's own dependencies stay few, since every phone loads them."""
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text())["project"]
    assert project["dependencies"] == ["jinja2", "markupsafe"]


def test_every_script_can_be_run_from_anywhere(tmp_path: Path) -> None:
    """They are executable, stop at the first error, and find their own folder."""
    first_line = "#!/usr/bin/env bash"
    shells = [file for file in SCRIPTS.iterdir() if file.is_file() and file.read_text().startswith(first_line)]
    assert len(shells) >= 8
    for file in shells:
        assert os.access(file, os.X_OK), file
        assert "set -euo pipefail" in file.read_text(), file
        assert f"| `{file.name}`" in (SCRIPTS / "README.md").read_text() or file.name == "find-node", file
    found = subprocess.run(
        [SCRIPTS / "find-node"], cwd=tmp_path, capture_output=True, text=True, check=True, timeout=60
    )
    assert Path(found.stdout.strip()).is_file()
