"""A folder of few records that checks clean, to which each test adds what it is about."""

import os
from itertools import count
from pathlib import Path
from textwrap import dedent

from loader.check import check
from loader.records import Problem

TICKS = count()
"""Times of writing, so that no file is taken for one that a test wrote just before."""

FILES = {
    "data_set.yaml": "{name: test-set, title: A small set}",
    "sources.yaml": """\
        - {id: source/paper, name: The Paper, kind: article, says: A newspaper., basis: ours}
        - {id: source/desk, name: The desk, kind: publisher, says: Who writes it., basis: ours}
        """,
    "passages/paper.yaml": f"""\
        source: source/paper
        passages:
          - {{cite: 1, origin: source/desk, sha256: {"a" * 64}}}
          - {{cite: 2.10, origin: source/desk, sha256: {"b" * 64}}}
        """,
    "parties.yaml": """\
        - {id: country/AA, name: Atlantis, says: Takes part., evidence: [paper:1]}
        - {id: country/BB, name: Beland, says: Takes part., evidence: [paper:1]}
        - {id: agency/bank, name: The Bank, kind: bank, says: Lends., evidence: [paper:2.10]}
        - {id: mineral/tin, name: Tin, kind: mineral, says: Named., evidence: [paper:1]}
        - {id: event/talks, name: Talks, kind: forum, says: Take place., evidence: [paper:1]}
        """,
}


def folder_of(folder: Path, records: str = "", **more: str) -> Path:
    """Write the small set, `records` as records.yaml, and further files by name (`expected` is expected.yaml)."""
    files = FILES | {"records.yaml": records} | {f"{name.replace('__', '/')}.yaml": t for name, t in more.items()}
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text), encoding="utf-8")
        os.utime(path, ns=(0, next(TICKS)))
    return folder


def problems(folder: Path, records: str = "", **more: str) -> tuple[Problem, ...]:
    """What the check finds in the small set with what a test adds to it."""
    return check(folder_of(folder, records, **more)).problems


def only(folder: Path, records: str = "", **more: str) -> str:
    """The one problem that the check finds, as people read it."""
    found = problems(folder, records, **more)
    assert len(found) == 1, "\n".join(map(str, found))
    return str(found[0])


def warnings(folder: Path, records: str, **more: str) -> list[Problem]:
    """What the check warns of in a set without a problem, beside links, of which these records often have none."""
    checked = check(folder_of(folder, records, **more))
    assert checked.problems == ()
    return [w for w in checked.warnings if w.field != "links"]


def deal(name: str, amount: str = "", links: str = "", **more: str) -> str:
    """The line of an approved loan, unless told otherwise."""
    fields = {"instrument": "loan", "stage": "approved", "whose_money": "us_government"} | more
    fields |= {"amount": amount} if amount else {}
    written = ", ".join(f"{k}: {v}" for k, v in fields.items())
    return f"- {{id: deal/{name}, name: {name}, says: Lent., evidence: [paper:1], links: [{links}], {written}}}\n"


def part_of(*wholes: str) -> str:
    """The link of a deal to its wholes."""
    return f"{{type: PART_OF, to: [{', '.join(f'deal/{w}' for w in wholes)}]}}"
