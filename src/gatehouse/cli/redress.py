"""`gatehouse redress`: what a traveller asks, who they are, what they are answered, and the number that tells them
apart.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import orjson
import typer
from rich.table import Table

from gatehouse.cli.console import OUT, Refused, plain, say_error, write_json
from gatehouse.cli.officer import SECOND_HELP, at_the_door, visit
from gatehouse.cli.printed import check_endings, print_to, write_new
from gatehouse.cli.redress_notices import heard, notice, notices, told

if TYPE_CHECKING:
    from gatehouse.records import Visit
    from gatehouse.screening.redress.erasing import Erased
    from gatehouse.screening.redress.store import Row

app = typer.Typer(
    help="Redress: take up requests, check who asks, correct, give access, answer, and clear by a redress number.",
    no_args_is_help=True,
)
app.command()(notices)
app.command()(notice)
app.command()(told)
app.command()(heard)
Case = Annotated[str, typer.Argument(help="The case number, as RR-2026-000042.")]
Second = Annotated[str | None, typer.Option(help=SECOND_HELP)]
Out = Annotated[Path, typer.Option(help="The letter: a new file ending in .pdf, .html or .docx.")]


def _today() -> dt.date:
    return dt.datetime.now(dt.UTC).date()


def _officer(reference: str, second: str | None = None) -> Visit:
    from gatehouse.safeguards.vocabulary import PurposeClass, Role

    return visit(Role.REDRESS_OFFICER, PurposeClass.RIGHTS, reference, second)


Name = Annotated[str, typer.Option(help="The name that they state.")]
About = Annotated[str, typer.Option("--kind", help="access, correction, erasure, confusion or complaint.")]
Language = Annotated[str, typer.Option(help="Language of the answer: en, zh or ar.")]
Says = Annotated[str, typer.Option(help="What they ask, in their words.")]
Received = Annotated[dt.datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Day of receipt; today.")]


@app.command("open")
def open_(
    name: Name,
    kind: About,
    language: Language = "en",
    says: Says = "",
    address: Annotated[list[str] | None, typer.Option(help="A line of the address; repeatable.")] = None,
    received: Received = None,
) -> None:
    """Take up a request and say its case number; the clock of the law profile runs from the day of receipt.

    Example: gatehouse redress open --name "Amina Example" --kind confusion --says "I am stopped each time"
    """
    _open({"kind": kind, "language": language, "name": name, "says": says, "address": tuple(address or ())}, received)


@app.command("open-for-authority")
def open_for_authority(
    name: Name, kind: About, language: Language = "en", says: Says = "", received: Received = None
) -> None:
    """Take up a request that the supervisory authority makes in the person's place, where the law profile lets it.

    Example: gatehouse redress open-for-authority --name "Amina Example" --kind access
    """
    _open({"kind": kind, "language": language, "name": name, "says": says, "by_authority": True}, received)


def _open(said: dict[str, Any], received: dt.datetime | None) -> None:
    day = received.date() if received else _today()
    with at_the_door():
        from gatehouse.screening.redress.letters import printed_language
        from gatehouse.screening.redress.outcomes import Kind
        from gatehouse.screening.redress.store import Asked, open_request

        if said["kind"] not in tuple(Kind):
            raise Refused(f"--kind {said['kind']}: take one of {', '.join(Kind)}")
        printed_language(said["language"])
        who = {"stated_name": said.pop("name"), "received": day, "kind": Kind(said.pop("kind"))}
        OUT.print(open_request(_officer("intake"), Asked(**who, **said)))


@app.command()
def identify(
    case: Case,
    name: Annotated[str, typer.Option(help="All names, as the document has them.")] = "",
    birth_date: Annotated[str, typer.Option(help="As 1976-05-17.")] = "",
    document: Annotated[list[str] | None, typer.Option(help="Number and issuer, as X1234567/TUN; repeatable.")] = None,
    not_proved: Annotated[bool, typer.Option(help="They did not prove who they are.")] = False,
) -> None:
    """Record who the person proved to be, from the document itself; without that nobody is answered.

    Example: gatehouse redress identify RR-2026-000042 --name "AMINA EXAMPLE" --birth-date 1991-03-02 --document X1/UTO
    """
    documents = tuple(_document(text) for text in document or ())
    with at_the_door():
        from gatehouse.screening.redress.identity import Verified
        from gatehouse.screening.redress.store import identify as record

        record(_officer(case), case, None if not_proved else Verified(name, birth_date, documents))
    OUT.print("not proved" if not_proved else "identified")


def _document(text: str) -> tuple[str, str]:
    number, _, issuer = text.rpartition("/")
    return number.strip(), issuer.strip().upper()


@app.command()
def find(case: Case) -> None:
    """Show which stored travellers are the verified person, with their hits.

    Example: gatehouse redress find RR-2026-000042
    """
    with at_the_door():
        from gatehouse.screening.redress.looking import look

        found = look(_officer(case), case)
    table = Table("traveller", "flight", "departs", "hits", box=None, pad_edge=False)
    for one in found:
        hits = ", ".join(f"{hit.id} {hit.list} {hit.state}" for hit in one.hits)
        table.add_row(*map(plain, (str(one.traveller), one.flight, one.departs, hits)))
    OUT.print(table)


@app.command()
def show(case: Case) -> None:
    """Show a request and what happened to it.

    Example: gatehouse redress show RR-2026-000042
    """
    with at_the_door():
        from gatehouse.screening.redress.looking import whole

        request = whole(_officer(case), case, _today())
    for label, value in request.about:
        OUT.print(f"{label:<14}{plain(value)}")
    for at, event, state, actor in request.events:
        OUT.print(plain(f"{at}  {event} -> {state}  by {actor}"))


@app.command("list")
def list_(
    every: Annotated[bool, typer.Option("--all", help="Ended ones as well.")] = False,
    json: Annotated[bool, typer.Option("--json", help="JSON Lines, one object for each request.")] = False,
) -> None:
    """Show the requests, those due first. Nobody is named.

    Example: gatehouse redress list --all
    """
    with at_the_door():
        from gatehouse.screening.redress.store import rows

        found = rows(_officer("list"), _today(), only_open=not every)
    if json:
        for row in found:
            write_json(row._asdict())
        return
    _show(found)


@app.command()
def due() -> None:
    """Tell of requests whose clock came to a new step: half gone, near, last day, overdue. For a daily schedule.

    Who made a request that ended longer ago than the law profile's case clock is erased by the way, and erasures that
    two people approved on the pages are done, as `gatehouse retention run` does.

    Exit status 1 when any is overdue.

    Example: gatehouse redress due
    """
    with at_the_door():
        from gatehouse.screening.redress.ending import erase_ended
        from gatehouse.screening.redress.reminders import remind

        erase_ended(_today())
        carried_out()
        found = remind(_today())
    _show(found)
    if any(row.step == "overdue" for row in found):
        raise typer.Exit(1)


@app.command()
def extend(case: Case) -> None:
    """Put the last day off, once.

    Example: gatehouse redress extend RR-2026-000042
    """
    with at_the_door():
        from gatehouse.screening.redress.store import extend as put_off

        OUT.print(f"due {put_off(_officer(case), case)}")


@app.command()
def correct(
    case: Case,
    traveller: Annotated[int, typer.Option(help="The traveller, as `find` shows them.")],
    field: Annotated[str, typer.Option(help="surname, given_names, birth_date, sex or nationalities.")],
    value: Annotated[str, typer.Option(help="What is right; several nationalities with blanks between.")],
    second: Second = None,
) -> None:
    """Put a statement right in every copy that is worked with, and weigh the person's hits anew.

    Example: gatehouse redress correct RR-2026-000042 --traveller 7 --field birth_date --value 1991-03-02
    --second 12/data-protection-officer
    """
    with at_the_door():
        from gatehouse.screening.redress.corrections import correct as put_right

        fallen = put_right(_officer(case, second), case, traveller, field, value)
    OUT.print(f"corrected; {fallen} hits stand no more")


@app.command()
def erase(case: Case, second: Second = None) -> None:
    """Erase what is held on the person in storage: journeys, comparisons, the vault, bookings of theirs alone; from
    bookings that others share, what names them. The masked are found too, in the vault.

    What a hold, a hit or a case keeps stays. It cannot be undone; answer with `--outcome erased` afterwards.

    Example: gatehouse redress erase RR-2026-000042 --second 12/data-protection-officer
    """
    with at_the_door():
        from gatehouse.screening.redress.erasing import erase as erase_all

        done = erase_all(_officer(case, second), case)
    OUT.print(erased_in_words(done))


@app.command()
def access(
    case: Case,
    out: Out,
    json: Annotated[Path | None, typer.Option(help="The same as JSON, in a new file.")] = None,
) -> None:
    """Write everything that is held on the person, the masked too, to be handed to them.

    Example: gatehouse redress access RR-2026-000042 --out held.pdf --json held.json
    """
    check_endings([out])
    if json and json.exists():
        raise Refused(f"{json}: is there already; name another file")
    with at_the_door():
        from gatehouse.screening.redress.access import give

        given = give(_officer(case), case, _today(), masked=True)
    print_to(given.pages, out)
    if json:
        write_new(json, orjson.dumps(given.data, option=orjson.OPT_INDENT_2))
    OUT.print(f"{len(given.data['journeys'])} journeys in {plain(str(out))}")


@app.command()
def answer(
    case: Case,
    outcome: Annotated[str, typer.Option(help="cleared, corrected, erased, access-given, nothing-held, refused, …")],
    out: Out,
    reason: Annotated[str, typer.Option(help="The reasons, in the language of the letter.")] = "",
    hit: Annotated[list[int] | None, typer.Option(help="A hit of which the person is cleared; repeatable.")] = None,
    second: Second = None,
) -> None:
    """Answer a request: a reasoned letter with the remedies; `cleared` makes the hits silent and gives a redress
    number.

    Example: gatehouse redress answer RR-2026-000042 --outcome cleared --hit 17 --reason "Another birth date."
    --second 12/senior-analyst --out letter.pdf
    """
    check_endings([out])
    with at_the_door():
        from gatehouse.screening.redress.answering import Said
        from gatehouse.screening.redress.answering import answer as decide
        from gatehouse.screening.redress.outcomes import Outcome

        if outcome not in tuple(Outcome):
            raise Refused(f"--outcome {outcome}: take one of {', '.join(Outcome)}")
        said = Said(Outcome(outcome), reason, tuple(hit or ()))
        letter = decide(_officer(case, second), case, said, _today())
    print_to(letter, out)
    OUT.print(f"{outcome}; the letter is {plain(str(out))}")


def carried_out() -> None:
    """Do the erasures that two people approved on the pages, and say so. The database has been opened."""
    from gatehouse.screening.redress.carrying_out import carry_out

    for one in carry_out():
        if one.corrected:
            OUT.print(f"{one.case}: corrected what is masked")
        else:
            OUT.print(f"{one.case}: {erased_in_words(one.done) if one.done else f'not done: {plain(one.why_not)}'}")


def erased_in_words(done: Erased) -> str:
    """How many of what were erased."""
    shared = f", and what names them taken out of {done.shared} shared bookings" if done.shared else ""
    return f"erased {done.travellers} travellers and {done.bookings} bookings{shared}; {done.kept} travellers are kept"


def _show(found: list[Row]) -> None:
    if not found:
        say_error("no requests")
        return
    table = Table("case", "about", "state", "received", "due", "clock", "answer", box=None, pad_edge=False)
    for row in found:
        table.add_row(row.case, row.kind, row.state, str(row.received), str(row.due), str(row.step), row.outcome or "")
    OUT.print(table)
