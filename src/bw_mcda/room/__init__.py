"""The server of a workshop: Voila for the screen, and the advice as a document."""
