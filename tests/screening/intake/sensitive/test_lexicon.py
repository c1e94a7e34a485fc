"""Words of free text: sixteen languages, and what only looks like one of them."""

from __future__ import annotations

import csv

import pytest

from gatehouse.screening.intake.sensitive import lexicon as module
from gatehouse.screening.intake.sensitive.lexicon import LEXICON_FILE, Lexicon, folded, lexicon

REVEALING = {
    "belief": [
        "PAX IS MUSLIM", "observes Shabbat", "JEHOVAH'S WITNESS", "GOING ON PILGRIMAGE", "HALAL MEAL PLS", "KOSHER",
        "le passager est musulman", "repas casher", "se rend à l'église", "es católico practicante", "VA A LA IGLESIA",
        "é muçulmano", "vai à igreja", "Passagier ist jüdisch", "PASSAGIER IST JUEDISCH", "isst koscher",
        "ПАССАЖИР МУСУЛЬМАНИН", "едет в паломничество", "PASSAZHIR PRAVOSLAVNYY", "المسافر مسلم", "راكب يهودي", "حلال",
        "旅客是穆斯林", "需要祈禱室", "passeggero cattolico", "YOLCU MÜSLÜMAN", "مسافر زرتشتی است",
        "ISLAMITISCHE MAALTIJD", "świadek Jehowy", "ROMBONGAN JEMAAH UMRAH", "機内食はハラール", "무슬림 승객",
    ],
    "health": [
        "PAX HAS DIABETES", "wheel-chair needed", "WHEELCHAIR TO GATE", "6 MONTHS PREGNANT", "HIV POSITIVE", "NUT FREE",
        "SSR WCHR ZZ HK1", "SSRMEDAZZHK1", "passagère enceinte", "fauteuil roulant", "silla de ruedas", "EMBARAZADA",
        "cadeira de rodas", "grávida", "Rollstuhl bis zum Tor", "schwanger", "инвалидная коляска", "БЕРЕМЕННАЯ",
        "BEREMENNAYA", "كرسي متحرك", "مريض", "KURSI MUTAHARRIK",
        "旅客患糖尿病", "需要輪椅", "sedia a rotelle", "TEKERLEKLİ SANDALYE", "مسافر بیمار است",
        "met rolstoel", "pasażer niewidomy", "MINTA KURSI RODA", "車いす希望", "휠체어 필요",
    ],
    "union": [
        "TRADE UNION DELEGATE", "délégué du syndicat", "SINDICALISTA", "Gewerkschafter", "ПРОФСОЮЗ",
        "نقابة", "工会代表团", "SENDİKA",
    ],
    "orientation": [
        "SAME-SEX COUPLE", "PAX IS GAY", "homosexuel", "lesbiana", "homossexual",
        "schwules Paar", "ЛГБТ", "同性伴侶", "eşcinsel çift",
    ],
    "politics": [
        "OPPOSITION LEADER", "KNOWN ACTIVIST", "parti communiste", "opositor", "politisch verfolgt",
        "شيوعي", "申请政治庇护", "działacz opozycji",
    ],
    "origin": [
        "BLACK MALE PAX", "ETHNIC MINORITY", "type maghrébin", "de etnia gitana", "Zigeuner",
        "цыган", "كردي", "维吾尔族旅客", "KÜRT ASILLI",
    ],
}  # fmt: skip
LANGUAGES = {"en", "fr", "es", "pt", "de", "ar", "ru", "zh", "it", "tr", "fa", "nl", "pl", "id", "ja", "ko"}
HARMLESS = [
    "MR CHURCH ON SAME BOOKING", "CHURCH/JOHN MR", "SEAT 12A -1CHRISTIAN/ANNA", "MRS KOSHER", "CHRISTIAN MR", "GAY/ANN",
    "12 WHEELCHAIR RD", "RUE DE L EGLISE 4", "CALLE DE LA IGLESIA 7", "RUA DO HOSPITAL 1", "CHURCH STREET",
    "TEMPLE BAR",
    "BOUGHT AT CHRISTIAN DIOR", "PAID BY WESTERN UNION", "CREDIT UNION CARD", "UNIONPAY", "HOSPITALITY SUITE",
    "CTCE OFFICE//CHURCH.ORG", "CANCELLED BY AGENT", "INVALID TICKET NUMBER", "MUS AIRPORT", "ISLAMABAD ISB",
    "AVE MARIA",
    "TL THE MOST RESTRICTIVE TL WILL APPLY", "ADV TKT NUMBER BY 03MAY13", "CTCM 4315550697", "GITANJALI", "SUFIAN", "",
    "旅客要求靠窗座位", "请联系旅行社", "SORDO/ANA MRS", "VALIGIA DI COLORE NERO", "窓側の席を希望",
]  # fmt: skip


@pytest.mark.parametrize(("trait", "text"), [(trait, text) for trait, texts in REVEALING.items() for text in texts])
def test_what_reveals_a_trait_is_found(trait: str, text: str) -> None:
    assert trait in lexicon().traits(text)


@pytest.mark.parametrize("text", HARMLESS)
def test_names_streets_and_other_words_are_left_alone(text: str) -> None:
    assert lexicon().traits(text) == frozenset()


def test_a_slash_between_two_listed_words_is_no_name() -> None:
    assert lexicon().traits("KOSHER/HALAL") == {"belief"}
    assert lexicon().traits("GAY/CHRISTIAN")


def test_the_table_is_whole_and_says_why() -> None:
    with LEXICON_FILE.open(encoding="utf-8", newline="") as rows:
        read = list(csv.DictReader(rows))
    assert {row["language"] for row in read} == LANGUAGES
    assert {row["trait"] for row in read} == set(REVEALING)
    assert all(row["why"] for row in read)
    terms = [row["term"] for row in read]
    assert len(terms) == len(set(terms))
    # One letter or two would be found everywhere; a star belongs at the end.
    assert min(len(term.rstrip("*")) for term in terms if term.isascii()) >= 3
    assert not [term for term in terms if "*" in term[:-1]]


@pytest.mark.parametrize("row", list(csv.DictReader(LEXICON_FILE.open(encoding="utf-8"))), ids=lambda row: row["term"])
def test_every_term_is_found_as_it_stands(row: dict[str, str]) -> None:
    assert lexicon().traits(f"PAX {row['term'].rstrip('*').lower()} 12"), "a term that is never found helps nobody"


def test_folding_makes_one_form_of_many() -> None:
    assert folded("Élève ÜBER Œ") == "ELEVE UBER Œ"
    assert folded("كنيسة") == folded("كنيسه")
    assert folded("أحمـد") == folded("احمد")


def test_the_memory_of_harmless_words_is_bounded_and_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "HARMLESS_MAX", 3)
    small = Lexicon([("FAITH*", "belief"), ("TRADE UNION", "union")])
    for _ in range(2):
        assert small.traits("ONE TWO THREE FOUR FIVE") == frozenset()
        assert small.traits("FIVE FAITHFUL TRADE UNION") == {"belief", "union"}
