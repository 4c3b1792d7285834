"""Claims, steps, disputes with their readings, and passages, as records write them."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAlias

from cypher.model import Model
from cypher.results import Value, texts
from ledger.disputes import Disagreement
from loader.exports.records.attached import Attached
from loader.exports.records.fields import cite, declared_of, own_fields
from loader.rows import Row

Fields: TypeAlias = dict[str, Any]
HISTORY = "history/"
PASSAGES_OF_A_RECORD = 100
OF_CLAIMS = ("name", "paraphrase", "evidence", "rank", "stance", "reason", "topic", "basis", "changes", "date", "stage")


def write_claims(owner: str, attached: Attached, model: Model) -> Fields:
    """The fields of a node's record for what is said of it, and for the stages that it went through."""
    claims: list[Fields] = []
    history: list[Fields] = []
    for key, p in attached.claims_of(owner):
        by = attached.speakers_of(f"claim/{owner}/{key}")
        if key.startswith(HISTORY):
            history.append(_step(p, by, model))
        else:
            claims.append({"key": key, "topic": p.get("topic"), **_shared(p, by, model), "basis": p.get("basis")})
    return {name: several for name, several in (("claims", claims), ("history", history)) if several}


def write_dispute(row: Row, attached: Attached, model: Model) -> Fields:
    """A dispute's record with its readings."""
    p = row.properties
    told: Fields = {name: p[name] for name in ("weight", "would_change") if name in p}
    told |= {"says": p["paraphrase"]} if p.get("paraphrase") != p.get("name") else {}
    told |= {"may_all_hold": True} if p.get("disagreement") == str(Disagreement.MAY_ALL_HOLD) else {}
    readings = [
        {"key": key, "rank": r.get("rank"), "stance": r.get("stance"), "reason": r.get("reason"),
         **_shared(r, attached.speakers_of(f"claim/{row.id}/{key}"), model), **_changes(r)}
        for key, r in attached.claims_of(row.id)
    ]  # fmt: skip
    concerns = [*attached.concerned_by(row.id), *texts(p.get("concerned_relationships"))]
    ordered = list(_in_order(readings, cite(p.get("evidence"))))
    head = {"id": row.id, "question": p.get("name"), "kind": p.get("kind"), "concerns": concerns}
    return {**head, **told, "readings": ordered}


def write_passages(rows: Iterable[Row]) -> Iterator[Fields]:
    """Records of passages, some of one source together."""
    source, waiting = "", list[Fields]()
    for row in rows:
        its = str(row.properties.get("source"))
        if waiting and (its != source or len(waiting) == PASSAGES_OF_A_RECORD):
            yield {"source": source, "passages": waiting}
            waiting = []
        source = its
        waiting.append(_passage(row.properties))
    if waiting:
        yield {"source": source, "passages": waiting}


def _passage(p: Mapping[str, Value]) -> Fields:
    place = f"{p['line']}.{p['sentence']}" if "sentence" in p else str(p["line"])
    return {"cite": place, "origin": p.get("origin"), "origin_basis": p.get("basis"), "sha256": p.get("sha256")}


def _step(p: Mapping[str, Value], by: list[str], model: Model) -> Fields:
    own = own_fields(p, declared_of("Claim", model), *(n for n in OF_CLAIMS if n != "stage"))
    reason = {"reason": p["reason"]} if "reason" in p else {}
    return {**own, "date": p.get("date"), "basis": p.get("basis"), **reason, **_said(p, by)}


def _shared(p: Mapping[str, Value], by: list[str], model: Model) -> Fields:
    return {**own_fields(p, declared_of("Claim", model), *OF_CLAIMS), **_said(p, by)}


def _said(p: Mapping[str, Value], by: list[str]) -> Fields:
    return {"says": p.get("name"), "evidence": cite(p.get("evidence")), **({"by": by} if by else {})}


def _changes(p: Mapping[str, Value]) -> Fields:
    changes = [json.loads(text) for text in texts(p.get("changes"))]
    return {"changes": changes} if changes else {}


def _in_order(readings: list[Fields], cited: list[str]) -> Iterator[Fields]:
    """Readings so that their passages, each once, stand in the order in which the dispute has them."""
    seen: list[str] = []
    left = list(readings)
    while left:
        chosen = next((r for r in left if _goes_on(r, seen, cited)), left[0])
        left.remove(chosen)
        seen += [c for c in dict.fromkeys(chosen["evidence"]) if c not in seen]
        yield chosen


def _goes_on(reading: Fields, seen: list[str], cited: list[str]) -> bool:
    new = [c for c in dict.fromkeys(reading["evidence"]) if c not in seen]
    return cited[len(seen) : len(seen) + len(new)] == new
