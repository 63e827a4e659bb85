"""Databases for tests: a file, and a PostgreSQL where it is installed."""

from __future__ import annotations

import sqlite3

import postgres
import pytest


@pytest.fixture(scope="session")
def server():
    if (programs := postgres.programs()) is None:
        pytest.skip("PostgreSQL is not installed")
    with postgres.running(programs) as home:
        yield home


@pytest.fixture
def postgresql(server):
    """The URL of an empty PostgreSQL database."""
    import psycopg

    where = {"host": str(server), "user": postgres.USER, "dbname": "postgres"}
    with psycopg.connect(autocommit=True, **where) as connection:
        connection.execute("DROP SCHEMA public CASCADE")
        connection.execute("CREATE SCHEMA public")
    return f"postgresql://{postgres.USER}@/postgres?host={server}"


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request, tmp_path, monkeypatch):
    """The URL of an empty database, of either kind."""
    monkeypatch.setenv("ASSESSOR_DATA", str(tmp_path / "data"))
    if request.param == "postgresql":
        return request.getfixturevalue("postgresql")
    return f"sqlite:///{tmp_path / 'data' / 'dossiers.db'}"


@pytest.fixture
def first_program(tmp_path, data):
    """A database as the first program left it: two dossiers, three events."""
    file = tmp_path / "data" / "dossiers.db"
    file.parent.mkdir()
    with sqlite3.connect(file) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.executescript((data / "dossiers_v1.sql").read_text("utf-8"))
    connection.close()
    return file
