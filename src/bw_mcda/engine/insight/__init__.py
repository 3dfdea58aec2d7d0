"""What results say about choosing itself."""
