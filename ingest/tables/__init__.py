"""A pure chain from grids to records, each step visible."""
