"""The tags that are known."""

from gatehouse.edifact.tags import KNOWN_TAGS, TEXT_TAGS


def test_tags_have_three_capitals():
    assert all(len(tag) == 3 and tag.isalpha() and tag.isupper() for tag in KNOWN_TAGS)


def test_segments_of_the_answers_are_known():
    assert {"ERP", "ERC", "FTX", "UCI", "UCF", "UCM", "UCS", "UCD"} <= KNOWN_TAGS
    assert TEXT_TAGS <= KNOWN_TAGS
