"""A language goes out to translators and comes back: nothing is lost, and nothing that would do harm is taken over."""

import json
import re
import subprocess
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from scripts.guide.folders import REPOSITORY
from scripts.guide.page_text.ice_answers import other_sentences
from scripts.translation import incoming
from scripts.translation.export import exported
from scripts.translation.importing import composed
from scripts.translation.incoming import CHANGED, HALF, UNSURE, judged
from scripts.translation.notes import KINDS, kind_of, notes_on
from scripts.translation.own import UNMARKED
from scripts.translation.pages import page_names, unlike
from scripts.translation.po import Entry, as_po, of_po
from scripts.translation.review import Standing, standing
from scripts.translation.sheet import sheet
from scripts.translation.texts import texts
from scripts.translation.toml_lines import pieces
from tests.changed_copy import ChangedCopy
from wizard.languages import SOURCE_LANGUAGE, Review, languages, table
from wizard.review import mark_of
from wizard.wording import written_in

pytestmark = pytest.mark.slow
OTHERS = [language for language in languages() if language != SOURCE_LANGUAGE]
SPANISH = "wizard/wording/es/interview.toml"


@pytest.fixture
def copy(tmp_path: Path) -> ChangedCopy:
    """The sources, to be written into."""
    return ChangedCopy(tmp_path)


@pytest.fixture(scope="module")
def po() -> bytes:
    """The Spanish PO file."""
    return exported("es")


def files(copy: ChangedCopy) -> dict[str, bytes]:
    """All that an import may write."""
    folders = (copy.folder / "wizard" / "wording", copy.folder / "docs")
    return {str(path): path.read_bytes() for folder in folders for path in folder.rglob("*") if path.is_file()}


