"""A set to begin with: few files that say what belongs where, and check at once."""

import re
from dataclasses import dataclass
from pathlib import Path

from ledger.evidence import hash_passage
from ledger.names import plain_words

EXAMPLE = ("The Hollow Bank lends Deep Pit 40 million dollars.", "The loan was announced on 3 March 2026.")
"""The article that a new set begins with; it is ours, and invented."""
LONGEST_NAME = 60


class NotEmpty(Exception):
    """A place in which a new set would lie among other things."""


@dataclass(frozen=True)
class NewFile:
    """A file to be written, by its name below the set's folder."""

    name: str
    text: str


def name_set(folder: Path) -> str:
    """A name for the set in a folder: the folder's in small letters and signs that names may have."""
    return "-".join(plain_words(folder.resolve().name))[:LONGEST_NAME] or "my-records"


def list_new_files(name: str) -> tuple[NewFile, ...]:
    """The files of a new set of that name."""
    lends, dated = map(hash_passage, EXAMPLE)
    texts = {
        "data_set.yaml": DATA_SET.format(name=name),
        "sources.yaml": SOURCES,
        "passages/example.yaml": PASSAGES.format(lends=lends, dated=dated),
        "records.yaml": RECORDS,
        "coverage/example.yaml": COVERAGE,
        "articles/example.txt": " ".join(EXAMPLE) + "\n\nWrite to the editors.\n",
        "articles/.gitignore": GITIGNORE,
    }
    return tuple(NewFile(file, text) for file, text in texts.items())


def write_new_set(folder: Path, name: str) -> tuple[Path, ...]:
    """Write the files of a new set; raises NotEmpty where the folder holds anything, and OSError."""
    if folder.is_file() or folder.is_symlink():
        raise NotEmpty(f"{folder} is a file or a link: name a folder that is not there yet, or is empty")
    if folder.is_dir() and any(folder.iterdir()):
        raise NotEmpty(f"{folder} is not empty: name a folder that is not there yet, or is empty")
    written = []
    for file in list_new_files(name):
        path = folder / file.name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(file.text, encoding="utf-8", newline="\n")
        written.append(path)
    return tuple(written)


def is_set_name(name: str) -> bool:
    """Whether a set may have this name."""
    return re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]*", name) is not None


DATA_SET = """\
# The set: its name, which everything that is written to a graph carries, and its title for people.
# What else may stand here, and in the files beside it, is told in docs/records.md.
name: {name}
title: A new set of records

# What the pages begin with; may be left out.
guide:
  beginnings:
    - {{node: deal/example-loan, title: "A loan, to begin with"}}
"""
SOURCES = """\
# Where words stand (kind: article), and whose words they are (a publisher, a document, a post).
# `article` is the name of the text's file without .txt. `lodegraph article add FILE` writes one of these for you.
- id: source/example
  name: The example article
  kind: article
  article: example
  says: The example article is invented, to show how a set is written.
  basis: ours
- id: source/example-desk
  name: The example's desk
  kind: publisher
  says: The example's desk is the invented publisher of the example article.
  basis: ours
"""
PASSAGES = """\
# The cited places by fingerprint. The text itself stays in the articles' folder; only its hash is kept.
# `lodegraph lines FILE` numbers them, `lodegraph verify --write` fills in fingerprints that are missing.
source: source/example
passages:
  - {{cite: 1.1, origin: source/example-desk, origin_basis: ours, sha256: {lends}}}
  - {{cite: 1.2, origin: source/example-desk, origin_basis: ours, sha256: {dated}}}
"""
RECORDS = """\
# What the passages say, in your own words. Take this example away when records of yours stand:
# this file, passages/example.yaml, coverage/example.yaml, both entries of sources.yaml, the guide in data_set.yaml.

- id: agency/hollow-bank
  name: The Hollow Bank
  kind: bank
  says: The Hollow Bank is a lender.
  evidence: [example:1.1]          # article:line, or article:line.sentence

- id: project/deep-pit
  name: Deep Pit
  kind: mine
  says: Deep Pit borrows from the Hollow Bank.
  evidence: [example:1.1]
  basis: interpreted               # stated, interpreted, derived or ours: docs/method.md says when

- id: deal/example-loan
  name: The Hollow Bank's loan to Deep Pit
  amount: USD 40 million           # up to, about, more than, at least may stand before it
  instrument: loan
  stage: announced
  date: "2026-03-03"
  date_of: announcement
  whose_money: not_stated
  says: The Hollow Bank's loan to Deep Pit is announced.
  evidence: [example:1.1, example:1.2]
  evidence_for:                    # where one passage alone speaks for a property
    amount: [example:1.1]
    date: [example:1.2]
    links: [example:1.1]
  links:
    - {type: FUNDS, from: agency/hollow-bank}
    - {type: GOES_TO, to: project/deep-pit, role: recipient}
"""
COVERAGE = """\
# Lines of the article on which no record rests, each with its reason.
source: source/example
lines: 3
without_records:
  - reason: Empty.
    lines: [2]
  - reason: Line of the page; it states nothing.
    lines: [3]
"""
GITIGNORE = """\
# Texts of others stay with whoever holds them: only their fingerprints belong to the records.
*
!.gitignore
!example.txt
"""
