"""What was gathered as a data set of record files: YAML that people read and mend, JSON Lines where it is large."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from loader.imports.build import DEAL, capital
from loader.imports.gather import Gathered, GatheredLink, GatheredNode
from loader.imports.ids import slug
from loader.imports.mapping import Answers, SetShape, SourceShape
from loader.imports.set_files import MARK, Record, SetFiles, hash_file


class NotOurs(Exception):
    """A folder that holds what no import wrote, or what was changed since."""


@dataclass(frozen=True)
class Sources:
    """The sources of a file: one, or one a sheet; and those that rows name by an address."""

    shape: SourceShape
    sheets: tuple[str, ...]
    file: str

    def id_of(self, sheet: str) -> str:
        """The id of a sheet's source."""
        return f"{self.shape.id}.{slug(sheet)}" if len(self.sheets) > 1 else self.shape.id

    def name_of(self, sheet: str) -> str:
        """How a sheet's source is called."""
        return f"{self.shape.name}, sheet {sheet}" if len(self.sheets) > 1 else self.shape.name

    def cite(self, place: tuple[str, int]) -> str:
        """A row as records cite it."""
        return f"{self.id_of(place[0]).removeprefix('source/')}:{place[1]}"

    def id_of_url(self, url: str) -> str:
        """The id of the source at an address."""
        return f"{self.shape.id}.{hashlib.sha256(url.encode()).hexdigest()[:12]}"

    def records(self, urls: Mapping[str, tuple[str, int]]) -> Iterator[Record]:
        """The source of each sheet and of each address, with licence and day of retrieval, and who keeps the list."""
        given = self.shape.model_dump(include={"publisher", "url", "licence", "retrieved", "date"}, exclude_none=True)
        if "date" in given:
            given["date_of"] = "the list"
        for sheet in self.sheets:
            where = f"{self.file}, sheet {sheet}" if sheet else self.file
            says = capital(f"{self.name_of(sheet)} is a list that was brought in from {where}; each row is a passage.")
            cited_as = self.id_of(sheet).removeprefix("source/")
            about = {"name": capital(self.name_of(sheet)), "kind": "article", **given, "article": cited_as}
            yield {"id": self.id_of(sheet), **about, "says": says, "basis": "ours"}
        keeper = self.shape.publisher or f"who keeps {self.shape.name}"
        says = capital(f"{keeper} stands behind rows of {self.shape.name} that name no source of their own.")
        yield {"id": self.keeper, "name": capital(keeper), "kind": "publisher", "says": says, "basis": "ours"}
        for url, place in urls.items():
            more: Record = {key: given[key] for key in ("licence", "retrieved") if key in given}
            says = capital(f"{self.name_of(place[0])} gives {url} as the source of its row {place[1]}.")
            about = {"name": url, "kind": "document", "url": url, **more}
            yield {"id": self.id_of_url(url), **about, "says": says, "basis": "ours"}

    @property
    def keeper(self) -> str:
        """The id of whoever keeps the list: the origin of rows that name none."""
        return f"{self.shape.id}.keeper"


def write_set(
    folder: Path, data_set: SetShape, sources: Sources, gathered: Gathered, answers: Answers, overwrite: bool = False
) -> list[str]:
    """Write the folder; names the files. Raises NotOurs where it holds what would be lost, OSError."""
    refuse_others(folder, overwrite)
    urls: dict[str, tuple[str, int]] = {}
    for place, (_, url) in gathered.passages.items():
        if url:
            urls.setdefault(url, place)
    deals = [n for n in gathered.nodes.values() if n.label == DEAL]
    others = [n for n in gathered.nodes.values() if n.label != DEAL]
    inside: dict[str, list[GatheredLink]] = {}
    apart = []
    for link in gathered.links.values():
        home = _home(link, gathered)
        inside.setdefault(home, []).append(link) if home else apart.append(link)
    naming = {"name": data_set.name} | ({"title": data_set.title} if data_set.title else {})
    pairs = [{"pair": pair, "because": "Whoever made the mapping says that they are two."} for pair in answers.another]
    pairs = [p for p in pairs if all(i in gathered.nodes for i in p["pair"])]
    written = SetFiles(folder)
    written.yaml("data_set.yaml", naming)
    written.records("sources", sources.records(urls))
    for sheet in sources.sheets:
        written.passages(f"passages/{sources.id_of(sheet).removeprefix('source/')}", sources.id_of(sheet), [
            {"cite": row.number, "origin": sources.id_of_url(url) if url else sources.keeper, "sha256": row.sha256}
            for (of_sheet, _), (row, url) in gathered.passages.items() if of_sheet == sheet
        ])  # fmt: skip
    written.records("parties", (_node(n, inside.get(n.id, []), sources) for n in others))
    written.records("deals", (_node(n, inside.get(n.id, []), sources) for n in deals))
    written.records("links", (_link(link, sources) for link in apart))
    if pairs:
        written.yaml("accepted_pairs.yaml", pairs)
    return written.finish()


def refuse_others(folder: Path, overwrite: bool = False) -> None:
    """Raise NotOurs where a folder holds files that no import wrote, or one that was changed since it was written."""
    if not folder.exists():
        return
    if not folder.is_dir():
        raise NotOurs(f"{folder} is a file: name a folder")
    mark = folder / MARK
    there = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file() and p.name != MARK}
    if not there or overwrite:
        return
    if not mark.is_file():
        raise NotOurs(f"{folder} holds files that no import wrote: name another folder")
    try:
        ours: dict[str, str] = dict(json.loads(mark.read_text("utf-8")))
    except ValueError:
        raise NotOurs(f"{mark} cannot be read: name another folder, or say --overwrite") from None
    changed = sorted(n for n in there if ours.get(n) != hash_file(folder / n))
    if changed:
        raise NotOurs(
            f"{folder}/{changed[0]} was changed since it was written: name another folder, or say --overwrite"
        )


def _home(link: GatheredLink, gathered: Gathered) -> str | None:
    """The deal with which a relationship stands, resting on what it rests on; None for one that stands alone."""
    _, start, end, *_ = link.id
    return next(
        (
            i
            for i in (end, start)
            if (n := gathered.nodes.get(i)) and n.label == DEAL and list(n.rows) == list(link.rows)
        ),
        None,
    )


def _node(node: GatheredNode, links: list[GatheredLink], sources: Sources) -> Record:
    record: Record = {"id": node.id, "name": node.name}
    if node.also_named:
        record["also_named"] = list(node.also_named)
    record |= node.fields
    record |= {"says": node.says, "evidence": [sources.cite(place) for place in node.rows]}
    if node.claims:
        record["claims"] = [
            {"key": key, "topic": claim.topic, "says": claim.says, "evidence": [sources.cite(place)]}
            for key, (claim, place) in node.claims.items()
        ]
    if links:
        record["links"] = [_ends(link, node.id) | link.fields for link in links]
        if len(node.rows) > 1:
            record["evidence_for"] = {"links": record["evidence"]}
    return record


def _ends(link: GatheredLink, of: str) -> Record:
    type_, start, end, *_ = link.id
    return {"type": type_, "to": end} if start == of else {"type": type_, "from": start}


def _link(link: GatheredLink, sources: Sources) -> Record:
    type_, start, end, *_ = link.id
    cited = [sources.cite(place) for place in link.rows]
    return {"type": type_, "from": start, "to": end, **link.fields, "says": link.says, "evidence": cited}
