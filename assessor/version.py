"""The program's version, apart so that every stage can name it without importing the whole."""

__version__ = "0.1.0"
