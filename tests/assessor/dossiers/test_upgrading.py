"""A database of an earlier program becomes one of this program, and nothing of it is lost."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from builders import FINDINGS, key, prepared, review
from sqlalchemy import create_engine, inspect

from assessor.dossiers import schema, upgrading
from assessor.dossiers.connecting import engine_for
from assessor.dossiers.database import Database
from assessor.dossiers.store import Store
from assessor.errors import DossierError, NewerDossier


def opened(file, **more):
    return closing(Store(f"sqlite:///{file}", **more))


def rows(file, query):
    with closing(sqlite3.connect(file)) as connection:
        return connection.execute(query).fetchall()


def test_all_that_the_first_program_kept_is_there(first_program):
    with opened(first_program) as store:
        saved = store.find(key())
        assert saved.prepared == prepared(FINDINGS)
        assert saved.name == "risicoanalyse"
        assert [(r.id, r.kind, r.finding, r.level, r.why) for r in saved.reviews] == [
            (1, "agree", "f1", None, ""),
            (2, "disagree", "f2", 3, "zie bijlage [/b]"),
            (3, "undo", "f1", None, ""),
        ]
        assert store.place(saved.submission, "jansen") == "f3"
        assert [line.submission for line in store.shelf()] == [1, 2]
        assert store.find(key("cd" * 32, category="workwear")).submission == 2


def test_it_goes_on_after_what_was_there(first_program):
    with opened(first_program) as store:
        store.record(1, review("doubt", "f1"))
        assert [event.kind for event in store.find(key()).reviews][-1] == "doubt"


def test_the_file_is_copied_before(first_program):
    with opened(first_program):
        pass
    (copy,) = first_program.parent.glob("*before*")
    assert copy.name == "dossiers-before-0002.db"
    assert rows(copy, "SELECT version FROM schema_versions") == [(1,)]
    assert rows(copy, "SELECT kind FROM reviews") == [("agree",), ("disagree",), ("undo",)]


def test_an_earlier_copy_stays(first_program):
    first_program.with_name("dossiers-before-0002.db").write_text("mine")
    with opened(first_program):
        pass
    assert first_program.with_name("dossiers-before-0002.db").read_text() == "mine"
    assert first_program.with_name("dossiers-before-0002-2.db").exists()


def test_what_fits_is_neither_copied_nor_changed(first_program):
    for _ in range(2):
        with opened(first_program):
            pass
    assert len(list(first_program.parent.glob("*before*"))) == 1


def test_the_first_program_sees_that_it_is_too_old(first_program):
    with opened(first_program):
        pass
    assert rows(first_program, "SELECT version FROM schema_versions") == [(2,)]


def test_an_unknown_step_is_of_a_newer_program(first_program):
    with opened(first_program):
        pass
    with closing(sqlite3.connect(first_program)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0999'")
        connection.commit()
    before = first_program.read_bytes()
    with pytest.raises(NewerDossier, match="newer version"):
        Store(f"sqlite:///{first_program}")
    assert first_program.read_bytes() == before


def test_a_file_of_another_program_is_left_alone(tmp_path):
    file = tmp_path / "places.sqlite"
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE bookmarks (id INTEGER)")
    with pytest.raises(DossierError, match="does not hold dossiers"):
        Store(f"sqlite:///{file}")
    assert rows(file, "SELECT name FROM sqlite_master") == [("bookmarks",)]


def test_a_step_that_fails_leaves_everything_as_it_was(first_program, monkeypatch):
    monkeypatch.setattr(upgrading, "_check_links", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        Store(f"sqlite:///{first_program}")
    assert rows(first_program, "SELECT version FROM schema_versions") == [(1,)]
    assert rows(first_program, "SELECT name FROM dossiers") == [("risicoanalyse",)] * 2


def test_a_copy_that_does_not_fit_on_the_disk_stops_the_upgrade(first_program, monkeypatch):
    def full(*_):
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(upgrading, "_back_up", full)
    with pytest.raises(DossierError, match="disk is full"):
        Store(f"sqlite:///{first_program}")
    assert rows(first_program, "SELECT version FROM schema_versions") == [(1,)]


def test_two_programs_at_once_upgrade_once(first_program):
    failures = []

    def open_it():
        try:
            with opened(first_program, patience=20.0) as store:
                assert len(store.shelf()) == 2
        except Exception as error:  # noqa: BLE001  # told below
            failures.append(error)

    threads = [threading.Thread(target=open_it) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert len(list(first_program.parent.glob("*before*"))) == 1


def made_by_steps(url):
    """Return an engine of an empty database on which all steps were taken."""
    engine = engine_for(url, 2.0, for_upgrade=True)
    with engine.execution_options(writes=True).begin() as connection:
        upgrading._upgrade(connection)
    return engine


def test_the_steps_lead_to_the_tables_that_a_new_database_gets(url):
    from assessor.dossiers.connecting import address

    engine = made_by_steps(address(url))
    with engine.connect() as connection:
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, schema.metadata) == []
    engine.dispose()


def test_the_steps_that_are_known_are_the_steps_there_are():
    from pathlib import Path

    folder = Path(upgrading.__file__).parent / "migrations"
    steps = [script.revision for script in ScriptDirectory(str(folder)).walk_revisions()]
    assert tuple(reversed(steps)) == upgrading.REVISIONS


def test_a_new_database_needs_no_steps(tmp_path, monkeypatch):
    monkeypatch.setattr(upgrading, "_upgrade", lambda _: 1 / 0)
    database = Database(f"sqlite:///{tmp_path / 'a.db'}")
    with database.reading() as connection:
        tables = inspect(connection).get_table_names()
    database.close()
    assert set(schema.metadata.tables) <= set(tables)


def test_a_postgresql_of_the_first_program_is_upgraded(postgresql, data):
    engine = create_engine(postgresql.replace("postgresql:", "postgresql+psycopg:"))
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option(
        "script_location", str(upgrading.Path(upgrading.__file__).parent / "migrations")
    )
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        connection.exec_driver_sql("DROP TABLE alembic_version")
        for line in (data / "dossiers_v1.sql").read_text("utf-8").splitlines():
            if line.startswith("INSERT"):
                # The parents come after the children in the file.
                connection.exec_driver_sql("SET session_replication_role = replica")
                connection.exec_driver_sql(line.replace(",X'", ",E'\\\\x").replace("%", "%%"))
    engine.dispose()
    with closing(Store(postgresql)) as store:
        assert store.find(key()).prepared == prepared(FINDINGS)
        assert len(store.find(key()).reviews) == 3
