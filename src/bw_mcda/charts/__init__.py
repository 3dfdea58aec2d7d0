"""Pictures of results: a function from a result and a language to a chart that brings its table."""
