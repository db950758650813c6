"""Which interlude applies: danger, a near removal, a question back, the stop card, and what ICE may keep."""

from collections.abc import Callable

from wizard.assess import may_be_too_late, reaching_ice, stop_check
from wizard.engine import Ask, UnansweredError
from wizard.questions import Custody, Emergency, Need
from wizard.rules.stop import (
    ice_knows_the_person_who_is_free,
    removal_is_imminent,
)
from wizard.state import Interlude, State


def _danger(state: State) -> bool:
    return Ask(state.answers).told(Emergency) is Emergency.YES


def _maybe_danger(state: State) -> bool:
    """Who is not sure is told what counts, and then where to call."""
    return Ask(state.answers).told(Emergency) is Emergency.UNSURE


def _removal_near(state: State) -> bool:
    return may_be_too_late(state.needs) and removal_is_imminent(Ask(state.answers))


def _not_held(state: State) -> bool:
    """Release and bond are for people who are held."""
    return bool({Need.RELEASE, Need.BOND} & set(state.needs)) and _custody(state) is Custody.NOT_DETAINED


def _who_holds(state: State) -> bool:
    """A jail holds whom a detainer is on; and whom a jail holds, ICE cannot let out."""
    custody = _custody(state)
    dropped = Need.CANCEL_DETAINER in state.needs and _not_in_a_jail(custody)
    let_out = Need.RELEASE in state.needs and custody is Custody.JAIL_WITH_DETAINER
    return dropped or (let_out and Need.CANCEL_DETAINER not in state.needs)


def _not_in_a_jail(custody: Custody | None) -> bool:
    return custody is not None and (custody.by_ice or custody is Custody.NOT_DETAINED)


def _taken(state: State) -> bool:
    return bool(reaching_ice(state.needs)) and _custody(state) is Custody.TAKEN_PLACE_UNKNOWN


def _stop(state: State) -> bool:
    check = stop_check(state.needs)
    return check is not None and check(Ask(state.answers))


def _record_kept(state: State) -> bool:
    return bool(reaching_ice(state.needs)) and ice_knows_the_person_who_is_free(Ask(state.answers))


def _custody(state: State) -> Custody | None:
    return Ask(state.answers).told(Custody)


_APPLIES: dict[Interlude, Callable[[State], bool]] = {
    Interlude.EMERGENCY: _danger,
    Interlude.MAYBE_DANGER: _maybe_danger,
    Interlude.REMOVAL_NEAR: _removal_near,
    Interlude.NOT_HELD: _not_held,
    Interlude.WHO_HOLDS: _who_holds,
    Interlude.TAKEN: _taken,
    Interlude.STOP: _stop,
    Interlude.RECORD_KEPT: _record_kept,
}


def applies(interlude: Interlude, state: State) -> bool:
    """Whether *interlude* is known to apply."""
    try:
        return _APPLIES[interlude](state)
    except UnansweredError:
        return False
