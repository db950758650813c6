"""Random walks through interview and form, back and changed at will: the papers follow from what is known now alone."""

import base64
import json
from typing import Any

import pytest
from hypothesis import event, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from tests.packets import SEEN_AS
from wizard.bridge import handle
from wizard.cards import LETTERS, Channel
from wizard.interview import GROUPS, NEEDS, NONE_OF_THEM, Interlude
from wizard.packet.fields import FOR_EACH, Field
from wizard.questions import LOCAL_REQUEST_NEEDS, OFFICER_REQUESTS, QUESTIONS, Need, NeedGroup

WORDS = {
    "name": "Zoë Quetzalli Ñandú",
    "a_number": "A-023-456-789",
    "date_of_birth.day": "29",
    "date_of_birth.month": "2",
    "date_of_birth.year": "1988",
    "country_of_birth": "Honduras",
    "telephone": "(555) 010 4477",
    "email": "zoe@example.invalid",
    "local_request_date.day": "3",
    "local_request_date.month": "8",
    "local_request_date.year": "2026",
    "local_outcome": "Denied-outcome",
    "overlooked_factors.which": "Factor-illness",
    "what_changed": "Changed-heart",
    "center": "Center-Ñ",
    "booking_number": "Booking-26/118",
    "removal_date.day": "1",
    "removal_date.month": "12",
    "removal_date.year": "2026",
    "hearing_date.day": "19",
    "hearing_date.month": "1",
    "hearing_date.year": "2027",
    "words_in_english": "on",
    "interpreter": "on",
    "sender_name": "Sender-Bao Nguyễn",
    "sender_organization": "Sender-Organization",
    "sender_contact": "Sender-contact",
    "have.form_g28": "on",
    "have.copy_of_local_response": "on",
}
OWN = {
    **{f"facts.{channel}": f"Facts-first of {channel}." for channel in (Channel.DETENTION_LINE, *LETTERS)},
    **{f"request.{channel}": f"Request-words of {channel}." for channel in LETTERS},
    **{f"exhibits.{channel}": f"Exhibit-letter of {channel}." for channel in LETTERS},
}
"""Words for each letter, by the fields of the form."""

PLACES = [{"state": "TX", "county": "Harris"}, {"state": "FL"}]


