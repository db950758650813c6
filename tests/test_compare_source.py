"""What became of ICE's page: each kind of change is told, and what is set differently and says the same is none."""

import random
import re
import subprocess
from collections.abc import Callable
from html import escape
from pathlib import Path

import pytest

from scripts.site_server.serving import serve
from scripts.watching import compare_source
from scripts.watching.page_words import page_of
from scripts.watching.verdict import Standing, UndecidableError, Verdict, our_copy, sentences_behind, verdict
from wizard.library import statements

REPOSITORY = Path(__file__).resolve().parents[1]
OURS = (REPOSITORY / "wizard" / "sources" / "ice-contact-page.txt").read_text("utf-8")
WITH_WORDS = [one.id for one in statements().values() if not one.silence]

FRAME = """<!DOCTYPE html>
<html lang="{lang}"><head><meta charset="utf-8"><title>Contact ICE | ICE</title><style>p {{ color: red }}</style></head>
<body><a href="#main" class="visually-hidden">Skip to main content</a>
<header><nav><ul><li>About us</li><li>Newsroom</li></ul></nav></header>
<main id="main"><div class="field">{main}</div></main>
<footer><p>Report crimes: call the tip line.</p></footer><script>track("Updated: today")</script></body></html>"""


def as_html(text: str, lang: str = "en") -> str:
    """The page as a site would send it: headings, paragraphs, a list, a link inside a sentence."""
    lines = [line.strip() for line in text.splitlines() if line.strip() and line != "Skip to main content"]
    parts = []
    for line in lines:
        words = escape(line.removeprefix("•").strip(), quote=False)
        words = words.replace("Form G-28", '<a href="/g28"><em>Form&nbsp;G-28</em></a>').replace(
            "1-888", "<b>1</b>-888"
        )
        parts.append(f"<li>{words}</li>" if line.startswith("•") else f"<p>{words}</p>")
    return FRAME.format(lang=lang, main="".join(parts))


FORMS: dict[str, Callable[[str], bytes]] = {
    "text": lambda text: text.encode(),
    "html": lambda text: as_html(text).encode(),
}
"""As what a copy may be saved."""


def replaced(old: str, new: str) -> str:
    """Our copy with one change."""
    assert OURS.count(old) == 1, old
    return OURS.replace(old, new)


def paragraph(begins: str) -> str:
    """The whole paragraph of our copy that begins so."""
    return next(line for line in OURS.splitlines() if line.startswith(begins))


def exchanged(one: str, other: str) -> str:
    """Our copy with two paragraphs in each other's place."""
    first, second = paragraph(one), paragraph(other)
    return OURS.replace(first, "\0").replace(second, first).replace("\0", second)


def not_standing(found: Verdict) -> dict[str, Standing]:
    """Every statement that does not stand, and what became of it."""
    return {name: told for name, told in found.standing.items() if told is not Standing.STANDS}


CHANGED, GONE, MOVED = Standing.CHANGED, Standing.GONE, Standing.MOVED
LONG = "Requests for prosecutorial discretion related to removal proceedings"

ALTERED = {
    "a word": (replaced("toll-free", "free"), {"R4": CHANGED}, 0),
    "a number": (replaced("1-888-351-4024", "1-888-351-4025"), {"R5": CHANGED}, 0),
    "a number of days": (replaced("within 14 days", "within 30 days"), {"R50": CHANGED}, 0),
    "hours": (replaced("8 a.m. to 8 p.m.", "9 a.m. to 5 p.m."), {"R6": CHANGED, "R7": CHANGED}, 0),
    "a not that is gone": (replaced("You should not submit", "You should submit"), {"R31": CHANGED}, 0),
    "a bullet gone": (replaced("  • Serious or unresolved problems in detention;\n", ""), {"R11": GONE}, 0),
    "two answers exchanged": (
        exchanged("Yes. However", "The SRO will review"),
        dict.fromkeys(("R38", "R39", "R44", "R45"), MOVED),
        0,
    ),
    "two answers exchanged, one after the other": (
        exchanged("The SRO will review", "In order to help"),
        dict.fromkeys(("R44", "R45"), MOVED),
        0,
    ),
    "a notice above": ("This page is archived and is no longer updated.\n\n" + OURS, {}, 1),
    "a sentence added inside": (
        replaced("Language assistance,", "Callers must give their A-number. Language assistance,"),
        {},
        1,
    ),
    "a clause added inside": (
        replaced("directly to the SRO.", "directly to the SRO unless you are detained."),
        {"R31": CHANGED},
        0,
    ),
    "words before a sentence": (
        replaced("They should, instead,", "In Texas, They should, instead,"),
        {"R34": CHANGED},
        0,
    ),
    "a sentence said again": (OURS + "\nYou should not submit a case review request directly to the SRO.\n", {}, 1),
    "a paragraph gone": (replaced(paragraph(LONG), ""), dict.fromkeys(("R33", "R34", "R35", "R36", "R37"), GONE), 0),
    "a question that our copy lost": (replaced("Yes. However", "May someone else ask for me?\n\nYes. However"), {}, 1),
    "its date": (replaced("Updated:", "Updated: 02/04/2026"), {"R51": CHANGED}, 0),
}
"""An altered copy; what does not stand in it, and how many sentences are new."""


