"""`gatehouse law check`: whether live mode would start under a profile, and everything that keeps it from doing so."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from gatehouse.cli.console import OUT, Refused, Unavailable, opened, plain, say_error, write_json
from gatehouse.safeguards.errors import Problem, ProfileError, SignatureError
from gatehouse.safeguards.profile import PublicKey
from gatehouse.safeguards.profile_reading import FILE_BYTES_MAX
from gatehouse.safeguards.verdict import Verdict, verdict


def check(
    file: Annotated[Path, typer.Argument(help="The profile; its signature is looked for beside it, in FILE.sig.")],
    key: Annotated[Path | None, typer.Option(help="The reviewing authority's public key; else live mode's.")] = None,
    on: Annotated[dt.datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The day; else today.")] = None,
    json: Annotated[bool, typer.Option("--json", help="One JSON object: docs/contracts/law.md.")] = False,
) -> None:
    """Say whether live mode would start under a profile: complete, signed, not lapsed; and what is not verified yet.

    Everything that is wrong or missing is told at once. The exit status is 2 when live mode would not start, or would
    screen nobody.

    Example: gatehouse law check law.toml --key reviewer.pub
    """
    found = _judged(file, key, on.date() if on else dt.datetime.now(dt.UTC).date())
    if json:
        write_json(_json(file, found))
    else:
        _say(found)
    if found.refusals or (found.standing and not found.standing.may_screen):
        raise typer.Exit(2)


def _judged(file: Path, key: Path | None, day: dt.date) -> Verdict:
    beside = file.with_name(file.name + ".sig")
    try:
        return verdict(law_bytes(file), law_bytes(beside) if beside.exists() else None, _key(key), day)
    except ProfileError as fault:
        raise Refused(f"{file}: {fault}") from fault


def _key(file: Path | None) -> PublicKey | None:
    from gatehouse.app.errors import LawError
    from gatehouse.app.law import reviewer_key
    from gatehouse.safeguards.signature import public_key

    try:
        return public_key(law_bytes(file)) if file else reviewer_key()
    except SignatureError as fault:
        raise Refused(f"{file}: {fault}") from fault
    except LawError as fault:
        raise Unavailable(str(fault)) from fault


def _say(found: Verdict) -> None:
    examined = found.examined
    for label, problems in (("wrong", examined.wrong), ("missing", examined.missing)):
        OUT.print(f"{label}: {len(problems) or 'nothing'}")
        for problem in problems:
            OUT.print(f"  {plain(str(problem))}")
    OUT.print(f"signature: {found.signature_says}")
    OUT.print(f"standing: {found.standing.says if found.standing else 'none until the profile is complete'}")
    OUT.print(rf"not verified yet (\[K]): {len(examined.unverified) or 'nothing'}")
    for note in examined.unverified:
        OUT.print(f"  {plain(note.of)}: {plain(note.says)} ({plain(note.source)})")
    for refusal in found.refusals[:1]:
        say_error(f"live mode would not start: {refusal}" + (" …" if len(found.refusals) > 1 else ""))


def _json(file: Path, found: Verdict) -> dict[str, object]:
    examined = found.examined
    identity = examined.profile.profile if examined.profile else None
    return {
        "file": str(file),
        "sha256": examined.sha256,
        "name": identity.name if identity else None,
        "version": identity.version if identity else None,
        "use": identity.use if identity else None,
        "reading": identity.reading if identity else None,
        "readings": examined.readings,
        "wrong": [_problem(problem) for problem in examined.wrong],
        "missing": [_problem(problem) for problem in examined.missing],
        "unverified": [{"of": one.of, "says": one.says, "source": one.source} for one in examined.unverified],
        "signature": found.signature,
        "standing": found.standing.level if found.standing else None,
        "live_refuses": found.refusals,
        "may_screen": not found.refusals and found.standing is not None and found.standing.may_screen,
    }


def _problem(problem: Problem) -> dict[str, str]:
    return {"place": problem.place, "cause": problem.cause, "remedy": problem.remedy}


def law_bytes(file: Path) -> bytes:
    """The bytes of a small file, and one more than is allowed where it is larger; refused where it cannot be read."""
    with opened(file) as source:
        return source.stream.read(FILE_BYTES_MAX + 1)
