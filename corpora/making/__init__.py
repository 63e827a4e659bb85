"""How all fictional documents are made from their sources; apart from the words, which are data."""
