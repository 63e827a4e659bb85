"""The tables in which dossiers are kept, for SQLite and PostgreSQL alike.

Separate from the store so that a migration can compare the tables as they should be with those
that are there. Times are UTC. A `uid` is the same in every office that has a copy; an `id` is not.
"""

from __future__ import annotations

from uuid import uuid4

from sqlalchemy import (
    BigInteger,
    Column,
    Date,
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

VERSION = 2
"""Raised by every change that an older program could not read."""

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def new_uid() -> str:
    """Return a name that no other office will ever give."""
    return uuid4().hex


def _uid() -> Column[str]:
    return Column("uid", String(32), nullable=False, default=new_uid)


versions = Table("schema_versions", metadata, Column("version", Integer, primary_key=True))

suppliers = Table(
    "suppliers",
    metadata,
    Column("id", Integer, primary_key=True),
    _uid(),
    Column("name", String(200), nullable=False),
    Column("made_at", DateTime, nullable=False),
    UniqueConstraint("uid"),
)

contracts = Table(
    "contracts",
    metadata,
    Column("id", Integer, primary_key=True),
    _uid(),
    Column("supplier_id", ForeignKey("suppliers.id")),
    Column("name", String(200), nullable=False),
    Column("number", String(100), nullable=False, server_default=""),
    Column("category", String(40)),
    Column("regime", String(20)),
    Column("signed_on", Date),
    Column("starts_on", Date),
    Column("ends_on", Date),
    Column("made_at", DateTime, nullable=False),
    UniqueConstraint("uid"),
)
"""What people call a dossier: one contract with one supplier; number "" where it is not known."""

thresholds = Table(
    "contract_thresholds",
    metadata,
    Column("contract_id", ForeignKey("contracts.id"), primary_key=True),
    Column("code", String(100), primary_key=True),
    Column("level", Integer, nullable=False),
)
"""The level that was agreed for a measure, theme or topic."""

deadlines = Table(
    "contract_deadlines",
    metadata,
    Column("contract_id", ForeignKey("contracts.id"), primary_key=True),
    Column("document_type", String(40), primary_key=True),
    Column("due_on", Date, primary_key=True),
)

submissions = Table(
    "submissions",
    metadata,
    Column("id", Integer, primary_key=True),
    _uid(),
    Column("contract_id", ForeignKey("contracts.id"), nullable=False),
    Column("fingerprint", String(64), nullable=False),
    Column("received_on", Date, nullable=False),
    Column("made_at", DateTime, nullable=False),
    Column("opened_at", DateTime, nullable=False),
    UniqueConstraint("uid"),
    UniqueConstraint("contract_id", "fingerprint"),
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
    _uid(),
    Column("submission_id", ForeignKey("submissions.id"), nullable=False),
    Column("category", String(40)),
    Column("contract_date", Date),
    Column("checklist_version", String(40), nullable=False),
    Column("checklist_hash", String(64), nullable=False),
    Column("program_version", String(40), nullable=False),
    Column("made_at", DateTime, nullable=False),
    Column("findings", Integer, nullable=False),
    Column("threads", Text, nullable=False, server_default="{}"),
    Column("payload", LargeBinary, nullable=False),
    UniqueConstraint("uid"),
)
"""`threads` is JSON: for each finding the name under which people's judgements of it are kept."""

reviews = Table(
    "reviews",
    metadata,
    Column("id", Integer, primary_key=True),
    _uid(),
    Column("submission_id", ForeignKey("submissions.id"), nullable=False),
    Column("at", DateTime, nullable=False),
    Column("moment", BigInteger, nullable=False),
    Column("who", String(200), nullable=False),
    Column("kind", String(20), nullable=False),
    Column("finding", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("level", Integer),
    Column("why", Text, nullable=False),
    Column("target", ForeignKey("reviews.id")),
    UniqueConstraint("uid"),
)
"""`finding` is a thread; `moment` puts events in order, also those of other offices."""

agenda_changes = Table(
    "agenda_changes",
    metadata,
    Column("id", Integer, primary_key=True),
    _uid(),
    Column("submission_id", ForeignKey("submissions.id"), nullable=False),
    Column("at", DateTime, nullable=False),
    Column("moment", BigInteger, nullable=False),
    Column("who", String(200), nullable=False),
    Column("kind", String(20), nullable=False),
    Column("edit", Text, nullable=False),
    Column("target", ForeignKey("agenda_changes.id")),
    UniqueConstraint("uid"),
)

places = Table(
    "places",
    metadata,
    Column("submission_id", ForeignKey("submissions.id"), primary_key=True),
    Column("who", String(200), primary_key=True),
    Column("finding", Text, nullable=False),
)

presences = Table(
    "presences",
    metadata,
    Column("submission_id", ForeignKey("submissions.id"), primary_key=True),
    Column("session", String(32), primary_key=True),
    Column("who", String(200), nullable=False),
    Column("machine", String(200), nullable=False),
    Column("since", DateTime, nullable=False),
    Column("seen_at", DateTime, nullable=False),
)

Index("ix_assessments_submission_id", assessments.c.submission_id)
Index("ix_reviews_submission_id", reviews.c.submission_id)
Index("ix_agenda_changes_submission_id", agenda_changes.c.submission_id)
Index("ix_submissions_fingerprint", submissions.c.fingerprint)
Index("ix_submission_files_sha256", submission_files.c.sha256)
