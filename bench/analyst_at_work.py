"""One analyst's browser, as the load bench plays it: a session, its cookies, and the round of the queue."""

from __future__ import annotations

import html
import http.client
import random
import re
import time
from http.cookies import SimpleCookie
from urllib.parse import urlencode

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
HIT = re.compile(r'href="(/hits/\d+/)"')
SEGMENT = re.compile(r'href="(/hits/\d+/segments/\d+/[^"#]*)')
HIDDEN = re.compile(r'name="(acts|version)" value="(\d+)"')
NEXT = re.compile(r'rel="next" href="([^"]+)"')
FILTERS = ("order=strength", "hours=48", "assignee=nobody", "hours=72&order=strength", "")
REASONS = ("birth-date", "document", "nationality-and-birth-place", "name-only")
DECIDED_SHARE = 0.6
"""Of the hits that are read, so many are decided; the others are left for somebody else."""
SIGN_IN = "sign in"
TOO_MANY, WAIT_SECONDS = 429, 20
"""One address may sign in so many times a minute: an office of fifty has to wait its turn."""


class Analyst:
    """A signed-in session. `took` gathers milliseconds by the kind of page; a refusal under its status."""

    def __init__(self, port: int, name: str, password: str, took: dict[str, list[float]]) -> None:
        self.port, self.name, self.password, self.took = port, name, password, took
        self.cookies: dict[str, str] = {}
        self.status = 0

    def sign_in(self) -> None:
        """By the form, as everybody does. RuntimeError where it is refused."""
        shown = self.ask(SIGN_IN, "/sign-in/")
        sent = {"login": self.name, "password": self.password, "csrfmiddlewaretoken": _token(shown)}
        while self.ask(SIGN_IN, "/sign-in/", sent) and self.status == TOO_MANY:
            time.sleep(WAIT_SECONDS)
        if "hits" not in self.ask(SIGN_IN, "/"):
            raise RuntimeError(f"{self.name} could not sign in")

    def work(self, until: float, think: float, chance: random.Random) -> None:
        """Go round the queue until the time is over."""
        time.sleep(chance.uniform(0, think))
        while time.monotonic() < until:
            self.round(think, chance)

    def round(self, think: float, chance: random.Random) -> None:
        """Open, narrow, page on, read a hit and its segments, decide."""
        self.pause(think, chance)
        queue = self.ask("queue", "/hits/")
        self.pause(think, chance)
        queue = self.ask("queue, narrowed", f"/hits/?{chance.choice(FILTERS)}")
        for _ in range(chance.randrange(3)):
            following = NEXT.search(queue)
            if following:
                self.pause(think, chance)
                queue = self.ask("queue, a page further", f"/hits/{html.unescape(following[1])}")
        hits = list(dict.fromkeys(HIT.findall(queue)))
        if not hits:
            return
        address = chance.choice(hits)
        shown = self.ask("hit", address)
        self.pause(think, chance)
        segment = SEGMENT.search(shown)
        if segment:
            self.ask("segments", html.unescape(segment[1]))
            self.pause(think, chance)
        if chance.random() < DECIDED_SHARE and "/decide/" in shown:
            self.decide(address, shown, chance)

    def decide(self, address: str, shown: str, chance: random.Random) -> None:
        """Say that the two are not the same, and follow to where the answer leads."""
        reason = f"not-same/{chance.choice(REASONS)}"
        sent = {"answer": "not-same", "reason": reason, "text": "compared for the bench"}
        sent |= dict(HIDDEN.findall(shown)[:2]) | {"csrfmiddlewaretoken": _token(shown)}
        self.ask("decide", f"{address}decide/", sent)

    @staticmethod
    def pause(think: float, chance: random.Random) -> None:
        """Read for a while."""
        time.sleep(chance.uniform(0.5, 1.5) * think)

    def ask(self, kind: str, address: str, sent: dict[str, str] | None = None) -> str:
        """The page at an address, timed; a form is sent where there is one, and its redirect is not followed."""
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if sent is not None:
            headers |= {
                "Content-Type": "application/x-www-form-urlencoded",
                "Origin": f"http://127.0.0.1:{self.port}",
            }
        # A connection of its own: the server ends one that is idle while somebody reads.
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        began = time.perf_counter()
        connection.request("GET" if sent is None else "POST", address, urlencode(sent) if sent else None, headers)
        answer = connection.getresponse()
        body, self.status = answer.read(), answer.status
        took = (time.perf_counter() - began) * 1000
        connection.close()
        for line in answer.headers.get_all("Set-Cookie") or ():
            self.cookies |= {name: one.value for name, one in SimpleCookie(line).items()}
        told = kind if answer.status < 400 else f"{kind}: {answer.status}"
        self.took[told].append(took)
        return body.decode("utf-8", "replace")


def _token(shown: str) -> str:
    found = TOKEN.search(shown)
    return found[1] if found else ""
