"""Memory asked for before it is needed: a list of millions lies beyond every cache, and a processor waits for each look
at it as long as for a hundred sums. What is asked for while something else is reckoned is there when its turn comes.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from llvmlite import ir  # type: ignore[import-untyped]  # it says no types
from numba import types
from numba.core import cgutils
from numba.extending import intrinsic
from numpy.typing import NDArray

AHEAD = 8
"""Turns of a loop in which what was asked for comes."""
_BUILD: Any = cgutils
_BYTE, _NUMBER = ir.IntType(8).as_pointer(), ir.IntType(32)
_TO_READ, _EVERYWHERE, _DATA = _NUMBER(0), _NUMBER(3), _NUMBER(1)


@intrinsic
def _asked_for(typingctx: Any, array: Any, place: Any) -> Any:  # noqa: ARG001  (the form that the compiler asks for)

    def generate(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        kind = signature.args[0]
        held = context.make_array(kind)(context, builder, value=arguments[0])
        number = context.cast(builder, arguments[1], signature.args[1], types.intp)
        step = _BUILD.unpack_tuple(builder, held.strides)[0]
        at = builder.gep(builder.bitcast(held.data, _BYTE), [builder.mul(number, step)])
        form = ir.FunctionType(ir.VoidType(), [_BYTE, _NUMBER, _NUMBER, _NUMBER])
        fetched = _BUILD.get_or_insert_function(builder.module, form, "llvm.prefetch.p0i8")
        builder.call(fetched, [at, _TO_READ, _EVERYWHERE, _DATA])
        return context.get_dummy_value()

    return types.void(array, place), generate


ask_for: Callable[[NDArray[Any], Any], None] = cast(Any, _asked_for)
"""Asks for the item, or the row, of an array at a place; for compiled code only. Changes nothing but the time."""
