"""A small OpenID Connect provider on this machine, for tests: it says what it is told to, under its own key."""

from __future__ import annotations

import base64
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import ec

CLIENT, SECRET = "gatehouse", "a secret of tests"


class Provider:
    """Its `issuer`, and the claims that it states: `claims` change what it would say by itself."""

    def __init__(self) -> None:
        self.key, self.stranger = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
        self.claims: dict[str, Any] = {}
        self.signs_with = self.key
        self.asked: dict[str, str] = {}
        self.sent: dict[str, str] = {}
        self.issuer = ""

    def settings(self, **more: Any) -> dict[str, Any]:
        """What the pages are told of this provider."""
        from gatehouse.app.sign_in import Provider as Told

        told = Told("ministry", "The Ministry", self.issuer, CLIENT, SECRET, origin=self.issuer, **more)
        return {"openid_connect": {"APPS": [told.app()]}}

    def answer_to(self, address: str) -> str:
        """Where the browser is sent after somebody signed in at `address`: the path with the code."""
        self.asked = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
        back = urlsplit(self.asked["redirect_uri"]).path
        return f"{back}?code=c-1&state={self.asked['state']}"

    def word(self) -> str:
        """The ID token."""
        now = int(time.time())
        said = {"iss": self.issuer, "sub": "s-1", "aud": CLIENT, "iat": now, "exp": now + 60}
        said |= {"nonce": self.asked.get("nonce"), "preferred_username": "ana-7", "name": "A Real Name"}
        return jwt.encode(said | self.claims, self.signs_with, "ES256", headers={"kid": "k-1"})

    def answers(self, path: str, form: dict[str, str]) -> dict[str, Any]:
        """What it answers to a program."""
        if path == "/.well-known/openid-configuration":
            places = {"authorization_endpoint": "/authorize", "token_endpoint": "/token", "jwks_uri": "/keys"}
            places["userinfo_endpoint"] = "/me"
            return {"issuer": self.issuer, **{name: f"{self.issuer}{place}" for name, place in places.items()}}
        if path == "/keys":
            return {"keys": [_jwk(self.key)]}
        if path == "/me":
            return {"sub": "s-1", "preferred_username": "ana-7"}
        self.sent = form
        return {"access_token": "a-1", "token_type": "Bearer", "id_token": self.word()}


def _jwk(key: ec.EllipticCurvePrivateKey) -> dict[str, str]:
    numbers = key.public_key().public_numbers()
    parts = {name: getattr(numbers, name).to_bytes(32) for name in ("x", "y")}
    coded = {name: base64.urlsafe_b64encode(part).rstrip(b"=").decode() for name, part in parts.items()}
    return {"kty": "EC", "crv": "P-256", "alg": "ES256", "use": "sig", "kid": "k-1", **coded}


@contextmanager
def provided() -> Iterator[Provider]:
    """A provider that answers on a port of this machine."""
    provider = Provider()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._answer({})

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            self._answer({name: values[0] for name, values in parse_qs(body).items()})

        def _answer(self, form: dict[str, str]) -> None:
            said = json.dumps(provider.answers(urlsplit(self.path).path, form)).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(said)))
            self.end_headers()
            self.wfile.write(said)

        def log_message(self, *args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    provider.issuer = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield provider
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
