"""Invoices step by step: what is billable, what stands on paper, issuing, reminding, checking.

`services/billing.py`, `services/invoices.py`, `services/payments.py` and `services/quotes.py` are
the doors; start reading there.
"""
