"""Twelve people, as the officer who gets their papers reads them: what decides, and nothing that nobody said."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.fixed_wording import is_fixed, unexplained
from tests.packets_of_people import PEOPLE, Person, main
from wizard.packet.a_number import told_a_number
from wizard.packet.as_text import as_text
from wizard.packet.case_file import typed_of
from wizard.packet.countries import country_in
from wizard.packet.document import Block, Mark, Run, Style
from wizard.packet.readiness import State, readiness
from wizard.wording import wording

SAY = wording("en")


def letters(name: str) -> dict[str, str]:
    """The papers of one of them, by their names."""
    return {document.name: as_text(document) for document in PEOPLE[name].packet.documents}


def holds(text: str, *sentences: str) -> None:
    """Holds that each of *sentences* is a line of *text*, in this order."""
    at = -1
    for sentence in sentences:
        found = f"\n{text}".find(f"\n{sentence}\n", at + 1)
        assert found > at, sentence
        at = found


@pytest.mark.parametrize("person", PEOPLE.values(), ids=PEOPLE)
def test_no_sentence_is_anything_but_fixed_wording_or_what_the_person_typed(person: Person) -> None:
    """In any paper that goes to ICE, and in those to read."""
    packet = person.packet
    typed = "\n".join(typed_of(person.intake["details"]).values()).split("\n")
    for case in packet.cases:
        told = case.details
        days = (told.date_of_birth, told.local_request_date, told.removal_date, told.hearing_date)
        for language in ("en", person.language):
            typed += [wording(language).day(day) for day in days if day]
            typed += [country_in(language, told.country_of_birth), wording(language)("packet.letter.no_email")]
        number = told_a_number(told.a_number)
        typed += [number, f"{number}, {told.name}", f"{told.sender_name}, {told.sender_organization}"]
    certificates = (packet.certificate,) if packet.certificate else ()
    for document in (*packet.letters, *packet.mirrors, *certificates):
        assert unexplained(document, packet.cases, typed) == []


@pytest.mark.parametrize("added", ["I have a strong case.", "Release from custody is warranted", "My son is sick."])
def test_a_sentence_of_nobodys_would_be_found(added: str) -> None:
    """Whether it is said to be ours or the person's."""
    packet = PEOPLE["stay_first"].packet
    letter = packet.letters[0]
    assert not is_fixed(added, (), "en")
    for mark in (Mark.PLAIN, Mark.OWN):
        changed = replace(letter, blocks=(Block(Style.BODY, (Run(added, mark),)),))
        assert unexplained(changed, packet.cases, []) == [added]


def test_a_stay_that_is_asked_for_first() -> None:
    """The flight above all, then what the letter is: the cover of a form."""
    holds(
        letters("stay_first")["letter-field-office"],
        "REMOVAL IMMINENT, on this date: November 27, 2026. I ask for a decision before that date.",
        "Cover letter to Form I-246: request for a stay of removal",
        "Field office: Houston Field Office",
        "Subject: DETAINED BY ICE - REMOVAL IMMINENT November 27, 2026 - Cover letter to Form I-246: "
        "request for a stay "
        "of removal - A-203-114-778 - Marlon Tzul Ixchop",
        "This is the cover letter to Form I-246, Application for a Stay of Deportation or Removal. I ask for a stay of "
        "removal.",
        "Detention center or jail: Montgomery Processing Center",
        "My son was born in 2016 and has asthma (Exhibit A).",
        "Exhibits, as listed below: Exhibit A, Exhibit B",
        "Exhibit A: Letter of my son's doctor, November 3, 2026",
        "[x] Form I-246, Application for a Stay of Deportation or Removal, with the fee",
        "[x] Papers that show who the person is: a passport, or a copy with a birth certificate, or proof that one was "
        "asked for",
    )
    call = letters("stay_first")["call-field-office"]
    holds(call, "A removal is near. The date is: November 27, 2026", "How can papers reach this office today?")


