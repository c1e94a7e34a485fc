"""What can be said of a cluster without one; the rest is tried in tests/cli/test_spread.py."""

from __future__ import annotations

import sys

import pytest

from gatehouse.screening.spread.cluster import ClusterError, cluster, imported, is_local, processors_of


@pytest.mark.parametrize(("address", "local"), [("local", True), ("local:3", True), ("auto", False), ("h:6379", False)])
def test_local_is_this_machine_alone(address: str, local: bool) -> None:
    assert is_local(address) is local


def test_a_local_address_may_say_how_many_processors() -> None:
    assert processors_of("local:3") == 3
    assert processors_of("local") >= 1


@pytest.mark.parametrize("address", ["local:0", "local:x", "local:-1"])
def test_no_number_of_processors_is_refused(address: str) -> None:
    with pytest.raises(ClusterError, match="local:2"):
        processors_of(address)


def test_without_ray_the_remedy_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(ClusterError, match=r"gatehouse\[cluster\]"):
        imported("local")
    with pytest.raises(ClusterError), cluster("local"):
        pass
