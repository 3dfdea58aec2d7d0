"""How well results hold when weights and effects vary."""
