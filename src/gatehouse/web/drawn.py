"""A chart as a picture: drawn on the server, from numbers alone, as SVG without script."""

from __future__ import annotations

from typing import Any


def svg(chart: Any) -> str:
    """An Altair chart as SVG."""
    # Imported here: the renderer takes a second to start, which only whoever looks at a picture waits for.
    import vl_convert

    return str(vl_convert.vegalite_to_svg(chart.to_json()))
