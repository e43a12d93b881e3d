"""How a turn leans on the one before it, and how the clauses of one turn lean on each other."""
