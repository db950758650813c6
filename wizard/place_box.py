"""The box of a place: what fits the words in it, and what is meant where a person goes on with them alone."""

from dataclasses import dataclass

from wizard.place_index import index
from wizard.place_offers import MOST, MOST_LETTERS, Offer, names_a_court, offers_for, rows_of, the_one
from wizard.places import Place, place_of
from wizard.questions import PLACE
from wizard.templating import render
from wizard.wording import Wording

PROBLEMS = ("several", "guess", "is_court", "place_none", "court_none")
"""What can be wrong about the words: each is the end of a text's id."""


@dataclass(frozen=True)
class Box:
    """The *typed* words, how much fits (*told*), the offers as HTML, and the id of a text that says what is wrong."""

    typed: str
    told: str
    html: str
    error: str


def sought(question: str, typed: str, say: Wording, error: str = "") -> Box:
    """The box of *question* with *typed* in it. *error*, of the whole screen, is the box's if it is about the words."""
    typed = typed[:MOST_LETTERS]
    offers = offers_for(question, typed, say) if typed.strip() else []
    rows = rows_of(offers)
    html = render("place_hits.html", say, rows=rows[:MOST], more=len(rows) > MOST)
    about_words = error.rpartition(".")[2] in PROBLEMS
    return Box(typed, "" if about_words else _told(question, typed, offers, say), html, error if about_words else "")


def found_while_typing(question: str, typed: str, say: Wording) -> Box:
    """The box while a person types. Before the first letter, the names are made ready: a slow phone needs a second."""
    index()
    return sought(question, typed, say)


def _told(question: str, typed: str, offers: list[Offer], say: Wording) -> str:
    if not typed.strip():
        return ""
    return say.count("office.places", len(offers)) if offers else say(problem_of(question, typed, say))


def place_typed(question: str, typed: str, say: Wording) -> Place | None:
    """The place that *typed* means and nothing else; None where that is not sure."""
    offer = the_one(offers_for(question, typed, say))
    return place_of(question, offer.value) if offer else None


def problem_of(question: str, typed: str, say: Wording) -> str:
    """The id of the text that says why nothing was chosen."""
    if not typed.strip():
        return f"question.{question}.nothing"
    offers = offers_for(question, typed, say)
    if offers:
        return f"question.{question}.{'several' if len(offers) > 1 else 'guess'}"
    if question == PLACE and names_a_court(typed):
        return "question.place.is_court"
    return "office.place_none" if question == PLACE else "office.court_none"
