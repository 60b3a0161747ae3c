"""Certificates step by step: who may get one, what stands on it, issuing, outputs, checking.

`services/certificates.py` is the one door; start reading there.
"""
