"""The tables in which dossiers are kept, for SQLite and PostgreSQL alike.

Separate from the store so that a migration can compare the tables as they should be with those
that are there. Times are UTC.
"""

from __future__ import annotations

from sqlalchemy import (
    Column,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

VERSION = 1
"""Raised by every change that an older program could not read."""

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

versions = Table("schema_versions", metadata, Column("version", Integer, primary_key=True))

dossiers = Table(
    "dossiers",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String(200), nullable=False),
    Column("made_at", DateTime, nullable=False),
)

submissions = Table(
    "submissions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("dossier_id", ForeignKey("dossiers.id"), nullable=False),
    Column("fingerprint", String(64), nullable=False),
    Column("received_at", DateTime, nullable=False),
    Column("opened_at", DateTime, nullable=False),
    UniqueConstraint("fingerprint"),
)

submission_files = Table(
    "submission_files",
    metadata,
    Column("submission_id", ForeignKey("submissions.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("path", Text, nullable=False),
    Column("sha256", String(64), nullable=False),
)

assessments = Table(
    "assessments",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("submission_id", ForeignKey("submissions.id"), nullable=False),
    Column("category", String(40)),
    Column("checklist_version", String(40), nullable=False),
    Column("checklist_hash", String(64), nullable=False),
    Column("program_version", String(40), nullable=False),
    Column("made_at", DateTime, nullable=False),
    Column("findings", Integer, nullable=False),
    Column("payload", LargeBinary, nullable=False),
)

reviews = Table(
    "reviews",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("submission_id", ForeignKey("submissions.id"), nullable=False),
    Column("at", DateTime, nullable=False),
    Column("who", String(200), nullable=False),
    Column("kind", String(20), nullable=False),
    Column("finding", String(200), nullable=False),
    Column("subject", String(200), nullable=False),
    Column("level", Integer),
    Column("why", Text, nullable=False),
    Column("target", ForeignKey("reviews.id")),
)

places = Table(
    "places",
    metadata,
    Column("submission_id", ForeignKey("submissions.id"), primary_key=True),
    Column("who", String(200), primary_key=True),
    Column("finding", String(200), nullable=False),
)

Index("ix_assessments_submission_id", assessments.c.submission_id)
Index("ix_reviews_submission_id", reviews.c.submission_id)
