"""One module per schema version, each with an `upgrade()` over Alembic's operations."""
