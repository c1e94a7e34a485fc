import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatehouse.screening.messages.paxlst.names import GIVEN_LETTERS_MIN, NameParts, read_name, split_title

VECTORS = [
    ("surname and given names", ["ROE", "ANN"], ("ROE", "ANN", None)),
    ("further given names are joined by a blank", ["ROE", "ANN", "BEE", "CEE"], ("ROE", "ANN BEE CEE", None)),
    ("empty components between names", ["ROE", "ANN", "", "CEE"], ("ROE", "ANN CEE", None)),
    ("stray blanks", ["  ROE ", " ANN   BEE "], ("ROE", "ANN BEE", None)),
    ("fillers of the machine-readable zone", ["VAN<ROE", "ANN<BEE<<"], ("VAN ROE", "ANN BEE", None)),
    ("case is the wire's", ["Roe", "Ann"], ("Roe", "Ann", None)),
    ("title as a word", ["ROE", "JOHN MR"], ("ROE", "JOHN", "MR")),
    ("title as a component", ["ROE", "JOHN", "MR"], ("ROE", "JOHN", "MR")),
    ("an infant's mark", ["ROE", "TIM INF"], ("ROE", "TIM", "INF")),
    ("two titles", ["ROE", "JOHN DR MR"], ("ROE", "JOHN", "DR MR")),
    ("glued MR", ["ROE", "JOHNMR"], ("ROE", "JOHN", "MR")),
    ("glued MRS is not MR with an S", ["ROE", "JOANMRS"], ("ROE", "JOAN", "MRS")),
    ("glued MSTR", ["ROE", "TIMMSTR"], ("ROE", "TIM", "MSTR")),
    ("glued MISS after a second name", ["ROE", "ANN BEEMISS"], ("ROE", "ANN BEE", "MISS")),
    ("glued title in mixed case", ["Roe", "JohnMr"], ("Roe", "John", "Mr")),
    ("AMR is a name", ["ROE", "AMR"], ("ROE", "AMR", None)),
    ("OMR is a name behind another", ["ROE", "ANN OMR"], ("ROE", "ANN OMR", None)),
    ("glued MS is never taken off", ["ROE", "ADAMS"], ("ROE", "ADAMS", None)),
    ("glued DR is never taken off", ["ROE", "ALEXANDR"], ("ROE", "ALEXANDR", None)),
    ("title behind the surname", ["ROE MR", "JOHN"], ("ROE", "JOHN", "MR")),
    ("MS and DR behind a surname may be surnames", ["ROE DR", "JOHN"], ("ROE DR", "JOHN", None)),
    ("a title alone is no given name", ["ROE", "MRS"], ("ROE", None, "MRS")),
]


@pytest.mark.parametrize(("components", "parts"), [v[1:] for v in VECTORS], ids=[v[0] for v in VECTORS])
def test_names_as_carriers_write_them(components: list[str], parts: tuple[str | None, ...]) -> None:
    assert read_name(components)[:3] == parts


FAULTS = [
    ("one word", ["SUKARNO"], ("SUKARNO", None), ["given-name-missing"]),
    ("several words without components", ["ROE ANN BEE"], ("ROE ANN BEE", None), ["name-unstructured"]),
    ("a slash without components", ["ROE/ANN MRS"], ("ROE", "ANN"), ["name-in-one-field"]),
    ("fillers of the zone without components", ["VAN<ROE<<ANN<BEE<<<"], ("VAN ROE", "ANN BEE"), ["name-in-one-field"]),
    ("unknown given name behind a slash", ["ROE/FNU"], ("ROE", None), ["name-in-one-field", "name-filler"]),
    ("two slashes part nothing for certain", ["ROE/ANN/BEE"], ("ROE/ANN/BEE", None), ["name-unstructured"]),
    ("son of, with a slash", ["MUTHU A/L RAMAN"], ("MUTHU A/L RAMAN", None), ["name-unstructured"]),
    ("a dot for a given name", ["ROE", "."], ("ROE", None), ["name-filler"]),
    ("a hyphen for a surname", ["-", "ANN"], (None, "ANN"), ["name-filler"]),
    ("nothing at all", [""], (None, None), ["name-missing"]),
    ("unknown given name", ["ROE", "FNU"], ("ROE", None), ["name-filler"]),
    ("unknown surname", ["LNU", "ANN"], (None, "ANN"), ["name-filler"]),
    ("both unknown", ["UNKNOWN", "NFN"], (None, None), ["name-filler", "name-missing"]),
    ("filler in small letters", ["Roe", "noname"], ("Roe", None), ["name-filler"]),
    ("no surname", ["", "ANN"], (None, "ANN"), []),
]


@pytest.mark.parametrize(("components", "names", "codes"), [v[1:] for v in FAULTS], ids=[v[0] for v in FAULTS])
def test_incomplete_names_keep_what_is_there(
    components: list[str], names: tuple[str | None, str | None], codes: list[str]
) -> None:
    parts = read_name(components)
    assert parts[:2] == names
    assert [fault.code for fault in parts.faults] == codes


def test_a_title_behind_an_unstructured_name_is_still_a_title() -> None:
    assert read_name(["ROE JOHN MR"])[:3] == ("ROE JOHN", None, "MR")


def test_a_surname_that_is_a_title_word_stays_a_surname() -> None:
    assert read_name(["DR", "ANN"]) == NameParts("DR", "ANN")


@given(st.text("ABMRSDIT ", min_size=1, max_size=12))
def test_a_glued_title_never_shortens_a_name_below_two_letters(text: str) -> None:
    word = text.replace(" ", "")
    rest, title = split_title(word) if word else ("", None)
    if title and rest:
        assert rest + title == word
        assert len(rest) >= GIVEN_LETTERS_MIN


@given(st.lists(st.text("ABC<? '/9", max_size=10), min_size=1, max_size=6))
def test_no_letter_of_a_name_is_lost(components: list[str]) -> None:
    parts = read_name(components)
    kept = f"{parts.surname or ''}{parts.given_names or ''}{parts.title or ''}"
    stated = "".join(components)
    # Only then does a slash part the names and belong to neither.
    if "name-in-one-field" in [fault.code for fault in parts.faults]:
        stated = stated.replace("/", "")
    assert kept.replace(" ", "") == stated.replace("<", "").replace(" ", "")
