"""One row as nodes and relationships to be, by the rules of a mapping; what cannot be read is told of its cell."""

import re
from collections.abc import Mapping as Table
from dataclasses import dataclass, field

from cypher.model import Model
from cypher.model.declarations import NodeType, Property
from ledger.countries import find_usual_name
from ledger.deals import Instrument, Stage
from ledger.durations import write_duration
from ledger.glossary import spell_term
from loader.imports.cell_values import FIGURES, OF_THE_FILE, PLACE, RowReader
from loader.imports.ids import make_id, slug
from loader.imports.mapping import ClaimRule, ColumnValue, LinkRule, Mapping, NodeRule, Value
from loader.imports.named_rows import NamedRow
from loader.imports.rows import CellProblem
from loader.imports.values.countries import read_country
from loader.imports.values.unreadable import Unreadable
from loader.records import Severity

COUNTRY, DEAL = "Country", "Deal"
CORRECT = "correct the mapping: docs/model.md lists them"
YEARS = re.compile(r"([0-9]{1,3}) ?(?:yrs?|y|ans?|jahre|años)\.?", re.IGNORECASE)
Fields = dict[str, str | list[str]]


@dataclass(frozen=True)
class Said:
    """A claim to be: what the row says of a node besides."""

    key: str
    topic: str
    says: str


@dataclass(frozen=True)
class BuiltNode:
    """A node that a row names. `written`: as the row has its name; `column`: where."""

    id: str
    label: str
    name: str
    says: str
    fields: Fields
    claims: tuple[Said, ...] = ()
    written: str = ""
    column: str = ""


@dataclass(frozen=True)
class BuiltLink:
    """A relationship that a row tells."""

    type: str
    start: str
    end: str
    says: str
    fields: Fields


@dataclass(frozen=True)
class BuiltRow:
    """What a row comes to. Where there are problems it is not brought in."""

    row: NamedRow
    nodes: tuple[BuiltNode, ...] = ()
    links: tuple[BuiltLink, ...] = ()
    url: str | None = None
    problems: tuple[CellProblem, ...] = ()

    @property
    def is_bad(self) -> bool:
        """Whether anything keeps it from being brought in."""
        return any(p.severity is Severity.PROBLEM for p in self.problems)


