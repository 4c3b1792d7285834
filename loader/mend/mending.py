"""One mending: a problem, and the change of its line that takes it away."""

from dataclasses import dataclass, field

from loader.edit.line_edits import Change
from loader.records import Problem, Where


@dataclass(frozen=True)
class Mending:
    """What is changed at a line, in words, and the problem that it answers."""

    problem: Problem
    what: str
    change: Change = field(hash=False, compare=False)

    @property
    def where(self) -> Where:
        """The line that changes."""
        return self.problem.where