def test_a_stay_and_a_refused_release() -> None:
    """Two offices, two letters: what was asked before is the release alone, and no review."""
    papers = letters("stay_and_refused_release")
    holds(
        papers["letter-field-office"],
        "Cover letter to Form I-246: request for a stay of removal",
        "My motion to reopen is before the Board (Exhibit A).",
        "I ask for time until the Board decides.",
        "[ ] Form I-246, Application for a Stay of Deportation or Removal, with the fee",
    )
    assert "submitted" not in papers["letter-field-office"]
    holds(
        papers["letter-reviewing-official"],
        "Subject: DETAINED BY ICE - Request for ICE Case Review (ICR): release from custody - A-209-887-612 - Beatriz "
        "Amaya Rosales",
        "A request for release from custody was submitted to the local ICE field office on April 6, 2026.",
        "Local ICE field office that was asked: Atlanta Field Office",
        "Date of its answer: May 4, 2026",
        "The office said no in one sentence.",
        "My daughter's leukemia.",
        "My daughter is 9 and has leukemia (Exhibit A).",
        "I ask to be let go under supervision.",
    )
    assert "case review was" not in papers["letter-reviewing-official"].lower()
    assert "I-246" not in papers["letter-reviewing-official"]


def test_a_follow_up_with_a_flight() -> None:
    """All seven items of identity, what was asked and when, and whose telephone is whose."""
    holds(
        letters("follow_up_with_a_flight")["letter-field-office-follow-up"],
        "REMOVAL IMMINENT, on this date: December 1, 2026. I ask for an answer before that date.",
        "Subject: DETAINED BY ICE - REMOVAL IMMINENT December 1, 2026 - Request for an answer to the "
        "request for release "
        "from custody - A-087-654-321 - Pablo Quinteros",
        "Name: Pablo Quinteros",
        "A-number: A-087-654-321",
        "Date of birth: August 23, 1979",
        "Country of birth: Ecuador",
        "Telephone number of the person: 555 010 8876",
        "Email address of the person: none",
        "Form of prosecutorial discretion sought: release from custody",
        "A request for release from custody was submitted to the ICE field office on September 15, 2026.",
        "[ ] ICE Form 60-001, Privacy Waiver Authorizing Disclosure to a Third Party",
        "Writer's telephone or email: 555 010 8877",
        "Name in print: Lucía Quinteros",
    )


def test_a_request_after_the_window() -> None:
    """The earlier one is named, with the day of its answer."""
    holds(
        letters("after_the_window")["letter-field-office"],
        "A request for release from custody was submitted to the local ICE field office on December 5, 2022.",
        "Local ICE field office that was asked: Detroit Field Office",
        "Date of its answer: January 10, 2023",
        "I have been held since November 2, 2022.",
    )


def test_changed_facts() -> None:
    """What is new stands under a heading of its own, before the facts."""
    text = letters("changed_facts")["letter-field-office"]
    holds(
        text,
        "A case review was previously submitted to the local ICE field office on March 3, 2025.",
        "What has changed since the office reviewed the case",
        "A son was born on February 1, 2026.",
        "1. Facts of the case",
        "She has lived in Tacoma since 2006 and works in a bakery (Exhibit B).",
        "[x] Form G-28, Notice of Entry of Appearance as Attorney or Accredited Representative",
    )
    assert text.count("A son was born") == 1


def test_new_proof() -> None:
    """Named by the letter that it has in the list; the review was not asked for before."""
    text = letters("new_proof")["letter-field-office"]
    holds(
        text,
        "A request for release from custody was submitted to the local ICE field office on January 15, 2024.",
        "This holds proof that your office has not seen: Exhibit A.",
        "I have had diabetes since 2019 (Exhibit A).",
        "Exhibit A: Letter of Dr. Sayed, September 9, 2026",
    )
    assert "case review was" not in text.lower()


def test_the_reviewing_official_with_a_place() -> None:
    """Colorado leads to Denver."""
    holds(
        letters("reviewing_official_with_place")["letter-reviewing-official"],
        "A case review was previously submitted to the local ICE field office on November 20, 2023.",
        "Local ICE field office that was asked: Denver Field Office",
        "Date of its answer: February 2, 2024",
        "I care for my husband, who cannot walk.",
        "In my letter of November 20, 2023, first page.",
        "It says only that I have an order.",
        "[x] Copy of the response of the local ICE field office",
    )


def test_a_detainer() -> None:
    """The jail's number, blanks for charges and release, and a copy of the detainer to enclose."""
    holds(
        letters("detainer")["letter-field-office"],
        "Subject: Request for cancellation of the detainer - A-215-321-654 - Jean Baptiste Louis",
        "Detention center or jail: Orange County Corrections",
        "Booking number: 26-118822",
        "Charges, or how they ended: __________________________________",
        "Expected release from the jail: ________________________",
        "[ ] Copy of Form I-247A (immigration detainer)",
    )


