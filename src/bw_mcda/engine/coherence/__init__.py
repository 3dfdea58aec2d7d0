"""Whether criteria hang together: what counts double and what drops out."""
