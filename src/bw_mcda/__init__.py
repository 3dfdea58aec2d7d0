"""Decision support for broad welfare (brede welvaart) in area-based work."""

__version__ = "0.1.0"
