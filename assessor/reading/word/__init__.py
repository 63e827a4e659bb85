"""The parts of a Word file, each read with care: package, styles, numbers, runs and tables."""
