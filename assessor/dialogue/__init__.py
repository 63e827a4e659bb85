"""The dialogue with the supplier: what to thank for, what to ask, in how many minutes."""
