"""Rows of all rooms by whose they are: masked, or deleted, in a few statements for many owners.

Table and column names come from declarations and models, never from data. To be called in the step's transaction.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, cast

import orjson
from django.db import connection
from django.db.models import ForeignKey, JSONField, Model
from psycopg import sql

from gatehouse.retention.inventory import model_of, owned_by
from gatehouse.retention.masking import changes, maskable, wanted
from gatehouse.terms.keep import Keep

if TYPE_CHECKING:
    from django.db.models import Field

    AnyField = Field[Any, Any]

Removed = dict[int, list[tuple[str, int, dict[str, Any]]]]
"""By owner: table, row, and the cells as they were before."""
MARK = "masked_at"
ERASING = "SET LOCAL gatehouse.erasing = 'on'"
"""What tables that refuse to lose a row are told, until the transaction ends."""


def mask(kind: str, owners: Sequence[int], masked: frozenset[str]) -> tuple[Removed, dict[str, int]]:
    """Mask everything of these owners; what was removed of each, and how many rows of each table changed."""
    removed: Removed = defaultdict(list)
    counts: dict[str, int] = {}
    for keep in owned_by(kind):
        if maskable(keep):
            counts[keep.model] = _mask_table(keep, owners, masked, removed)
        if keep.via == ("id",):
            _mark(keep, owners)
    return dict(removed), {model: count for model, count in counts.items() if count}


def _mask_table(keep: Keep, owners: Sequence[int], masked: frozenset[str], removed: Removed) -> int:
    fields = {name: _field(keep, name) for name in wanted(keep)}
    changed: dict[tuple[str, ...], list[list[Any]]] = defaultdict(list)
    for number, owner, *cells in _read(keep, owners, list(fields.values())):
        row = {"id": number, **dict(zip(fields, _parsed(fields, cells), strict=True))}
        news = changes(keep, row, masked)
        if news:
            removed[owner].append((keep.model, number, {name: row[name] for name in news}))
            changed[tuple(news)].append([number, *_texts(fields, news)])
    for names, rows in changed.items():
        _update(keep, [fields[name] for name in names], rows)
    return sum(map(len, changed.values()))


def _read(keep: Keep, owners: Sequence[int], fields: list[AnyField]) -> list[tuple[Any, ...]]:
    cells = [
        sql.SQL("t.{}::text" if isinstance(field, JSONField) else "t.{}").format(_named(field)) for field in fields
    ]
    source, owner = _source(keep)
    number = sql.Identifier(_key(model_of(keep)))
    statement = sql.SQL("SELECT t.{}, {}, {} FROM {} WHERE {} = ANY(%s) ORDER BY 1 FOR UPDATE OF t").format(
        number, owner, sql.SQL(", ").join(cells), source, owner
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, [list(owners)])
        return list(cursor.fetchall())


def _key(model: type[Model]) -> str:
    """The column of a table's own number."""
    return cast(str, model._meta.pk.column)


def _named(field: AnyField) -> sql.Identifier:
    """The column of a field. Fields of tables have one."""
    return sql.Identifier(cast(str, field.column))


def _source(keep: Keep) -> tuple[sql.Composable, sql.Composable]:
    """The table, joined with those that lead to the owner (`via`), and the owner's column."""
    model, alias = model_of(keep), "t"
    source: sql.Composable = sql.SQL("{} t").format(sql.Identifier(model._meta.db_table))
    for step, column in enumerate(keep.via[:-1]):
        leading = next(field for field in model._meta.concrete_fields if field.column == column)
        model, before, alias = cast(type[Model], leading.related_model), alias, f"p{step}"
        source = sql.SQL("{} JOIN {} {alias} ON {alias}.{} = {}.{}").format(
            source,
            sql.Identifier(model._meta.db_table),
            sql.Identifier(_key(model)),
            sql.Identifier(before),
            sql.Identifier(column),
            alias=sql.Identifier(alias),
        )
    return source, sql.SQL("{}.{}").format(sql.Identifier(alias), sql.Identifier(keep.via[-1]))


def _update(keep: Keep, fields: list[AnyField], rows: list[list[Any]]) -> None:
    types = ["bigint", *(_type(field) for field in fields)]
    statement = sql.SQL("UPDATE {} AS held SET {} FROM unnest({}) AS told ({}) WHERE held.{} = told.told_id").format(
        sql.Identifier(model_of(keep)._meta.db_table),
        sql.SQL(", ").join([sql.SQL("{0} = told.{0}").format(_named(field)) for field in fields]),
        sql.SQL(", ").join(sql.SQL("%s::{}[]").format(sql.SQL(kind)) for kind in types),
        sql.SQL(", ").join([sql.Identifier("told_id"), *map(_named, fields)]),
        sql.Identifier(_key(model_of(keep))),
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, [list(column) for column in zip(*rows, strict=True)])


def _mark(keep: Keep, owners: Sequence[int]) -> None:
    if MARK in keep.columns:
        statement = sql.SQL("UPDATE {} SET {} = now() WHERE id = ANY(%s)").format(
            sql.Identifier(model_of(keep)._meta.db_table), sql.Identifier(MARK)
        )
        with connection.cursor() as cursor:
            cursor.execute(statement, [list(owners)])


def delete(kind: str, owners: Sequence[int]) -> dict[str, int]:
    """Delete everything of these owners, themselves last; how many rows of each table.

    Rows of others that refer to one of theirs, and may do without, lose the reference.
    """
    counts = {}
    with connection.cursor() as cursor:
        cursor.execute(ERASING)
    for keep in owned_by(kind):
        model = model_of(keep)
        source, owner = _source(keep)
        key = sql.Identifier(_key(model))
        find = sql.SQL("SELECT t.{} FROM {} WHERE {} = ANY(%s)").format(key, source, owner)
        drop = sql.SQL("DELETE FROM {} WHERE {} = ANY(%s)").format(sql.Identifier(model._meta.db_table), key)
        with connection.cursor() as cursor:
            cursor.execute(find, [list(owners)])
            doomed = [number for (number,) in cursor.fetchall()]
            if doomed:
                _let_go(model, doomed)
                cursor.execute(drop, [doomed])
                counts[keep.model] = cursor.rowcount
    return counts


def _let_go(model: type[Model], doomed: list[int]) -> None:
    """Clear the references to rows that are about to go, where a table allows that."""
    for relation in model._meta.related_objects:
        field = relation.field
        # What refers to its own table goes with what it refers to.
        if field.null and field.model is not model:
            table, column = sql.Identifier(field.model._meta.db_table), _named(field)
            with connection.cursor() as cursor:
                cursor.execute(
                    sql.SQL("UPDATE {} SET {} = NULL WHERE {} = ANY(%s)").format(table, column, column), [doomed]
                )


def _field(keep: Keep, name: str) -> AnyField:
    return cast("AnyField", model_of(keep)._meta.get_field(name))


def _type(field: AnyField) -> str:
    if isinstance(field, ForeignKey):
        return "bigint"
    return cast(str, field.db_type(connection))


def _parsed(fields: dict[str, AnyField], cells: list[Any]) -> list[Any]:
    return [
        orjson.loads(cell) if isinstance(field, JSONField) and cell is not None else cell
        for field, cell in zip(fields.values(), cells, strict=True)
    ]


def _texts(fields: dict[str, AnyField], news: dict[str, Any]) -> list[Any]:
    return [
        orjson.dumps(value).decode() if isinstance(fields[name], JSONField) and value is not None else value
        for name, value in news.items()
    ]
