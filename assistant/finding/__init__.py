"""From the things a question names to the printed figures that carry them."""
