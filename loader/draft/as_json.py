"""The draft as a document for programs."""

from loader.draft.draft import Draft, DraftedPlace
from loader.draft.stubs import write_claim, write_stub


def draft_as_json(draft: Draft) -> dict[str, object]:
    """Every place with what is told of it."""
    about = {"file": draft.file, "short": draft.short, "lines": draft.lines, "cited": draft.cited, "day": _day(draft)}
    return about | {"places": [_place(p) for p in draft.places]}


def _day(draft: Draft) -> dict[str, object] | None:
    return {"date": draft.day.date, "place": f"{draft.short}:{draft.day.place}"} if draft.day else None


def _place(p: DraftedPlace) -> dict[str, object]:
    f = p.follows
    return {
        "citation": p.citation, "text": " ".join(p.place.words.split()), "sha256": p.place.sha256,
        "names": [{"written": n.written, "ids": list(n.ids), "by_initials": n.by_initials} for n in p.names],
        "new_names": [{"written": n.written, "alike": list(n.alike)} for n in p.new_names],
        "figures": [str(a.amount) for a in p.amounts], "shares": [float(s.share) for s in p.shares],
        "runs": [t.length for t in p.terms],
        "dates": [{"written": d.written, "year": d.year, "month": d.month, "day": d.day} for d in p.dates],
        "deals": [{"id": s.deal.id, "figure": s.figure, "ties": list(s.ties)} for s in p.deals],
        "disputes": [d.id for d in p.disputes],
        "follows": {"citation": f.citation, "share": f.share, "origin": f.origin} if f else None,
        "records": list(p.records),
        "stubs": [write_stub(stub) for stub in p.stubs.stubs],
        "claims": [{"of": c.of, "yaml": write_claim(c)} for c in p.stubs.claims],
        "left": [{"clause": one.clause, "things": list(one.things)} for one in p.left],
    }  # fmt: skip
