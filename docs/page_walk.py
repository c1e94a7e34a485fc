"""Every kind of page that links lead to, looked at by axe-core (WCAG 2.2 AA) in a browser: `screenshots.py --axe`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

from django.urls import Resolver404, resolve
from playwright.sync_api import Error

sys.path.append(str(Path(__file__).parents[1] / "tests"))
from accessible import violations

LEFT_OUT = ("account_logout", "language")
"""A look would change something."""
SCHEMES = ("light", "dark")


def looked_through(page: Any, seen: set[str]) -> Iterator[tuple[str, list[str]]]:
    """Each kind of page from the start page on, but those `seen`: its address, and what violates in light and dark.

    One that does not answer with 200 counts as a violation; files and pictures are no pages.
    """
    seen.update(LEFT_OUT)
    waiting, known = ["/"], {"/"}
    while waiting:
        address = waiting.pop(0)
        kind = _kind(address)
        is_new = kind not in seen
        if not is_new and address != "/":
            continue
        try:
            answer = page.goto(address)
        except Error:  # what is downloaded is no page
            continue
        if "text/html" not in answer.headers.get("content-type", ""):
            continue
        seen.add(kind)
        if is_new:
            yield address, _against(page) if answer.ok else [f"it answers {answer.status}"]
        for link in page.eval_on_selector_all("a[href]", "links => links.map(one => one.getAttribute('href'))"):
            to = urljoin(address, link.split("#")[0])
            if to.startswith("/") and to not in known:
                known.add(to)
                waiting.append(to)


def _against(page: Any) -> list[str]:
    found = []
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # a colour on its way is none
        found += [f"{scheme}: {one}" for one in violations(page)]
    return found


def _kind(address: str) -> str:
    try:
        return resolve(urlsplit(address).path).url_name or address
    except Resolver404:
        return address
