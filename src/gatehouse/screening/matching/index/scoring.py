"""The scores of many rows of an index beside a traveller's name: the same kernel as for one pair, on the same tokens.

Each row is first scored as if every likeness that has not been measured were as great as it can be. Most rows fall
below the floor even so and are done with; only the others are measured.
"""

from __future__ import annotations

import numpy as np

from gatehouse.names.compiled import inlined, kernel, lean
from gatehouse.names.kernels import (
    GLUED_LETTERS_MIN,
    GLUED_LETTERS_OFF_MAX,
    SAME_BUT_GLUED,
    START_LETTERS_MIN,
    glued_rows,
    is_start,
    likeness_rows,
)
from gatehouse.names.packed import TEXT, TEXT_MAX
from gatehouse.names.whole import LIKENESS_MIN, whole_likeness
from gatehouse.screening.matching.birth_years import bound
from gatehouse.screening.matching.index.ahead import AHEAD, ask_for
from gatehouse.screening.matching.index.arrays import F32, I32, U8, Index, Whole
from gatehouse.screening.matching.index.bits import FIRST_LETTER, SCRIPT_SIGN, TEXT_LETTERS, bit_count, may_share, sign
from gatehouse.screening.matching.index.query import PLACES_MAX, Births, Query
from gatehouse.screening.matching.index.rows import wrapped
from gatehouse.screening.matching.index.sides import (
    FAR,
    GUESSED,
    LACKING,
    POSSIBLE,
    REMEMBERED,
    UNKNOWN,
    Listed,
    Memory,
    Own,
    Row,
    listed_of,
    new_memory,
    new_row,
    own_of,
    together,
)
from gatehouse.screening.matching.name_kernel import (
    FACTS,
    FEATURES,
    NOTHING,
    sheet_log_odds,
)
from gatehouse.screening.matching.name_sheet import Sheet, lacks_answer

GLUED_SHARED_MIN = 0.7
"""Share of a token's letters that two tokens run together have, for it to be compared with them."""
SUPPOSED = np.float32(0.6599)
"""A likeness not measured, until it is: just no answer, because no key led from one spelling to the other."""
CONFLICT, NO_TOKEN = FEATURES.index("conflict"), FEATURES.index("nothing")
"""Places among what is seen."""
WHOLES = (1 + FEATURES.index("whole"), 1 + FEATURES.index("whole_known"))


@inlined
def _measured(own: Own, listed: Listed, memory: Memory, i: Whole, token: Whole) -> np.float32:
    """The likeness of a traveller's token to a listed one, measured and remembered."""
    found = likeness_rows(own.rows[i], listed.tokens[token], own.costs)[0]
    at = token & (REMEMBERED - 1)
    if memory.tokens[at] == token:
        memory.alike[at, i] = found
    return found


@inlined
def _may_be_alike(own: Own, listed: Listed, row: Row, i: Whole, j: Whole) -> bool:
    """Whether letters let a traveller's token and one of the row be alike, or their scripts do not tell."""
    token = row.tokens[j]
    if own.scripts[i] != row.scripts[j] or may_share(own.bags[i], listed.bags[token]):
        return True
    # A name cut short by a field may have less than half of the letters.
    short = min(own.lengths[i], row.lengths[j]) < START_LETTERS_MIN
    if short or own.firsts[i] != sign(listed.bags[token, 2], FIRST_LETTER):
        return False
    return is_start(own.rows[i], listed.tokens[token])


@inlined
def _lay_out(own: Own, listed: Listed, memory: Memory, number: Whole, row: Row, sheet: Sheet) -> None:
    """Puts a row on the sheet, with SUPPOSED for likenesses that nobody has measured."""
    first, count = listed.starts[number], listed.starts[number + 1] - listed.starts[number]
    bags, facts, marks, alike, right = listed.bags, listed.facts, own.marks, sheet.alike, sheet.right
    known, values, room, guessed = memory.tokens, memory.alike, len(own.marks) - 1, 0
    for j in range(count):
        token = np.int64(listed.row_tokens[first + j])
        row.tokens[j], row.bags[j] = token, bags[token, 0]
        row.lengths[j], row.scripts[j] = sign(bags[token, 2], TEXT_LETTERS), sign(bags[token, 2], SCRIPT_SIGN)
        for fact in range(len(FACTS)):
            right[fact, j] = facts[token, fact]
        at, marked = token & (REMEMBERED - 1), marks[wrapped(token, room)]
        if known[at] != token:
            known[at] = token
            for i in range(sheet.size[0]):
                values[at, i] = UNKNOWN
        for i in range(sheet.size[0]):
            value = values[at, i]
            if value == UNKNOWN and marked & (1 << min(i, PLACES_MAX - 1)):
                value = _measured(own, listed, memory, i, token)
            elif value == UNKNOWN:
                value = values[at, i] = POSSIBLE if _may_be_alike(own, listed, row, i, j) else np.float32(0.0)
            guessed += value == POSSIBLE
            alike[i, j] = SUPPOSED if value == POSSIBLE else value
    sheet.size[1], sheet.size[2] = count, 0
    row.flags[GUESSED] = guessed


