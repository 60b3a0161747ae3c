"""The use cases: one class per area, one method per use case, one act per change.

Methods that change something give an `Outcome`; the others give frozen values. Everything that is
written goes through `store.work()`. Start reading at `groups.py` and `sessions.py`.
"""
