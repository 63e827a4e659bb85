"""Lets `python -m assessor` do what the `assessor` command does."""

from assessor.cli import main

if __name__ == "__main__":
    main()
