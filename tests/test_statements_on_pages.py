"""ICE's words on the built pages: each statement quoted where readers are, and all of it laid open on how-we-know."""

import re

import pytest

from scripts.checks.pages import NOT_QUOTED
from scripts.checks.prose import Block
from scripts.guide.page_text.ice_answers import answers, translation_of, words_of
from scripts.guide.page_text.tables import users_of
from tests import what_pages_say
from wizard.languages import SOURCE_LANGUAGE, languages
from wizard.library import source, statements
from wizard.paths import lines
from wizard.wording import wording

pytestmark = pytest.mark.site

HOW_WE_KNOW = "how-we-know"
LANGUAGES = pytest.mark.parametrize("language", languages())
OUR_HEADING = {
    "en": "Heading ours; ICE's question was not in our copy.",
    "es": "El título es nuestro; la pregunta de ICE no estaba en nuestra copia.",
}
OUR_HEADINGS = {
    "en": "The headings are ours; ICE's questions were not in our copy.",
    "es": "Los títulos son nuestros; las preguntas de ICE no estaban en nuestra copia.",
}
SILENCES = {
    "en": "confidential anonymous independent emergencies safe removal hearing deadline local wait days address fee "
    "size Spanish writing appeal right USCIS CBP ORR court citizens lawyers",
    "es": "confidencial anónima independiente emergencias seguro expulsión audiencia plazo local esperar días "
    "direcciones pagar tamaño español escrito apelar derecho USCIS CBP ORR corte ciudadanos abogados",
}


def one_line(text: str) -> str:
    """*text* with each run of white space as one space."""
    return " ".join(text.split())


def quotations(language: str, name: str) -> list[str]:
    """What a page sets off as ICE's words, with our translations."""
    return [block.text for block in what_pages_say.said(language, name) if block.quoted]


def section(language: str, anchor: str) -> list[Block]:
    """The blocks of how-we-know from the heading *anchor* to the next of its rank."""
    page = what_pages_say.page(language, HOW_WE_KNOW)
    found = re.search(rf'<h2 id="{anchor}">(.*?)</h2>', page)
    assert found
    shown = list(what_pages_say.said(language, HOW_WE_KNOW))
    heads = [place for place, block in enumerate(shown) if block.tag == "h2"]
    (first,) = (place for place in heads if shown[place].text == one_line(found.group(1)))
    return shown[first : next((place for place in heads if place > first), len(shown))]


@LANGUAGES
def test_every_statement_is_quoted_where_readers_are(language: str) -> None:
    """Whole sentences, in quotation, on a page that is not the list of all of them."""
    quoted = {text for name in what_pages_say.names() if name != HOW_WE_KNOW for text in quotations(language, name)}
    for statement in statements().values():
        assert (one_line(statement.sentence) in quoted) != (statement.id in NOT_QUOTED), statement.id


def test_in_spanish_the_meaning_comes_first() -> None:
    """Our translation stands right above each quotation."""
    say = wording("es")
    for name in what_pages_say.names():
        shown = quotations("es", name)
        for statement in statements().values():
            if one_line(statement.sentence) in shown:
                above = shown[shown.index(one_line(statement.sentence)) - 1]
                assert above.startswith(say("ui.our_translation")), (name, statement.id)


@LANGUAGES
def test_every_statement_stands_with_its_users(language: str) -> None:
    """By its number, in its exact words, with all that rests on it or the reason why nothing does."""
    cells = [block.text for block in section(language, "statements") if block.tag in {"th", "td"}][3:]
    rows = {cells[place]: (cells[place + 1], cells[place + 2]) for place in range(0, len(cells), 3)}
    assert list(rows) == list(statements())
    for statement in statements().values():
        words, users = rows[statement.id]
        assert words == (one_line(statement.quote) or wording(language)("ui.page_silent"))
        assert users == (", ".join(users_of(statement.id)) or statement.unused)


@LANGUAGES
def test_every_path_stands_in_the_table(language: str) -> None:
    """As the command line prints it."""
    cells = [block.text for block in section(language, "paths") if block.tag == "td"]
    told = [f"{cells[place]} -> {cells[place + 1]}" for place in range(0, len(cells), 2)]
    assert told == [one_line(line) for line in lines()]


@LANGUAGES
def test_what_the_page_does_not_say_is_listed(language: str) -> None:
    """Each of its silences, by the word that names it."""
    told = " ".join(block.text for block in section(language, "silent"))
    assert [word for word in SILENCES[language].split() if word not in told] == []


def test_the_answers_are_ices_word_for_word() -> None:
    """All eight, whole, in ICE's order, and nothing else that stands between them but a link."""
    page = source_page()
    after = page[page.index("Submit an ICR process request") + 1 :]
    told = [" ".join(map(one_line, map(words_of, parts))) for parts in answers().values()]
    assert told == [line for line in after if line not in {"ICE Form 60-001", "Updated:"}]


@LANGUAGES
def test_each_answer_stands_under_a_heading_that_is_said_to_be_ours(language: str) -> None:
    """Since the questions are lost."""
    shown = section(language, "answers")
    heads = [place for place, block in enumerate(shown) if block.tag == "h3"]
    assert len(heads) == len(answers())
    for place, parts in zip(heads, answers().values(), strict=True):
        under = shown[place + 1 : place + 4]
        assert under[0].text.startswith(OUR_HEADING[language])
        assert " ".join(map(one_line, map(words_of, parts))) in [block.text for block in under]
        if language != SOURCE_LANGUAGE:
            translated = " ".join(translation_of(part, wording(language)) for part in parts)
            assert under[1].text == f"{wording(language)('ui.our_translation')} {translated}"


@LANGUAGES
@pytest.mark.parametrize("name", ["case-review", "court-requests"])
def test_pages_that_use_the_answers_say_that_the_headings_are_ours(name: str, language: str) -> None:
    """And lead to the answers themselves."""
    assert any(OUR_HEADINGS[language] in block.text for block in what_pages_say.said(language, name))
    assert 'href="../how-we-know/#answers"' in what_pages_say.page(language, name)


def source_page() -> list[str]:
    """The lines of ICE's page, without the empty ones."""
    path = what_pages_say.SITE.parent / "wizard" / "sources" / source().file
    return [one_line(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