def translate(copy: ChangedCopy, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs scripts/translate in the copy, without its setup."""
    return copy.run("-m", "scripts.translation", *arguments)


def changed(po: bytes, change: Callable[[Catalog], None]) -> bytes:
    """The PO file as a translator's program writes it after a *change*."""
    catalog, file = read_po(BytesIO(po)), BytesIO()
    change(catalog)
    write_po(file, catalog)
    return file.getvalue()


def given(copy: ChangedCopy, content: bytes, code: str = "es") -> subprocess.CompletedProcess[str]:
    """What scripts/translate import says of a PO file."""
    file = copy.folder / "back.po"
    file.write_bytes(content)
    return translate(copy, "import", code, str(file))


def set_text(catalog: Catalog, name: str, text: str, *, fuzzy: bool = False) -> None:
    """Translates the entry *name* anew."""
    message = next(message for message in catalog if message.context == name)
    message.string = text
    if fuzzy:
        message.flags.add("fuzzy")


def judge(*entries: Entry) -> list[str]:
    """The faults of a Spanish file with these *entries*."""
    return judged("es", list(entries)).faults


def test_what_goes_out_and_comes_back_is_the_same_to_the_byte(copy: ChangedCopy, po: bytes) -> None:
    """Texts, pages and what was reviewed; also after a translator's program has laid the file out anew."""
    before = files(copy)
    for content in (po, changed(po, lambda _: None)):
        done = given(copy, content)
        assert (done.returncode, done.stderr) == (0, "")
        assert files(copy) == before


def test_a_language_without_a_file_is_made_whole_from_its_po_file(copy: ChangedCopy, po: bytes) -> None:
    """With the same texts and the same pages; comments and order are then those of the English."""
    for path in (copy.folder / "wizard" / "wording" / "es").glob("*.toml"):
        if path.name != "same.toml":
            path.unlink()
    for path in (copy.folder / "docs" / "es").glob("*.md"):
        path.unlink()
    assert given(copy, po).returncode == 0
    program = "import json; from wizard.wording import texts_of; print(json.dumps(texts_of('es')))"
    assert json.loads(copy.run("-c", program).stdout) == written_in("es")
    for name in page_names():
        made, ours = (folder / "docs" / "es" / f"{name}.md" for folder in (copy.folder, REPOSITORY))
        assert made.read_text("utf-8").split() == ours.read_text("utf-8").split()


@pytest.mark.thorough
def test_a_language_that_was_begun_goes_out_empty_and_takes_its_first_sentence(copy: ChangedCopy) -> None:
    """What still says the English is not translated; what came back of a draft is shown in a preview at once."""
    assert copy.run("-m", "scripts.translation.new_language", "fr").returncode == 1
    before, file = files(copy), copy.folder / "fr.po"
    assert translate(copy, "export", "fr", str(file)).returncode == 0
    _, entries = of_po(file.read_bytes())
    assert [entry.id for entry in entries if entry.translated] == []
    first = changed(file.read_bytes(), lambda catalog: set_text(catalog, "ui.skip", "Aller à la question", fuzzy=True))
    assert given(copy, first, "fr").returncode == 0
    after = files(copy)
    differing = {Path(name).name for name in after if after[name] != before.get(name)}
    assert differing == {"interview.toml"}
    shown = copy.run("-c", "from wizard.wording import texts_of; print(texts_of('fr')['ui.skip'])").stdout
    assert shown.strip() == "Aller à la question"


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("code", "rule", "forms"),
    [("ar", "arabic", ["few", "many", "one", "other", "two"]), ("vi", "none", ["other"])],
)
def test_a_language_gets_the_forms_that_it_counts_by(copy: ChangedCopy, code: str, rule: str, forms: list[str]) -> None:
    """More than English has, or fewer; and the one for a single number may leave that number out."""
    copy.run("-m", "scripts.translation.new_language", code)
    table = copy.folder / "wizard" / "wording" / "languages.toml"
    text = table.read_text("utf-8")
    at = text.index(f"[{code}]")
    table.write_text(text[:at] + re.sub('plural = ".*"', f'plural = "{rule}"', text[at:]), "utf-8")
    file = copy.folder / f"{code}.po"
    assert translate(copy, "export", code, str(file)).returncode == 0
    ids = [entry.id for entry in of_po(file.read_bytes())[1] if entry.id.startswith("ui.left.")]
    assert sorted(ids) == [f"ui.left.{form}" for form in forms]

    def count(catalog: Catalog) -> None:
        for name in ids:
            set_text(catalog, name, "Yek" if name.endswith("two") else f"Yek {{count}} {name[8:]}")

    done = given(copy, changed(file.read_bytes(), count), code)
    assert (done.returncode, done.stderr) == (0, "")
    left = f"print(sorted(name for name in texts_of('{code}') if name.startswith('ui.left.')))"
    assert copy.run("-c", f"from wizard.wording import texts_of; {left}").stdout.strip() == str(sorted(ids))
    faults = f"from scripts.checks.counting import form_faults; print(list(form_faults('{code}')))"
    assert "ui.left" not in copy.run("-c", faults).stdout


def test_a_file_may_have_its_tables_otherwise_than_the_english_one() -> None:
    """Every text stays below its own head; what English no longer has goes, and its head with it."""
    model = list(pieces('[hours]\nopen = "Open"\nat.8 = "Eight"\n'))
    own = list(pieces('[hours]\nopen = "Abierta"\n\n[hours.at]\n8 = "Ocho"\n\n[gone]\nold = "Viejo"\n\n[bare]\n'))
    text = '[hours]\nopen = "Abierta"\n\n[hours.at]\n8 = "A las ocho"\n\n[bare]\n'
    assert composed(model, own, {"hours.at.8": "A las ocho"}) == text


