"""Countries by every code and name that sources use, and airports."""

from __future__ import annotations

import csv

import pycountry
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatehouse.terms import places
from gatehouse.terms.places import (
    airport_country,
    airport_timezone,
    country_code,
    country_kind,
    country_name,
    is_airport,
    present_codes,
    special_codes,
)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("D", "DEU"),
        ("D<<", "DEU"),
        ("de", "DEU"),
        ("DEU", "DEU"),
        ("Germany", "DEU"),
        ("GBD", "GBD"),
        ("XXA", "XXA"),
        ("RKS", "RKS"),
        ("XK", "RKS"),
        ("Kosovo", "RKS"),
        ("UK", "GBR"),
        ("U.K.", "GBR"),
        ("United Kingdom of Great Britain and Northern Ireland", "GBR"),
        ("usa", "USA"),
        ("The United States of America", "USA"),
        ("Iran", "IRN"),
        ("Iran (Islamic Republic of)", "IRN"),
        ("Iran, Islamic Republic of", "IRN"),
        ("Russia", "RUS"),
        ("Syria", "SYR"),
        ("Syrian Arab Republic", "SYR"),
        ("North Korea", "PRK"),
        ("Korea, North", "PRK"),
        ("DPRK", "PRK"),
        ("Democratic People's Republic of Korea", "PRK"),
        ("Democratic People’s Republic of Korea", "PRK"),
        ("Côte d'Ivoire", "CIV"),
        ("IVORY COAST", "CIV"),
        ("Türkiye", "TUR"),
        ("Turkey", "TUR"),
        ("Burma", "MMR"),
        ("Palestine", "PSE"),
        ("State of Palestine", "PSE"),
        ("Congo, Democratic Republic of the", "COD"),
        ("Macedonia, The Former Yugoslav Republic of", "MKD"),
        ("  Viet   Nam ", "VNM"),
        ("Netherlands Antilles", "ANT"),
        ("SUHH", "SUN"),
        ("Stateless", "XXA"),
        ("Korea", None),
        ("Atlantis", None),
        ("ZZZ", None),
        ("<<<", None),
        ("", None),
        ("...", None),
    ],
)
def test_a_country_is_known_by_its_codes_and_names(text: str, code: str | None) -> None:
    assert country_code(text) == code


def test_every_country_of_iso_3166_is_found_by_each_of_its_names() -> None:
    for country in pycountry.countries:
        for field in ("alpha_2", "alpha_3", "name", "official_name", "common_name"):
            if text := getattr(country, field, None):
                assert country_code(text) == country.alpha_3, text


@given(st.text(max_size=30))
def test_a_found_code_is_always_one_with_a_kind_and_a_name(text: str) -> None:
    code = country_code(text)
    assert code is None or (country_kind(code) and country_name(code))


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("FRA", "state"),
        ("RKS", "state"),
        ("UNO", "organisation"),
        ("GBO", "person-status"),
        ("SUN", "obsolete"),
        ("UTO", "specimen"),
        ("WSA", "fantasy"),
        ("fra", None),
        ("ZZZ", None),
    ],
)
def test_a_code_has_a_kind(code: str, kind: str | None) -> None:
    assert country_kind(code) == kind


@pytest.mark.parametrize(("code", "present"), [("FRA", ("FRA",)), ("CSK", ("CZE", "SVK")), ("GBN", ("GBR",))])
def test_a_withdrawn_code_has_successors(code: str, present: tuple[str, ...]) -> None:
    assert present_codes(code) == present


def test_the_tables_name_only_codes_that_exist() -> None:
    with places.ALIASES_FILE.open(encoding="utf-8", newline="") as rows:
        aliases = list(csv.DictReader(rows))
    assert not [row for row in aliases if country_kind(row["code"]) is None]
    assert not [s for s in special_codes().values() for code in s.successors if country_kind(code) is None]
    assert not [code for code in special_codes() if pycountry.countries.get(alpha_3=code)]


@pytest.mark.parametrize(
    ("iata", "country", "zone"),
    [("SIN", "SGP", "Asia/Singapore"), ("PRN", "RKS", "Europe/Belgrade"), ("ZZZ", None, None), ("sin", None, None)],
)
def test_an_airport_has_a_country_and_a_time_zone(iata: str, country: str | None, zone: str | None) -> None:
    assert is_airport(iata) is (country is not None)
    assert airport_country(iata) == country
    assert airport_timezone(iata) == zone
