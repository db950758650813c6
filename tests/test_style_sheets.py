"""The linters know what the people who read this have: old phones, and computers of a library.

A browser drops a rule that it does not know, a list of selectors with all that it does know, and a script whole. In
2026 that made the interview without scripts an empty page in every browser older than :has(). `scripts/check` holds the
site to the same rules.
"""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from scripts.guide.page_text.browsers import FILE, How, Use, browsers
from scripts.guide.style_sheets import PARTS, STYLES

REPOSITORY = Path(__file__).resolve().parents[1]
SEARCH = "scripts/guide/theme/assets/guide/search.js"
STYLELINT = ("node_modules/stylelint/bin/stylelint.mjs", "--formatter=json", "--stdin-filename=wizard/web/a.css")
ESLINT = ("node_modules/eslint/bin/eslint.js", "--format=json", "--stdin", "--stdin-filename")
FAULTS = {
    ".a, .b:has(.c) { color: red; }": "selector-disallowed-list",
    "button, ::file-selector-button { color: red; }": "selector-disallowed-list",
    "@media print { html :is(.a, .b) { color: red; } }": "selector-pseudo-class-disallowed-list",
    ".a:not(.b, .c) { color: red; }": "selector-not-notation",
    "main { h1 { color: red; } }": "plugin/no-unsupported-browser-features",
    "@media print { main { color: red; & h1 { color: red; } } }": "plugin/no-unsupported-browser-features",
    ".a { color: red; margin-inline: auto }": "property-disallowed-list",
    ".a { inset-block-start: 0; }": "property-disallowed-list",
    ".a { color: oklch(40% 0.2 30); }": "plugin/no-unsupported-browser-features",
}
NO_FAULTS = (
    ".a:has(.b) { color: red; }",
    "main:not(:has(.d)) > .e { margin-block-start: 0; clip-path: inset(50%); }",
    ".a:has(.b) .c, .a:has(.b) .d { color: red; }",
)


def lint(*command: str, text: str) -> list[Any]:
    """What a linter says of *text*, as JSON."""
    ran = subprocess.run(
        ["node", *command], cwd=REPOSITORY, input=text, capture_output=True, encoding="utf-8", check=False
    )
    found: list[Any] = json.loads(ran.stdout or ran.stderr)
    return found


def test_every_part_of_a_sheet_is_in_it() -> None:
    """Once, and in an order that is written down."""
    written = {f"{sheet}/{part}.css" for sheet, parts in PARTS.items() for part in parts}
    assert written == {path.relative_to(STYLES).as_posix() for path in STYLES.rglob("*.css")}
    assert len(written) == sum(map(len, PARTS.values()))


@pytest.mark.slow
def test_each_rule_that_older_browsers_would_drop_is_noticed() -> None:
    """What is newer stands alone, lists are written out, no rule is nested, and sides are named one by one."""
    [sheet] = lint(*STYLELINT, text="\n".join([*FAULTS, *NO_FAULTS]))
    noticed = {(warning["line"], warning["rule"]) for warning in sheet["warnings"]}
    assert noticed == {(line, rule) for line, rule in enumerate(FAULTS.values(), 1)}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("file", "line", "rule"),
    [
        ("wizard/web/early.js", "let a = 1;", "es-x/no-block-scoped-variables"),
        ("wizard/web/early.js", "new AbortController();", "compat/compat"),
        (
            SEARCH,
            "export let a = 1; a ??= 2;",
            "es-x/no-logical-assignment-operators",
        ),
        (SEARCH, "export const a = [1].at(-1);", "es-x/no-array-prototype-at"),
        (SEARCH, "await 1; export {};", "es-x/no-top-level-await"),
        ("wizard/web/open_now.js", "export class A { #b() {} }", "es-x/no-class-private-methods"),
        ("wizard/web/walk.js", "export const a = Object.hasOwn({}, 'a');", "es-x/no-object-hasown"),
        ("wizard/web/walk.js", "export const a = structuredClone({});", "compat/compat"),
        ("wizard/web/walk.js", "export class A { #b() {} }", None),
        (SEARCH, "export const a = [1]?.map(Number) ?? 2;", None),
    ],
)
def test_each_word_that_older_browsers_lack_is_noticed(file: str, line: str, rule: str | None) -> None:
    """Each script on its own floor."""
    [told] = lint(*ESLINT, file, text=line)
    found = {message["ruleId"] for message in told["messages"]}
    assert (rule in found) if rule else found == set()


def test_the_linters_stand_on_the_floor_of_the_table() -> None:
    """The scripts of the pages are for the oldest Chrome of it, those of the wizard for the oldest that runs them."""
    floors = json.loads(FILE.read_text("utf-8"))["floors"]
    chromes = {int(browser.id.removeprefix("chromium-")): browser for browser in browsers() if "chromium" in browser.id}
    oldest = {use: min(number for number, chrome in chromes.items() if chrome.ways[use] is How.WORKS) for use in Use}
    assert f"chrome {oldest[Use.PAGES]}" == f"chrome {oldest[Use.SEARCH]}" == floors["pages"][0]
    assert f"chrome {oldest[Use.QUESTIONS]}" == floors["wizard"][0]
