"""Samples are drawn by seed, kept and drawn again."""

from __future__ import annotations

import pytest
from django.test import Client

from gatehouse.oversight.models import Sample


def test_a_sample_is_drawn_by_seed_and_again(reader: Client) -> None:
    wanted = {"topic": "refusals", "size": "5", "seed": "20261130"}
    page = reader.post("/oversight/samples/", wanted, follow=True)
    assert "the same entries" in page.content.decode()
    sample = Sample.objects.get()
    assert (sample.seed, len(sample.numbers)) == (20261130, 1)
    Sample.objects.update(numbers=[0, 4711])
    assert "other entries" in reader.get(f"/oversight/samples/{sample.pk}/").content.decode()
    assert reader.get("/oversight/samples/4711/").status_code == 404


@pytest.mark.parametrize("wrong", [{"size": "0"}, {"size": "9" * 30}, {"seed": "-1"}, {"topic": "all"}])
def test_a_sample_that_is_none_is_not_drawn(reader: Client, wrong: dict[str, str]) -> None:
    page = reader.post("/oversight/samples/", {"topic": "refusals", "size": "5", **wrong})
    assert page.status_code == 400
    assert not Sample.objects.exists()
