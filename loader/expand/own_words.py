"""A set's own words in a record, read as what its model says that they are; the word itself is kept beside."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from cypher.model import Model, Property, built_in_model
from cypher.model.extension import Narrower
from cypher.model.narrower import LABEL, ROLE, TYPE_, keeps
from ledger.ids import split_kind
from loader.expand.entries import tell_entries
from loader.records import FieldPath, Problem, RawRecord, Spot

CLAIM, DEAL, STAGE = "Claim", "Deal", "stage"
NARROWED, SUPPORT = "_evidence", "evidence_for"
CLAIM_LIKE = ("claims", "history", "readings")
"""Fields whose entries become claims, and may have what a set declares of these."""
OWN = "own"
"""The field in which an entry that becomes a claim has what the set declares itself."""
TURNED = {"from": "to", "to": "from"}
ID_PARTS = "|"
Fields = dict[str, Any]


def use_own_words(record: RawRecord, model: Model) -> tuple[RawRecord, list[Problem]]:
    """The record in the model's words, and what in it cannot be read so; the same record where it has none of its own.

    Lines stay those of the words that were written.
    """
    if model is built_in_model():
        return record, []
    reading = _Reading(model, Spot(record.where, record.lines))
    fields = reading.of_record(dict(record.fields))
    if not reading.changed:
        return record, reading.problems
    lines = {_moved(path, reading.moved): line for path, line in record.lines.items()}
    return replace(record, fields=fields, lines=lines), reading.problems


def _own_of_claims(model: Model) -> frozenset[str]:
    """The properties of claims that a set declares itself."""
    ours = {p.name for p in built_in_model().label(CLAIM).properties}
    return frozenset(p.name for p in model.label(CLAIM).properties if p.name not in ours and not p.keeps_word)


@dataclass
class _Reading:
    """One record as it is read: what of it has moved, and what is wrong."""

    model: Model
    spot: Spot
    problems: list[Problem] = field(default_factory=list)
    moved: list[dict[FieldPath, FieldPath]] = field(default_factory=list)
    """What was moved, one after the other: ways to values, each with the way to it from then on."""
    changed: bool = False

    def of_record(self, fields: Fields) -> Fields:
        """A node, a dispute or a link by itself."""
        if "question" in fields:
            self._of_concerns(fields)
        elif isinstance(node_id := fields.get("id"), str):
            self._of_node(fields, node_id)
        elif isinstance(fields.get("type"), str):
            return self._of_link(fields, ())
        for name in CLAIM_LIKE:
            fields = self._each(fields, name, self._of_claim)
        return fields

    def _of_node(self, fields: Fields, node_id: str) -> None:
        label = self.model.find_label_of_id(node_id)
        if label is None:
            return
        self._leave_out_kept(fields, label.properties, ())
        if narrower := self.model.words.labels.get(split_kind(node_id)):
            self._use(fields, narrower, LABEL, str(narrower.label), ())
        self._of_owner(fields, label.label, ())
        links = self._each(fields, "links", lambda link, path: self._of_link(link, path, node_id))
        fields |= {"links": links["links"]} if "links" in fields else {}

    def _leave_out_kept(self, fields: Fields, properties: Iterable[Property], path: FieldPath) -> None:
        """Tell what the loader keeps itself, where a record writes it."""
        for name in [p.name for p in properties if p.keeps_word and p.name in fields]:
            remedy = "take it out, and write the set's own word where ours would stand"
            self._tell((*path, name), name, "is written by the loader", remedy)
            del fields[name]
            self.changed = True

    def _of_link(self, fields: Fields, path: FieldPath, owner: str = "") -> Fields:
        narrower = self._find_type(str(fields.get("type")), fields.get("from", owner))
        read_as = self.model.find_relationship_type(narrower.broader if narrower else str(fields.get("type")))
        self._leave_out_kept(fields, read_as.properties if read_as else (), path)
        if narrower:
            if narrower.turned:
                self._move({(*path, a): (*path, b) for a, b in TURNED.items()})
                ends = {TURNED[side]: fields.pop(side) for side in ("from", "to") if side in fields}
                fields |= ends
            fields["type"] = narrower.broader
            if narrower.role and "role" not in fields:
                fields["role"] = narrower.role
            self._use(fields, narrower, TYPE_, str(narrower.relationship_type), path)
        self._of_owner(fields, str(fields.get("type")), path)
        return fields

    def _find_type(self, name: str, start: Any) -> Narrower | None:
        """As what a type is read that goes from a node, or from the first of several."""
        first = start[0] if isinstance(start, list) and start else start
        label = self.model.find_label_of_id(first) if isinstance(first, str) else None
        return self.model.words.find_type(name, label.label if label else None)

    def _of_claim(self, fields: Fields, path: FieldPath) -> Fields:
        """A claim, a step or a reading: a step has a deal's words for stages."""
        stages = self.model.words.terms.get(DEAL, {}).get(STAGE, {})
        if path[0] == "history" and (narrower := stages.get(str(fields.get(STAGE)))):
            fields |= {STAGE: narrower.broader, OWN: {**_own_in(fields), keeps(STAGE): str(narrower.term)}}
            self.changed = True
        if isinstance(fields.get("changes"), list):
            fields["changes"] = self._of_changes(fields["changes"])
        self._rename(fields, self.model.words.fields.get(CLAIM, {}), path)
        for name in sorted(_own_of_claims(self.model) & fields.keys()):
            self._move({(*path, name): (*path, OWN, name)})
            fields[OWN] = {**_own_in(fields), name: fields.pop(name)}
        return fields

    def _of_owner(self, fields: Fields, owner: str, path: FieldPath) -> None:
        """Names of fields, then terms, of one label or type."""
        words = self.model.words
        declared = self.model.find_label(owner) or self.model.find_relationship_type(owner)
        properties = declared.properties if declared else ()
        self._rename(fields, words.fields.get(owner, {}), path)
        for name, terms in words.terms.get(owner, {}).items():
            value = fields.get(name)
            if isinstance(value, str) and (narrower := terms.get(value)):
                fields[name] = narrower.broader
                self._use(fields, narrower, name, value, path)
        told = tell_entries(fields, properties)
        if told != fields:
            fields |= told
            self.changed = True

    def _use(self, fields: Fields, narrower: Narrower, what: str, word: str, path: FieldPath) -> None:
        """Keep the word, call what it calls otherwise by our names, and fill what it says besides."""
        self.changed = True
        self._rename(fields, narrower.fields, path)
        for name, value in narrower.fills.items():
            if name in fields and fields[name] != value:
                told = f"'{word}' says {name}: {value}, and the record {fields[name]}"
                self._tell((*path, name), name, told, f"leave `{name}` out, or mend `narrower` in model.yaml")
            fields.setdefault(name, value)
        fields[keeps(what)] = word

    def _rename(self, fields: Fields, names: Mapping[str, str], path: FieldPath) -> None:
        support = fields.get(SUPPORT)
        for written, name in names.items():
            places: list[tuple[Fields, FieldPath, str, str]] = [(fields, path, written, name)]
            places.append((fields, path, written + NARROWED, name + NARROWED))
            if isinstance(support, dict):
                fields[SUPPORT] = support = dict(support)
                places.append((support, (*path, SUPPORT), written, name))
            for holder, way, before, after in places:
                if before in holder and after in holder:
                    told = f"is {after} in other words, which stands beside it"
                    self._tell((*way, before), before, told, f"keep one of the two, `{before}` or `{after}`")
                    del holder[before]
                    self.changed = True
                elif before in holder:
                    holder[after] = holder.pop(before)
                    self._move({(*way, before): (*way, after)})

    def _of_concerns(self, fields: Fields) -> None:
        """Ids of relationships that a dispute is about, in which a set's own types and roles stand."""
        concerns = fields.get("concerns")
        if isinstance(concerns, list):
            fields["concerns"] = [self._of_relationship_id(c) if isinstance(c, str) else c for c in concerns]
            self.changed |= fields["concerns"] != concerns

    def _of_changes(self, changes: list[Any]) -> list[Any]:
        """What would be otherwise if a reading held: of which relationships."""
        done = []
        for change in changes:
            names = ("set", "remove") if isinstance(change, dict) else ()
            ids = {name: change[name] for name in names if isinstance(change.get(name), str)}
            named = {name: self._of_relationship_id(text) for name, text in ids.items()}
            self.changed |= named != ids
            done.append({**change, **named} if named else change)
        return done

    def _of_relationship_id(self, text: str) -> str:
        parts = text.split(ID_PARTS)
        if len(parts) < 4:
            return text
        start, type_, end, role, *key = parts
        if narrower := self._find_type(type_, start):
            type_, role = narrower.broader, role or narrower.role or ""
            start, end = (end, start) if narrower.turned else (start, end)
        said = self.model.words.terms.get(type_, {}).get(ROLE, {}).get(role)
        return ID_PARTS.join((start, type_, end, said.broader if said else role, *key))

    def _each(self, fields: Fields, name: str, read: Any) -> Fields:
        entries = fields.get(name)
        if not isinstance(entries, list):
            return fields
        done = [read(dict(e), (name, n)) if isinstance(e, dict) else e for n, e in enumerate(entries)]
        return {**fields, name: done}

    def _move(self, ways: dict[FieldPath, FieldPath]) -> None:
        self.moved.append(ways)
        self.changed = True

    def _tell(self, path: FieldPath, name: str, what: str, remedy: str) -> None:
        self.problems.append(Problem(self.spot.at(*path).where, name, what, remedy))


