"""The list of all interviews: current, short, and true of every combination of answers."""

from itertools import pairwise
from pathlib import Path

from wizard.assess import card_for
from wizard.cards import Channel
from wizard.engine import Path as Interview
from wizard.engine import every_path
from wizard.paths import lines
from wizard.questions import Need

LISTED = Path(__file__).with_name("paths.txt")


def test_the_committed_list_is_current() -> None:
    """Renew it with ``python -m wizard paths > tests/paths.txt``, and read the difference: it is the rule change."""
    assert LISTED.read_text("utf-8").splitlines() == list(lines())


def test_the_list_is_short_enough_to_be_read() -> None:
    """Under 300 lines, no two alike."""
    told = list(lines())
    assert len(told) < 300
    assert len(set(told)) == len(told)


def test_every_channel_is_in_the_list() -> None:
    """Where a line leads is its last word, marks aside."""
    reached = {line.rpartition(" -> ")[2].split(" (")[0] for line in lines()}
    assert {channel.value for channel in Channel} <= reached


def parsed(line: str) -> tuple[dict[str, set[str]], str]:
    """A line as the options it names by question, and the channel it leads to."""
    told, _, outcome = line.rpartition(" -> ")
    pairs = (part.split(": ") for part in told.split("; "))
    return {question: set(options.split("|")) for question, options in pairs}, outcome.split(" (")[0]


def test_every_combination_of_answers_agrees_with_exactly_one_line() -> None:
    """Unmerged interviews, thousands of them, each against the merged list."""
    told = [parsed(line) for line in lines() if not line.startswith("check: ")]
    count = 0
    for need in Need:
        ours = [(options, outcome) for options, outcome in told if need.value in options["needs"]]
        for path in every_path(lambda ask, need=need: card_for(need, ask)):  # type: ignore[misc]
            count += 1
            answers = dict(path.answers)
            matching = [
                (options, outcome)
                for options, outcome in ours
                if all(answers.get(q) in chosen for q, chosen in options.items() if q != "needs")
            ]
            assert len(matching) == 1, (need, answers)
            options, outcome = matching[0]
            assert outcome == path.outcome.channel.value
            assert options.keys() - {"needs"} <= answers.keys()  # a question that makes no difference is not named
    print(f"{count} unmerged interviews agree with {len(told)} lines")
    assert count > len(told)


def test_a_lawyer_and_an_accredited_representative_take_the_same_road() -> None:
    """Options that never differ stand together."""
    for line in lines():
        assert ("attorney" in line) == ("attorney|accredited_representative" in line)


def test_interviews_come_in_the_order_of_their_options() -> None:
    """So that a difference in the list is a difference in the rules."""
    paths: list[Interview[object]] = list(every_path(lambda ask: card_for(Need.CASE_REVIEW, ask)))
    assert all(first.answers != second.answers for first, second in pairwise(paths))
    assert paths == list(every_path(lambda ask: card_for(Need.CASE_REVIEW, ask)))
