"""The two commands find what they need, say what is missing, and the lock files name every byte."""

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
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
case "$*" in *"mkdocs build"*)
  while [ "$1" != --site-dir ]; do if [ "$1" = --config-file ]; then config=$2; fi; shift; done
  mkdir -p "$2"
  echo "$config at ${SITE_URL-nowhere}" >"$2/index.html"
esac"""
"""A Python that makes a site of one line: its configuration and address."""


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A project with the real `scripts/build`, where all that it calls is done at once."""
    for folder in ("scripts", "docs", "wizard", "requirements", "build", ".venv/bin"):
        (tmp_path / folder).mkdir(parents=True)
    shutil.copy(SCRIPTS / "build", tmp_path / "scripts")
    program(tmp_path / "scripts", "setup", "exit 0")
    program(tmp_path / "scripts", "find-node", "echo /usr/bin/node")
    program(tmp_path / ".venv" / "bin", "python", BUILDING)
    for file in ("mkdocs.yml", "our.yml", "package-lock.json", "pyproject.toml", "requirements/site.txt"):
        (tmp_path / file).touch()
    return tmp_path


def build(copy: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Builds the site of *copy* with these variables and no others of ours."""
    others = {name: value for name, value in os.environ.items() if name not in {"GUIDE_CONFIG", "SITE_URL"}}
    command = [copy / "scripts" / "build"]
    return subprocess.run(command, env=others | variables, capture_output=True, text=True, check=False, timeout=60)


def brand(copy: Path) -> str:
    """What the site of *copy* was made with."""
    return (copy / "site" / "index.html").read_text("utf-8").strip()


OURS = {"GUIDE_CONFIG": "our.yml", "SITE_URL": "https://example.org/guide/"}
GOES_ON = (
    "build: goes on with our.yml https://example.org/guide/, as site/ was last built;"
    " back: GUIDE_CONFIG=mkdocs.yml SITE_URL= scripts/build"
)


def test_a_copy_keeps_its_brand_when_it_is_built_again_without_a_word(copy: Path) -> None:
    """And says so each time, whether there was anything to build or not."""
    assert build(copy, **OURS).returncode == 0
    assert brand(copy) == "our.yml at https://example.org/guide/"
    assert build(copy).stdout.splitlines() == [GOES_ON]
    (copy / "docs" / "new.md").touch()
    again = build(copy)
    assert again.stdout.splitlines()[0] == GOES_ON
    assert len(again.stdout.splitlines()) > 1
    assert brand(copy) == "our.yml at https://example.org/guide/"


def test_a_copy_goes_back_where_it_is_told_to(copy: Path) -> None:
    """By the words that the line names; each of the two holds for itself, and nothing is said of the usual."""
    build(copy, **OURS)
    assert "goes on with our.yml, as" in build(copy, SITE_URL="").stdout
    assert brand(copy) == "our.yml at nowhere"
    build(copy, **OURS)
    assert "goes on with https://example.org/guide/, as" in build(copy, GUIDE_CONFIG="mkdocs.yml").stdout
    assert brand(copy) == "mkdocs.yml at https://example.org/guide/"
    assert "goes on" not in build(copy, GUIDE_CONFIG="mkdocs.yml", SITE_URL="").stdout
    assert brand(copy) == "mkdocs.yml at nowhere"
    assert build(copy).stdout == ""


def test_a_configuration_that_is_gone_is_said_in_one_line(copy: Path) -> None:
    """And the site stays as it is: nobody puts a copy without its brand on the web by mistake."""
    build(copy, **OURS)
    (copy / "our.yml").unlink()
    refused = build(copy)
    assert (refused.returncode, refused.stdout) == (1, "")
    back = "back: GUIDE_CONFIG=mkdocs.yml SITE_URL= scripts/build"
    assert refused.stderr == f"build: our.yml is gone, with which site/ was last built; {back}\n"
    assert brand(copy) == "our.yml at https://example.org/guide/"
    assert build(copy, GUIDE_CONFIG="their.yml").stderr == "build: there is no their.yml\n"
    assert build(copy, GUIDE_CONFIG="mkdocs.yml", SITE_URL="").returncode == 0
    assert brand(copy) == "mkdocs.yml at nowhere"


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


@pytest.mark.parametrize("name", LOCKS)
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


@pytest.mark.parametrize("folder", [".", "tests/browser/old_browsers"])
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
