"""Typed Cypher, which may only read: several walls, one guard for every door (command line, library, page)."""

from cypher.guard.check import check_typed
from cypher.guard.refusal import Refused, Rule
from cypher.guard.typed import TypedAnswer, example, read_guarded, run_typed

__all__ = ["Refused", "Rule", "TypedAnswer", "check_typed", "example", "read_guarded", "run_typed"]
