"""`gatehouse law`: the deployment's law profile: begun, checked, signed, shown."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from gatehouse.cli.console import OUT, Refused, Unavailable, plain
from gatehouse.cli.law_check import check, law_bytes
from gatehouse.cli.law_sign import key, sign
from gatehouse.safeguards.errors import ProfileError
from gatehouse.safeguards.outline import outline
from gatehouse.safeguards.profile_reading import Examined, examine
from gatehouse.safeguards.shipped import DEMO, shipped, shipped_names

app = typer.Typer(help="The law profile: begin one, check, sign and show it.", no_args_is_help=True)
app.command("check")(check)
app.command("sign")(sign)
app.command("key")(key)


@app.command()
def new(
    template: Annotated[str, typer.Argument(help="A shipped profile: eu-2016-681, icao-annex-9 or demo.")],
    file: Annotated[Path, typer.Argument(help="The file to write; it must not be there yet.")],
) -> None:
    """Write a template of a law profile, for the deploying authority to fill in.

    What is empty in it is for you; what is a note with `verified = false` is for you to compare with the law.

    Example: gatehouse law new eu-2016-681 law.toml
    """
    if template not in shipped_names():
        raise Refused(f"{template}: no such template; there are {', '.join(shipped_names())}")
    try:
        with file.open("xb") as stream:
            stream.write(shipped(template))
    except FileExistsError as fault:
        raise Refused(f"{file}: is there already; name another file") from fault
    OUT.print(f"{plain(str(file))} written; fill it in, then: gatehouse law check {plain(str(file))}")


@app.command()
def show(
    file: Annotated[
        str | None, typer.Argument(help="A profile, or a shipped one's name; else the one in force.")
    ] = None,
) -> None:
    """Show what a profile says, table by table, and what is missing in it.

    Example: gatehouse law show eu-2016-681
    """
    for section in outline(_examined(file).document):
        OUT.print(f"[bold]{plain(section.name)}[/]  [dim]{plain(section.says)}[/]")
        for line in section.lines:
            absent = "[dim](none)[/]" if line.may_be_absent else "[red](missing)[/]"
            value = absent if line.value is None else plain(line.value)
            OUT.print(f"  {line.key}: {value}" + (f"  [dim]{plain(line.says)}[/]" if line.says else ""))


def _examined(file: str | None) -> Examined:
    try:
        if file is None:
            return examine(_in_force())
        if not Path(file).exists() and file in shipped_names():
            return examine(shipped(file))
        return examine(law_bytes(Path(file)))
    except ProfileError as fault:
        raise Refused(f"{file or 'the profile in force'}: {fault}") from fault


def _in_force() -> bytes:
    from gatehouse.app.errors import SetupError
    from gatehouse.app.law import Mode, law_file, mode

    try:
        return shipped(DEMO) if mode() is Mode.DEMO else law_bytes(law_file())
    except SetupError as fault:
        raise Unavailable(str(fault)) from fault
