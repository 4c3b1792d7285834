"""No value of a record or an address stands in a component's key: Streamlit takes some characters for its own."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import explorer

HERE = Path(explorer.__file__).parent
OURS = {
    "at", "key", "query.id", "parameter.name", "values", "here.set_hash", "set_hash", "limit", "asked.facet",
    "turn", "answer.query.id", "answer.query.view", "query_id", "of", "number", "begun.number", "skips", "column.is_",
    "mark(name, own_id, first_id)", "mark(name, value)", "mark(*question.path, question.answer)",
}  # fmt: skip
"""Numbers, keys made elsewhere, names and terms of our own, ids of queries, which are letters, digits and hyphens, and
hashes."""


def values_in_keys(tree: ast.AST) -> Iterator[str]:
    """What is put into texts given as `key`, or kept under that name."""
    for found in ast.walk(tree):
        if isinstance(found, ast.Call):
            texts = [k.value for k in found.keywords if k.arg == "key"]
        elif isinstance(found, ast.Assign) and ast.unparse(found.targets[0]) == "key":
            texts = [found.value]
        else:
            continue
        for text in texts:
            if isinstance(text, ast.JoinedStr):
                yield from (ast.unparse(v.value) for v in text.values if isinstance(v, ast.FormattedValue))


@pytest.mark.parametrize("path", sorted(HERE.rglob("*.py")), ids=lambda p: str(p.relative_to(HERE)))
def test_a_key_holds_nothing_of_a_record(path: Path) -> None:
    assert set(values_in_keys(ast.parse(path.read_text(encoding="utf-8")))) <= OURS


def test_the_walk_finds_a_value_in_a_key() -> None:
    assert list(values_in_keys(ast.parse("st.button('x', key=f'a-{node.id}')"))) == ["node.id"]
