"""Ways to put alternatives in order: one file per method, one catalogue."""
