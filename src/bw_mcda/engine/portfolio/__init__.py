"""This file holds nothing: the package finds sets of alternatives that keep to the rules."""
