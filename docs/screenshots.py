"""Pictures of the workbench for docs/pages/: `python docs/screenshots.py` after `gatehouse demo` (needs chromium).

It serves the demonstration that is in the home directory, signs in as the demonstration's accounts, and writes palette
PNGs. Every person in them is fictitious.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from palette import palette_png
from playwright.sync_api import sync_playwright

OUT = Path(__file__).parent / "pages"
PORT = 8397
SITE = f"http://127.0.0.1:{PORT}"
MAIN = [sys.executable, "-c", "from gatehouse.cli import main; main()"]


class Shot(NamedTuple):
    """A picture: its file, the page, as whom, in which language and scheme; `tall` shows the whole page."""

    name: str
    address: str
    who: str
    language: str = "en"
    scheme: str = "light"
    purpose: str = ""
    tall: bool = False


SHOTS = (
    Shot("sign-in", "/sign-in/", ""),
    Shot("start", "/", "analyst"),
    Shot("start-ar", "/", "analyst", language="ar"),
    Shot("refused", "/accounts/", "analyst"),
    Shot("accounts", "/accounts/", "administrator", purpose="upkeep"),
    Shot("redress-ask", "/redress/ask/", "", tall=True),
    Shot("oversight", "/oversight/", "oversight-reader"),
    Shot("oversight-log", "/oversight/log/", "oversight-reader", tall=True),
    Shot("oversight-samples", "/oversight/samples/", "oversight-reader", tall=True),
    Shot("law", "/law/", "oversight-reader"),
    Shot("components", "/style/", "analyst", tall=True),
    Shot("states", "/assessment/", "state-focal-point"),
    Shot("state", "/assessment/X-AL/2/", "state-focal-point", tall=True),
    Shot("answers", "/assessment/X-AL/2/answers/self-assessment/borders/", "state-focal-point"),
    Shot("visits", "/visits/?state=X-HA", "committee-member", tall=True),
    Shot("recommendations", "/recommendations/", "state-focal-point"),
    Shot("assistance", "/assistance/", "donor"),
    Shot("obligations", "/obligations/?force=binding", "assessor"),
    Shot("obligation", "/obligations/GCTS-19/", "assessor"),
    Shot("coverage", "/obligations/coverage/", "assessor"),
    Shot("components-dark", "/style/", "analyst", scheme="dark", tall=True),
)
"""One line for each picture."""


@contextmanager
def _served() -> Iterator[None]:
    process = subprocess.Popen([*MAIN, "serve", "--port", str(PORT), "--workers", "1"])
    try:
        for _ in range(600):
            try:
                with urllib.request.urlopen(f"{SITE}/health/"):
                    break
            except OSError:
                time.sleep(0.2)
        yield
    finally:
        process.terminate()
        process.wait()


def _signed_in(page: Any, shot: Shot, passwords: dict[str, str]) -> None:
    page.goto(f"{SITE}/sign-in/")
    page.fill("input[name=login]", f"demo-{shot.who}")
    page.fill("input[name=password]", passwords[f"demo-{shot.who}"])
    page.click("main button[type=submit]")
    page.wait_for_url(f"{SITE}/")
    page.click("details.menu summary")
    page.click(f"details.menu button[value={shot.language}]")
    if shot.purpose:
        page.goto(f"{SITE}/sitting/")
        page.select_option("select[name=purpose]", shot.purpose)
        page.click("main form button")


def _taken(browser: Any, shot: Shot, passwords: dict[str, str]) -> int:
    context = browser.new_context(viewport={"width": 1280, "height": 800}, color_scheme=shot.scheme)
    page = context.new_page()
    if shot.who:
        _signed_in(page, shot, passwords)
    page.goto(f"{SITE}{shot.address}")
    path = OUT / f"{shot.name}.png"
    path.write_bytes(palette_png(page.screenshot(full_page=shot.tall)))
    context.close()
    return path.stat().st_size


def main(wanted: list[str]) -> None:
    """Take the pictures that are named, or all."""
    from gatehouse.app.settings import migrate
    from gatehouse.app.web import setup_web

    setup_web(serving=False)
    migrate()
    from gatehouse.app.demo_accounts import renewed

    passwords = {one.identifier: one.password for one in renewed()}
    OUT.mkdir(exist_ok=True)
    with _served(), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for shot in SHOTS:
            if not wanted or shot.name in wanted:
                print(f"{shot.name}: {_taken(browser, shot, passwords)} bytes")
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])
