"""The segment behind a field is the one that came, in whichever interchange of a file."""

from __future__ import annotations

from gatehouse.screening.intake.models import StoredMessage
from gatehouse.screening.review.segments import behind, segments_of
from gatehouse.screening.review.statements import all_statements
from gatehouse.screening.travellers.models import Traveller
from reviewing import Screening


def test_each_field_names_its_segment(screening: Screening) -> None:
    screening.fly(screening.person("DOE/JOE", "700101", reference="U0"), screening.ann())
    (said,) = all_statements(Traveller.objects.get(surname="ROE").id)
    lines = {line.ordinal: line for line in segments_of(said.message)}
    assert lines[1].tag == "UNH"
    assert lines[said.said.sources["surname"]].text == "NAD+FL+++ROE:ANN"
    assert "P123" in lines[said.said.documents[0].segment].text


def test_what_stands_behind_one_traveller_speaks_of_nobody_else(screening: Screening) -> None:
    screening.fly(screening.person("DOE/JOE", "700101", reference="U0"), screening.ann())
    (said,) = all_statements(Traveller.objects.get(surname="ROE").id)
    text = " ".join(line.text for line in behind(said.message, said.first_segment, said.last_segment))
    assert "ROE:ANN" in text
    assert "DOE" not in text


def test_a_second_interchange_with_separators_of_its_own(screening: Screening, paxlst, sent) -> None:
    from gatehouse.screening import flow

    first = paxlst([screening.person("DOE/JOE", "700101", reference="U0")], control="A")
    second = paxlst([screening.ann()], control="B", flight="ZZ124").replace(b"+", b"|")
    content = first + b"\nUNA:|.? '" + second.removeprefix(b"UNA:|.? '")
    flow.ingest([sent("two.edi", content)], lambda _: None, screening.lists())
    last = StoredMessage.objects.latest("index")
    assert last.index == 1
    assert "NAD|FL|||ROE:ANN" in [line.text for line in segments_of(last.id)]


def test_a_message_that_is_not_there_has_none(screening: Screening) -> None:
    del screening
    assert segments_of(404) == []
