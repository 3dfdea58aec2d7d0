"""What is decided: frozen nouns, no arithmetic, no files."""
