"""Which departments, units and tiers of government a question names, and bodies that no document is of."""
