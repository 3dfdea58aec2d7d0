"""From performances to values on a 0-1 scale."""
