"""Building blocks that know nothing of the trade: tables, forms, chips, cards and bars."""
