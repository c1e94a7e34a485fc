"""What happens to a traveller's name and birth date on the way: every error drawn from a given die, none by hand."""

from __future__ import annotations

import datetime as dt
import random
import string
from collections.abc import Callable

MRZ_NAME_CHARACTERS = 39
"""The name field of a passport's machine-readable zone (ICAO Doc 9303-4)."""
SHORT_FIELD_CHARACTERS = 20
"""A carrier's short name field."""
GLUED_WORDS_MAX = 3
"""A name of no more words is run together as a whole, a longer one in two places side by side."""

Damage = Callable[[str, random.Random], str]


def one_typing_error(name: str, dice: random.Random) -> str:
    """One letter left out, put in, put for another, or exchanged with its neighbour, never in the first place."""
    place = dice.randrange(1, max(2, len(name)))
    letter = dice.choice(string.ascii_uppercase)
    kind = dice.randrange(4)
    if kind == 0:
        return name[:place] + name[place + 1 :]
    if kind == 1:
        return name[:place] + letter + name[place:]
    if kind == 2:
        return name[:place] + letter + name[place + 1 :]
    return name[:place] + name[place : place + 2][::-1] + name[place + 2 :]


def two_typing_errors(name: str, dice: random.Random) -> str:
    """Two independent ones; the second may fall on the first."""
    return one_typing_error(one_typing_error(name, dice), dice)


def shuffled(name: str, dice: random.Random) -> str:
    """Its words in another order, wherever there is one."""
    words = name.split()
    for _ in range(10):
        dice.shuffle(words)
        if words != name.split():
            break
    return " ".join(words)


def error_and_shuffled(name: str, dice: random.Random) -> str:
    """One typing error, then another order."""
    return shuffled(one_typing_error(name, dice), dice)


def glued(name: str, dice: random.Random) -> str:
    """Run together: a name of up to three words as a whole, a longer one at one place."""
    words = name.split()
    if len(words) <= GLUED_WORDS_MAX:
        return "".join(words)
    place = dice.randrange(len(words) - 1)
    return " ".join([*words[:place], words[place] + words[place + 1], *words[place + 2 :]])


def cut_at_39(name: str, dice: random.Random) -> str:  # noqa: ARG001
    """The name field of a passport, surname first, given names cut."""
    words = name.split()
    return " ".join([*words[-1:], *words[:-1]])[:MRZ_NAME_CHARACTERS].strip()


def cut_at_20(name: str, dice: random.Random) -> str:  # noqa: ARG001
    """A short field, surname first, the rest cut."""
    words = name.split()
    return " ".join([*words[-1:], *words[:-1]])[:SHORT_FIELD_CHARACTERS].strip()


def initials(name: str, dice: random.Random) -> str:
    """One word other than the last as its initial."""
    words = name.split()
    if len(words) > 1:
        place = dice.randrange(len(words) - 1)
        words[place] = words[place][:1]
    return " ".join(words)


def day_month_exchanged(date: str, dice: random.Random) -> str:  # noqa: ARG001
    """Day and month exchanged where that is a date of the calendar; partial dates and others stay."""
    if len(date) < len("1976-05-17") or date[8:] > "12":
        return date
    return f"{date[:4]}-{date[8:]}-{date[5:7]}"


def one_digit(date: str, dice: random.Random) -> str:
    """One digit of the year's last two or of the day another, as far as that is a date of the calendar."""
    for _ in range(20):
        place = dice.choice([p for p in (2, 3, 8, 9) if p < len(date)])
        found = date[:place] + dice.choice(string.digits) + date[place + 1 :]
        if found != date and _is_date(found):
            return found
    return date


def year_off(date: str, dice: random.Random) -> str:
    """The year before or after; 29 February becomes the 28th."""
    found = f"{int(date[:4]) + dice.choice((-1, 1)):04d}{date[4:]}"
    return found if _is_date(found) else found[:-2] + "28"


def first_of_january(date: str, dice: random.Random) -> str:  # noqa: ARG001
    """The filler that stands for "only the year is known"."""
    return f"{date[:4]}-01-01"


def _is_date(text: str) -> bool:
    try:
        return dt.date.fromisoformat(text + "-01-01"[len(text) - 4 :] if len(text) < 10 else text).year > 0
    except ValueError:
        return False


NAME_DAMAGE: dict[str, Damage] = {
    "one typing error": one_typing_error,
    "two typing errors": two_typing_errors,
    "order shuffled": shuffled,
    "error and shuffled": error_and_shuffled,
    "glued": glued,
    "cut at 39": cut_at_39,
    "cut at 20": cut_at_20,
    "initial": initials,
}
BIRTH_DAMAGE: dict[str, Damage] = {
    "day and month exchanged": day_month_exchanged,
    "one digit of the date": one_digit,
    "year before or after": year_off,
    "1 January": first_of_january,
}
