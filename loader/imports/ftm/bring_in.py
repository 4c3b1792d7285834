"""A file of FollowTheMoney entities brought in: two passes, of which the first only learns who is in it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cypher.model import built_in_model
from ledger.countries import find_usual_name
from loader.check.likeness import Kind, alike_pairs
from loader.imports.build import capital
from loader.imports.ftm.entity import is_entity, read_entities
from loader.imports.ftm.records import EntityRecords
from loader.imports.ftm.schemas import NODES
from loader.imports.ids import slug
from loader.imports.mapping import SetShape, SourceShape
from loader.imports.progress import Watch, watched
from loader.imports.read.json_rows import read_objects
from loader.imports.read.opened import endings_of
from loader.imports.rows import BadFile, CellProblem
from loader.imports.set_files import SetFiles
from loader.imports.sheets import OBJECTS
from loader.imports.write_set import Sources, refuse_others
from loader.records import Severity

Record = dict[str, Any]
FILES = {"deal": "deals", "measure": "measures"}


@dataclass
class BroughtEntities:
    """What a file of entities comes to. `warnings` tell what of it was not brought in, and how many."""

    file: str
    rows: int = 0
    brought_in: int = 0
    files: list[str] = field(default_factory=list)
    warnings: list[CellProblem] = field(default_factory=list)


def holds_entities(path: Path) -> bool:
    """Whether a file's first object is an entity of FollowTheMoney."""
    if path.is_dir() or endings_of(path) not in OBJECTS:
        return False
    first = next(iter(read_objects(path)), None)
    return first is not None and is_entity(first[1])


def bring_in_entities(
    path: Path,
    folder: Path,
    data_set: SetShape,
    source: SourceShape,
    *,
    overwrite: bool = False,
    watch: Watch = lambda _: None,
) -> BroughtEntities:
    """Write the records of a file's entities to a folder, as JSON Lines. Raises BadFile, NotOurs, OSError."""
    refuse_others(folder, overwrite)
    sources = Sources(source, ("",), path.name)
    made = EntityRecords(path.name, source.id.removeprefix("source/"), source.name, built_in_model(), {}, {})
    brought = BroughtEntities(path.name)
    for entity in watched(read_entities(path), "learning who is in it", watch):
        brought.rows += 1
        if entity.schema in NODES:
            if entity.id in made.known:
                raise BadFile(
                    f"line {entity.line} of {path.name} has the entity {entity.id} again: aggregate the file first"
                )
            made.known[entity.id] = f"{built_in_model().label(NODES[entity.schema].label).kind}/{entity.key}"
            made.names[entity.id] = entity.first("name") or entity.first("alias", "weakAlias") or entity.id
    with SetFiles(folder) as files:
        naming = {"name": data_set.name} | ({"title": data_set.title} if data_set.title else {})
        files.yaml("data_set.yaml", naming)
        origins = _Origins(sources, {})
        passages = files.lines(f"passages/{made.cite}.jsonl")
        batch: list[Record] = []
        names: dict[str, list[tuple[str, str]]] = {}
        for entity in watched(read_entities(path), "writing", watch, brought.rows):
            wrote = 0
            for record in made.records(entity):
                wrote += 1
                files.lines(f"{_file_of(record)}.jsonl").add(record)
                _remember_names(record, names)
            if wrote:
                brought.brought_in += 1
                origin = origins.of(entity.first("sourceUrl"), entity.datasets, entity.line)
                batch.append({"cite": entity.line, "origin": origin, "sha256": entity.sha256})
            if len(batch) == 1000:
                passages.add({"source": source.id, "passages": batch})
                batch = []
        if batch:
            passages.add({"source": source.id, "passages": batch})
        for record in (*sources.records({}), *origins.records()):
            files.lines("sources.jsonl").add(record)
        for code in sorted(made.countries):
            files.lines("countries.jsonl").add(_country(code))
        if pairs := list(_accepted(names)):
            files.yaml("accepted_pairs.yaml", pairs)
        brought.files = files.finish()
    brought.warnings = [*made.told, *_not_read(made)]
    return brought


@dataclass
class _Origins:
    """Whose words entities repeat: the address that they give, or the data set that they are from."""

    sources: Sources
    seen: dict[str, Record]

    def of(self, url: str | None, datasets: tuple[str, ...], line: int) -> str:
        """The id of an entity's origin."""
        shape = self.sources.shape
        if url and url.startswith(("http://", "https://")):
            found = self.sources.id_of_url(url)
            says = f"{capital(shape.name)} gives {url} as the source of its line {line}."
            record = {"id": found, "name": url, "kind": "document", "url": url, "says": says, "basis": "ours"}
        elif datasets:
            found = f"{shape.id}.{slug(datasets[0])}"
            says = f"{datasets[0]} is the data set from which {shape.name} has entities."
            record = {"id": found, "name": datasets[0], "kind": "document", "says": says, "basis": "ours"}
        else:
            return self.sources.keeper
        more = {k: v for k in ("licence", "retrieved") if (v := getattr(shape, k))}
        self.seen.setdefault(found, record | more)
        return found

    def records(self) -> Iterator[Record]:
        """The origins that entities have."""
        yield from self.seen.values()


def _file_of(record: Record) -> str:
    if "type" in record:
        return "links"
    return FILES.get(record["id"].partition("/")[0], "parties")


def _remember_names(record: Record, names: dict[str, list[tuple[str, str]]]) -> None:
    if "id" in record:
        kind = record["id"].partition("/")[0]
        former = (f["name"] for f in record.get("former_names", ()))
        names.setdefault(kind, []).extend(
            (record["id"], n) for n in (record["name"], *record.get("also_named", ()), *former)
        )


def _accepted(names: dict[str, list[tuple[str, str]]]) -> Iterator[Record]:
    """Entities of one name that the file has as two: whoever made it has them so."""
    for kind, named in names.items():
        if kind == "deal":
            continue
        for one, other, found in alike_pairs(named):
            if found.kind is Kind.SAME:
                yield {"pair": [named[one][0], named[other][0]], "because": "The file has them as two entities."}


def _country(code: str) -> Record:
    name = find_usual_name(code) or code
    says = f"{name} is the country that ISO 3166-1 calls {code}."
    return {"id": f"country/{code}", "name": name, "iso_alpha2": code, "says": says, "basis": "ours"}


def _not_read(made: EntityRecords) -> Iterator[CellProblem]:
    for (what, why), (number, line) in sorted(made.not_read.items()):
        text = f"{number:,} {what} {'entity' if number == 1 else 'entities'} not brought in: {why}"
        yield CellProblem(made.file, "", line, what, text, "the line is the first of them", Severity.WARNING)
