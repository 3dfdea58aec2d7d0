"""This file holds the check that what is named exists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bw_mcda.problem.finding import Finding


def unknown_ids(
    place: str, ids: Iterable[str], known: Iterable[str], noun: str
) -> Iterator[Finding]:
    """Yield a finding for every id that is not among the known ones."""
    known = tuple(known)
    for id_ in ids:
        if id_ not in known:
            yield Finding(
                place=place,
                found=repr(id_),
                allowed=f"the id of {noun}: {', '.join(known) or 'there is none'}",
            )
