"""The analyst's way in: what was found, told in a notebook or a terminal."""