@inlined
def _measure(own: Own, listed: Listed, memory: Memory, row: Row, sheet: Sheet) -> None:
    """Replaces what was SUPPOSED by what is."""
    if not row.flags[GUESSED]:
        return
    for j in range(sheet.size[1]):
        for i in range(sheet.size[0]):
            if sheet.alike[i, j] == SUPPOSED:
                sheet.alike[i, j] = _measured(own, listed, memory, i, row.tokens[j])


@inlined
def _may_be_glued(length: Whole, whole: Whole, letters: Whole, parts: Whole) -> bool:
    """Whether a token of these letters (bag `whole`) has enough in common with two others run together."""
    if length < GLUED_LETTERS_MIN or abs(length - letters) > GLUED_LETTERS_OFF_MAX:
        return False
    # A letter that stands twice and more has two bits; those beyond are granted.
    granted = length - np.int64(bit_count(whole))
    return bool(np.int64(bit_count(whole & parts)) + granted >= GLUED_SHARED_MIN * length)


@inlined
def _look_for_glue(own: Own, row: Row, sheet: Sheet) -> None:
    """Marks with SAME_BUT_GLUED the tokens that may be two run together."""
    count, size = sheet.size[1], sheet.size[0]
    most = np.float32(SAME_BUT_GLUED)
    for j in range(count):
        if j + 1 < count:
            both, both_bag = row.lengths[j] + row.lengths[j + 1], together(row.bags[j], row.bags[j + 1])
            for i in range(size):
                across = own.scripts[i] != row.scripts[j]
                if across or _may_be_glued(own.lengths[i], own.bags[i, 0], both, both_bag):
                    sheet.right_glued[i, j] = most
                    sheet.size[2] = 1
        for i in range(size - 1):
            across = own.scripts[i] != row.scripts[j]
            if across or _may_be_glued(row.lengths[j], row.bags[j], own.both_lengths[i], own.both_bags[i]):
                sheet.left_glued[i, j] = most
                sheet.size[2] = 1


@inlined
def _count_lacking(own: Own, row: Row, count: Whole) -> None:
    """Counts the letters that one of the names has and the other lacks: each of them is an edit at least."""
    letters: Whole = np.int64(0)
    bag: Whole = np.uint64(0)
    for j in range(count):
        letters += row.lengths[j]
        bag = together(bag, row.bags[j])
    lacking = max(np.int64(bit_count(own.whole[1] & ~bag)), np.int64(bit_count(bag & ~own.whole[1])))
    longest = max(np.int64(own.whole[0]), letters)
    row.flags[LACKING] = lacking if lacking <= (1.0 - LIKENESS_MIN) * longest else FAR


@inlined
def _measure_glue(own: Own, listed: Listed, row: Row, sheet: Sheet) -> None:
    """Replaces the marks of `_look_for_glue` by likenesses."""
    tokens, rows = listed.tokens, own.rows
    for j in range(sheet.size[1]):
        for i in range(sheet.size[0]):
            if sheet.right_glued[i, j] > 0:
                one, other = tokens[row.tokens[j]], tokens[row.tokens[j + 1]]
                sheet.right_glued[i, j] = glued_rows(rows[i], one, other, own.costs)
            if sheet.left_glued[i, j] > 0:
                sheet.left_glued[i, j] = glued_rows(tokens[row.tokens[j]], rows[i], rows[i + 1], own.costs)


@inlined
def _clear_glue(sheet: Sheet) -> None:
    if sheet.size[2]:
        for i in range(sheet.size[0]):
            for j in range(sheet.size[1]):
                sheet.left_glued[i, j] = sheet.right_glued[i, j] = np.float32(0.0)
        sheet.size[2] = 0


@inlined
def _asks_for_whole(sheet: Sheet) -> bool:
    """Whether the likeness of the names as wholes counts, after what was seen of their tokens."""
    fewest, most = min(sheet.size[0], sheet.size[1]), max(sheet.size[0], sheet.size[1])
    return bool(sheet.seen[CONFLICT] >= NOTHING or sheet.seen[NO_TOKEN] > 0 or (fewest == 1 and most > 2))


