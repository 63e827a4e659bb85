"""Lets `python -m assessor` do what the `assessor` command does."""

from assessor.cli import run

if __name__ == "__main__":
    run()