@pytest.mark.parametrize("saved", FORMS)
@pytest.mark.parametrize("altered", ALTERED)
def test_a_change_is_told(altered: str, saved: str) -> None:
    """Each statement that it touches, how, and nothing else."""
    text, expected, new = ALTERED[altered]
    found = verdict(page_of(FORMS[saved](text)))
    assert not_standing(found) == expected
    assert len(found.comparison.new) == new
    assert not found.comparison.same


def other_signs(text: str) -> str:
    """The same words with spaces, dashes, quotation marks and invisible signs as another program sets them."""
    signs = {
        "\u2019": "'",
        " \u2013 ": "—",
        "-": "\u2011",
        "\u202f": " ",
        "8 a.m.": "8\u00a0a.m.",
        "detention": "deten\u00adtion",
    }
    for old, new in signs.items():
        text = text.replace(old, new)
    return text.replace("(ICE)", "\u200b(ICE)")


SAME = {
    "as it was": OURS.encode(),
    "as HTML": as_html(OURS).encode(),
    "other spaces and dashes": other_signs(OURS).encode(),
    "the same as HTML": as_html(other_signs(OURS)).encode(),
    "curly quotation marks": OURS.replace("\u2019", "\u2018").encode(),
    "entities": re.sub(r"[^\x00-\x7f]", lambda sign: f"&#{ord(sign[0])};", as_html(OURS)).encode(),
    "letters of Windows": as_html(OURS.replace("\u202f", " ")).replace("utf-8", "windows-1252").encode("cp1252"),
    "lines of eighty": "\n".join(
        re.sub(r"(.{1,78})(?: |$)", "\\1\n", line) for line in OURS.replace("\u202f", " ").splitlines()
    ).encode(),
    "without empty lines": re.sub(r"\n+", "\n", OURS).encode(),
    "all in one block": as_html(" ".join(OURS.replace("•", " ").split()[4:])).encode(),
    "breaks instead of paragraphs": re.sub(r"</?p>", "<br>", as_html(OURS)).encode(),
}


@pytest.mark.parametrize("name", SAME)
def test_the_same_words_are_the_same(name: str) -> None:
    """However they are set: no statement changed, nothing is gone or new."""
    found = verdict(page_of(SAME[name]))
    assert (found.comparison.changed, found.comparison.gone, found.comparison.moved) == ({}, (), ())
    assert found.comparison.new == ()
    assert found.of(Standing.STANDS) == tuple(WITH_WORDS)


SPANISH = "Hay dos maneras en que usted puede comunicarse con la oficina acerca de su caso. " * 20
UNDECIDABLE = {
    "empty": (b"", "no text"),
    "empty HTML": (as_html("").replace("Skip to main content", "").encode(), "no text"),
    "a page to sign in at": (
        b"<html><body><h1>Sign in</h1><form>Your name <input> <input type=password></form></body></html>",
        "sign in",
    ),
    "another language": (SPANISH.encode(), "not in English"),
    "another language that says so": (as_html(SPANISH, "es").encode(), "not in English (it says es)"),
    "another page": (as_html("ICE announces that an office is open on Monday. " * 30).encode(), "not ICE's page"),
    "no text at all": (bytes(range(256)) * 50, "not"),
}


@pytest.mark.parametrize("name", UNDECIDABLE)
def test_what_cannot_be_told_is_said_so(name: str) -> None:
    """And it is never taken for a page on which everything is gone."""
    content, why = UNDECIDABLE[name]
    with pytest.raises(UndecidableError, match=re.escape(why)):
        verdict(page_of(content))


def test_every_statement_is_found_in_our_own_sentences_and_missed_when_they_are_gone() -> None:
    """One after another: each sentence that a statement stands on, taken out, is told."""
    for one in statements().values():
        if one.silence or one.id == "R51":
            continue
        found = verdict(
            page_of(OURS.replace(one.sentence.replace("\u202f", " "), "").replace(one.sentence, "").encode())
        )
        assert found.standing[one.id] in {GONE, CHANGED}, one.id


