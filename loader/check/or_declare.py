"""What a set may declare in `model.yaml` where the model does not have it: told as a way out only where it is one."""

from collections.abc import Mapping

from cypher.model import Model
from cypher.model.extension import Holding, OwnProperty
from cypher.model.more_clashes import OPEN_TERMS
from cypher.model.narrower import kind_of_label
from cypher.model.own_names import LONGEST, wrong_label, wrong_terms, wrong_type
from cypher.model.own_properties import wrong_properties
from ledger.ids import split_kind
from loader.read.files import MODEL

HOLDS: Mapping[Holding, str] = {
    "text": "", "term": " with its terms", "date": " as `kind: date`", "integer": " as `kind: integer`",
    "decimal": " as `kind: decimal`", "boolean": " as `kind: boolean`", "text_list": " as `kind: text_list`",
    "entries": " as `kind: entries`",
}  # fmt: skip
"""What a property may hold, with the words that say so."""


def or_declare_type(name: str, model: Model) -> str:
    """The words that end a remedy for an unknown relationship type; empty where it cannot be declared."""
    return "" if any(wrong_type(name, (), model)) else f", or declare it in {MODEL}"


def or_declare_label(node_id: str, model: Model) -> str:
    """The same for an id of an unknown kind."""
    kind = split_kind(node_id)
    label = "".join(word.capitalize() for word in kind.split("_"))
    fits = kind_of_label(label) == kind and not any(wrong_label(label, (), model))
    return f", or declare the label {label} in {MODEL}" if fits else ""


def or_declare_property(name: str, model: Model) -> str:
    """The same for an unknown property, as a text or as what one of that name holds elsewhere."""
    for how, said in HOLDS.items() if 0 < len(name) <= LONGEST else ():
        own = OwnProperty(name=name, meaning="said", kind=how, terms=("a",) if how == "term" else None)
        if not any(wrong_properties((own,), (), model, ())):
            return f", or declare it in {MODEL}{said}"
    return ""


def or_declare_term(name: str, term: str, owner: str) -> str:
    """The same for a value that is none of the terms of a property of some label."""
    is_open = name in OPEN_TERMS and not owner.endswith(" Dispute")
    return f", or add it in {MODEL}" if is_open and not any(wrong_terms((term,), ())) else ""
