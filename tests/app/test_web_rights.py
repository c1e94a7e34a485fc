"""The web process's role has the rights of the file and no other, and the ways around the door lead nowhere."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction

from gatehouse.app import web_rights
from gatehouse.audit.acts import act_of
from gatehouse.records import Visit, opened
from gatehouse.safeguards.acts import acts
from gatehouse.safeguards.decision import Actor, Subject
from gatehouse.safeguards.vocabulary import Act, Role, SubjectClass
from gatehouse.screening.hits.models import Hit
from gatehouse.screening.travellers.models import FlightLeg, Traveller
from kept_people import flight, person
from web_role import as_web

ANALYST = Visit(Actor("account:7", Role.ANALYST), "screening")
SEEN = "SELECT surname FROM travellers_traveller"


def asked(statement: str) -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchall() if cursor.description else []


def one() -> Subject:
    """The only traveller."""
    return Subject(SubjectClass.TRAVELLER, f"traveller:{Traveller.objects.get().pk}")


@pytest.fixture
def somebody(database: object) -> None:
    del database
    leg = FlightLeg.objects.create(key="k", identified=True, state="scheduled")
    Traveller.objects.create(leg=leg, state="expected", role="passenger", surname="NOBODY")


def test_every_table_of_every_room_is_in_the_file_once() -> None:
    listed = [row.table for row in web_rights.rights()]
    known = {model._meta.db_table for model in apps.get_models(include_auto_created=True)}
    assert sorted(set(listed)) == sorted(listed)
    assert known <= set(listed)


def test_every_door_is_a_class_of_things() -> None:
    kinds = {kind.value for row in acts().values() for kind in row.subjects}
    assert {name for row in web_rights.rights() for name in row.door} <= kinds


@pytest.mark.usefixtures("somebody")
class TestTheSecondWall:
    def test_without_the_door_a_table_with_people_is_empty(self) -> None:
        with as_web():
            assert asked(SEEN) == []

    def test_by_the_door_it_is_not(self) -> None:
        about = one()
        with as_web(), opened(ANALYST, Act.VIEW, about):
            assert asked(SEEN) == [("NOBODY",)]

    def test_after_the_door_it_is_empty_again(self) -> None:
        about = one()
        with as_web():
            with opened(ANALYST, Act.VIEW, about):
                pass
            assert asked(SEEN) == []

    def test_a_door_to_something_else_does_not_open_it(self) -> None:
        with as_web(), opened(ANALYST, Act.READ_COUNTS, Subject(SubjectClass.COUNTS, "store:hits")):
            assert asked(SEEN) == []

    def test_an_entry_undone_closes_it(self) -> None:
        with as_web(), transaction.atomic():
            undone = transaction.savepoint()
            asked('SELECT records_enter(\'traveller\', \'{"decision": "allowed", "subject": "store:travellers"}\')')
            assert asked(SEEN) == [("NOBODY",)]
            transaction.savepoint_rollback(undone)
            assert asked(SEEN) == []
            transaction.set_rollback(True)

    @pytest.mark.parametrize(
        "way",
        [
            "INSERT INTO records_ticket VALUES (pg_current_xact_id(), 'traveller')",
            "SELECT * FROM records_ticket",
            "SELECT records_enter('traveller', '{\"decision\": \"refused\"}')",
            "SELECT records_enter('traveller', '{}')",
            "SELECT records_enter('traveller', 'null')",
            "ALTER TABLE travellers_traveller DISABLE ROW LEVEL SECURITY",
            "DROP POLICY gatehouse_door ON travellers_traveller",
            "CREATE VIEW mine AS SELECT * FROM travellers_traveller",
            "CREATE TABLE mine (a int)",
            "CREATE FUNCTION mine() RETURNS int LANGUAGE sql AS 'SELECT 1'",
            "TRUNCATE travellers_traveller CASCADE",
            "DELETE FROM travellers_traveller",
            "UPDATE travellers_traveller SET state = 'X'",
            "DELETE FROM audit_entry",
            "INSERT INTO audit_entry VALUES (0, '{}')",
            "SELECT pg_read_file('/etc/hostname')",
            "SET row_security = off; SELECT surname FROM travellers_traveller",
            "CREATE ROLE another SUPERUSER",
        ],
    )
    def test_ways_around_lead_nowhere(self, way: str) -> None:
        with as_web(), transaction.atomic():
            with pytest.raises(DatabaseError):
                asked(way)
            transaction.set_rollback(True)

    def test_what_was_seen_by_a_lie_is_in_the_log(self) -> None:
        lie = (
            "SELECT records_enter('traveller',"
            ' \'{"decision": "allowed", "actor": "account:7", "subject": "store:travellers"}\')'
        )
        with as_web(), transaction.atomic():
            asked(lie)
            assert asked(SEEN) == [("NOBODY",)]
        assert [body for (body,) in asked("SELECT body FROM audit_entry")] == [lie.split("'")[3]]


@pytest.mark.usefixtures("somebody")
class TestTablesOfItsOwn:
    """A role may make temporary tables, which PostgreSQL looks at first: they stand in for none of ours."""

    TICKETS = (
        "CREATE TEMPORARY TABLE records_ticket (xid xid8, class text, act text, subject text)",
        "INSERT INTO records_ticket VALUES (pg_current_xact_id(), 'traveller', '', '')",
    )
    ENTER = 'SELECT records_enter(\'traveller\', \'{"decision": "allowed", "subject": "store:travellers"}\')'

    def test_a_ticket_of_its_own_opens_nothing(self) -> None:
        with as_web(), transaction.atomic():
            for statement in self.TICKETS:
                asked(statement)
            assert asked(SEEN) == []
            transaction.set_rollback(True)

    @pytest.mark.parametrize(
        "own",
        [
            "CREATE TEMPORARY TABLE audit_waiting (id bigint, bodies text[])",
            "CREATE TEMPORARY TABLE audit_entry (number bigint, body text)",
        ],
    )
    def test_a_log_of_its_own_takes_no_entry_away(self, own: str) -> None:
        try:
            with as_web(), transaction.atomic():
                asked(own)
                asked(self.ENTER)
                assert asked(SEEN) == [("NOBODY",)]
            assert asked("SELECT count(*) FROM public.audit_entry") == [(1,)]
        finally:
            asked("DISCARD TEMP")

    def test_every_function_that_acts_for_the_owner_looks_at_them_last(self) -> None:
        told = asked(
            "SELECT proname, array_to_string(proconfig, ';') FROM pg_proc"
            " WHERE prosecdef AND pronamespace = current_schema()::regnamespace"
        )
        assert {name for name, _ in told} >= {"records_enter", "records_is_open", "records_told", "audit_number"}
        assert [name for name, path in told if not str(path).endswith("pg_temp")] == []


class TestOneRow:
    """A ticket for one thing opens the rows of that thing."""

    @pytest.fixture
    def people(self, database: object) -> list[Traveller]:
        del database
        return [person(flight(day), word, hit="open") for day, word in (("2026-05-01", "ROE"), ("2026-05-02", "DOE"))]

    @staticmethod
    def seen(table: str, column: str, *tickets: tuple[str, str]) -> list[tuple[object, ...]]:
        """What is seen of a table by tickets, each for a class and a thing."""
        with as_web(), transaction.atomic(), connection.cursor() as cursor:
            for door, thing in tickets:
                entry = f'{{"decision": "allowed", "act": "traveller.opened", "subject": "{thing}"}}'
                cursor.execute("SELECT records_enter(%s, %s)", [door, entry])
            cursor.execute(f"SELECT {column} FROM {table} ORDER BY 1")
            found = cursor.fetchall()
            transaction.set_rollback(True)
        return found

    def test_of_a_traveller_no_other_is_seen_nor_their_statements_and_booking(self, people: list[Traveller]) -> None:
        roe = people[0].pk
        ticket = ("traveller", f"traveller:{roe}")
        assert self.seen("travellers_traveller", "surname", ticket) == [("ROE",)]
        assert set(self.seen("travellers_travellerrecord", "traveller_id", ticket)) == {(roe,)}
        assert len(self.seen("travellers_bookingversion", "id", ticket)) == 1
        assert self.seen("hits_hit", "id", ticket) == []

    def test_of_a_hit_no_other_is_seen_nor_another_traveller(self, people: list[Traveller]) -> None:
        doe = people[1].pk
        hit = Hit.objects.get(traveller=doe).pk
        ticket = ("hit", f"hit:{hit}")
        assert self.seen("hits_hit", "id", ticket) == [(hit,)]
        assert self.seen("hits_hitversion", "hit_id", ticket) == [(hit,)]
        assert self.seen("travellers_traveller", "surname", ticket) == [("DOE",)]
        assert len(self.seen("travellers_booking", "id", ticket)) == 1

    def test_two_tickets_open_two_and_a_flight_its_people(self, people: list[Traveller]) -> None:
        both = [("traveller", f"traveller:{one.pk}") for one in people]
        assert self.seen("travellers_traveller", "surname", *both) == [("DOE",), ("ROE",)]
        assert self.seen("travellers_traveller", "surname", ("traveller", f"flight:{people[0].leg_id}")) == [("ROE",)]

    @pytest.mark.parametrize("odd", ["traveller:", "traveller:0", "xtraveller:1", "hit:1", "store:", "", "case:1"])
    def test_what_names_nothing_of_the_table_opens_nothing(self, people: list[Traveller], odd: str) -> None:
        assert people
        assert self.seen("travellers_traveller", "surname", ("traveller", odd)) == []

    def test_a_whole_store_opens_all(self, people: list[Traveller]) -> None:
        assert people
        assert len(self.seen("travellers_traveller", "surname", ("traveller", "store:travellers"))) == 2

    def test_every_narrowed_class_is_a_door_of_its_table(self) -> None:
        doors = {(row.table, name) for row in web_rights.rights() for name in row.door}
        assert {(one.table, one.door) for one in web_rights.web_rows()} <= doors


class TestACorrection:
    """What the desk of redress may change, and whose."""

    @pytest.fixture
    def two(self, somebody: None) -> list[int]:
        del somebody
        leg = FlightLeg.objects.get()
        Traveller.objects.create(leg=leg, state="expected", role="passenger", surname="ANOTHER")
        return list(Traveller.objects.order_by("id").values_list("id", flat=True))

    def changed(self, two: list[int], *told: str) -> int:
        """How many surnames change where the log was told so; those of others stay in any case."""
        with as_web(), transaction.atomic(), connection.cursor() as cursor:
            for entry in told:
                cursor.execute("SELECT records_enter('traveller', %s)", [entry])
            cursor.execute("UPDATE travellers_traveller SET surname = 'CHANGED'")
            count = cursor.rowcount
        assert Traveller.objects.filter(id=two[1], surname="ANOTHER").exists()
        return count

    def entry(self, act: str, subject: str) -> str:
        return f'{{"decision": "allowed", "act": "{act}", "subject": "{subject}"}}'

    def test_the_row_of_whom_the_log_was_told_and_no_other(self, two: list[int]) -> None:
        assert self.changed(two, self.entry("data.corrected", f"traveller:{two[0]}")) == 1
        assert asked("SELECT surname FROM travellers_traveller ORDER BY id") == [("CHANGED",), ("ANOTHER",)]

    def test_nothing_where_the_log_was_told_of_another_act_or_thing(self, two: list[int]) -> None:
        first = f"traveller:{two[0]}"
        looked = self.entry("traveller.opened", first)
        assert self.changed(two) == 0
        assert self.changed(two, looked) == 0
        for odd in ("store:travellers", "traveller:", f"xtraveller:{two[0]}", f"hit:{two[0]}", f"traveller:{'9' * 30}"):
            assert self.changed(two, looked, self.entry("data.corrected", odd)) == 0

    def test_nothing_in_a_later_transaction(self, two: list[int]) -> None:
        first = f"traveller:{two[0]}"
        assert self.changed(two, self.entry("data.corrected", first)) == 1
        assert self.changed(two, self.entry("traveller.opened", first)) == 0

    def test_other_columns_stay_closed(self, two: list[int]) -> None:
        entry = self.entry("data.corrected", f"traveller:{two[0]}")
        with as_web(), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT records_enter('traveller', %s)", [entry])
            with pytest.raises(DatabaseError, match="permission denied"):
                cursor.execute("UPDATE travellers_traveller SET leg_id = leg_id")
            transaction.set_rollback(True)

    def test_every_change_is_of_a_table_with_a_door_by_an_entry_that_is_there(self) -> None:
        doors = {row.table for row in web_rights.rights() if row.door}
        for change in web_rights.web_changes():
            assert change.table in doors
            assert act_of(change.act)


@pytest.mark.usefixtures("database")
def test_rights_are_given_again_only_when_something_changed() -> None:
    assert web_rights.apply()
    before = asked(web_rights.APPLIED)
    assert web_rights.apply()
    assert asked(web_rights.APPLIED) == before
