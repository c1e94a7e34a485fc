"""`gatehouse retention keys`: the master key made, shown by its fingerprint, exchanged."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.table import Table

from gatehouse.cli.console import OUT, Refused, Unavailable, plain
from gatehouse.cli.stored import stored

app = typer.Typer(help="The master key, and the data keys that it wraps.", no_args_is_help=True)


@app.command()
def new() -> None:
    """Make the master key in its file, for its owner only. One that is there stays. Needs no database.

    The file is master.key in the home directory, or the one that GATEHOUSE_MASTER_KEY_FILE names. Keep a copy apart
    from the database's backups: without it, nothing that was sealed can be read.

    Example: gatehouse retention keys new
    """
    from gatehouse.app import master_keys
    from gatehouse.app.home import home
    from gatehouse.retention.errors import MasterKeyError

    if master_keys.is_elsewhere():
        raise Refused("keys new: the environment names a key or a hook; a file would not be used")
    path = master_keys.key_file(home())
    try:
        is_new = not path.exists()
        key = master_keys.write_new(path)
    except MasterKeyError as fault:
        raise Refused(str(fault)) from fault
    OUT.print(plain(f"{path}: {'made' if is_new else 'was there already'}; fingerprint {key.fingerprint}"))


@app.command()
def show() -> None:
    """Show which master key is in force, and how many data keys live and are erased. No key is shown.

    Example: gatehouse retention keys show
    """
    with stored():
        from django.db.models import Count, Max, Min

        from gatehouse.retention.data_keys import masters
        from gatehouse.retention.models import DataKey, MasterKeyInForce

        ours = masters().current().fingerprint
        known = MasterKeyInForce.objects.order_by("-id").first()
        rows = DataKey.objects.values("scope", "master").annotate(
            living=Count("wrapped"), all=Count("id"), first=Min("name"), last=Max("name")
        )
        found = list(rows.order_by("scope", "master"))
    in_force = known.fingerprint if known else "none yet"
    OUT.print(plain(f"at hand: {ours}; in force: {in_force}"))
    table = Table(box=None)
    for column in ("scope", "wrapped by", "living", "erased", "from", "to"):
        table.add_column(column)
    for row in found:
        erased = row["all"] - row["living"]
        table.add_row(row["scope"], row["master"], str(row["living"]), str(erased), row["first"], row["last"])
    OUT.print(table)


@app.command()
def rotate(
    finish: Annotated[bool, typer.Option("--finish", help="Destroy the old key: nothing is wrapped by it.")] = False,
) -> None:
    """Exchange the master key: a new one is made, every living data key is wrapped anew; nothing sealed is touched.

    The old key stays beside it (.old) until --finish destroys it: then data keys that were erased cannot be had back
    from an old backup of their table either. For a key in the environment or behind a hook, put the new one in place,
    the old one into GATEHOUSE_MASTER_KEY_OLD, and run this. Killed at any moment, run it again.

    Examples: gatehouse retention keys rotate · gatehouse retention keys rotate --finish
    """
    from gatehouse.app import master_keys
    from gatehouse.app.home import home
    from gatehouse.retention.errors import RetentionError

    path = master_keys.key_file(home())
    with stored():
        from gatehouse.retention.rotation import rotate as wrap_anew

        try:
            if finish:
                wrap_anew()
                _finished()
                return
            if not master_keys.is_elsewhere():
                master_keys.exchange(path)
            done = wrap_anew()
        except RetentionError as fault:
            raise Refused(str(fault)) from fault
    OUT.print(f"{done.keys} data keys are wrapped by {done.fingerprint}; destroy the old key with --finish")


def _finished() -> None:
    """Destroy the old key's file, now that nothing is wrapped by it."""
    from gatehouse.app import master_keys
    from gatehouse.app.home import home

    path = master_keys.key_file(home())
    old = path.with_name(path.name + master_keys.OLD_SUFFIX)
    if master_keys.is_elsewhere() or not old.exists():
        raise Unavailable(f"{old}: there is no old key file; destroy the old key where it is kept")
    old.write_bytes(b"\0" * old.stat().st_size)
    old.unlink()
    OUT.print(plain(f"{old}: destroyed"))
