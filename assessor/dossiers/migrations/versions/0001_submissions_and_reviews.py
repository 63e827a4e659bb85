"""The tables of the first program: a dossier per submission, its assessments and reviews."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    _make_submissions()
    _make_assessments()
    _make_reviews()


def _key(*columns: str, table: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint(*columns, name=f"pk_{table}")


def _of_submission(table: str) -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_submission_id_submissions"
    return sa.ForeignKeyConstraint(["submission_id"], ["submissions.id"], name=name)


def _make_submissions() -> None:
    op.create_table(
        "schema_versions",
        sa.Column("version", sa.Integer, nullable=False),
        _key("version", table="schema_versions"),
    )
    op.create_table(
        "dossiers",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("made_at", sa.DateTime, nullable=False),
        _key("id", table="dossiers"),
    )
    op.create_table(
        "submissions",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("dossier_id", sa.Integer, nullable=False),
        sa.Column("fingerprint", sa.String(64), nullable=False),
        sa.Column("received_at", sa.DateTime, nullable=False),
        sa.Column("opened_at", sa.DateTime, nullable=False),
        _key("id", table="submissions"),
        sa.ForeignKeyConstraint(
            ["dossier_id"], ["dossiers.id"], name="fk_submissions_dossier_id_dossiers"
        ),
        sa.UniqueConstraint("fingerprint", name="uq_submissions_fingerprint"),
    )
    op.create_table(
        "submission_files",
        sa.Column("submission_id", sa.Integer, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("path", sa.Text, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        _key("submission_id", "position", table="submission_files"),
        _of_submission("submission_files"),
    )


def _make_assessments() -> None:
    op.create_table(
        "assessments",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("submission_id", sa.Integer, nullable=False),
        sa.Column("category", sa.String(40)),
        sa.Column("checklist_version", sa.String(40), nullable=False),
        sa.Column("checklist_hash", sa.String(64), nullable=False),
        sa.Column("program_version", sa.String(40), nullable=False),
        sa.Column("made_at", sa.DateTime, nullable=False),
        sa.Column("findings", sa.Integer, nullable=False),
        sa.Column("payload", sa.LargeBinary, nullable=False),
        _key("id", table="assessments"),
        _of_submission("assessments"),
    )
    op.create_index("ix_assessments_submission_id", "assessments", ["submission_id"])


def _make_reviews() -> None:
    op.create_table(
        "reviews",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("submission_id", sa.Integer, nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("who", sa.String(200), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("finding", sa.String(200), nullable=False),
        sa.Column("subject", sa.String(200), nullable=False),
        sa.Column("level", sa.Integer),
        sa.Column("why", sa.Text, nullable=False),
        sa.Column("target", sa.Integer),
        _key("id", table="reviews"),
        _of_submission("reviews"),
        sa.ForeignKeyConstraint(["target"], ["reviews.id"], name="fk_reviews_target_reviews"),
    )
    op.create_index("ix_reviews_submission_id", "reviews", ["submission_id"])
    op.create_table(
        "places",
        sa.Column("submission_id", sa.Integer, nullable=False),
        sa.Column("who", sa.String(200), nullable=False),
        sa.Column("finding", sa.String(200), nullable=False),
        _key("submission_id", "who", table="places"),
        _of_submission("places"),
    )
