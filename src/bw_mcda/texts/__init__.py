"""Words, numbers and sentences in Dutch and English."""