def _own_in(fields: Fields) -> Fields:
    found = fields.get(OWN)
    return found if isinstance(found, dict) else {}


def _moved(path: FieldPath, moved: list[dict[FieldPath, FieldPath]]) -> FieldPath:
    for ways in moved:
        before = next((way for way in ways if path[: len(way)] == way), None)
        path = path if before is None else (*ways[before], *path[len(before) :])
    return path


def names_as_written(record: RawRecord | Problem, model: Model) -> Iterator[tuple[str, str]]:
    """What a node's record calls properties, each with our name: by which its problems are told."""
    if isinstance(record, Problem) or not model.words:
        return
    label = model.find_label_of_id(str(record.fields.get("id", "")))
    if label is None:
        return
    names = dict(model.words.fields.get(label.label, {}))
    for narrower in _words_in(record.fields, label.label, model):
        names |= narrower.fields
    narrowed = record.fields.get(SUPPORT)
    there = {*record.fields, *(narrowed if isinstance(narrowed, dict) else ())}
    yield from ((written, name) for written, name in names.items() if written in there)


def _words_in(fields: Fields, label: str, model: Model) -> Iterator[Narrower]:
    if narrower := model.words.labels.get(split_kind(str(fields.get("id")))):
        yield narrower
    for name, terms in model.words.terms.get(label, {}).items():
        if narrower := terms.get(str(fields.get(name))):
            yield narrower
