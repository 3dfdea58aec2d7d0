"""The command ``bw-mcda``: what one can do from a terminal."""
