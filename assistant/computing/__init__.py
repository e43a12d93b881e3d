"""Operations over found figures: exact, with every input cited."""
