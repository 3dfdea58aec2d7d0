"""What a room hands in: an append-only record, and what it amounts to."""