@dataclass(frozen=True)
class Builder:
    """Builds rows by one mapping. `names`: of each source, by sheet, how it is called."""

    file: str
    mapping: Mapping
    model: Model
    names: Table[str, str]
    _same: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        same = {name.casefold(): node_id for name, node_id in self.mapping.answers.same_as.items()}
        object.__setattr__(self, "_same", same)

    def build(self, row: NamedRow) -> BuiltRow:
        """The row's nodes, relationships and problems."""
        source = self.names[row.sheet]
        reader = RowReader(self.file, source, self.mapping.reading, self.model, row)
        by_alias = {alias: self._nodes(alias, rule, reader) for alias, rule in self.mapping.nodes.items()}
        self._ask_for_deals(by_alias, reader)
        links = [
            link
            for rule in self.mapping.links
            for start in by_alias[rule.start]
            for end in by_alias[rule.end]
            if (link := self._link(rule, start, end, reader))
        ]
        nodes = tuple(node for named in by_alias.values() for node in named)
        return BuiltRow(row, nodes, tuple(links), self._url(reader), tuple(reader.problems))

    def _nodes(self, alias: str, rule: NodeRule, reader: RowReader) -> list[BuiltNode]:
        return [node for part in reader.of_each_name(rule.name) for node in self._nodes_of(alias, rule, part)]

    def _nodes_of(self, alias: str, rule: NodeRule, reader: RowReader) -> list[BuiltNode]:
        label_name = reader.text(rule.label)
        if label_name is None:
            return []
        label = self.model.find_label(label_name)
        if label is None or label_name not in self.model.fact_labels:
            reader.tell(
                _column(rule.label),
                f"'{label_name}' is no label of facts",
                f"use one of {', '.join(self.model.fact_labels)}",
            )
            return []
        names = reader.texts(rule.name)
        if not names and label_name == DEAL and not isinstance(rule.name, str):
            reader.tell(_column(rule.name), f"the {alias} has no name", "give it one, or leave the row out")
        found = [self._node(alias, rule, label, name, reader) for name in names]
        return [node for node in found if node is not None]

    def _ask_for_deals(self, by_alias: Table[str, list[BuiltNode]], reader: RowReader) -> None:
        """Tell of a row that makes no deal, or not the one of a figure in it, as a cell of the deal's name is empty."""
        deals = {alias: rule for alias, rule in self.mapping.nodes.items() if rule.label == DEAL}
        makes_none = not any(by_alias[alias] for alias in deals)
        for alias, rule in deals.items():
            if by_alias[alias] or not isinstance(rule.name, str):
                continue
            empty = [heading for heading in PLACE.findall(rule.name) if not _fills(reader, heading)]
            figure = next((c for f in FIGURES for c in _columns(rule.properties.get(f)) if _fills(reader, c)), None)
            if empty and (makes_none or figure):
                lost = f"the figure under {figure} would be lost" if figure else "the row makes no deal"
                reader.tell(
                    empty[0],
                    f"is empty, and the name of the {alias} takes it: {lost}",
                    "fill it, take it out of the deal's `name` in the mapping, or leave the row out by `leave_out`",
                )

    def _node(self, alias: str, rule: NodeRule, label: NodeType, written: str, reader: RowReader) -> BuiltNode | None:
        column = _column(rule.name)
        name = written
        same = self._same.get(written.casefold())
        if label.label == COUNTRY:
            try:
                code = same.removeprefix("country/") if same else read_country(written, _is_as_typed(rule.name, reader))
            except Unreadable as error:
                reader.tell(column, error.what, error.remedy)
                return None
            node_id, name = f"country/{code}", find_usual_name(code) or written
        else:
            told_apart = reader.text(rule.id) if rule.id else None
            node_id = same or make_id(label, told_apart or written)
        node_id = self._same.get(node_id.casefold(), node_id)
        if not node_id.startswith(f"{label.kind}/"):
            remedy = f"correct `answers` in the mapping: it takes an id that begins with {label.kind}/"
            reader.tell(column, f"'{written}' is to be {node_id}, which is no {label.label}", remedy)
            return None
        fields, claims = self._fields(label, rule, name, reader)
        if label.label == COUNTRY:
            fields.setdefault("iso_alpha2", node_id.removeprefix("country/"))
        missing = [p.name for p in label.properties if p.required and p.name not in ("name", *fields)]
        for lacking in missing if not reader.problems else ():
            what = f"{alias} has no {lacking}, which each {label.label} needs"
            reader.tell(
                _column(rule.properties.get(lacking)),
                what,
                f"say it in the mapping: `nodes: {{{alias}: {{{lacking}: …}}}}`",
            )
        claims += [c for claim in rule.claims if (c := _claim(claim, name, reader))]
        says = reader.text(rule.says) if rule.says else None
        return BuiltNode(
            node_id, label.label, name, says or _default_says(label, name, fields, reader.source), fields,
            tuple(claims), written, column,
        )  # fmt: skip

    def _fields(self, label: NodeType, rule: NodeRule, name: str, reader: RowReader) -> tuple[Fields, list[Said]]:
        declared = {p.name: p for p in label.properties}
        fields: Fields = {}
        claims: list[Said] = []
        for key, value in rule.properties.items():
            if key in FIGURES:
                if figure := reader.figure(value):
                    fields[key] = figure.value
                    claims += [_note(key, name, figure.note, reader.source)] if figure.note else []
            elif (
                key not in declared
            ):  # another of its labels may have it: then the table of values says that this has none
                if reader.text(value) is not None:
                    reader.tell(_column(value), f"'{key}' is no property of {label.label}", CORRECT)
            else:
                _put(fields, key, reader.property(declared[key], key, value))
        return fields, claims

    def _link(self, rule: LinkRule, start: BuiltNode, end: BuiltNode, reader: RowReader) -> BuiltLink | None:
        name = reader.text(rule.type)
        if name is None:
            return None
        type_ = self.model.find_relationship_type(name)
        if type_ is None:
            reader.tell(_column(rule.type), f"'{name}' is no relationship type", CORRECT)
            return None
        declared: dict[str, Property] = {p.name: p for p in type_.properties}
        fields: Fields = {}
        for key, value in rule.properties.items():
            if key == "role":
                _put(fields, key, reader.term(value, type_.roles))
            elif key in ("key", "basis"):
                text = reader.text(value)
                _put(fields, key, slug(text) if text and key == "key" else text)
            elif key == "amount":
                figure = reader.figure(value)
                _put(fields, key, figure.value if figure else None)
            elif key not in declared:
                reader.tell(_column(value), f"'{key}' is no property of {name}", CORRECT)
            else:
                _put(fields, key, reader.property(declared[key], key, value))
        if "role" not in fields and len(type_.roles) == 1:
            fields["role"] = type_.roles[0]
        says = reader.text(rule.says) if rule.says else None
        return BuiltLink(
            name, start.id, end.id, says or f"{start.name} {type_.reads} {end.name}, as {reader.source} has it.", fields
        )

    def _url(self, reader: RowReader) -> str | None:
        column = self.mapping.source.row_url
        text = reader.row.cell(column).text if column else ""
        if not column or not text:
            return None
        if not re.fullmatch(r"https?://[^\s<>\"'{}|\\^`]+", text):
            reader.tell(
                column, f"'{text}' is no address of the web", "write http:// or https:// and the rest, or take it out"
            )
            return None
        return text


