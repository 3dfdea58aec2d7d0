"""What was found: frozen nouns, each with ``to_frame()``."""
