"""All walls that need no server: what is typed is cut into tokens, and each rule looks at these."""

from cypher.guard.calls import check_calls
from cypher.guard.clauses import Statement, read_statement
from cypher.guard.endless import check_endless
from cypher.guard.tokens import read_tokens


def check_typed(text: str) -> Statement:
    """The statement, where it is one that may be sent to a server as a question. Raises Refused, which says why.

    >>> check_typed("MATCH (d:Deal {id: $deal}) RETURN d.name AS name").parameters
    ('deal',)
    """
    tokens = read_tokens(text)
    statement = read_statement(text, tokens)
    check_calls(statement.tokens)
    check_endless(statement.tokens)
    return statement