def test_bond_and_release() -> None:
    """Each office gets its own words, and no word meant for the other."""
    papers = letters("bond_and_release")
    holds(
        papers["letter-field-office"],
        "I was taken on October 12, 2026. I breastfeed my daughter (Exhibit A).",
        "I ask to be let go with an ankle monitor.",
        "Exhibit A: Letter of the midwife, October 20, 2026",
    )
    holds(
        papers["letter-opla"],
        "Subject: DETAINED BY ICE - Request for agreement to bond - A-240-111-222 - Iryna Kovalenko",
        "The next hearing is on January 19, 2027. I ask for an answer before that date.",
        "I have come to every hearing since 2023 (Exhibit A).",
        "I ask you to agree to a bond of $1,500.",
        "Exhibit A: Notices of three hearings",
    )
    assert "$1,500" not in papers["letter-field-office"]
    assert "bond" not in papers["letter-field-office"]
    assert "monitor" not in papers["letter-opla"]


def test_a_pastor() -> None:
    """A letter of support in the pastor's name, and a request that only the person can finish."""
    papers = letters("pastor")
    holds(
        papers["support-field-office"],
        "Letter of support",
        "Subject: DETAINED BY ICE - Letter of support: release from custody - A-233-444-555 - Esteban Cruz",
        "I write in my own name, in support of the person named below.",
        "What I support: release from custody",
        "I have known him since 2015. He has repaired our roof twice without pay.",
        "Please consider that forty families will help him.",
        "Exhibit A: List of forty families, November 8, 2026",
        "Organization: Grace Chapel",
        "Name in print: Pastor Ruth Miller",
    )
    holds(
        papers["letter-field-office"],
        "Request for prosecutorial discretion",
        "Name: Esteban Cruz",
        "Date of birth: June 16, 1986",
        "_" * 60 + " Exhibit: ______",
        "Name in print: Esteban Cruz",
        "Prepared with the help of, if anyone helped: " + "_" * 34,
    )
    assert "roof" not in papers["letter-field-office"]
    assert "forty families" not in papers["letter-field-office"]


def test_a_sister_without_the_form() -> None:
    """Her letter can go; it says what she said of where he is, and is ready without the form."""
    packet = PEOPLE["sister_without_the_form"].packet
    papers = letters("sister_without_the_form")
    holds(
        papers["letter-field-office"],
        "Subject: TAKEN INTO CUSTODY BY ICE, PLACE NOT KNOWN TO THE WRITER - Request for release from custody - "
        "A-244-666-888 - Óscar Lemus",
        "Where the person is: taken into custody by ICE, place not known to the writer",
        "[ ] ICE Form 60-001, Privacy Waiver Authorizing Disclosure to a Third Party",
        "Writes as: family member or friend",
        "Writer's telephone or email: delmy@example.invalid",
    )
    assert "Signature or consent of the person, if it can be had:\n" in papers["letter-field-office"]
    (case,) = packet.cases
    assert {point.state for point in readiness(case)} == {State.THERE, State.WITHOUT}
    form = SAY("item.form_60_001")
    assert f"\n[ ] Can go without it: ICE then tells you nothing: {form}\n" in papers["checklist"]
    assert SAY("packet.screen.ready_ours") in papers["checklist"]


def test_a_writer_in_spanish() -> None:
    """The words stay as typed, each part says that its translation goes with it, and the translator signs a paper."""
    papers = letters("spanish_writer")
    assert sorted(name for name in papers if "letter" in name) == [
        "letter-field-office",
        "to-read-es-letter-field-office",
    ]
    holds(
        papers["letter-field-office"],
        "Country of birth: Mexico",
        "Tengo cáncer desde marzo de 2026 (Exhibit A).",
        "English translation attached.",
        "Pido salir para seguir mi tratamiento.",
        "English translation attached.",
        "[ ] English translation of the words above and of each exhibit that is not in English, with the translator's "
        "certificate",
        "Interpreter",
    )
    holds(
        papers["translator-certificate"],
        "Certificate for the words in the letter",
        "The paper that was translated: Request for prosecutorial discretion",
        "It is about: A-250-300-350, Rosa Elena Chávez",
        "Certificate for an exhibit: Exhibit A",
        "The paper that was translated: Carta del hospital, 3 de septiembre de 2026",
        "Certificate for an exhibit: Exhibit B",
    )
    assert papers["to-read-es-letter-field-office"].startswith(wording("es")("packet.mirror.note"))


def test_all_of_them_are_written_by_one_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each into a folder of its own."""
    main(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == set(PEOPLE)
    assert len(PEOPLE) == 12
    for line in capsys.readouterr().out.splitlines():
        assert Path(line).exists()