def test_one_other_word_in_a_sentence_is_told_of_each_statement_in_it() -> None:
    """In every sentence that a statement stands on, a word by chance: its statements changed, and no other."""
    chance = random.Random(20261130)  # noqa: S311 (which word it is matters to nobody)
    behind = {one.id: sentences_behind(one) for one in statements().values() if not one.silence}
    for sentence in dict.fromkeys(part for group in behind.values() for part in group):
        words = list(our_copy().words[sentence.start : sentence.end])
        word = chance.choice(words)
        blocks = list(our_copy().blocks)
        block = blocks[word.block]
        stop = re.sub(r"^.*\w", "", word.key)
        blocks[word.block] = f"{block[: word.start]}otherwise{stop}{block[word.end :]}"
        found = verdict(page_of("\n".join(blocks).encode()))
        expected = {name for name, parts in behind.items() if sentence in parts}
        assert set(not_standing(found)) == expected, (sentence.written, word.key)
        assert set(not_standing(found).values()) <= {CHANGED, GONE}


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """What the command says, and its exit code."""
    code = compare_source.main(list(arguments))
    told = capsys.readouterr()
    return code, told.out, told.err


def test_both_wordings_are_told_and_what_rests_on_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Rules, texts, letters and pages; and whether the statement's own words still stand in the sentence."""
    file = tmp_path / "page.html"
    file.write_text(as_html(replaced("8 a.m. to 8 p.m.", "9 a.m. to 5 p.m.")), "utf-8")
    code, told, _ = run(capsys, str(file))
    assert code == 1
    assert "49 of 52 statements stand word for word." in told
    assert "R7 (Detention line: who may call; its own words stand)" in told
    assert "was: Live, trained operators are available Monday through Friday (excluding holidays) from 8 a.m." in told
    assert "now: Live, trained operators are available Monday through Friday (excluding holidays) from 9 a.m." in told
    for resting in ("rules: someone_is_in_danger_now", "beware.hours", "the call script", "detention-line", "hours.py"):
        assert resting in told, resting


def test_a_letter_that_rests_on_a_statement_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """By the name of its files."""
    file = tmp_path / "page.txt"
    file.write_text(replaced("date of birth,", ""), "utf-8")
    code, told, _ = run(capsys, str(file))
    assert code == 1
    assert "letter-reviewing-official" in told
    assert "item.date_of_birth" in told


def test_a_page_is_fetched_and_its_text_kept(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is kept says the same as the page, and can be compared again."""
    (tmp_path / "page.html").write_text(as_html(replaced("14 days", "30 days")), "utf-8")
    kept = tmp_path / "kept.txt"
    with serve(tmp_path) as server:
        code, told, _ = run(capsys, f"{server.url}page.html", "--save", str(kept))
        assert (code, "CHANGED: R50" in told) == (1, True)
        code, _, why = run(capsys, f"{server.url}missing.html")
        assert (code, "404" in why, why.count("\n")) == (2, True, 1)
    assert run(capsys, str(kept))[1].splitlines()[1:] == told.splitlines()[1:]


def test_what_is_kept_holds_every_statement_letter_by_letter(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """So that it can take the place of our copy: special spaces, dashes and quotation marks are kept."""
    (tmp_path / "page.html").write_text(as_html(OURS).replace("&nbsp;", " "), "utf-8")
    assert run(capsys, str(tmp_path / "page.html"), "--save", str(tmp_path / "kept.txt"))[0] == 0
    kept = (tmp_path / "kept.txt").read_text("utf-8")
    assert [one.id for one in statements().values() if one.quote not in kept or one.sentence not in kept] == []


@pytest.mark.parametrize(
    "copy", ["nowhere.html", "http://127.0.0.1:9/", "https://", "http://a b/", "ftp://ice.gov/page"]
)
def test_what_cannot_be_read_is_one_line(copy: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And exit code 2."""
    code, told, why = run(capsys, copy if "://" in copy else str(tmp_path / copy))
    assert (code, told, why.count("\n")) == (2, "", 1)
    assert why.startswith("compare-source: cannot tell: ")


def test_the_command_runs_from_anywhere(tmp_path: Path) -> None:
    """With a file as it is named there."""
    (tmp_path / "page.txt").write_text(OURS, "utf-8")
    door = REPOSITORY / "scripts" / "compare-source"
    done = subprocess.run([door, "page.txt"], cwd=tmp_path, capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
    assert "52 of 52 statements stand word for word." in done.stdout
