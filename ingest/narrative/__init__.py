"""What the running text says: whose document it is, its sections, passages and the amounts in its sentences."""
