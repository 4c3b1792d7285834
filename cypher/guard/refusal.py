"""Why a typed statement was not run: by which rule, where in it, and what to do instead."""

from enum import StrEnum

from cypher.errors import GraphError


class Rule(StrEnum):
    """The rules of the guard, by the names that refusals and documentation use."""

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


MEANINGS = {
    Rule.SIZE: "a statement has a length, a number of words and a depth of brackets that nobody who reads exceeds",
    Rule.CHARACTERS: "no control characters, none that are invisible or turn the direction, none that pass for others",
    Rule.ESCAPES: "no written escapes of characters that could end a text, as servers read these before all else",
    Rule.UNFINISHED: "quotes, comments and brackets are closed",
    Rule.FIRST_WORD: "a statement begins as one that reads",
    Rule.ONE_STATEMENT: "one statement at a time",
    Rule.READ_ONLY: "no word that writes, reads files, changes settings or ends what others run",
    Rule.PROCEDURES: "only procedures that tell what a database holds, by a list",
    Rule.FUNCTIONS: "only functions of Cypher itself and of its dates and places, by a list of prefixes",
    Rule.ENDLESS: "nothing that computes without end inside one expression",
    Rule.PLAN: "what the server itself plans to do reads only",
}
"""Each rule in words, for documentation."""


class Refused(GraphError):
    """A typed statement that is not run. `rule`: which one forbids it; `line`, `column`: where, counted from 1."""

    def __init__(self, rule: Rule, what: str, remedy: str = "", line: int = 0, column: int = 0) -> None:
        where = f"line {line}, column {column}: " if line else ""
        super().__init__(f"{where}{what} (rule: {rule})", remedy)
        self.rule, self.line, self.column = rule, line, column
