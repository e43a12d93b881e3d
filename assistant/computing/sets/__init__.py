"""Operations over sets of rows and of bodies: counted, added, ranked, chosen, held against the whole."""
