"""The Python that runs in the browser: it answers like the Python that built it, and can be built again."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from scripts.runtime_bundle.inputs import BundleError, find_pyodide
from scripts.runtime_bundle.manifest import integrity, matches_its_manifest
from scripts.runtime_bundle.node import run_in_pyodide
from scripts.runtime_bundle.trimming import is_kept_unmeasured, trimmed
from wizard.bridge import handle

pytestmark = pytest.mark.site

REPOSITORY = Path(__file__).resolve().parents[1]

REQUESTS = [
    {"do": "show", "language": "en"},
    {"do": "answer", "language": "en", "question": "needs", "value": []},
]


def make_bundle(out: Path, zone: str = "UTC") -> str:
    """Make the bundle on a machine whose clock shows the time of *zone*, and return what it printed."""
    command = [sys.executable, "-m", "scripts.runtime_bundle", "--out", str(out)]
    environment = {**os.environ, "TZ": zone}
    ran = subprocess.run(command, env=environment, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


@pytest.fixture(scope="module")
def runtime() -> Path:
    """The bundle in build/runtime, made if it is not up to date."""
    out = REPOSITORY / "build" / "runtime"
    make_bundle(out)
    return out


def test_the_browser_s_python_answers_as_ours_byte_for_byte(runtime: Path) -> None:
    """Screens and refusals come out of Pyodide exactly as out of CPython."""
    requests = "".join(json.dumps(request) + "\n" for request in REQUESTS)
    command = ["node", str(REPOSITORY / "tests" / "node" / "pyodide_runner.mjs"), str(runtime)]
    ran = subprocess.run(command, input=requests, capture_output=True, encoding="utf-8", check=True)
    assert ran.stdout.split("\n") == ["ready", *(handle(json.dumps(request)) for request in REQUESTS), ""]


def test_an_exception_in_the_browser_s_python_is_told_by_its_type_alone(runtime: Path) -> None:
    """What a person typed may stand in the exception's text, so the text goes nowhere."""
    command = ["node", str(REPOSITORY / "tests" / "node" / "pyodide_runner.mjs"), str(runtime)]
    ran = subprocess.run(command, input='{"name": "Ana"}\n', capture_output=True, encoding="utf-8", check=True)
    assert ran.stdout == 'ready\n{"raised":"BadRequestError"}\n'


@pytest.mark.parametrize(("door", "told"), [("start", "ready"), ("wizard.bridge", "SystemError")])
def test_no_dataclass_is_compiled_when_python_starts(runtime: Path, door: str, told: str) -> None:
    """By the worker's door; by the wizard's own each one is."""
    command = ["node", str(REPOSITORY / "tests" / "node" / "start_compiles_nothing.mjs"), str(runtime), door]
    ran = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    assert ran.stdout == f"{told}\n"


def test_every_file_has_the_size_and_the_hash_that_the_manifest_names(runtime: Path) -> None:
    """The manifest lists every file of the folder but itself, and describes each rightly."""
    listed = json.loads((runtime / "manifest.json").read_text("utf-8"))["files"]
    present = {path.name: path.read_bytes() for path in runtime.iterdir() if path.name != "manifest.json"}
    assert {file["name"] for file in listed} == present.keys()
    for file in listed:
        assert file["bytes"] == len(present[file["name"]])
        assert file["integrity"] == integrity(present[file["name"]])


def test_an_unchanged_bundle_is_not_made_again(runtime: Path) -> None:
    """The second build says so in one line."""
    assert make_bundle(runtime).splitlines() == [f"bundle: {runtime} is up to date"]


def test_a_damaged_bundle_is_not_taken_for_up_to_date(runtime: Path, tmp_path: Path) -> None:
    """One flipped bit in any file of the folder is noticed."""
    copy = tmp_path / "runtime"
    copy.mkdir()
    for path in runtime.iterdir():
        (copy / path.name).write_bytes(path.read_bytes())
    assert matches_its_manifest(copy)
    worker = copy / "worker.js"
    first, *rest = worker.read_bytes()
    worker.write_bytes(bytes([first ^ 1, *rest]))
    assert not matches_its_manifest(copy)


@pytest.mark.parametrize(
    "zone",
    [
        "America/Los_Angeles",
        pytest.param("America/New_York", marks=pytest.mark.thorough),
        pytest.param("Pacific/Kiritimati", marks=pytest.mark.thorough),
    ],
)
def test_building_again_gives_the_same_bytes_in_every_time_zone(runtime: Path, tmp_path: Path, zone: str) -> None:
    """Anyone can make the bundle again from the source and compare, west of Greenwich and east of it."""
    again = tmp_path / "again"
    make_bundle(again, zone)
    assert {path.name: path.read_bytes() for path in again.iterdir()} == {
        path.name: path.read_bytes() for path in runtime.iterdir()
    }


def test_the_archive_holds_only_what_a_fully_used_wizard_imports(runtime: Path) -> None:
    """Every byte is paid for by someone's phone: nothing is in the archive that was not seen to be needed."""
    archive = runtime / "python.zip"
    abi = json.loads((runtime / "manifest.json").read_text("utf-8"))["abi"]
    imported = set(run_in_pyodide("handshake", abi=abi, pyodide=runtime, library=archive))
    with zipfile.ZipFile(archive) as opened:
        names = set(opened.namelist())
    assert imported <= names
    assert {name for name in names - imported if not is_kept_unmeasured(name)} == set()


def test_a_module_measured_but_missing_fails_the_build() -> None:
    """A measurement of something else than this library is no measurement."""
    with pytest.raises(BundleError, match=r"json\.py was imported but is not in the library"):
        trimmed({"re.py": b""}, ["json.py"])


def test_a_missing_pyodide_is_told_with_what_to_do(tmp_path: Path) -> None:
    """The one line names the command that mends it."""
    with pytest.raises(BundleError, match="run `npm ci` first"):
        find_pyodide(tmp_path)
