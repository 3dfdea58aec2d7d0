from __future__ import annotations

import pytest

from bw_mcda.sessions.entry import EntryError
from bw_mcda.sessions.session_name import DEFAULT_SESSION, session_in_query


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("", DEFAULT_SESSION),
        ("taal=en", DEFAULT_SESSION),
        ("sessie=zaal-1", "zaal-1"),
        ("sessie=Zaal-1&taal=en", "zaal-1"),
        ("sessie=een&sessie=twee", "twee"),
        (f"sessie={'a' * 40}", "a" * 40),
    ],
)
def test_an_address_names_a_session(query, name):
    assert session_in_query(query) == name


@pytest.mark.parametrize(
    "name", ["", "a b", "..%2Fgeheim", "a/b", "é", "a" * 41, "%00", "<script>", "a_b", "a.b"]
)
def test_any_other_name_is_refused(name):
    with pytest.raises(EntryError, match=r"sessie: got .*; allowed: 1 to 40 letters, digits"):
        session_in_query(f"sessie={name}")
