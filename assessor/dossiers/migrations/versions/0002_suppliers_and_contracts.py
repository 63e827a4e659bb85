"""A dossier becomes a contract of a supplier; names that hold in every office; agenda; presence.

Every row stays. Judgements of old stand under the ids of their findings, which become threads.
"""

from __future__ import annotations

from uuid import uuid4

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Change the tables and fill what is new."""
    _make_suppliers()
    _make_contracts()
    _change_submissions()
    _change_assessments()
    _change_reviews()
    _make_agenda_and_presence()
    op.execute("UPDATE schema_versions SET version = 2")


def _key(*columns: str, table: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint(*columns, name=f"pk_{table}")


def _to(column: str, to: str, table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=f"fk_{table}_{column}_{to}")


def _once(*columns: str, table: str) -> sa.UniqueConstraint:
    return sa.UniqueConstraint(*columns, name=f"uq_{table}_{'_'.join(columns)}")


def _name_rows(table: str) -> None:
    """Give every row a name that no other office gives."""
    op.add_column(table, sa.Column("uid", sa.String(32)))
    rows = sa.table(table, sa.column("id", sa.Integer), sa.column("uid", sa.String))
    connection = op.get_bind()
    named = [
        {"of": row.id, "given": uuid4().hex} for row in connection.execute(sa.select(rows.c.id))
    ]
    if named:
        naming = sa.update(rows).where(rows.c.id == sa.bindparam("of"))
        connection.execute(naming.values(uid=sa.bindparam("given")), named)


def _make_suppliers() -> None:
    op.create_table(
        "suppliers",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("uid", sa.String(32), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("made_at", sa.DateTime, nullable=False),
        _key("id", table="suppliers"),
        _once("uid", table="suppliers"),
    )


def _make_contracts() -> None:
    op.rename_table("dossiers", "contracts")
    _name_rows("contracts")
    with op.batch_alter_table("contracts") as table:
        table.alter_column("uid", existing_type=sa.String(32), nullable=False)
        table.add_column(sa.Column("supplier_id", sa.Integer))
        table.add_column(sa.Column("number", sa.String(100), nullable=False, server_default=""))
        table.add_column(sa.Column("category", sa.String(40)))
        table.add_column(sa.Column("regime", sa.String(20)))
        table.add_column(sa.Column("signed_on", sa.Date))
        table.add_column(sa.Column("starts_on", sa.Date))
        table.add_column(sa.Column("ends_on", sa.Date))
        table.create_unique_constraint("uq_contracts_uid", ["uid"])
        table.create_foreign_key(
            "fk_contracts_supplier_id_suppliers", "suppliers", ["supplier_id"], ["id"]
        )
    op.create_table(
        "contract_thresholds",
        sa.Column("contract_id", sa.Integer, nullable=False),
        sa.Column("code", sa.String(100), nullable=False),
        sa.Column("level", sa.Integer, nullable=False),
        _key("contract_id", "code", table="contract_thresholds"),
        _to("contract_id", "contracts", "contract_thresholds"),
    )
    op.create_table(
        "contract_deadlines",
        sa.Column("contract_id", sa.Integer, nullable=False),
        sa.Column("document_type", sa.String(40), nullable=False),
        sa.Column("due_on", sa.Date, nullable=False),
        _key("contract_id", "document_type", "due_on", table="contract_deadlines"),
        _to("contract_id", "contracts", "contract_deadlines"),
    )


def _change_submissions() -> None:
    _name_rows("submissions")
    op.add_column("submissions", sa.Column("received_on", sa.Date))
    op.execute("UPDATE submissions SET received_on = DATE(received_at)")
    with op.batch_alter_table("submissions") as table:
        table.drop_constraint("uq_submissions_fingerprint", type_="unique")
        table.drop_constraint("fk_submissions_dossier_id_dossiers", type_="foreignkey")
        table.alter_column(
            "dossier_id", new_column_name="contract_id", existing_type=sa.Integer, nullable=False
        )
        table.alter_column(
            "received_at", new_column_name="made_at", existing_type=sa.DateTime, nullable=False
        )
        table.alter_column("uid", existing_type=sa.String(32), nullable=False)
        table.alter_column("received_on", existing_type=sa.Date, nullable=False)
        table.create_unique_constraint("uq_submissions_uid", ["uid"])
    with op.batch_alter_table("submissions") as table:
        table.create_unique_constraint(
            "uq_submissions_contract_id_fingerprint", ["contract_id", "fingerprint"]
        )
        table.create_foreign_key(
            "fk_submissions_contract_id_contracts", "contracts", ["contract_id"], ["id"]
        )
    op.create_index("ix_submissions_fingerprint", "submissions", ["fingerprint"])
    op.create_index("ix_submission_files_sha256", "submission_files", ["sha256"])


def _change_assessments() -> None:
    _name_rows("assessments")
    op.add_column("assessments", sa.Column("contract_date", sa.Date))
    with op.batch_alter_table("assessments") as table:
        table.alter_column("uid", existing_type=sa.String(32), nullable=False)
        table.add_column(sa.Column("threads", sa.Text, nullable=False, server_default="{}"))
        table.create_unique_constraint("uq_assessments_uid", ["uid"])


def _change_reviews() -> None:
    _name_rows("reviews")
    op.add_column("reviews", sa.Column("moment", sa.BigInteger))
    op.execute("UPDATE reviews SET moment = id")
    with op.batch_alter_table("reviews") as table:
        table.alter_column("uid", existing_type=sa.String(32), nullable=False)
        table.alter_column("moment", existing_type=sa.BigInteger, nullable=False)
        table.alter_column("finding", existing_type=sa.String(200), type_=sa.Text)
        table.alter_column("subject", existing_type=sa.String(200), type_=sa.Text)
        table.create_unique_constraint("uq_reviews_uid", ["uid"])
    with op.batch_alter_table("places") as table:
        table.alter_column("finding", existing_type=sa.String(200), type_=sa.Text)


def _make_agenda_and_presence() -> None:
    op.create_table(
        "agenda_changes",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("uid", sa.String(32), nullable=False),
        sa.Column("submission_id", sa.Integer, nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("moment", sa.BigInteger, nullable=False),
        sa.Column("who", sa.String(200), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("edit", sa.Text, nullable=False),
        sa.Column("target", sa.Integer),
        _key("id", table="agenda_changes"),
        _once("uid", table="agenda_changes"),
        _to("submission_id", "submissions", "agenda_changes"),
        _to("target", "agenda_changes", "agenda_changes"),
    )
    op.create_index("ix_agenda_changes_submission_id", "agenda_changes", ["submission_id"])
    op.create_table(
        "presences",
        sa.Column("submission_id", sa.Integer, nullable=False),
        sa.Column("session", sa.String(32), nullable=False),
        sa.Column("who", sa.String(200), nullable=False),
        sa.Column("machine", sa.String(200), nullable=False),
        sa.Column("since", sa.DateTime, nullable=False),
        sa.Column("seen_at", sa.DateTime, nullable=False),
        _key("submission_id", "session", table="presences"),
        _to("submission_id", "submissions", "presences"),
    )
