"""Version 2: an attendance knows whether its times come from a list that was kept by hand."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Column, Integer

REMARK = "overgenomen uit urenstaat"
"""What version 1 wrote as a remark for want of the column; as it was then."""


def upgrade() -> None:
    """Adds `attendances.taken_over`, and tells by it what the remark told until now."""
    # With a default first, because the rows that are there need a value; the rebuild then makes
    # the table as a new file has it: without the default, with the check, in the same order.
    op.add_column("attendances", Column("taken_over", Integer, nullable=False, server_default="0"))
    with op.batch_alter_table(
        "attendances",
        recreate="always",
        table_kwargs={"sqlite_strict": True},
        partial_reordering=[("safe", "taken_over", "remark")],
    ) as batch:
        batch.alter_column("taken_over", server_default=None)
        batch.create_check_constraint(op.f("ck_attendances_taken_over"), "taken_over IN (0, 1)")
    op.execute(f"UPDATE attendances SET taken_over = 1, remark = '' WHERE remark = '{REMARK}'")
