"""How far a person has come, and how one more answer is taken: the one place that knows where each kind is kept."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from wizard.engine import Answers, Ask
from wizard.places import Place, Places
from wizard.questions import (
    GROUPS,
    LOCAL_REQUEST_NEEDS,
    NEEDS,
    NONE_OF_THEM,
    OFFICER_REQUESTS,
    LocalRequest,
    Need,
    NeedGroup,
    group_of,
)


class Interlude(StrEnum):
    """What is shown once between questions, and acknowledged, in this order."""

    EMERGENCY = "emergency"
    MAYBE_DANGER = "maybe_danger"
    REMOVAL_NEAR = "removal_near"
    NOT_HELD = "not_held"
    WHO_HOLDS = "who_holds"
    TAKEN = "taken"
    STOP = "stop"
    RECORD_KEPT = "record_kept"


ASKING_BACK = (Interlude.NOT_HELD, Interlude.WHO_HOLDS)
"""One plain question back, where two answers do not go together: each of the two can be changed there."""


@dataclass(frozen=True)
class State:
    """How far a person has come: needs, answers by question id, interludes read, and places told. Holds no details."""

    needs: tuple[Need, ...] = ()
    answers: Mapping[str, str] = field(default_factory=dict)
    seen: frozenset[Interlude] = frozenset()
    places: Places = field(default_factory=dict)

    def answered(self, question: str, option: str) -> "State":
        """This state with one answer more, or changed."""
        return self.with_answers({question: option})

    def with_answers(self, more: Answers) -> "State":
        """This state with several answers more, or changed."""
        return replace(self, answers={**self.answers, **more})

    def without(self, question: str) -> "State":
        """This state without the answer to *question*."""
        return replace(self, answers={name: option for name, option in self.answers.items() if name != question})

    def chosen(self, question: str, options: Collection[str]) -> "State | None":
        """This state with *options* chosen at *question*; None where so many, or those together, cannot be taken."""
        if question == GROUPS:
            return self._in(tuple(group for group in NeedGroup if group.value in options))
        if question == NEEDS:
            return self._needing(tuple(need for need in Need if need.value in options))
        if question == LOCAL_REQUEST_NEEDS:
            requests = [need.value for need in self.requests_to_officers if need.value in options]
            alone = NONE_OF_THEM in options
            return self.answered(question, " ".join(requests or [NONE_OF_THEM])) if alone != bool(requests) else None
        return self.answered(question, *options) if len(options) == 1 else None

    def _in(self, groups: tuple[NeedGroup, ...]) -> "State | None":
        """This state with *groups* chosen; the needs of any other are no longer needed."""
        needs = tuple(need for need in self.needs if group_of(need) in groups)
        return replace(self.answered(GROUPS, " ".join(groups)), needs=needs) if groups else None

    def _needing(self, needs: tuple[Need, ...]) -> "State | None":
        """This state with *needs* in place of those of their groups; where nobody chose groups, of all."""
        shown = {group_of(need) for need in needs}
        kept = {need for need in self.needs if group_of(need) not in shown} if GROUPS in self.answers else set()
        return replace(self, needs=tuple(need for need in Need if need in kept or need in needs)) if needs else None

    @property
    def groups(self) -> tuple[NeedGroup, ...]:
        """The groups that were chosen, or whose needs were."""
        found = {*self.answers.get(GROUPS, "").split(), *map(group_of, self.needs)}
        return tuple(group for group in NeedGroup if group in found)

    @property
    def open_groups(self) -> tuple[NeedGroup, ...]:
        """Those of which no need is chosen yet."""
        return tuple(group for group in self.groups if group not in map(group_of, self.needs))

    @property
    def requests_to_officers(self) -> tuple[Need, ...]:
        """Which of the needs are requests to ICE's officers."""
        return tuple(need for need in self.needs if need in OFFICER_REQUESTS)

    @property
    def earlier_request_is_unclear(self) -> bool:
        """Whether there was an earlier request, and it may have asked for some of the needs and not for others."""
        asked = Ask(self.answers).told(LocalRequest)
        return len(self.requests_to_officers) > 1 and asked is not None and asked.made

    def placed(self, name: str, place: Place) -> "State":
        """This state with one place more, or changed."""
        return replace(self, places={**self.places, name: place})

    def having_seen(self, interlude: Interlude) -> "State":
        """This state with *interlude* acknowledged."""
        return replace(self, seen=self.seen | {interlude})
