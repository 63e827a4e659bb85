"""How the demo's two files are made from their sources; apart from the words, which are data."""
