"""Topics speak of acts that the log knows."""

from __future__ import annotations

import pytest

from gatehouse.audit.acts import acts
from gatehouse.oversight.errors import OversightError
from gatehouse.oversight.topics import topic_of, topics


def test_every_act_of_a_topic_is_one_of_the_log() -> None:
    assert {act for topic in topics().values() for act in topic.acts} <= set(acts())


def test_another_topic_is_refused() -> None:
    with pytest.raises(OversightError, match="refusals"):
        topic_of("everything")