def test_short_names_of_months_are_as_many_as_a_language_has(copy: ChangedCopy, po: bytes) -> None:
    """With commas between, and a month that has none in English too."""

    def change(catalog: Catalog) -> None:
        set_text(catalog, "packet.month_also.9", "sep")
        set_text(catalog, "packet.month_also.5", "may, my")
        set_text(catalog, "month_in_date.3", "de marzo")

    assert given(copy, changed(po, change)).returncode == 0
    text = (copy.folder / "wizard" / "wording" / "es" / "packet.toml").read_text("utf-8")
    assert '\n5 = ["may", "my"]\n6 = ["jun"]\n' in text
    assert '\n9 = ["sep"]\n10 = ["oct"]\n' in text
    text = (copy.folder / SPANISH).read_text("utf-8")
    assert '\n# How a month is called in a date, where that is not its name.\n[month_in_date]\n3 = "de marzo"\n' in text


def test_a_changed_text_changes_its_own_letters_and_nothing_else(copy: ChangedCopy, po: bytes) -> None:
    """A sentence of a list too; comments, order and layout stay."""
    path = copy.folder / SPANISH
    before = path.read_text("utf-8")

    def change(catalog: Catalog) -> None:
        set_text(catalog, "ui.skip", 'Saltar a la «pregunta» \\ "aquí"')
        set_text(catalog, "interlude.emergency.text.0", "Diga dónde está.")

    assert given(copy, changed(po, change)).returncode == 0
    after = path.read_text("utf-8")
    lines = [pair for pair in zip(before.splitlines(), after.splitlines(), strict=True) if pair[0] != pair[1]]
    assert [new for _, new in lines] == [
        'skip = "Saltar a la «pregunta» \\\\ \\"aquí\\""',
        '  "Diga dónde está.",',
    ]


@pytest.mark.thorough
def test_a_text_that_a_language_lacks_comes_where_the_english_file_has_it(copy: ChangedCopy, po: bytes) -> None:
    """One text, and a whole table."""
    path = copy.folder / SPANISH
    whole = path.read_text("utf-8")
    copy.without_line(SPANISH, "skip = ")
    start = whole.index("[month]")
    text = path.read_text("utf-8")
    path.write_text(text.replace(whole[start : whole.index("[", start + 1)], ""), "utf-8")
    assert given(copy, po).returncode == 0
    assert path.read_text("utf-8") == whole


FAULTY = [
    (Entry("ui.danger_line", "In danger now? Call {emergency_number}.", "¿En peligro?", False), "is missing"),
    (Entry("ui.skip", "Skip to the question", "Vaya a {count}", False), "{count} is not in the English"),
    (Entry("ui.skip", "Skip to the question", "Llame al 1-888-351-4024", False), "names by hand a number"),
    (Entry("ui.skip", "Skip to the question", "Ir a\nla pregunta", False), "a text is one line"),
    (Entry("ui.nothing", "Nothing", "Nada", False), "there is no such text"),
    (Entry("", "Nothing", "Nada", False), "has no context"),
]


@pytest.mark.parametrize(("entry", "fault"), FAULTY, ids=[fault for _, fault in FAULTY])
def test_each_fault_is_told_in_a_sentence_that_names_the_text(entry: Entry, fault: str) -> None:
    """Braces, what is typed by hand, an id that nobody knows."""
    (told,) = judge(entry)
    assert told.startswith(entry.id)
    assert fault in told


def test_a_paragraph_keeps_its_links_its_names_and_its_place(po: bytes) -> None:
    """A lost link or anchor, a lost fact, and a paragraph made into two."""
    _, entries = of_po(po)
    linked = next(entry for entry in entries if entry.id.startswith("page.") and "](" in entry.english)
    named = next(entry for entry in entries if entry.id.startswith("page.") and '{{ fact("' in entry.english)
    anchored = next(entry for entry in entries if entry.id.startswith("page.") and "{ #" in entry.english)
    for entry, text in ((linked, "Nada."), (named, "Nada."), (anchored, "## Nada"), (linked, "Una.\n\nDos.")):
        assert any(fault.startswith(("pages: ", entry.id)) for fault in judge(replace(entry, translated=text)))


