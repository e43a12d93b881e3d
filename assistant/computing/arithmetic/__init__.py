"""Figures worked out of figures: sums, ranks, changes, differences, shares, what is left."""
