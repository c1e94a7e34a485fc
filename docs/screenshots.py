"""Pictures of the workbench for docs/pages/: `python docs/screenshots.py`, after both demonstrations were played.

It serves what `gatehouse demo` and `gatehouse assess demo` left in the home directory (chromium is needed), signs in as
the demonstration's accounts, plays a few acts so that there is something to see (`page_story.py`), and writes palette
PNGs, of long pages the upper part. Fonts for every script have to be there (Debian: fonts-noto-core, fonts-noto-cjk). Every person in them is fictitious. Names of pictures as arguments take those alone.
`--axe` takes none and looks at every kind of page that an account comes to with axe-core.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import page_story
from page_walk import looked_through
from palette import palette_png
from playwright.sync_api import sync_playwright

OUT = Path(__file__).parent / "pages"
PORT = 8398
SITE = f"http://127.0.0.1:{PORT}"
MAIN = [sys.executable, "-c", "from gatehouse.cli import main; main()"]
WIDTH, HEIGHT, HEIGHT_MAX = 1280, 800, 1700


class Shot(NamedTuple):
    """A picture: its file, the page, as whom, in which language and scheme, how wide.

    `follow` is clicked first, then `act` is done on the page.
    """

    name: str
    address: str
    who: str
    language: str = "en"
    scheme: str = "light"
    purpose: str = ""
    follow: str = ""
    width: int = WIDTH
    printed: bool = False
    act: Callable[[Any], None] = lambda _: None


STRONG = "/hits/?order=strength"
OPEN = "/hits/?state=open&order=strength"
FIRST_HIT = "table.queue tbody th a"
DRAFT = "main a[href*='/criteria/drafts/']"
VERSION = "main a[href^='/criteria/cash-one-way/']"
SHOTS = (
    Shot("sign-in", "/sign-in/", ""),
    Shot("start", "/", "analyst"),
    Shot("start-ar", "/", "analyst", language="ar"),
    Shot("queue", STRONG, "senior-analyst"),
    Shot("queue-dark", STRONG, "senior-analyst", scheme="dark"),
    Shot("queue-ar", STRONG, "senior-analyst", language="ar"),
    Shot("queue-zh", STRONG, "senior-analyst", language="zh-hans"),
    Shot("queue-narrow", STRONG, "senior-analyst", width=320),
    Shot("hit", OPEN, "senior-analyst", follow=FIRST_HIT),
    Shot("hit-dark", OPEN, "senior-analyst", scheme="dark", follow=FIRST_HIT),
    Shot("hit-print", OPEN, "senior-analyst", follow=FIRST_HIT, printed=True),
    Shot("hit-zh", OPEN, "senior-analyst", language="zh-hans", follow=FIRST_HIT),
    Shot("hit-ar", OPEN, "senior-analyst", language="ar", follow=FIRST_HIT),
    Shot("hit-narrow", OPEN, "senior-analyst", follow=FIRST_HIT, width=320),
    Shot("hit-refused", OPEN, "senior-analyst", follow=FIRST_HIT, act=page_story.answered_badly),
    Shot("hit-second", "/hits/?state=awaiting-second", "senior-analyst", follow=FIRST_HIT),
    Shot("traveller", "/travellers/84/", "analyst"),
    Shot("flights", "/flights/", "analyst"),
    Shot("flight", "/flights/", "analyst", follow="tbody th a"),
    Shot("lists", "/lists/", "list-manager"),
    Shot("list-entries", "/lists/DEMO/entries/", "list-manager"),
    Shot("list-entry", "/lists/DEMO/entries/", "list-manager", follow="tbody a"),
    Shot("criteria", "/criteria/", "criteria-author"),
    Shot("criterion-draft", "/criteria/", "criteria-author", follow=DRAFT),
    Shot("criterion", "/criteria/", "criteria-approver", follow=VERSION),
    Shot("criterion-dark", "/criteria/", "criteria-approver", scheme="dark", follow=VERSION),
    Shot("carriers", "/carriers/", "senior-analyst"),
    Shot("carrier", "/carriers/", "senior-analyst", follow="tbody th a"),
    Shot("search", "/search/", "analyst", act=page_story.searched),
    Shot("search-zh", "/search/", "analyst", language="zh-hans", act=page_story.searched),
    Shot("overview", "/overview/", "senior-analyst"),
    Shot("overview-dark", "/overview/", "senior-analyst", scheme="dark"),
    Shot("border", "/border/", "border-officer"),
    Shot("border-nothing", "/border/", "border-officer", act=page_story.asked_of_nobody),
    Shot("border-wait", "/border/", "border-officer", act=page_story.asked_of_somebody),
    Shot("border-document", "/border/", "border-officer", act=page_story.asked_by_zone),
    Shot("at-the-border", "/waiting/", "analyst"),
    Shot("holds", "/holds/", "data-protection-officer", purpose="oversight"),
    Shot("hold-refused", "/holds/new/", "senior-analyst", act=page_story.held_badly),
    Shot("jobs", "/jobs/", "operator"),
    Shot("job", "/jobs/", "operator", follow="tbody th a"),
    Shot("unmasking", "/unmasking/", "analyst"),
    Shot("refused", "/accounts/", "analyst"),
    Shot("redress-ask", "/redress/ask/", ""),
    Shot("redress", "/redress/", "redress-officer"),
    Shot("redress-one", "/redress/", "redress-officer", follow="tbody th a"),
    Shot("inbox", "/inbox/", "operator"),
    Shot("accounts", "/accounts/", "administrator"),
    Shot("oversight", "/oversight/", "oversight-reader"),
    Shot("oversight-log", "/oversight/log/", "oversight-reader"),
    Shot("oversight-uses", "/oversight/uses/", "oversight-reader"),
    Shot("oversight-due", "/oversight/retention/due/", "oversight-reader"),
    Shot("oversight-criteria", "/oversight/criteria/", "oversight-reader"),
    Shot("oversight-samples", "/oversight/samples/", "oversight-reader"),
    Shot("law", "/law/", "oversight-reader"),
    Shot("states", "/assessment/", "team-lead"),
    Shot("state", "/assessment/X-AL/2/", "team-lead"),
    Shot("answers", "/assessment/X-BE/2/answers/self-assessment/borders/", "state-focal-point"),
    Shot("assessment-waiting", "/assessment/waiting/", "team-lead"),
    Shot("findings", "/assessment/X-LU/2/findings/", "team-lead"),
    Shot("finding", "/assessment/X-AL/2/findings/2/", "team-lead"),
    Shot("finding-form", "/assessment/X-LU/2/findings/new/", "assessor"),
    Shot("rating-form", "/assessment/X-LU/2/findings/6/rate/compliance/", "second-assessor"),
    Shot("marks", "/assessment/X-BE/2/marks/", "state-focal-point"),
    Shot("visits", "/visits/?state=X-HA", "committee-member"),
    Shot("visit", "/visits/1/", "team-lead"),
    Shot("recommendations", "/recommendations/?state=X-AL", "team-lead"),
    Shot("recommendation", "/recommendations/?state=X-AL", "team-lead", follow="main a:has-text('2026-2027/1')"),
    Shot("assistance", "/assistance/", "donor"),
    Shot("reports", "/assessment/reports/", "team-lead"),
    Shot("report", "/assessment/reports/1/", "committee-member"),
    Shot("report-read", "/assessment/reports/1/en.html", "committee-member"),
    Shot("report-zh", "/published/1/zh.html", ""),
    Shot("published", "/published/", ""),
    Shot("obligations", "/obligations/?force=binding", "assessor"),
    Shot("obligation", "/obligations/GCTS-19/", "assessor"),
    Shot("coverage", "/obligations/coverage/", "assessor"),
    Shot("components", "/style/", "analyst"),
    Shot("components-dark", "/style/", "analyst", scheme="dark"),
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
    page.goto("/sign-in/")
    page.fill("input[name=login]", f"demo-{shot.who}")
    page.fill("input[name=password]", passwords[f"demo-{shot.who}"])
    page.click("main button[type=submit]")
    page.wait_for_url(f"{SITE}/")
    page.goto("/sitting/")
    if shot.purpose:
        page.select_option("select[name=purpose]", shot.purpose)
    page.fill("input[name=reference]", page_story.REFERENCE)
    page.click("main form button")
    page.click("details.menu summary")
    page.click(f"details.menu button[value={shot.language}]")


def _taken(page: Any, shot: Shot) -> int:
    page.goto(shot.address)
    if shot.follow:
        page.click(shot.follow)
        page.wait_for_load_state()
    shot.act(page)
    page.wait_for_load_state("networkidle")
    page.emulate_media(media="print" if shot.printed else "screen", color_scheme=shot.scheme)
    tall = page.evaluate("document.documentElement.scrollHeight")
    page.set_viewport_size({"width": shot.width, "height": max(HEIGHT, min(tall, HEIGHT_MAX))})
    path = OUT / f"{shot.name}.png"
    path.write_bytes(palette_png(page.screenshot()))
    return path.stat().st_size


def _walked(sat: Callable[[Shot], Any], who: Iterable[str]) -> int:
    """Look at every kind of page once, as whoever comes to it first; how many violations there are."""
    seen: set[str] = set()
    pages = count = 0
    for role in who:
        page = sat(Shot("", "", role))
        for address, against in looked_through(page, seen):
            pages, count = pages + 1, count + len(against)
            print(f"{role} {address}: {'; '.join(against) or 'nothing'}", flush=True)
        page.context.close()
    print(f"{pages} kinds of pages, {count} violations")
    return count


def main(wanted: list[str]) -> None:
    """Take the pictures that are named, or all; with `--axe` look at every kind of page and take none."""
    from gatehouse.app.settings import migrate
    from gatehouse.app.web import setup_web

    setup_web(serving=False)
    migrate()
    from gatehouse.app.demo_accounts import renewed

    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright waits in a loop of this thread
    passwords = {one.identifier: one.password for one in renewed()}
    OUT.mkdir(exist_ok=True)
    with _served(), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])

        def sat(shot: Shot) -> Any:
            context = browser.new_context(base_url=SITE, viewport={"width": shot.width, "height": HEIGHT})
            page = context.new_page()
            page.emulate_media(color_scheme=shot.scheme)
            if shot.who:
                _signed_in(page, shot, passwords)
            return page

        if wanted == ["--axe"]:
            roles = dict.fromkeys(one.removeprefix("demo-") for one in passwords)
            raise SystemExit(1 if _walked(sat, roles) else 0)
        if not wanted:
            page_story.told(lambda who: sat(Shot("", "", who)))
        for shot in SHOTS:
            if not wanted or shot.name in wanted:
                page = sat(shot)
                print(f"{shot.name}: {_taken(page, shot)} bytes", flush=True)
                page.context.close()
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])
