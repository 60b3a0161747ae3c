"""What goes to the bookkeeper: sales ledger, papers, auditfile, btw, open items, revenue."""
