"""An entity as our records: a node, a relationship, a deal that was paid, or a listing."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from cypher.model import Model
from ledger.countries import find_usual_name, is_country_code
from loader.imports.build import capital
from loader.imports.ftm.entity import Entity
from loader.imports.ftm.schemas import (
    DIRECTORSHIP,
    EMPLOYMENT,
    LOCATED,
    NODES,
    OWNERSHIP,
    PAYMENT,
    SANCTION,
    SERVICES,
)
from loader.imports.ids import slug
from loader.imports.rows import CellProblem
from loader.imports.values.amount_parts import AmountRules
from loader.imports.values.amounts import read_amount, read_share
from loader.imports.values.unreadable import Unreadable
from loader.records import Severity

Record = dict[str, Any]
PLAIN_CODE = re.compile("[a-z]{2}")


@dataclass
class EntityRecords:
    """Turns entities into records, one at a time.

    `known`: by an entity's id, the id of its node. `countries`: those that were named so far. `not_read`: by schema and
    reason, how many entities were not brought in, and the line of the first.
    """

    file: str
    cite: str
    source: str
    model: Model
    known: dict[str, str]
    names: dict[str, str]
    countries: set[str] = field(default_factory=set)
    measures: set[str] = field(default_factory=set)
    agencies: set[str] = field(default_factory=set)
    links: Counter[str] = field(default_factory=Counter)
    told: list[CellProblem] = field(default_factory=list)
    not_read: dict[tuple[str, str], tuple[int, int]] = field(default_factory=dict)

    def records(self, entity: Entity) -> Iterator[Record]:
        """What an entity comes to; nothing where it is told instead."""
        if entity.schema in NODES:
            yield self._node(entity)
        elif entity.schema == OWNERSHIP:
            yield from self._ownership(entity)
        elif entity.schema in (DIRECTORSHIP, EMPLOYMENT):
            yield from self._service(entity)
        elif entity.schema == PAYMENT:
            yield from self._payment(entity)
        elif entity.schema == SANCTION:
            yield from self._sanction(entity)
        else:
            self._count(entity, "no record of ours is like it")

    def _node(self, entity: Entity) -> Record:
        schema, node_id = NODES[entity.schema], self.known[entity.id]
        name = self.names[entity.id]
        others = dict.fromkeys([*entity.all("name"), *entity.all("alias"), *entity.all("weakAlias")])
        others.pop(name, None)
        former = [n for n in dict.fromkeys(entity.all("previousName")) if n != name and n not in others]
        record: Record = {"id": node_id, "name": name}
        record |= {"kind": schema.kind} if schema.kind else {}
        record |= {"also_named": list(others)} if others else {}
        record |= {"former_names": [{"name": n} for n in former]} if former else {}
        record |= {"says": f"{name} is {_article(entity.schema)} in {self.source}.", "evidence": [self._cited(entity)]}
        claims = [
            self._claim(topic, "description", name, text, entity)
            for topic in ("sector", "summary", "notes")
            if (text := entity.first(topic))
        ]
        record |= {"claims": claims} if claims else {}
        links = [
            link
            for code in entity.all("country") + entity.all("jurisdiction")
            if (link := self._country(code, schema.label, entity))
        ]
        unique = list({(link["type"], link["to"]): link for link in links}.values())
        return record | ({"links": unique} if unique else {})

    def _claim(self, key: str, topic: str, name: str, text: str, entity: Entity) -> Record:
        says = capital(f"{self.source} says of {name}, under {key}: {text}.")
        return {"key": key, "topic": topic, "says": says, "evidence": [self._cited(entity)]}

    def _country(self, code: str, label: str, entity: Entity) -> Record | None:
        """Where a company lies, or whose an agency is; of a person the model has no country."""
        letters = code.upper()
        if not PLAIN_CODE.fullmatch(code.lower()) or not is_country_code(letters) or not find_usual_name(letters):
            self._tell(entity, "country", f"'{code}' is no country of ISO 3166-1", "it was left out")
            return None
        if label not in (*LOCATED, "Agency"):
            self._count(entity, "its country has no place in our model", of="country of")
            return None
        self.countries.add(letters)
        if label == "Agency":
            return {"type": "AGENCY_OF", "to": f"country/{letters}"}
        return {"type": "LOCATED_IN", "to": f"country/{letters}"}

    def _ownership(self, entity: Entity) -> Iterator[Record]:
        fields: Record = {}
        if percentage := entity.first("percentage"):
            try:
                fields["share"] = read_share(percentage, ".").value
            except Unreadable as error:
                self._tell(entity, "percentage", error.what, "it was left out")
        yield from self._link(entity, "OWNS", "owner", "asset", fields)

    def _service(self, entity: Entity) -> Iterator[Record]:
        office = entity.first("role", "summary")
        start, end = SERVICES[entity.schema]
        yield from self._link(entity, "SERVES", start, end, {"office": office} if office else {})

    def _link(self, entity: Entity, type_: str, start: str, end: str, fields: Record) -> Iterator[Record]:
        """A relationship for each pair of those that it names."""
        declared = self.model.relationship_type(type_)
        has = {p.name for p in declared.properties}
        for key, names in (("since", ("startDate",)), ("until", ("endDate",)), ("held_on", ("date",))):
            if key in has and (day := entity.date(*names)) and not (key == "held_on" and "since" in fields):
                fields[key] = day
        for one, other in self._pairs(entity, start, end):
            kinds = tuple(self.model.label_of_id(i).label for i in (one, other))
            if kinds[0] not in declared.starts or kinds[1] not in declared.ends:
                self._count(entity, f"{kinds[0]} to {kinds[1]} is no way in which {type_} goes")
                continue
            role = {"role": declared.roles[0]} if len(declared.roles) == 1 else {}
            says = f"{self._named(one)} {declared.reads} {self._named(other)}, as {self.source} has it."
            between = f"{one}|{type_}|{other}"
            self.links[between] += 1
            apart = {"key": entity.key} if self.links[between] > 1 else {}
            yield {
                "type": type_,
                "from": one,
                "to": other,
                **role,
                **apart,
                **fields,
                "says": says,
                "evidence": [self._cited(entity)],
            }

    def _payment(self, entity: Entity) -> Iterator[Record]:
        """A payment as a deal that is funded: its figure, who paid and who got it."""
        pairs = list(self._pairs(entity, "payer", "beneficiary"))
        name = (
            f"Payment of {self._named(pairs[0][0])} to {self._named(pairs[0][1])}" if pairs else f"Payment {entity.id}"
        )
        record: Record = {"id": f"deal/{entity.key}", "name": name, "instrument": "unspecified", "stage": "funded",
                          "whose_money": "not_stated"}  # fmt: skip
        amount, currency = entity.first("amount"), entity.first("currency")
        if amount:
            try:
                found = read_amount(f"{amount} {(currency or '').upper()}".strip(), AmountRules(None, 1, "."))
                record["amount"] = found.value
                for told in found.told:
                    self._tell(entity, "amount", told, "see that it is meant so")
            except Unreadable as error:
                self._count(entity, f"its figure cannot be read ({error.what})")
                return
        if day := entity.date("date", "startDate"):
            name = f"{name}, {day}"
            record |= {"name": name, "date": day, "date_of": "the payment"}
        links: list[Record] = []
        for one in dict.fromkeys(one for one, _ in pairs):
            links.append({"type": "FUNDS", "from": one})
        for other in dict.fromkeys(other for _, other in pairs):
            if self.model.label_of_id(other).label in self.model.relationship_type("GOES_TO").ends:
                links.append({"type": "GOES_TO", "to": other, "role": "recipient"})
            else:
                links.append({"type": "PARTY_TO", "from": other, "role": "beneficiary"})
        purpose = entity.first("purpose", "description")
        says = capital(f"{self.source} has the {name[:1].lower() + name[1:]}: {record.get('amount', 'no figure')}.")
        record |= {"says": says, "evidence": [self._cited(entity)]}
        record |= {"claims": [self._claim("purpose", "purpose", name, purpose, entity)]} if purpose else {}
        yield record | ({"links": links} if links else {})

    def _sanction(self, entity: Entity) -> Iterator[Record]:
        """A listing: the measure by its programme or authority, who imposes it, and whom it targets."""
        authority, program = entity.first("authority"), entity.first("program", "programId")
        name = program or (authority and f"Sanctions of {authority}")
        targets = [self.known[t] for t in entity.all("entity") if t in self.known]
        if not name or not targets:
            self._count(entity, "it names no programme or authority, or nobody who is in the file")
            return
        measure, cited = f"measure/{slug(name)}", [self._cited(entity)]
        if measure not in self.measures:
            self.measures.add(measure)
            links = []
            for code in entity.all("country"):
                if is_country_code(code.upper()) and find_usual_name(code.upper()):
                    self.countries.add(code.upper())
                    links.append({"type": "IMPOSES", "from": f"country/{code.upper()}"})
            if authority and not links:
                agency = f"agency/{slug(authority)}"
                if agency not in self.agencies:
                    self.agencies.add(agency)
                    yield {"id": agency, "name": authority, "kind": "agency", "evidence": cited,
                           "says": f"{authority} is an authority in {self.source}."}  # fmt: skip
                links.append({"type": "IMPOSES", "from": agency})
            record = {"id": measure, "name": name, "kind": "sanctions", "evidence": cited,
                      "says": f"{name} is a programme of sanctions in {self.source}."}  # fmt: skip
            yield record | ({"links": links} if links else {})
        for target in dict.fromkeys(targets):
            fields = {
                key: value
                for key, value in (
                    ("since", entity.date("startDate", "listingDate")), ("until", entity.date("endDate")),
                    ("reference", entity.first("authorityId", "unscId")), ("grounds", entity.first("reason")),
                )
                if value
            }  # fmt: skip
            between = f"{measure}|TARGETS|{target}"
            self.links[between] += 1
            key = {"key": entity.key} if self.links[between] > 1 else {}
            says = f"{self._named(target)} is listed under {name}, as {self.source} has it."
            yield {"type": "TARGETS", "from": measure, "to": target, **key, **fields, "says": says, "evidence": cited}

    def _pairs(self, entity: Entity, start: str, end: str) -> Iterator[tuple[str, str]]:
        starts, ends = entity.all(start), entity.all(end)
        missing = [i for i in (*starts, *ends) if i not in self.known]
        if missing or not starts or not ends:
            self._count(entity, f"it names no {start} or {end} that is in the file")
        for one in starts:
            for other in ends:
                if one in self.known and other in self.known:
                    yield self.known[one], self.known[other]

    def _named(self, node_id: str) -> str:
        return self._by_node.get(node_id, node_id)

    @property
    def _by_node(self) -> dict[str, str]:
        if not hasattr(self, "_names_of_nodes"):
            self._names_of_nodes = {self.known[i]: name for i, name in self.names.items()}
        return self._names_of_nodes

    def _cited(self, entity: Entity) -> str:
        return f"{self.cite}:{entity.line}"

    def _tell(self, entity: Entity, field_: str, what: str, remedy: str) -> None:
        self.told.append(CellProblem(self.file, "", entity.line, field_, what, remedy, Severity.WARNING))

    def _count(self, entity: Entity, why: str, of: str = "") -> None:
        what = f"{of} {entity.schema}".strip()
        number, first = self.not_read.get((what, why), (0, entity.line))
        self.not_read[what, why] = (number + 1, first)


def _article(schema: str) -> str:
    return {"Company": "a company", "LegalEntity": "a legal entity", "Organization": "an organisation",
            "PublicBody": "a public body", "Person": "a person", "Asset": "an asset"}[schema]  # fmt: skip
