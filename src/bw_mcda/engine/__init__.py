"""Scenario to results: pure functions."""
