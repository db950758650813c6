"""How properties are tried, in which order tests run, and what is said at the end: a stale site, and what was left out.

A busy machine is no fault of the product, so no example has a deadline.
"""

import subprocess
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("guide", deadline=None)
settings.load_profile("guide")

REPOSITORY = Path(__file__).resolve().parents[1]
IN_A_BROWSER = REPOSITORY / "tests" / "browser"
REASONS = ("thorough", "browser", "site", "slow")
"""The marks by which tests are left out, each before those that it tells more than."""
LEFT_OUT: Counter[str] = Counter()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The bench starts a Playwright of its own, which cannot be done while the one of all other tests runs."""
    items.sort(key=lambda item: item.path.name != "test_bench.py")
    for item in items:
        if item.path.is_relative_to(IN_A_BROWSER):
            item.add_marker("browser")


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
