"""Stored names said otherwise than printed: short, mistyped, in pieces, two in one, by a part."""
