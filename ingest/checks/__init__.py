"""Checks of printed amounts against one another; what they find is stored and shown, never mended."""
