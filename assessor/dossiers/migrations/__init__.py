"""How a database of an earlier schema becomes one of this schema; one file per step."""
