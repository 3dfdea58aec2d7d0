"""This file holds ``python -m bw_mcda.command_line``, for where ``bw-mcda`` is not on the path."""

from __future__ import annotations

import sys

from bw_mcda.command_line.main import main

if __name__ == "__main__":
    sys.exit(main())
