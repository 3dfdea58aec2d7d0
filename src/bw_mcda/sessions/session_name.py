"""This file holds how an address names a session."""

from __future__ import annotations

from urllib.parse import parse_qs

from bw_mcda.problem.finding import Finding
from bw_mcda.sessions.entry import EntryError, is_session_name

DEFAULT_SESSION = "workshop"
"""The session of an address that names none."""

SESSION_KEY = "sessie"


def session_in_query(query: str) -> str:
    """Return the session that the query string of an address names (``sessie=…``).

    Raises
    ------
    EntryError
        When the name can not be one.
    """
    given = parse_qs(query, keep_blank_values=True).get(SESSION_KEY)
    if given is None:
        return DEFAULT_SESSION
    name = given[-1].strip().lower()
    if not is_session_name(name):
        raise EntryError(
            [
                Finding(
                    place=SESSION_KEY,
                    found=repr(name[:80]),
                    allowed="1 to 40 letters, digits and dashes",
                )
            ]
        )
    return name
