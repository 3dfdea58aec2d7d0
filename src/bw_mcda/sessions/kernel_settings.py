"""This file holds the names under which a server tells its kernels what to show."""

from __future__ import annotations

SCENARIO_VARIABLE = "BW_MCDA_SCENARIO"
"""Path of the scenario."""
STORE_VARIABLE = "BW_MCDA_STORE"
"""SQLAlchemy address of the record."""
QUERY_VARIABLE = "QUERY_STRING"
"""The page's query string, which Voila sets for each kernel."""
DOWNLOADS = "/bw/advies"
"""Where the server hands out the council document; a suffix such as ``.docx`` comes behind it."""
