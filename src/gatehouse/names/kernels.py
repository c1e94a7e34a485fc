"""How alike two packed tokens are, and through what. Compiled; the one place where tokens are compared.

The first comparison that applies decides; learned costs of spellings come last. 1 is the same letters, SAME_SOUND the
same fold. `costs` is the array of `costs.costs`; it is passed and never read from a file here, because a compiled
kernel would keep what it once read.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from gatehouse.names.chances import chain_likeness
from gatehouse.names.compiled import kernel, lean
from gatehouse.names.costs import LATIN_TABLE, MIXED_TABLE
from gatehouse.names.edits import number, same_letters, shared_number, sound_edits
from gatehouse.names.lexicon import KIN_FIRST
from gatehouse.names.packed import (
    BARE,
    BARE_MAX,
    END,
    FAMILIES,
    FAMILIES_MAX,
    FOLD,
    FOLD_HASH,
    FOLD_MAX,
    FRONT,
    INITIAL,
    SCRIPT,
    SECOND,
    SYLLABLES,
    SYLLABLES_MAX,
    TEXT,
    TEXT_MAX,
    WIDTH,
)

Row = NDArray[np.uint8]
Floats = NDArray[np.float32]

SAME_SOUND = 0.97
SAME_BUT_GLUED = 0.95
SECOND_READING = 0.95
VARIANT, KIN = 0.93, 0.88
INITIAL_LIKENESS = 0.8
CUT_SHORT = 0.85
SLIP, SHORT_SLIP = 0.6, 0.5
"""Least likeness of two words one letter apart: too little to be one name, enough to resemble it; of more
letters than SLIP_LETTERS_MIN, and of as many."""
START_LETTERS_MIN = 3
"""Letters of a word that begins a longer one, and so resembles it: cut short by a field, or a short form of it."""
SLIP_LETTERS_MIN = 3
"""Letters of the longer of two words that are looked at for a slip."""
CUT_LETTERS_MIN = 4
"""Letters a token must have to stand for a longer one that begins with it."""
GLUED_LETTERS_MIN = 6
"""Letters a token needs to be taken for two tokens run together."""
GLUED_LETTERS_OFF_MAX = 4
"""Letters by which a run-together token may differ from its parts, a title run on to it included."""
GLUED_MIN, GLUED_ACROSS_MIN = 0.86, 0.88
"""Likeness that a run-together token must have to its parts: in sound, and by learned costs in another script."""

(
    LETTERS, SYLLABIC, SOUND, INITIALLY, FAMILY, BARELY, READING, ACROSS, SPELLING, BEGINNING, AFTER_ABD, NOTHING,
    KINSHIP,
) = range(13)  # fmt: skip
"""The ways two tokens can be alike, as `likeness_rows` names them; `distance` has the words."""

LATIN_SCRIPT = 0
"""Place of Latin in `packed.SCRIPTS`."""


@lean
def _same_syllables(one: Row, other: Row) -> bool:
    different = 0
    for k in range(SYLLABLES, SYLLABLES + 1 + 2 * SYLLABLES_MAX):
        different += one[k] != other[k]
    return different == 0


@lean
def _by_syllables(one: Row, other: Row) -> float:
    same = 0
    for k in range(min(one[SYLLABLES], other[SYLLABLES])):
        place = SYLLABLES + 1 + 2 * k
        same += one[place] == other[place] and one[place + 1] == other[place + 1]
    return float(same / max(one[SYLLABLES], other[SYLLABLES]))


@lean
def is_start(one: Row, other: Row) -> bool:
    """Whether one token's letters are the beginning of the other's, START_LETTERS_MIN at least."""
    short, long = (one, other) if one[TEXT] <= other[TEXT] else (other, one)
    if short[TEXT] < START_LETTERS_MIN:
        return False
    different = 0
    for k in range(TEXT + 1, TEXT + 1 + short[TEXT]):
        different += short[k] != long[k]
    return different == 0


@lean
def is_beginning(one: Row, other: Row) -> bool:
    """Whether one token's letters are the beginning of the other's, and enough of it to be it cut short."""
    shorter, longer = min(one[TEXT], other[TEXT]), max(one[TEXT], other[TEXT])
    # Two fifths at least: a shorter beginning is rather another name than one cut short by a field.
    return bool(shorter >= CUT_LETTERS_MIN and shorter * 5 >= longer * 2 and is_start(one, other))


@lean
def is_slip(one: Row, other: Row) -> bool:
    """Whether a letter was left out, put in, replaced or exchanged with its neighbour: once, in a word long enough."""
    short, long = (one, other) if one[TEXT] <= other[TEXT] else (other, one)
    n, m = int(short[TEXT]), int(long[TEXT])
    if m < SLIP_LETTERS_MIN or m - n > 1:
        return False
    front = 0
    while front < n and short[TEXT + 1 + front] == long[TEXT + 1 + front]:
        front += 1
    end = 0
    while end < n - front and short[TEXT + n - end] == long[TEXT + m - end]:
        end += 1
    left = m - front - end
    if left <= 1:
        return True
    at = TEXT + 1 + front
    return bool(n == m and left == 2 and short[at] == long[at + 1] and short[at + 1] == long[at])


@lean
def is_servant(row: Row) -> bool:
    """Whether the token begins with Abd, of which the letters that follow are compared alone."""
    return bool(row[TEXT] >= 3 and row[TEXT + 1] == 1 and row[TEXT + 2] == 2 and row[TEXT + 3] == 4)


@lean
def _same_bare(one: Row, other: Row) -> bool:
    if shared_number(one, BARE, other, BARE, BARE_MAX):
        return True
    ours, theirs = number(one, FOLD_HASH), number(other, FOLD_HASH)
    for k in range(BARE_MAX):
        place = BARE + 4 * k
        if ours == number(other, place) or theirs == number(one, place):
            return True
    return False


@lean
def _begins_so(one: Row, other: Row) -> bool:
    """Whether an initial may stand for a token: its first letter, or the first after Abd (Abdul K. for Abdul Karim)."""
    letter, long = (one[TEXT + 1], other) if one[INITIAL] else (other[TEXT + 1], one)
    return bool(letter == long[TEXT + 1] or (is_servant(long) and long[TEXT] > 3 and letter == long[TEXT + 4]))


@lean
def _known(one: Row, other: Row) -> tuple[float, int]:
    """What is known of a pair without counting edits; it is worth more than how far its letters are apart."""
    if one[INITIAL] or other[INITIAL]:
        return (INITIAL_LIKENESS if _begins_so(one, other) else 0.0), INITIALLY
    family = shared_number(one, FAMILIES, other, FAMILIES, FAMILIES_MAX)
    if family:
        # Numbers of a row count from 1.
        return (VARIANT, FAMILY) if family <= KIN_FIRST else (KIN, KINSHIP)
    if _same_bare(one, other):
        return SAME_BUT_GLUED, BARELY
    ours, theirs = number(one, SECOND), number(other, SECOND)
    if (ours and ours == number(other, FOLD_HASH)) or (theirs and theirs == number(one, FOLD_HASH)):
        return SECOND_READING, READING
    return 0.0, NOTHING


@lean
def _by_costs(one: Row, other: Row, costs: Floats, skipped: int) -> float:
    """How much likelier one name than strangers, by the costs learned for the scripts of both."""
    if one[SCRIPT] == other[SCRIPT]:
        return chain_likeness(one, other, costs, int(costs[LATIN_TABLE]), skipped)
    if one[SCRIPT] == LATIN_SCRIPT:
        return chain_likeness(one, other, costs, int(costs[other[SCRIPT]]), skipped)
    if other[SCRIPT] == LATIN_SCRIPT:
        return chain_likeness(other, one, costs, int(costs[one[SCRIPT]]), skipped)
    return chain_likeness(one, other, costs, int(costs[MIXED_TABLE]), skipped)


@lean
def _spelled(one: Row, other: Row, costs: Floats) -> tuple[float, int]:
    # Abd begins thousands of names: only what follows tells them apart.
    if is_servant(one) and is_servant(other):
        return _by_costs(one, other, costs, 3), AFTER_ABD
    score = _by_costs(one, other, costs, 0)
    if one[SCRIPT] != other[SCRIPT]:
        return score, ACROSS
    return in_one_script(one, other, score)


@lean
def in_one_script(one: Row, other: Row, score: float) -> tuple[float, int]:
    """The likeness of two tokens of one script whose costs say `score`, and the way: one may be cut short or a slip."""
    if score < CUT_SHORT and is_beginning(one, other):
        return CUT_SHORT, BEGINNING
    if score < SLIP and is_start(one, other):
        return SLIP, SPELLING
    if score < SLIP and is_slip(one, other):
        least = SHORT_SLIP if max(one[TEXT], other[TEXT]) == SLIP_LETTERS_MIN else SLIP
        return max(score, least), SPELLING
    return score, SPELLING


@lean
def likeness_rows(one: Row, other: Row, costs: Floats) -> tuple[np.float32, int]:
    """How alike two packed tokens are, in [0, 1], and the way it was found (one of the codes above). Symmetric."""
    if one[TEXT] == 0 or other[TEXT] == 0:
        return np.float32(0.0), NOTHING
    if same_letters(one, other, TEXT) and _same_syllables(one, other):
        return np.float32(1.0), LETTERS
    # One syllable is one word of meaning: letters that two of them share (lei, mei) say nothing.
    if one[SYLLABLES] and other[SYLLABLES] and one[SCRIPT] == other[SCRIPT]:
        return np.float32(_by_syllables(one, other)), SYLLABIC
    if same_letters(one, other, FOLD):
        return np.float32(SAME_SOUND), SOUND
    score, way = _known(one, other)
    if way != NOTHING:
        return np.float32(score), way
    score, way = _spelled(one, other, costs)
    return np.float32(score), way


@kernel
def _glue(one: Row, other: Row, place: int, most: int) -> Row:
    """A row with the letters of two tokens one after the other in the field at `place`, in the script of `one`."""
    row = np.zeros(WIDTH + FOLD_MAX, dtype=np.uint8)
    n, m = int(one[place]), int(other[place])
    row[SCRIPT] = one[SCRIPT]
    for k in range(n):
        row[place + 1 + k] = one[place + 1 + k]
    for k in range(min(m, most - n)):
        row[place + 1 + n + k] = other[place + 1 + k]
    row[place] = min(n + m, most)
    return row


@lean
def _glued_sounds(whole: Row, glued: Row) -> float:
    """The likeness of two folds, whichever of the additions run on to the whole are taken for additions."""
    best = 0.0
    for front in range(2):
        for end in range(2):
            if (front and not whole[FRONT]) or (end and not whole[END]):
                continue
            before, behind = int(whole[FRONT]) * front, int(whole[END]) * end
            span = (FOLD + 1 + before, int(whole[FOLD]) - before - behind)
            edits, heaviest = sound_edits(whole, glued, span, (FOLD + 1, int(glued[FOLD])))
            best = max(best, 1.0 - edits / max(heaviest, 1))
    return best if best >= GLUED_MIN else 0.0


@kernel
def glued_rows(whole: Row, one: Row, other: Row, costs: Floats) -> np.float32:
    """How alike a token is to two neighbours written together, in either order; 0 where it cannot be them.

    An article, Abd or a title run on to the whole counts as there or not there, whichever is nearer. In two scripts the
    learned costs decide.
    """
    letters, found = int(one[TEXT]) + int(other[TEXT]), int(whole[TEXT])
    # Sums and no differences: lengths come out of a row without a sign, and a negative one would wrap around.
    if found < GLUED_LETTERS_MIN or found > letters + GLUED_LETTERS_OFF_MAX or letters > found + GLUED_LETTERS_OFF_MAX:
        return np.float32(0.0)
    best = 0.0
    for turn in range(2):
        first, second = (one, other) if turn == 0 else (other, one)
        if whole[SCRIPT] == one[SCRIPT]:
            best = max(best, _glued_sounds(whole, _glue(first, second, FOLD, 2 * FOLD_MAX)))
        else:
            across = _by_costs(whole, _glue(first, second, TEXT, TEXT_MAX), costs, 0)
            best = max(best, across if across >= GLUED_ACROSS_MIN else 0.0)
    return np.float32(SAME_BUT_GLUED * best)
