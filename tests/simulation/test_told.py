"""What a passport tells."""

import datetime as dt
from random import Random

from gatehouse.simulation.persons import Spelling, person
from gatehouse.simulation.pools import cultures
from gatehouse.simulation.told import told, with_name

WHO = person(1, cultures()[2], (30, 31), dt.date(2026, 1, 20), Random(1))


def test_told_repeats_the_person_in_capitals() -> None:
    said = told(WHO)
    assert said.birth_date == WHO.birth_date
    assert said.document == WHO.passport
    assert said.spelling.full == said.spelling.full.upper()


def test_another_spelling_changes_the_name_only() -> None:
    said = told(WHO, Spelling("Weiß-Groß", "Jürgen"))
    assert (said.surname, said.given_names) == ("WEISS GROSS", "JUERGEN")
    assert said.nationality == WHO.nationality


def test_one_field_of_the_name_can_be_replaced() -> None:
    said = told(WHO)
    assert with_name(said, "surname", "X").surname == "X"
    assert with_name(said, "given_names", "Y").given_names == "Y"
    assert with_name(said, "given_names", "Y").surname == said.surname