def test_where_there_is_a_fault_nothing_is_written(copy: ChangedCopy, po: bytes) -> None:
    """Every fault is told at once."""
    before = files(copy)

    def spoil(catalog: Catalog) -> None:
        set_text(catalog, "ui.danger_line", "¿En peligro?")
        set_text(catalog, "ui.skip", "Mire en www.example.org")

    done = given(copy, changed(po, spoil))
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 2
    assert files(copy) == before


@pytest.mark.parametrize("code", ["ar", "ht", "zh-Hans", "xa"])
def test_a_language_is_named_as_gettext_does_and_known_again(code: str) -> None:
    """With a script of its own too, and where Babel knows nothing of it."""
    content = as_po(code, "Head", iter([Entry("ui.skip", "Skip", "", False)]))
    assert f"Language: {code.replace('-', '_')}\\n".encode() in content
    assert of_po(content) == (code, [Entry("ui.skip", "Skip", "", False)])


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"nothing that is a PO file\n", "no PO file that can be read"),
        (b'msgid ""\nmsgstr ""\n"Language: fr\\n"\n', "says that it is in fr"),
    ],
)
def test_another_file_is_refused_in_a_sentence(copy: ChangedCopy, content: bytes, told: str) -> None:
    """Something else, or another language."""
    done = given(copy, content)
    assert done.returncode == 1
    assert told in done.stderr
    assert "Traceback" not in done.stderr


def test_what_nobody_is_sure_of_is_left_as_it_is(po: bytes) -> None:
    """A fuzzy entry in a published language, half a list, and a text whose English is another one by now."""
    _, entries = of_po(po)
    by_id = {entry.id: entry for entry in entries}
    skip, half = by_id["ui.skip"], by_id["interlude.emergency.text.1"]
    assert judged("es", [replace(skip, fuzzy=True)]).left == {UNSURE: ["ui.skip"]}
    assert judged("es", [replace(skip, english="Skip")]).left == {CHANGED: ["ui.skip"]}
    entries = [replace(by_id[f"interlude.emergency.text.{number}"]) for number in range(3)]
    entries[1] = replace(half, translated="")
    assert judged("es", entries).left == {HALF: ["interlude.emergency.text"]}


def test_a_draft_takes_what_is_fuzzy_and_nobody_is_said_to_have_reviewed_it(
    monkeypatch: pytest.MonkeyPatch, po: bytes
) -> None:
    """Only a preview shows it."""
    monkeypatch.setattr(incoming, "table", lambda: {"es": replace(table()["es"], state=Review.DRAFT)})
    entry = next(entry for entry in of_po(po)[1] if entry.id == "ui.skip")
    found = judged("es", [replace(entry, fuzzy=True)])
    assert (found.texts, found.reviewed) == ({"ui.skip": entry.translated}, [])


@pytest.mark.thorough
def test_a_text_whose_english_changed_goes_out_fuzzy(copy: ChangedCopy) -> None:
    """And it is reviewed once it comes back without that mark, or somebody says so."""
    copy.change("wizard/wording/en/interview.toml", 'skip = "Skip to the question"', 'skip = "Go to the question"')
    file = copy.folder / "es.po"
    assert translate(copy, "export", "es", str(file)).returncode == 0
    (entry,) = (entry for entry in of_po(file.read_bytes())[1] if entry.id == "ui.skip")
    assert (entry.english, entry.fuzzy) == ("Go to the question", True)
    assert "fuzzy in a language that is published: ui.skip" in given(copy, file.read_bytes()).stdout
    sure = changed(file.read_bytes(), lambda catalog: _sure(catalog, "ui.skip"))
    assert given(copy, sure).returncode == 0
    marks = copy.folder / "wizard" / "wording" / "es" / "review.toml"
    assert f'"ui.skip" = "{mark_of("Go to the question")}"' in marks.read_text("utf-8")


