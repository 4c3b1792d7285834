"""The cited passages of a source: each a node, tied to its article and to its origin."""

import re
from collections.abc import Iterator

from cypher.results import Value
from loader.expand.nodes import plain_link
from loader.expand.shapes import PassageShape, PassagesShape
from loader.records import Link, Node, Problem, Where

CITE = re.compile(r"([1-9][0-9]*)(?:\.([1-9][0-9]*))?")
SHA256 = re.compile(r"[0-9a-f]{64}")


def expand_passages(shape: PassagesShape, where: Where) -> Iterator[Node | Link | Problem]:
    """A node a passage, with its links to article and origin."""
    for passage in shape.passages:
        cite = CITE.fullmatch(passage.cite)
        if cite is None:
            yield Problem(
                where, f"passages.{passage.cite}", "is no place in a source", "write a line, or line.sentence"
            )
            continue
        if not SHA256.fullmatch(passage.sha256):
            remedy = "write the fingerprint's 64 hexadecimal digits in small letters"
            yield Problem(where, f"passages.{passage.cite}.sha256", "is no SHA-256", remedy)
        passage_id = f"passage/{shape.source.removeprefix('source/')}/{passage.cite}"
        yield Node(passage_id, "", _properties(shape.source, passage, cite), (), where)
        yield plain_link("FROM_SOURCE", passage_id, shape.source, where)
        yield plain_link("REPEATS", passage_id, passage.origin, where)


def _properties(source: str, passage: PassageShape, cite: re.Match[str]) -> dict[str, Value]:
    line, sentence = cite.groups()
    name = f"{source.removeprefix('source/')}, line {line}" + (f", sentence {sentence}" if sentence else "")
    properties: dict[str, Value] = {
        "name": name, "source": source, "line": line, "sha256": passage.sha256,
        "origin": passage.origin, "basis": passage.origin_basis,
    }  # fmt: skip
    return properties | ({"sentence": sentence} if sentence else {})
