"""What placing leaves to be written."""

from __future__ import annotations

from gatehouse.screening.travellers.ledger import Mark


def test_a_message_alone_ends_what_it_belongs_to() -> None:
    assert Mark(1, "m1").ends_series


def test_every_traveller_of_every_message_leaves_one_record_in_order(bench, api, who) -> None:
    bench.arrives(api(who("ROE/ANN"), who("DOE/JOE")))
    bench.arrives(api(who("ROE/ANN"), who("POE/SAM"), code="266+CLNB"))
    assert [(new.message, new.position, new.kind) for new in bench.ledger.records] == [
        (1, 0, "statement"),
        (1, 1, "statement"),
        (2, 0, "mention"),
        (2, 1, "mention"),
    ]
    assert [new.superseded for new in bench.ledger.records] == [False, False, True, False]
