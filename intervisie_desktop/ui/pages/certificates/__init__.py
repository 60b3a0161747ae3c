"""Bewijzen: the wizard that makes certificates, and the register of those that were issued."""
