"""File to scenario and back: the only place that knows YAML, spreadsheets and pydantic."""