def _sure(catalog: Catalog, name: str) -> None:
    next(message for message in catalog if message.context == name).flags.discard("fuzzy")


def test_somebody_says_which_texts_were_reviewed(copy: ChangedCopy) -> None:
    """One, or all; none that is not there."""
    path = copy.folder / "wizard" / "wording" / "es" / "review.toml"
    before = path.read_bytes()
    path.unlink()
    assert translate(copy, "reviewed", "es", "ui.skip").returncode == 0
    assert path.read_text("utf-8").count(" = ") == 1
    assert translate(copy, "reviewed", "es").returncode == 0
    assert path.read_bytes() == before
    done = translate(copy, "reviewed", "es", "ui.nothing")
    assert (done.returncode, done.stderr) == (1, "translate: es has no text ui.nothing\n")


def test_every_text_and_every_page_goes_out() -> None:
    """Every sentence once, with what it is and where it is shown; each page has the paragraphs of the English one."""
    for language in OTHERS:
        assert unlike(language) == []
        ids = [entry.id for entry in of_po(exported(language))[1]]
        assert len(ids) == len(set(ids))
        for name, text in written_in(language).items():
            assert not text or name in ids or f"{name}.0" in ids
    assert all(kind_of(name) for name in texts("es"))
    used = {kind_of(name)[1].split("“")[0] for name in texts()}
    assert [told for _, _, told in KINDS[:-1] if told.split("“")[0] not in used] == []


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("ui.danger_line", "Keep {emergency_number}: it stands for 911"),
        ("law.priorities_revoked", "Keep {orders_day}: it stands for January 20, 2025"),
        ("question.need_groups.title", "See all-questions/#n3 in the guide (What do you need?). Picture: n3.png"),
        ("question.needs.options.bond", "An answer to the question “What do you need?”."),
        ("packet.letter.removal", "ICE gets the letter in English"),
    ],
)
def test_a_translator_is_told_where_a_text_stands_and_what_its_braces_are(name: str, told: str) -> None:
    """And which words ICE never reads."""
    assert any(told in note for note in notes_on(texts()[name]))


def test_a_note_above_a_text_goes_to_translators() -> None:
    """Above the text or above its table, but not the head of the file."""
    text = '# The file.\n\n# All of these are buttons.\n[ui]\n# Not the past.\nread = "Read"\nb = ["c", "d"]\n'
    head, read, other = pieces(text)
    assert (head.comments, read.comments, other.comments) == (["All of these are buttons."], ["Not the past."], [])
    assert read.values | other.values == {"ui.read": "Read", "ui.b": ["c", "d"]}
    assert "".join(map(str, (head, read, other))) == text


def test_how_far_a_text_is() -> None:
    """By its hash; one that says the English and was never reviewed is not translated."""
    text = texts()["ui.skip"]
    told: tuple[tuple[str | list[str] | None, dict[str, str], Standing], ...] = (
        (None, {}, Standing.MISSING),
        (text.english, {}, Standing.MISSING),
        ("Ir", {}, Standing.UNREAD),
        ("Ir", {text.id: "0"}, Standing.STALE),
        ("Ir", {text.id: mark_of(text.english)}, Standing.REVIEWED),
    )
    for translated, marks, expected in told:
        assert standing(text, translated, marks) is expected


@pytest.mark.parametrize("language", OTHERS)
def test_the_sheet_has_every_text_in_two_columns_and_loads_nothing(language: str) -> None:
    """No script, no address; each column says its language and direction."""
    html = sheet(language)
    for name, text in written_in(language).items():
        if text and not name.startswith(UNMARKED) and name.removeprefix("ice.") not in other_sentences():
            assert f'<div class="id">{name}' in html
    assert not re.search(r"<script|<link|<img|https?:|url\(|@import", html)
    direction = table()[language].direction.value
    assert html.count(f'<div lang="{language}" dir="{direction}">') == html.count('<div lang="en" dir="ltr">')
    assert "size: letter" in html
