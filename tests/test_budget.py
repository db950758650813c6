"""What the site weighs is held to its budget: growth fails, and what grew lighter is said."""

from pathlib import Path

import pytest
import tomlkit

from scripts.checks.budget import budget_faults, with_weights

TABLE = """\
# Stays.
["the page"]
files = ["index.html", "*.css"]
brotli = 1000
raw = 10_000
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of a page, which lies there compressed too, and a style sheet, which does not: 1,000 and 10,000 bytes."""
    (tmp_path / "index.html").write_bytes(bytes(9900))
    (tmp_path / "index.html.br").write_bytes(bytes(900))
    (tmp_path / "site.css").write_bytes(bytes(100))
    return tmp_path


def faults(site: Path, table: str = TABLE) -> list[str]:
    """What the check finds."""
    return list(budget_faults(tomlkit.parse(table).unwrap(), site))


def test_a_site_within_its_budget_passes_without_a_word(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Up to two percent more is within."""
    assert faults(site) == []
    (site / "index.html.br").write_bytes(bytes(920))
    assert faults(site) == []
    assert capsys.readouterr().out.splitlines() == [
        "bytes: the page: brotli 1,000, raw 10,000",
        "bytes: the page: brotli 1,020, raw 10,000",
    ]


def test_growth_says_of_what_by_how_much_and_how_to_record_it(site: Path) -> None:
    """In one line."""
    (site / "index.html.br").write_bytes(bytes(921))
    (fault,) = faults(site)
    assert "the page, brotli: 1,021, which is 2.1% (21 bytes) over its budget of 1,000" in fault
    assert "scripts.checks.budget --set" in fault


def test_a_budget_that_became_too_generous_is_said_and_is_no_fault(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Or the next one could grow back unnoticed."""
    (site / "index.html.br").write_bytes(bytes(700))
    assert faults(site) == []
    assert "the page, brotli: 800, which is 20.0% under its budget of 1,000" in capsys.readouterr().out


def test_a_part_without_files_is_a_fault(site: Path) -> None:
    """A renamed file does not slip out of the budget."""
    (site / "site.css").unlink()
    (fault,) = faults(site)
    assert "the page: no file of the site is *.css" in fault


def test_recording_changes_the_figures_alone(site: Path) -> None:
    """Which forms are weighed, and the comments, stay."""
    (site / "index.html.br").write_bytes(bytes(400))
    assert with_weights(TABLE, site) == TABLE.replace("brotli = 1000", "brotli = 500").replace("10_000", "10000")
