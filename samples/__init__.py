"""Documents of one invented city, drawn from one model of its money; run ``python -m samples.generate``."""
