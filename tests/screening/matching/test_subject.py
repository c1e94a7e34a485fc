"""What of a traveller is screened."""

from gatehouse.screening.matching.subject import subject_of
from gatehouse.terms.traveller import Document, Role, Traveller


def test_every_different_name_is_screened_once():
    documents = (
        Document("P", "X1", "UTO", surname="VARGA", given_names="ILSE ANNE"),
        Document("V", "X2", surname="Varga", given_names="Ilse"),
        Document("I", "X3"),
    )
    subject = subject_of(Traveller(Role.PASSENGER, "Varga", "Ilse", documents=documents))
    assert subject.names == ("Ilse Varga", "ILSE ANNE VARGA")


def test_documents_without_a_number_are_left_out():
    documents = (Document("P", None, "UTO"), Document("P", "X1", None))
    assert subject_of(Traveller(Role.CREW, "Varga", documents=documents)).documents == (("X1", None),)


def test_a_traveller_without_a_name_still_makes_a_subject():
    subject = subject_of(Traveller(Role.PASSENGER, birth_date="1979", nationalities=("UTO",)))
    assert subject.names == ()
    assert subject.birth_date == "1979"
    assert subject.nationalities == ("UTO",)
