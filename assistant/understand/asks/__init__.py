"""From a clause to what it asks: which operations, over which things, chosen by what."""
