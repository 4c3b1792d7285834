"""The cited passages of a source: each a node, tied to its article and to its origin."""

import re
from collections.abc import Iterator

from cypher.results import Value
from loader.expand.claims import lines_of, plain_link
from loader.expand.shapes import PassageShape, PassagesShape
from loader.records import Link, Node, Problem, Spot

CITE = re.compile(r"([1-9][0-9]{0,8})(?:\.([1-9][0-9]{0,8}))?")
SHA256 = re.compile(r"[0-9a-f]{64}")


def expand_passages(shape: PassagesShape, spot: Spot) -> Iterator[Node | Link | Problem]:
    """A node a passage, with its links to article and origin."""
    for number, passage in enumerate(shape.passages):
        here = spot.at("passages", number)
        cite = CITE.fullmatch(passage.cite)
        if cite is None:
            remedy = "write a line, or line.sentence"
            yield Problem(here.at("cite").where, f"passages.{passage.cite}", "is no place in a source", remedy)
            continue
        if not SHA256.fullmatch(passage.sha256):
            remedy = "write the fingerprint's 64 hexadecimal digits in small letters"
            yield Problem(here.at("sha256").where, f"passages.{passage.cite}.sha256", "is no SHA-256", remedy)
        passage_id = f"passage/{shape.source.removeprefix('source/')}/{passage.cite}"
        properties = _properties(shape.source, passage, cite)
        yield Node(passage_id, "", properties, (), here.where, lines_of(here, properties))
        yield plain_link("FROM_SOURCE", passage_id, shape.source, here)
        yield plain_link("REPEATS", passage_id, passage.origin, here)


def _properties(source: str, passage: PassageShape, cite: re.Match[str]) -> dict[str, Value]:
    line, sentence = cite.groups()
    name = f"{source.removeprefix('source/')}, line {line}" + (f", sentence {sentence}" if sentence else "")
    properties: dict[str, Value] = {
        "name": name, "source": source, "line": line, "sha256": passage.sha256,
        "origin": passage.origin, "basis": passage.origin_basis,
    }  # fmt: skip
    return properties | ({"sentence": sentence} if sentence else {})
