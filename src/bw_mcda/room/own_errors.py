"""This file holds how any handler fails: a Dutch page for the visitor, no address in the log."""

from __future__ import annotations

import logging
from types import TracebackType

from tornado.web import HTTPError, RequestHandler


class OwnErrors(RequestHandler):
    """Goes before another handler and takes over what happens when that fails."""

    def write_error(self, status_code: int, **_more: object) -> None:
        """Send our own error page, also where tornado or Jupyter would send an English one."""
        page = self.settings["jinja2_env"].get_template("error.html")
        self.set_header("Content-Type", "text/html; charset=utf-8")
        base_url = self.settings["base_url"]
        self.finish(page.render(status_code=status_code, facts=[], base_url=base_url))

    def log_exception(
        self,
        typ: type[BaseException] | None,
        value: BaseException | None,
        tb: TracebackType | None,
    ) -> None:
        """Log a fault in the program; tornado's own line holds address and query as well."""
        if value is not None and not isinstance(value, HTTPError):
            told = (typ or type(value), value, tb)
            logging.getLogger(__name__).error("%s failed", self.request.path, exc_info=told)


def with_own_errors(handler: type[RequestHandler]) -> type[RequestHandler]:
    """Return ``handler`` with our own errors."""
    return type(handler.__name__, (OwnErrors, handler), {})
