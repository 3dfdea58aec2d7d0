"""This file holds what a room did, as plain data for the browser."""

from __future__ import annotations

from bw_mcda.sessions.room_record import RoomRecord
from bw_mcda.widgets.board_payload import Payload


def record_payload(record: RoomRecord) -> Payload:
    """Return points, notes, choices, snapshots, accepted cautions and view of ``record``."""
    return {
        "number": record.number,
        "points": {group: dict(weights.points) for group, weights in record.weights.items()},
        "n_undo": record.n_undo,
        "notes": [
            {
                "number": note.number,
                "text": note.text,
                "about": note.about,
                "author": note.author,
                "at": note.at,
            }
            for note in record.notes
        ],
        "choices": [
            {
                "number": choice.number,
                "goal": choice.goal,
                "alternatives": list(choice.alternatives),
                "reason": choice.reason,
                "at": choice.at,
            }
            for choice in record.choices
        ],
        "snapshots": [
            {
                "number": snapshot.number,
                "name": snapshot.name,
                "reason": snapshot.reason,
                "at": snapshot.at,
            }
            for snapshot in record.snapshots
        ],
        "accepted": [
            {"code": own.code, "about": list(own.about), "reason": own.reason}
            for own in record.accepted
        ],
        "view": dict(record.view),
    }
