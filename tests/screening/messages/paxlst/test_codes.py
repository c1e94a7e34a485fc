from gatehouse.screening.messages.paxlst import codes
from gatehouse.screening.messages.paxlst.grammar import DATED, MARKED, PLAIN, US_PERSON
from gatehouse.terms.traveller import Role

FUNCTIONS = {"passenger-list", "crew-list", "change", "cancel", "reduce", "close"}


def test_every_code_belongs_to_a_segment_that_is_read_and_has_a_meaning() -> None:
    read = {*DATED, *MARKED, *PLAIN, US_PERSON}
    for segment, rows in codes.CODES.items():
        assert segment in read
        assert all(row.meaning for row in rows.values()), segment


def test_functions_are_the_words_that_a_reading_documents() -> None:
    assert {row.function for row in codes.FUNCTIONS.values()} == FUNCTIONS


def test_only_the_two_lists_at_closing_say_who_is_on_board() -> None:
    said = {key: row.on_board for key, row in codes.FUNCTIONS.items() if row.on_board is not None}
    assert said == {("266", "CLNB"): False, ("266", "CLOB"): True}


def test_person_qualifiers_name_roles() -> None:
    roles = {row.field for row in codes.CODES["NAD"].values() if row.about == "person"}
    assert roles == {Role.PASSENGER, Role.CREW, Role.TRANSIT, Role.TRANSIT_CREW}
