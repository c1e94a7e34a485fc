"""Two people list somebody, one takes them off, and every step is a version and an entry of the log."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from django.utils import timezone

from gatehouse.audit import log
from gatehouse.audit.entry import decoded
from gatehouse.records import RefusedError, Visit
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Role
from gatehouse.screening.watchlists import proposals, store
from gatehouse.screening.watchlists.errors import KeptListError, ListFileError
from gatehouse.screening.watchlists.list_reading import ListReading
from gatehouse.screening.watchlists.listing import Ground, Kind, Listing
from gatehouse.screening.watchlists.proposal_states import State
from gatehouse.terms.dates import DateSpan
from gatehouse.terms.entry import ListedName, ListEntry

pytestmark = pytest.mark.usefixtures("database")

ONE = Visit(Actor("account:1", Role.LIST_MANAGER), "screening", reference="M-1")
TWO = Visit(Actor("account:2", Role.SENIOR_ANALYST), "screening", reference="M-1")
ENTRY = ListEntry("NAT", "N-1", (ListedName("Yusuf Karim"),))


def ground(**changed: object) -> Ground:
    review = timezone.now().date() + dt.timedelta(days=90)
    return replace(Ground("Act 7", "2178-travel", "case 14/26", "left for the conflict", review), **changed)


def proposed(entry: ListEntry = ENTRY, kind: Kind = Kind.ADD, **changed: object) -> int:
    return proposals.propose(ONE, Listing(kind, entry, ground(**changed)))


def taken_off(kind: Kind, reason: str, **said: object) -> int:
    return proposals.take_off(ONE, kind, "NAT", "N-1", replace(Ground("", "", "", reason), **said))


def reading(entry: ListEntry) -> ListReading:
    return ListReading(entry.list, "own-csv", None, (entry,), (), 0, 0)


def listed() -> list[str]:
    return [entry.primary_name for entry in store.current_entries()]


def told() -> list[str]:
    return [decoded(leaf).act for _, leaf in log.leaves(0, log.size())]


def test_nobody_is_listed_until_another_person_approves() -> None:
    number = proposed()
    assert (listed(), [one.id for one in proposals.waiting(TWO, 9)]) == ([], [number])
    proposals.approve(TWO, number, "seen")
    assert listed() == ["Yusuf Karim"]
    after = proposals.look(TWO, number)
    assert (after.state, after.proposed_by, after.decided_by, after.decision_reason) == (
        State.APPROVED,
        "account:1",
        "account:2",
        "seen",
    )
    assert told() == ["entry.proposed", "list.searched", "list.searched", "entry.approved", "list.opened"]


def test_nobody_approves_what_they_proposed() -> None:
    number = proposed()
    same = Visit(Actor("account:1", Role.SENIOR_ANALYST), "screening", reference="M-1")
    with pytest.raises(RefusedError, match="nobody approves what they asked for"):
        proposals.approve(same, number, "mine")
    assert (listed(), proposals.look(TWO, number).state) == ([], State.PROPOSED)


def test_a_proposal_is_decided_once() -> None:
    number = proposed()
    proposals.refuse(TWO, number, "about somebody else")
    with pytest.raises(KeptListError, match="is decided already; nothing is left"):
        proposals.approve(TWO, number, "after all")
    assert listed() == []


def test_one_takes_back_ones_own_and_nobody_elses() -> None:
    number = proposed()
    with pytest.raises(KeptListError, match="somebody else's"):
        proposals.withdraw(Visit(Actor("account:3", Role.LIST_MANAGER), "screening", reference="M-1"), number, "no")
    proposals.withdraw(ONE, number, "a mistake")
    assert proposals.look(ONE, number).state is State.WITHDRAWN


def test_of_an_entry_one_change_waits_at_a_time() -> None:
    proposed()
    with pytest.raises(KeptListError, match="waits already"):
        proposed()


def test_a_child_is_listed_only_after_a_decision_on_its_best_interests() -> None:
    child = replace(ENTRY, birth_dates=(DateSpan("2015-01-01", "2015-01-01"),))
    number = proposed(child)
    with pytest.raises(RefusedError, match="best interests"):
        proposals.approve(TWO, number, "seen")
    proposals.withdraw(ONE, number, "without it")
    proposals.approve(TWO, proposed(child, best_interests_ref="BI-4"), "seen")
    assert listed() == ["Yusuf Karim"]


def test_a_ground_that_is_not_whole_is_refused_before_anything_is_stored() -> None:
    with pytest.raises(KeptListError, match="evidence_ref: say it"):
        proposed(evidence_ref="")
    assert (told(), proposals.waiting(TWO, 9)) == ([], [])


def test_an_entry_is_amended_suspended_and_comes_back() -> None:
    proposals.approve(TWO, proposed(), "seen")
    proposals.approve(TWO, proposed(replace(ENTRY, names=(ListedName("Youssef Karim"),)), Kind.AMEND), "seen")
    assert listed() == ["Youssef Karim"]
    looked_again = timezone.now().date() + dt.timedelta(days=30)
    with pytest.raises(KeptListError, match="not in the future"):
        taken_off(Kind.SUSPEND, "a court asks", review_on=timezone.now().date())
    number = taken_off(Kind.SUSPEND, "a court asks", review_on=looked_again)
    said = proposals.look(ONE, number).listing.ground
    assert (listed(), said.review_on, said.legal_basis) == ([], looked_again, "Act 7")
    proposals.approve(TWO, proposed(kind=Kind.REINSTATE), "the court has decided")
    assert listed() == ["Yusuf Karim"]
    numbers = [(one.number, one.entries, one.added, one.changed, one.removed) for one in store.versions()]
    assert numbers == [(1, 1, 1, 0, 0), (2, 1, 0, 1, 0), (3, 0, 0, 0, 1), (4, 1, 1, 0, 0)]
    assert len(store.history("N-1")) == 3


def test_what_waits_for_an_entry_that_is_taken_off_is_refused() -> None:
    proposals.approve(TWO, proposed(), "seen")
    changed = replace(ENTRY, names=(ListedName("Youssef Karim"),))
    number = proposed(changed, Kind.AMEND)
    assert proposals.look(TWO, number).before.primary_name == "Yusuf Karim"
    taken_off(Kind.REMOVE, "acquitted")
    after = proposals.look(TWO, number)
    assert (after.state, after.decision_reason, after.before, listed()) == (State.REFUSED, "acquitted", None, [])


@pytest.mark.parametrize("kind", [Kind.AMEND])
def test_what_is_not_listed_is_not_amended(kind: Kind) -> None:
    with pytest.raises(KeptListError, match="does not stand on the list"):
        proposed(kind=kind)


def test_who_is_not_listed_is_not_taken_off_and_nobody_without_a_reason() -> None:
    with pytest.raises(KeptListError, match="does not stand"):
        taken_off(Kind.REMOVE, "acquitted")
    with pytest.raises(KeptListError, match="for a reason"):
        taken_off(Kind.REMOVE, " ")


def test_a_list_that_is_kept_here_takes_no_file_and_one_of_files_no_proposal(tmp_path: Path) -> None:
    proposals.approve(TWO, proposed(), "seen")
    file = tmp_path / "l.csv"
    file.write_text("x")
    with pytest.raises(ListFileError, match="kept here"):
        store.add_list(reading(ENTRY), file)
    store.add_list(reading(replace(ENTRY, list="UN")), file)
    with pytest.raises(KeptListError, match="comes as files"):
        proposed(replace(ENTRY, list="UN"))


def test_an_analyst_keeps_no_list() -> None:
    with pytest.raises(RefusedError, match="not the work of an analyst"):
        proposals.propose(
            Visit(Actor("account:4", Role.ANALYST), "screening", reference="M-1"), Listing(Kind.ADD, ENTRY, ground())
        )
