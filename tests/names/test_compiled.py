"""Where machine code is kept: one folder for each state of the sources, and only one's own."""

import os
import re
import subprocess
import sys
from pathlib import Path

import numba
import pytest

from gatehouse.names import compiled
from gatehouse.names.compiled import VERSIONS_KEPT, kernel, kernel_folder, sources_hash


@pytest.fixture(autouse=True)
def sources(tmp_path, monkeypatch):
    """A package of two kernels' rooms, in the place of the real one."""
    for room in compiled.KERNEL_ROOMS:
        (tmp_path / "src" / room).mkdir(parents=True)
        (tmp_path / "src" / room / "one.py").write_text("first\n")
    monkeypatch.setattr(compiled, "PACKAGE", tmp_path / "src")
    return tmp_path / "src"


@pytest.fixture(autouse=True)
def caches(tmp_path, monkeypatch):
    """An empty cache of the user."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "gatehouse" / "kernels"


def test_the_same_sources_have_the_same_folder(caches):
    assert kernel_folder() == kernel_folder() == caches / sources_hash()


@pytest.mark.parametrize("room", compiled.KERNEL_ROOMS)
def test_a_changed_module_has_another_folder(sources, room):
    before = kernel_folder()
    (sources / room / "one.py").write_text("second\n")
    assert kernel_folder() != before


@pytest.mark.parametrize("change", ["another-name", "another-module", "deeper"])
def test_a_module_more_or_of_another_name_counts(sources, change):
    before = sources_hash()
    room = sources / compiled.KERNEL_ROOMS[0]
    if change == "another-name":
        (room / "one.py").rename(room / "two.py")
    elif change == "another-module":
        (room / "two.py").write_text("")
    else:
        (room / "index").mkdir()
        (room / "index" / "two.py").write_text("")
    assert sources_hash() != before


def test_another_compiler_has_another_folder(monkeypatch):
    before = sources_hash()
    monkeypatch.setattr(compiled.numba, "__version__", "0")
    assert sources_hash() != before


def test_the_folder_is_the_users_alone():
    assert kernel_folder().stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("place", [".", ".."], ids=["folder", "parent"])
def test_a_folder_that_others_may_write_to_is_not_used(caches, place):
    """Whoever can put machine code there can run it as this user."""
    (kernel_folder() / place).chmod(0o777)
    found = kernel_folder()
    assert caches not in found.parents
    assert found.stat().st_mode & 0o077 == 0


def test_a_link_is_not_used(caches, tmp_path):
    kernel_folder().rmdir()
    (tmp_path / "elsewhere").mkdir(mode=0o700)
    (caches / sources_hash()).symlink_to(tmp_path / "elsewhere")
    assert kernel_folder() not in (caches / sources_hash(), tmp_path / "elsewhere")


def test_a_folder_of_another_user_is_not_used(caches, monkeypatch):
    kernel_folder()
    monkeypatch.setattr(os, "getuid", lambda: -1)
    assert caches not in kernel_folder().parents


def test_where_no_cache_can_be_made_a_folder_of_this_process_serves(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert kernel_folder().is_dir()
    assert kernel_folder() != kernel_folder()


def test_old_ones_are_forgotten_and_the_newest_kept(sources, caches):
    folders = []
    for number in range(VERSIONS_KEPT + 2):
        (sources / compiled.KERNEL_ROOMS[0] / "one.py").write_text(str(number))
        folders.append(kernel_folder())
        os.utime(folders[-1], (number, number))
    # The one asked for last counts as used now; the others by the time set above.
    (sources / compiled.KERNEL_ROOMS[0] / "one.py").write_text("last")
    last = kernel_folder()
    assert {path.name for path in caches.iterdir()} == {path.name for path in [*folders[-VERSIONS_KEPT + 1 :], last]}


def _cache_of_a_process(tmp_path, **variables):
    environment = {key: value for key, value in os.environ.items() if key != "NUMBA_CACHE_DIR"}
    command = "import numba; from gatehouse.names import compiled; print(numba.config.CACHE_DIR)"
    told = subprocess.run(
        [sys.executable, "-c", command],
        env=environment | {"XDG_CACHE_HOME": str(tmp_path)} | variables,
        capture_output=True,
        text=True,
        check=True,
    )
    return told.stdout.strip()


def test_the_cache_of_the_compiler_is_the_folder(tmp_path):
    found = Path(_cache_of_a_process(tmp_path))
    assert found.parent == tmp_path / "gatehouse" / "kernels"
    assert re.fullmatch(r"[0-9a-f]{16}", found.name)


def test_a_cache_that_is_set_is_respected(tmp_path):
    assert _cache_of_a_process(tmp_path, NUMBA_CACHE_DIR=str(tmp_path / "set")) == str(tmp_path / "set")
    assert not (tmp_path / "gatehouse").exists()


def test_a_kernel_gives_what_the_function_gives():
    @kernel
    def doubled(value):
        return 2 * value

    assert doubled(21) == doubled.py_func(21) == 42


def test_a_machine_is_cold_until_something_was_compiled(tmp_path, monkeypatch):
    monkeypatch.setattr(numba.config, "CACHE_DIR", str(tmp_path))
    assert compiled.is_cold()
    (tmp_path / "names").mkdir()
    (tmp_path / "names" / "kernels.nbi").touch()
    assert not compiled.is_cold()
