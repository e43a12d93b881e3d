"""Everyday speech: asides, courtesy, lead-ups, turns of speech, words typed by their sound, words nothing covers."""
