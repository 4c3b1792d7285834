"""Disagreements as one asks for them: a list with filters, one in full, and what each reading would change in words."""

from cypher.disagreements.filters import NOT_WEIGHED, WEIGHT_TERMS, DisputeFilter, name_weight, pick_disputes
from cypher.disagreements.in_full import ContestedClaim, DisputeInFull, FullReading, read_dispute, read_in_full
from cypher.disagreements.listed import ListedDispute, Touched, read_list, read_listed
from cypher.disagreements.strange import Strange, find_strange, nearest_dispute, refuse_strange, without_strange

__all__ = [
    "NOT_WEIGHED",
    "WEIGHT_TERMS",
    "ContestedClaim",
    "DisputeFilter",
    "DisputeInFull",
    "FullReading",
    "ListedDispute",
    "Strange",
    "Touched",
    "find_strange",
    "name_weight",
    "nearest_dispute",
    "pick_disputes",
    "read_dispute",
    "read_in_full",
    "read_list",
    "read_listed",
    "refuse_strange",
    "without_strange",
]
