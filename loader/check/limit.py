"""No more problems of one record than anybody reads; the rest of them is counted."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from loader.read import limits
from loader.records import Problem, Severity

Starts: TypeAlias = Mapping[str, Sequence[int]]
"""By file, the lines at which its records begin, in order."""


OF_A_FILE = "file"
"""The field of what is wrong with a file as a whole, such as that the rest of it was not read."""


def limit_by_record(problems: Iterable[Problem], starts: Starts) -> Iterator[Problem]:
    """The first problems and warnings of each record in order, then one that stands for all of its others."""
    groups: dict[tuple[str, int, Severity], list[Problem]] = defaultdict(list)
    of_files: list[Problem] = []
    for problem in problems:
        if problem.field == OF_A_FILE:
            of_files.append(problem)
            continue
        where = problem.where
        groups[where.file, bisect_right(starts.get(where.file, ()), where.line), problem.severity].append(problem)
    for group in groups.values():
        yield from group[: limits.PROBLEMS]
        rest = group[limits.PROBLEMS :]
        if rest:
            yield _count_rest(rest)
    yield from of_files


def _count_rest(rest: list[Problem]) -> Problem:
    first, number = rest[0], sum(p.number for p in rest)
    what = f"has {number:,} more {first.severity}s from here on"
    return Problem(first.where, "record", what, "mend those that are listed first", first.severity, number)
