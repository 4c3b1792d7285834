"""An invented sixth article: what it says, and the files that bring it into a copy of the shipped records."""

import shutil
from pathlib import Path

from ledger.evidence import hash_passage, split_sentences
from lodegraph.shipped_records import find_shipped_records

LINES = (
    "London confirmed that it signed a minerals framework with Washington on 4 February.",
    "The export bank will lend 12 billion dollars for its reserve. Ambler's equity stake was called off in March.",
    "Read more of our stories",
)

NEW_FILES = {
    "sources_of_the_gazette.yaml": """\
- id: source/gazette
  name: The Gazette
  kind: article
  article: gazette
  says: An invented article.
  evidence: [gazette:1]
- {id: source/gazette-desk, name: The Gazette's desk, kind: publisher, says: Writes it., evidence: [gazette:1]}
""",
    "passages/gazette.yaml": f"""\
source: source/gazette
passages:
  - {{cite: 1, origin: source/gazette-desk, origin_basis: ours, sha256: {hash_passage(LINES[0])}}}
  - {{cite: 2.1, origin: source/gazette-desk, origin_basis: ours, sha256: {hash_passage(split_sentences(LINES[1])[0])}}}
  - {{cite: 2.2, origin: source/gazette-desk, origin_basis: ours, sha256: {hash_passage(split_sentences(LINES[1])[1])}}}
""",
    "coverage/gazette.yaml": """\
source: source/gazette
lines: 3
without_records: [{reason: Link of the page to other articles., lines: [3]}]
""",
    "disputes/ambler-stake.yaml": """\
id: dispute/ambler-stake
question: Is the stake in Ambler Metals still committed?
kind: verb
concerns: [deal/defense-ambler-equity]
readings:
  - {key: called-off, says: It was called off., rank: preferred, reason: The later report., evidence: [gazette:2.2]}
  - {key: committed, says: It was raised., rank: normal, reason: Earlier., evidence: [middle-asian:30]}
""",
}

NARROWED = "evidence_for:\n"
EDITS = (
    # confirms: one more passage behind a framework that rested on one article
    ("deals/frameworks.yaml", "deal/us-united-kingdom-framework", "evidence: [middle-asian:8.1]",
     "evidence: [middle-asian:8.1, gazette:1]"),
    # contradicts: a third reading of a question that is there already
    ("disputes/vault-loan-ceiling.yaml", "id: dispute", "readings:\n", """\
readings:
  - key: twelve
    says: 12 billion dollars.
    rank: normal
    reason: One article, against all others.
    evidence: [gazette:2.1]
"""),
    # withdraws: the deal keeps its figure and its row, and leaves the sums
    ("deals/defense.yaml", "deal/defense-ambler-equity", "stage: committed", "stage: withdrawn"),
    ("deals/defense.yaml", "deal/defense-ambler-equity", NARROWED, NARROWED + "    stage: [gazette:2.2]\n"),
    ("expected.yaml", "counts:", "Source: {exactly: 14}", "Source: {exactly: 16}"),
)  # fmt: skip
"""File, a text that stands before the place, what is there, and what takes its place."""


def with_the_gazette(folder: Path) -> Path:
    """A copy of the shipped records that has the sixth article in it: files only."""
    shutil.copytree(find_shipped_records(), folder)
    for name, text in NEW_FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    for name, before, old, new in EDITS:
        head, marker, rest = (folder / name).read_text(encoding="utf-8").partition(before)
        assert old in rest, f"{name} has no '{old}' after '{before}'"
        (folder / name).write_text(head + marker + rest.replace(old, new, 1), encoding="utf-8")
    return folder