@inlined
def _may_reach(own: Own, row: Row, sheet: Sheet, least: float) -> bool:
    """Whether the row on the sheet could reach `least`, were every likeness as great as it can be."""
    weights, glued, lacking = own.weights, sheet.size[2], row.flags[LACKING]
    # Words parted otherwise, or not at all, are scored by their letters alone.
    if lacking == 0 or (lacking < FAR and min(sheet.size[0], sheet.size[1]) == 1):
        return True
    whole = max(0.0, max(weights[WHOLES[0]], weights[WHOLES[1]])) if lacking < FAR else 0.0
    for turn in range(2):
        # A pairing that might be glued takes the place of others: the better of both counts.
        sheet.size[2] = glued if turn == 1 else 0
        found = sheet_log_odds(sheet, 0.0, weights)
        if found >= least or (found + whole >= least and _asks_for_whole(sheet)):
            sheet.size[2] = glued
            return True
        if not glued:
            break
    sheet.size[2] = glued
    return False


@inlined
def _scored(own: Own, listed: Listed, memory: Memory, row: Row, sheet: Sheet) -> float:
    """The log-odds of the row on the sheet, everything measured."""
    _measure(own, listed, memory, row, sheet)
    # Where every token has its answer there is nothing that glue could mend.
    if sheet.size[0] == sheet.size[1] and not lacks_answer(sheet.alike, sheet.size[0], sheet.size[1]):
        _clear_glue(sheet)
    elif sheet.size[2]:
        _measure_glue(own, listed, row, sheet)
    found = sheet_log_odds(sheet, 0.0, own.weights)
    if row.flags[LACKING] == FAR or not _asks_for_whole(sheet):
        return found
    # Of a packed token the likeness of wholes reads the text alone.
    for j in range(sheet.size[1]):
        for at in range(TEXT, TEXT + 1 + TEXT_MAX):
            row.packed[j, at] = listed.tokens[row.tokens[j], at]
    return sheet_log_odds(sheet, whole_likeness(own.rows, row.packed[: sheet.size[1]]), own.weights)


@inlined
def _ask_for_rows(own: Own, listed: Listed, rows: I32, place: Whole) -> None:
    """Asks for what will be looked at of the rows to be scored after this one."""
    if place + 2 * AHEAD < len(rows):
        later = rows[place + 2 * AHEAD]
        ask_for(listed.starts, later)
        ask_for(listed.weak, later)
        ask_for(listed.first, later)
        ask_for(listed.last, later)
        ask_for(listed.days, later)
    if place + AHEAD < len(rows):
        ask_for(listed.row_tokens, listed.starts[rows[place + AHEAD]])
    if place + AHEAD // 2 < len(rows):
        row = rows[place + AHEAD // 2]
        for k in range(listed.starts[row], listed.starts[row + 1]):
            token = listed.row_tokens[k]
            ask_for(listed.bags, token)
            ask_for(listed.facts, token)
            ask_for(own.marks, wrapped(token, len(own.marks) - 1))


@lean
def _score(
    rows: I32, own: Own, listed: Listed, memory: Memory, at_hand: tuple[Row, Sheet], found: tuple[I32, F32, F32]
) -> Whole:
    """Puts the rows that reach the floor in `found`, with the log-odds of the name and of name and birth; how many."""
    row, sheet = at_hand
    kept, names, totals = found
    count = 0
    for place in range(len(rows)):
        number = rows[place]
        _ask_for_rows(own, listed, rows, place)
        birth = bound(own.bounds, own.year, listed.first[number], listed.last[number], listed.days[number])
        weak = own.weak if listed.weak[number] else 0.0
        least = own.floor - birth - weak
        _lay_out(own, listed, memory, number, row, sheet)
        _count_lacking(own, row, sheet.size[1])
        lacks = sheet.size[0] != sheet.size[1] or lacks_answer(sheet.alike, sheet.size[0], sheet.size[1])
        # What is supposed may be no answer when it is measured.
        if lacks or row.flags[GUESSED]:
            _look_for_glue(own, row, sheet)
        if _may_reach(own, row, sheet, least):
            name = _scored(own, listed, memory, row, sheet)
            if name >= least and not listed.dead[listed.owners[number]]:
                kept[count], names[count], totals[count] = number, name + weak, name + weak + birth
                count += 1
        _clear_glue(sheet)
    return count


@kernel
def rows_scored(index: Index, query: Query, rows: I32, told: tuple[U8, U8], sheet: Sheet) -> tuple[I32, F32, F32]:
    """Those of `rows` that reach the floor: numbers, log-odds of the name, and with the most that the birth can add.

    `told` are the marks of tokens and the dead entries; the traveller's name is on the left of the `sheet`.
    """
    kept = np.empty(len(rows), dtype=np.int32)
    names, totals = np.empty(len(rows), dtype=np.float32), np.empty(len(rows), dtype=np.float32)
    marks, dead = told
    found = (kept, names, totals)
    count = _score(rows, own_of(query, marks), listed_of(index, dead), new_memory(query), (new_row(), sheet), found)
    return kept[:count], names[:count], totals[:count]


@inlined
def birth_bound(index: Index, births: Births, row: Whole) -> float:
    """The most log-odds that the birth dates of a row can add."""
    return float(bound(births.bounds, births.year, index.first[row], index.last[row], index.days[row]))
