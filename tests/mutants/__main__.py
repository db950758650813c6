"""Changes the wizard's modules, one place at a time, and asks the tests whether they notice; see README.md."""

import argparse
import hashlib
import json
import os
import sqlite3
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from tests.built_pages import REPOSITORY
from tests.mutants import page
from tests.mutants.results import Module, Mutant, table
from tests.mutants.tree import copied

HERE = Path(__file__).parent
TOOL = REPOSITORY / "build" / "mutants-python" / "bin"
SECONDS = 300
"""After which a mutant counts as noticed, and as one that never ended."""
LEFT_OUT = "not (thorough or browser or site)"
QUIETLY = ("-o", "addopts=--import-mode=importlib", "-p", "no:terminal", "-p", "no:cov", "-p", "no:xdist")
"""As quick as pytest can be: nothing is printed, and nothing measured."""


def main() -> None:
    """Try what is left of the modules named, or of all; exit with 1 where a mutant survives that nobody explained."""
    options = _options()
    tests = tomllib.loads((HERE / "modules.toml").read_text("utf-8"))["wizard"]
    modules = page.modules(report=options.report) if options.page else []
    for module in modules:
        print(*module.lines(), sep="\n")
    for name in options.modules or (() if options.page else tests):
        session = _session(name)
        if options.anew:
            session.unlink(missing_ok=True)
        if not options.report:
            _run(name, tests[name], session, again=options.survivors)
        if session.is_file():
            modules.append(Module(name, tuple(_mutants(session))))
            print(*modules[-1].lines(), sep="\n", flush=True)
    print(*table(modules), sep="\n")
    sys.exit(any(module.unexplained or module.untried for module in modules))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="scripts/mutants", description=__doc__)
    parser.add_argument(
        "modules", nargs="*", metavar="MODULE", help="as modules.toml names it; all where none is named"
    )
    parser.add_argument("--page", action="store_true", help="the page's script, by Stryker")
    parser.add_argument("--report", action="store_true", help="tries nothing, and prints what was found before")
    parser.add_argument("--survivors", action="store_true", help="tries those again that survived before")
    parser.add_argument("--anew", action="store_true", help="begins the modules anew")
    return parser.parse_args()


def _session(name: str) -> Path:
    """Where the results for a module stand, as it is now: a changed one begins anew."""
    parts = (REPOSITORY / "wizard" / name, HERE / "chosen.py", REPOSITORY / "requirements" / "mutants.txt")
    digest = hashlib.sha256(b"".join(part.read_bytes() for part in parts)).hexdigest()[:12]
    return REPOSITORY / "build" / "mutants-found" / f"{name.replace('/', '-')}-{digest}.sqlite"


def _run(name: str, tests: list[str], session: Path, *, again: bool) -> None:
    """Try all mutants of a module that were not tried yet, in a copy of the repository."""
    session.parent.mkdir(parents=True, exist_ok=True)
    with copied(name.replace("/", "-")) as tree:
        config = tree / "build" / "mutants.toml"
        config.write_text(_config(name, tests), "utf-8")
        if not session.is_file():
            begun = session.with_suffix(".begun")
            begun.unlink(missing_ok=True)
            _tool(tree, "cosmic-ray", "init", config, begun)
            _tool(tree, "python", HERE / "chosen.py", begun)
            begun.rename(session)
        if again:
            with sqlite3.connect(session) as results:
                results.execute("DELETE FROM work_results WHERE test_outcome = 'SURVIVED'")
        _tool(tree, "cosmic-ray", "baseline", config)
        _tool(tree, "cosmic-ray", "exec", config, session)


def _config(name: str, tests: list[str]) -> str:
    files = [f"tests/test_{test}.py" for test in tests]
    command = [sys.executable, "-m", "pytest", "-x", "--assert=plain", "--hypothesis-profile=mutants", *QUIETLY]
    told = " ".join([*command, *("-m", f"'{LEFT_OUT}'"), *files])
    return f"""
[cosmic-ray]
module-path = "wizard/{name}"
timeout = {SECONDS}
test-command = {json.dumps(told)}
[cosmic-ray.distributor]
name = "local"
"""


def _tool(tree: Path, program: str, *arguments: str | Path) -> None:
    path = f"{TOOL}{os.pathsep}{os.environ['PATH']}"
    subprocess.run([TOOL / program, *arguments], cwd=tree, check=True, env={**os.environ, "PATH": path})


def _mutants(session: Path) -> Iterator[Mutant]:
    """The mutants of a session that are tried, or will be."""
    ran = subprocess.run([TOOL / "cosmic-ray", "dump", session], check=True, capture_output=True, text=True)
    for line in ran.stdout.splitlines():
        item, result = json.loads(line)
        if result and result["worker_outcome"] == "skipped":
            continue
        yield Mutant.of(item["mutations"][0], result)


if __name__ == "__main__":
    main()
