"""The question's text, its spans, and the wordings of operations, sets and bodies that stand by themselves."""
