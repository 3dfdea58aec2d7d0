"""Weights and how firm they are."""
