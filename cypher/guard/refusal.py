"""Why a typed statement was not run: by which rule, where in it, and what to do instead."""

from enum import StrEnum

from cypher.errors import GraphError


class Rule(StrEnum):
    """The rules of the guard, by the names that refusals use; docs/cypher.md says what each stops."""

    SIZE = "size"
    CHARACTERS = "characters"
    ESCAPES = "escapes"
    UNFINISHED = "unfinished"
    FIRST_WORD = "first word"
    ONE_STATEMENT = "one statement"
    READ_ONLY = "read only"
    PROCEDURES = "procedures"
    FUNCTIONS = "functions"
    ENDLESS = "endless computing"
    PLAN = "plan"


class Refused(GraphError):
    """A typed statement that is not run. `rule`: which one forbids it; `line`, `column`: where, counted from 1;
    `because`: why, without place and rule."""

    def __init__(self, rule: Rule, what: str, remedy: str = "", line: int = 0, column: int = 0) -> None:
        where = f"line {line}, column {column}: " if line else ""
        super().__init__(f"{where}{what} (rule: {rule})", remedy)
        self.rule, self.line, self.column, self.because = rule, line, column, what
