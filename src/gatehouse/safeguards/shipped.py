"""The profiles that come with Gatehouse: two templates after international law, and the one of demonstrations."""

from __future__ import annotations

from importlib import resources

from gatehouse.safeguards.profile import Profile
from gatehouse.safeguards.profile_reading import read_profile

DEMO = "demo"


def shipped_names() -> tuple[str, ...]:
    """The names of the shipped profiles, sorted."""
    files = resources.files(__package__).joinpath("profiles").iterdir()
    return tuple(sorted(file.name.removesuffix(".toml") for file in files if file.name.endswith(".toml")))


def shipped(name: str) -> bytes:
    """The bytes of the shipped profile of that name; KeyError where there is none."""
    if name not in shipped_names():
        raise KeyError(name)
    return resources.files(__package__).joinpath("profiles", f"{name}.toml").read_bytes()


def demo_profile() -> Profile:
    """The profile of demonstrations, which is complete."""
    return read_profile(shipped(DEMO))
