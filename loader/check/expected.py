"""The counts and bounds that a set is held against."""

from collections.abc import Iterator
from typing import Any

from loader.check.index import Index
from loader.records import Problem, Where

HERE = Where("expected.yaml", 1)


def unexpected(expected: dict[str, Any], index: Index) -> Iterator[Problem]:
    """Every label and type whose number is not as expected."""
    for field, found in (("counts", index.labels), ("relationships", index.types)):
        for name, bounds in expected.get(field, {}).items():
            for bound, number in bounds.items():
                problem = _against(bound, number, found[name])
                if problem:
                    yield Problem(
                        HERE, f"{field}.{name}", problem, "correct the records, or the expectation with its reason"
                    )


def _against(bound: str, number: str, found: int) -> str | None:
    holds = {"exactly": int.__eq__, "at_least": int.__ge__, "at_most": int.__le__}.get(bound)
    if holds is None or not number.isdigit():
        return f"'{bound}: {number}' is no bound: use exactly, at_least or at_most with a number"
    return None if holds(found, int(number)) else f"there are {found}, expected {bound.replace('_', ' ')} {number}"
