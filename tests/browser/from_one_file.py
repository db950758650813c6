"""The wizard's own tests on the guide as one file: ``pytest --one-file`` opens that from the disk, without a network.

What runs so is chosen here: whole test files, but for those tests that need what only a website has.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest
from playwright.sync_api import Page

from scripts.one_file.__main__ import files
from scripts.one_file.leaves import file_name
from scripts.site_server import Request, Server, serve
from wizard.languages import SOURCE_LANGUAGE, languages

TESTS = (
    "test_first_steps.py",
    "test_need_groups.py",
    "test_moving_about.py",
    "test_place.py",
    "test_packet.py",
    "test_nothing_is_lost.py",
    "test_the_first_sentence.py",
    "test_closed_line.py",
    "test_keyboard.py",
    "test_forgetting.py",
    "test_quick_exit.py",
    "test_accessibility.py",
    "test_paper.py",
    "test_privacy.py",
    "test_seal.py",
)
"""Whatever starts at the wizard's first screen."""

CANNOT = {
    "it holds back, spoils or counts what a website sends": (
        "test_an_option_ticked_before_the_script_came_stays_ticked",
        "test_python_is_on_its_way_before_the_page_s_script_is_here_and_comes_once",
        "test_it_blanks_while_python_is_on_its_way",
        "test_without_python_a_card_links_to_the_list",
    ),
    "the other page is a part of the same document, and what was answered stays": ("leave_and_come_back",),
    "the whole interview has no page of its own: it is there without scripts alone": (
        "test_without_javascript_the_address_says_only_a_number",
        "test_the_whole_interview_is_printed_by_numbers",
        "test_one_screen_without_scripts_is_printed_alone",
        "test_the_whole_interview_is_a_link_away_with_scripts_too",
        "test_the_first_question_without_scripts_is_printed_with_its_answers",
    ),
    "its address leads into the interview, and so the first stop is the question itself": (
        "test_the_first_stop_skips_to_the_question",
    ),
    "the pages of the same document name the place that must be gone": ("test_leaving_clears_what_stands_in_the_box",),
    "it asks for an address of the website": (
        "test_the_language_survives_a_reload_and_the_way_back",
        "test_another_language_keeps_the_screen_and_the_answers",
    ),
    "it leads to another page, on a server": (
        "test_it_blanks_at_once_where_the_other_page_never_comes",
        "test_each_press_of_shift_is_announced",
        "test_a_box_that_is_ticked_is_no_text_field",
    ),
    "Safari is not among those that were tried with the file": ("webkit",),
}
"""What of these needs a website, by the reason why: tests, and ways in which one of them runs."""


class OneFile:
    """In place of a server: what a test puts behind its address names a part of the file."""

    def __init__(self, site: Path) -> None:
        self.folder = folder_of(site)
        self.url = self.address(SOURCE_LANGUAGE)
        self.requests: list[Request] = []
        """Always empty: nobody is asked."""

    def address(self, language: str) -> str:
        """The file in *language*, up to where a part of it is named."""
        return f"{(self.folder / file_name(language)).as_uri()}#"

    @contextmanager
    def alone(self, page: Page) -> Iterator[None]:
        """*page* has no network, and asks for nothing but the files."""
        asked: list[str] = []
        page.context.set_offline(True)
        page.context.on("request", lambda request: asked.append("" if request.is_navigation_request() else request.url))
        yield
        assert {url for url in asked if url and not url.startswith(("blob:", "data:"))} == set()


def within(url: str) -> str:
    """*url* as a test makes it of the address of a file and a page of the website: in the file of its language."""
    for language in languages():
        url = url.replace(f"{file_name(SOURCE_LANGUAGE)}#{language}/", f"{file_name(language)}#")
    return url


@contextmanager
def served(site: Path, config: pytest.Config) -> Iterator[Server | OneFile]:
    """*site* on a server of its own, or the file that is made of it where that was asked for."""
    if config.option.one_file:
        yield OneFile(site)
        return
    with serve(site) as running:
        yield running


@cache
def folder_of(site: Path) -> Path:
    """The files of *site*, in a folder whose name has a space and a letter that addresses write in another way."""
    folder = Path(mkdtemp()) / "un señor"
    folder.mkdir()
    for name, content in files(site).items():
        (folder / name).write_bytes(content)
    return folder


def reason_against(item: pytest.Item) -> str:
    """Why the test *item* does not run on the one file; nothing where it does."""
    if item.path.name not in TESTS:
        return "it does not begin at the wizard's first screen"
    return next((reason for reason, parts in CANNOT.items() if any(part in item.name for part in parts)), "")
