"""A property that is worked out once, without the lock that functools.cached_property takes.

Views are made and asked by one thread at a time; of tens of thousands of them the locks would cost
more than what they guard.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

Value_co = TypeVar("Value_co", covariant=True)


class Once(Generic[Value_co]):
    """Works out its value at the first asking and leaves it in the instance."""

    def __init__(self, work_out: Callable[[Any], Value_co]) -> None:
        self._work_out = work_out
        self._name = work_out.__name__
        self.__doc__ = work_out.__doc__

    @overload
    def __get__(self, instance: None, owner: type) -> Once[Value_co]: ...
    @overload
    def __get__(self, instance: object, owner: type) -> Value_co: ...
    def __get__(self, instance: object | None, owner: type) -> Once[Value_co] | Value_co:
        if instance is None:
            return self
        value = instance.__dict__[self._name] = self._work_out(instance)
        return value
