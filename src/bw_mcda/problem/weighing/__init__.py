"""What people answered about weights, and the shares that follow from their answers."""