def _column(value: Value | None) -> str:
    """The column in which a value stands, for messages."""
    return next(iter(_columns(value)), "")


def _columns(value: Value | None) -> list[str]:
    """All columns in which a value may stand."""
    if isinstance(value, list):
        return [one.column for one in value]
    return [value.column] if isinstance(value, ColumnValue) else []


def _is_as_typed(value: Value, reader: RowReader) -> bool:
    """Whether a name is the cell's own text, of which the table of values says nothing."""
    return isinstance(value, ColumnValue) and reader.row.cell(value.column).text not in value.values


def _fills(reader: RowReader, heading: str) -> bool:
    """Whether the row has something there."""
    return heading in OF_THE_FILE or bool(reader.row.cell(heading).text)


def _put(fields: Fields, key: str, value: str | list[str] | None) -> None:
    if value:
        fields[key] = _tenor(value) if key == "tenor" and isinstance(value, str) else value


def _tenor(text: str) -> str:
    """A term of years as records write it: `5 yrs` is `P5Y`."""
    years = YEARS.fullmatch(text)
    return f"P{int(years[1])}Y" if years else write_duration(text)


def _claim(rule: ClaimRule, name: str, reader: RowReader) -> Said | None:
    text = reader.row.cell(rule.column).text
    if not text:
        return None
    says = reader.text(rule.says) if rule.says else None
    return Said(
        slug(rule.column), rule.topic, says or capital(f"{reader.source} says of {name}, under {rule.column}: {text}.")
    )


def _note(figure: str, name: str, note: str, source: str) -> Said:
    return Said(
        f"{figure.replace('_', '-')}-note",
        "description",
        capital(f"{source} notes beside the figure of {name}: {note}."),
    )


def _default_says(label: NodeType, name: str, fields: Fields, source: str) -> str:
    """What a record says where the mapping says nothing: who names it, and of a deal what the row has."""
    if label.label != DEAL:
        return f"{name} is named in {source}."
    instrument, stage = str(fields.get("instrument", "")), str(fields.get("stage", ""))
    told = [
        spell_term(instrument) if instrument not in ("", Instrument.UNSPECIFIED) else "",
        str(fields.get("amount", "no figure")), spell_term(stage) if stage not in ("", Stage.NOT_STATED) else "",
        str(fields.get("date", "")),
    ]  # fmt: skip
    return capital(f"{source} lists {name}: {', '.join(t for t in told if t)}.")


def capital(text: str) -> str:
    """The text with a capital at its beginning."""
    return text[:1].upper() + text[1:]
