"""The use cases: one class per area, one method per thing a user does.

They know no window and no Dutch sentence; what they give back is a frozen value or an Outcome.
"""