class Walk(RuleBasedStateMachine):
    """The browser: it keeps what Python gave back and what was typed, and sends all of it each time."""

    def __init__(self) -> None:
        super().__init__()
        self.known: dict[str, Any] = {"needs": [], "answers": {}, "seen": [], "places": {}}
        self.details: dict[str, str] = {}
        self.language = "en"
        self.shown: dict[str, Any] = self.ask("show")

    def ask(self, do: str, **more: Any) -> dict[str, Any]:
        """One request with everything known; nothing but what came back is kept."""
        request = {**self.known, "do": do, "language": self.language, "details": self.details, **more}
        reply: dict[str, Any] = json.loads(handle(json.dumps({**request, "today": "2026-11-24"})))
        return reply

    def step(self, do: str, **more: Any) -> None:
        """One request whose reply is shown, and whose knowledge is kept."""
        self.shown = self.ask(do, **more)
        self.known = {name: self.shown[name] for name in self.known}

    @initialize(
        needs=st.lists(st.sampled_from(Need), min_size=1, max_size=3),
        answers=st.fixed_dictionaries({name: st.sampled_from(list(question)) for name, question in QUESTIONS.items()}),
    )
    def begin_far_along(self, needs: list[Need], answers: dict[str, str]) -> None:
        """With every question answered, so that most walks are among results, and many answers are moot."""
        known = {"needs": needs, "answers": answers, "seen": list(Interlude), "places": {}}
        self.known = json.loads(json.dumps(known))
        self.step("show")

    @rule(data=st.data())
    def go_on(self, data: st.DataObject) -> None:
        """Answers what is asked, or reads what is to be read."""
        kind, _, name = self.shown["screen"].partition(":")
        if kind == "interlude":
            self.step("read", interlude=name)
        elif kind == "question" and name == NEEDS:
            needs = data.draw(st.lists(st.sampled_from(Need), min_size=1, max_size=3))
            self.step("answer", question=name, value=[need.value for need in needs])
        elif kind == "question" and name == GROUPS:
            groups = data.draw(st.lists(st.sampled_from(NeedGroup), min_size=1, max_size=3))
            self.step("answer", question=name, value=[group.value for group in groups])
        elif kind == "question" and name == LOCAL_REQUEST_NEEDS:
            among = [need for need in self.known["needs"] if need in list(OFFICER_REQUESTS)]
            self.step("answer", question=name, value=[data.draw(st.sampled_from([*among, NONE_OF_THEM]))])
        elif kind == "question":
            option = data.draw(st.sampled_from(list(QUESTIONS[name])))
            self.step("answer", question=name, value=option.value)

    @rule(data=st.data())
    def change_an_answer(self, data: st.DataObject) -> None:
        """Any question, also one that no longer counts."""
        self.step("change", question=data.draw(st.sampled_from([GROUPS, NEEDS, *QUESTIONS])))

    @rule()
    def look_at_the_result(self) -> None:
        """Goes on to the screen that follows."""
        self.step("show")

    @rule(place=st.sampled_from(PLACES))
    def tell_a_place(self, place: dict[str, str]) -> None:
        """Where the person is."""
        self.step("answer", question="place", value=place)

    @rule(field=st.sampled_from(list(WORDS)))
    def type(self, field: str) -> None:
        """Fills in one field, asked for or not."""
        self.details = {**self.details, field: WORDS[field]}

    @rule(data=st.data())
    def write_in_the_form(self, data: st.DataObject) -> None:
        """The words of one of the letters that are asked for: the page keeps what the form came with, and these."""
        form = self.ask("details")
        kept = "\n".join(form.get("carried", {}).values())
        fields = [name for name in OWN if f'data-asks="{name}"' in form["html"] and OWN[name] not in kept]
        if fields:
            field = data.draw(st.sampled_from(fields))
            self.details = {**form["carried"], field: OWN[field]}

    @rule(field=st.sampled_from(list(WORDS)))
    def clear(self, field: str) -> None:
        """Empties one field."""
        self.details = {**self.details, field: ""}

    @rule(language=st.sampled_from(["en", "es"]))
    def speak(self, language: str) -> None:
        """Changes the language; nothing is lost."""
        self.language = language

    @invariant()
    def papers_follow_from_what_is_known_now(self) -> None:
        """The same from the answers that count alone; every whole detail that is asked for is there, and no other."""
        papers = self.ask("packet")
        event(papers["screen"].partition(":")[0])
        if papers["screen"] != "packet":
            return
        form = self.ask("details")
        asked = {name for name in map(str, Field) if f'data-asks="{name}"' in form["html"]}
        typed = {name for name, value in self.details.items() if value}
        whole = {
            name
            for name in asked
            if {name, f"{name}.which"} & typed or {f"{name}.day", f"{name}.month", f"{name}.year"} <= typed
        }
        texts = "\n".join(text for name, text in papers["texts"].items() if name != "checklist")
        seen = {name for name, words in SEEN_AS.items() if any(word in texts for word in words)}
        assert seen - set(FOR_EACH) == whole - {"words_in_english", "interpreter"}
        self.own_words_stand_once(form, papers)
        counted = json.loads(self.saved())
        answers = {name: str(value).lower() for name, value in counted.items() if name in QUESTIONS}
        if LOCAL_REQUEST_NEEDS in counted:
            answers[LOCAL_REQUEST_NEEDS] = " ".join(counted[LOCAL_REQUEST_NEEDS]) or NONE_OF_THEM
        again = self.ask("packet", answers=answers)
        assert again["texts"] == papers["texts"]

    def own_words_stand_once(self, form: dict[str, Any], papers: dict[str, Any]) -> None:
        """Every text of somebody's own is in the one field of the form, and in the one paper, where it belongs now."""
        kept = form["carried"]
        for field, words in OWN.items():
            places = [name for name, value in kept.items() if words in value]
            assert len(places) == any(words in value for value in self.details.values())
            asked = any(f'data-asks="{name}"' in form["html"] for name in places)
            papers_with = [
                name for name, text in papers["texts"].items() if words in text and not name.startswith("to-read-")
            ]
            certified = field.startswith("exhibits.") and "translator-certificate" in papers_with
            assert len(papers_with) == asked + certified, field

    def saved(self) -> str:
        """The case as a file, which holds the answers that count."""
        return base64.b64decode(self.ask("save")["base64"]).decode()


TestWalk = pytest.mark.slow(Walk.TestCase)
TestWalk.settings = settings(max_examples=30, stateful_step_count=20)
