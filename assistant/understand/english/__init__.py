"""An English question put into the Chinese words and order that the grammar knows."""
