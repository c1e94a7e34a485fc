"""Tickets, payments, contacts, services: realistic shares, nothing of a real person."""

from random import Random

from gatehouse.simulation.parties import Party
from gatehouse.simulation.pnr_extras import CARD_VENDORS, MEALS, contacts_of, extras_of, history_of, tickets_of
from gatehouse.simulation.timetable import Service
from gatehouse.terms.airlines import airline_of_ticket


def test_everybody_has_a_ticket_of_the_carrier(parties: tuple[Party, ...], flight: Service) -> None:
    for party in parties:
        paid = tickets_of(party, flight, Random(1))
        assert [ticket.traveller for ticket in paid["tickets"]] == [str(i + 1) for i in range(len(party.guests))]
        for ticket in paid["tickets"]:
            issuer = airline_of_ticket(ticket.number or "")
            assert issuer is None or issuer.iata == flight.carrier.designator


def test_cards_show_four_digits(parties: tuple[Party, ...], flight: Service) -> None:
    payments = [p for seed in range(40) for p in tickets_of(parties[0], flight, Random(seed))["payments"]]
    assert {payment.kind for payment in payments} == {"CC", "CA"}
    for payment in payments:
        if payment.kind == "CC":
            assert payment.vendor in CARD_VENDORS
            assert len(payment.account or "") == 4
            assert payment.expires is not None


def test_contacts_are_reserved_for_examples(parties: tuple[Party, ...]) -> None:
    found = [contact for seed in range(30) for contact in contacts_of(parties[0], Random(seed))]
    assert {contact.kind for contact in found} == {"phone", "email", "address"}
    assert all(c.value.endswith("@example.org") for c in found if c.kind == "email")
    assert all(c.value.startswith("4315550") for c in found if c.kind == "phone")


def test_meals_are_for_a_traveller_and_groups_for_all(parties: tuple[Party, ...]) -> None:
    services = [(party, s) for party in parties for seed in range(5) for s in extras_of(party, "ZZ", Random(seed))]
    assert services
    for party, service in services:
        if service.code == "GRPS":
            assert party.kind == "group"
            assert service.quantity == len(party.guests) + party.unnamed
        else:
            assert service.code in MEALS
            assert int(service.travellers[0]) <= len(party.guests)


def test_history_comes_after_the_booking(parties: tuple[Party, ...]) -> None:
    items = [item for seed in range(60) for item in history_of(parties[0], Random(seed))]
    assert items
    assert all((item.at or "") > parties[0].booked.isoformat(timespec="minutes") for item in items)
