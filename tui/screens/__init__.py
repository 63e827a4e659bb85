"""One file per question that a reader asks."""
