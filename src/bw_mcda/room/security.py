"""This file holds what each answer tells the browser to trust, and what the log leaves out."""

from __future__ import annotations

import ipaddress
import logging

from tornado.httputil import HTTPHeaders, HTTPServerRequest
from tornado.web import OutputTransform, RequestHandler

# `blob:`: anywidget imports its modules from one. `unsafe-inline` for style only: widgets set it.
POLICY = (
    "default-src 'self'; "
    "script-src 'self' blob:; "
    "style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; "
    "font-src 'self' data:; "
    "connect-src 'self' ws: wss:; "
    "object-src 'none'; "
    "base-uri 'self'; "
    "form-action 'self'; "
    "frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


class SecurityHeaders(OutputTransform):
    """Puts the headers on every answer: static files and errors as well as pages."""

    def __init__(self, request: HTTPServerRequest) -> None:
        super().__init__(request)

    def transform_first_chunk(
        self,
        status_code: int,
        headers: HTTPHeaders,
        chunk: bytes,
        finishing: bool,  # noqa: ARG002, FBT001 - tornado's own shape
    ) -> tuple[int, HTTPHeaders, bytes]:
        """Return the first part of an answer with our headers on it."""
        for name, value in HEADERS.items():
            headers[name] = value
        headers.pop("Server", None)
        return status_code, headers, chunk


def log_without_addresses(handler: RequestHandler) -> None:
    """Log failures without the visitor's address and without the query, which may hold a token."""
    status = handler.get_status()
    if status >= 500:
        logging.getLogger(__name__).error("%s %s", status, handler.request.path)


def keep_addresses_out_of_logs() -> None:
    """Silence tornado's remarks on malformed requests: they name who sent them."""
    logging.getLogger("tornado.general").setLevel(logging.ERROR)


def is_this_machine(ip: str) -> bool:
    """Return whether ``ip`` can only be reached from this machine."""
    if ip == "localhost":
        return True
    try:
        return ipaddress.ip_address(ip).is_loopback
    except ValueError:
        return False
