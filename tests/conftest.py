"""How properties are tried, in which order tests run, and what is said at the end: a stale site, and what was left out.

A busy machine is no fault of the product, so no example has a deadline.
"""

import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import Phase, settings

from tests.browser.from_one_file import reason_against

settings.register_profile("guide", deadline=None)
settings.register_profile("mutants", deadline=None, derandomize=True, phases=[Phase.explicit, Phase.generate])
settings.load_profile("guide")

REPOSITORY = Path(__file__).resolve().parents[1]
IN_A_BROWSER = REPOSITORY / "tests" / "browser"
REASONS = ("thorough", "browser", "site", "slow")
"""The marks by which tests are left out, each before those that it tells more than."""
LEFT_OUT: Counter[str] = Counter()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add an option for the tests of the wizard."""
    parser.addoption("--one-file", action="store_true", help="the wizard's tests on the one file, from the disk")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """The bench starts a Playwright of its own, which cannot be done while the one of all other tests runs."""
    items.sort(key=lambda item: item.path.name != "test_bench.py")
    for item in items:
        if item.path.is_relative_to(IN_A_BROWSER):
            item.add_marker("browser")
    if config.option.one_file:
        items[:] = [item for item in items if not reason_against(item)]


def pytest_deselected(items: list[pytest.Item]) -> None:
    """Count what is left out by each mark."""
    for item in items:
        LEFT_OUT[next((reason for reason in REASONS if item.get_closest_marker(reason)), "other")] += 1


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say what was left out by marks, and whether the tests of the site looked at an old one."""
    if LEFT_OUT and not config.option.keyword:
        counts = ", ".join(f"{LEFT_OUT[reason]} {reason}" for reason in REASONS if LEFT_OUT[reason])
        terminalreporter.write_line(f"left out by their marks (pyproject.toml says what each means): {counts}")
    looked = subprocess.run(
        [REPOSITORY / "scripts" / "build", "--is-it-new"], capture_output=True, text=True, check=False
    )
    if looked.returncode:
        terminalreporter.write_line((looked.stdout or looked.stderr).strip(), yellow=True)


@pytest.fixture(scope="session")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a group has after it unpacked a release: its folder."""
    from scripts.releasing.__main__ import release_files  # noqa: PLC0415 (few tests need it, and it reads the wizard)
    from tests import own_copy  # noqa: PLC0415

    folder = tmp_path_factory.mktemp("a release")
    for name, content in release_files(own_copy.release(), None).items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    (unpacked,) = folder.iterdir()
    return unpacked


@pytest.fixture
def typing(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What a volunteer types, line by line; more is asked than typed is an end of input."""
    lines: list[str] = []

    def type_line(prompt: str = "") -> str:
        print(prompt, end="")
        if not lines:
            raise EOFError
        return lines.pop(0)

    monkeypatch.setattr("builtins.input", type_line)
    yield lines
    assert lines == []
