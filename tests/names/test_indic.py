"""Indic scripts by the names of their characters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatehouse.names.indic import letters_of

READ = [
    ("last-vowel-silent", "राम", "Deva", "ram"),
    ("vowel-between-syllables-silent", "कमला", "Deva", "kamla"),
    ("cluster", "इन्द्र", "Deva", "indr"),
    ("nukta", "फ़रीदा", "Deva", "farida"),
    ("bengali", "কমল", "Beng", "kamal"),
    ("gurmukhi-nasal", "ਸਿੰਘ", "Guru", "singh"),
    ("tamil-pulli", "கமல்", "Taml", "kamal"),
    ("malayalam-chillu", "രാജൻ", "Mlym", "rajan"),
    ("telugu-keeps-its-last-vowel", "రామ", "Telu", "rama"),
    ("sinhala-names-describe-letters", "කමල්", "Sinh", "kamal"),
    ("sinhala-vowel-signs", "නිමාලි", "Sinh", "nimali"),
    ("burmese-medial", "ကျာ", "Mymr", "kya"),
]


@pytest.mark.parametrize(("word", "script", "latin"), [pytest.param(*row[1:], id=row[0]) for row in READ])
def test_letters(word, script, latin):
    assert letters_of(word, script) == latin


@given(st.text(st.characters(min_codepoint=0x0900, max_codepoint=0x0DFF), max_size=40))
def test_no_text_is_refused(word):
    assert "@" not in letters_of(word, "Deva")
