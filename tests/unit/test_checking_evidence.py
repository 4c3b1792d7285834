"""Evidence that only seems to be some: citations that links take over, empty fingerprints, borrowed words."""

from pathlib import Path

import pytest

from ledger.evidence import hash_passage
from loader.check import check
from loader.rows import make_rows
from loader.verify import verify
from tests.unit.small_records import FILES, deal, folder_of, only, part_of, problems

TALKS = "  links:\n    - {type: ATTENDS, to: event/talks, role: speaker}\n"
HEAD = "- id: country/CC\n  name: Ceeland\n  says: Sits.\n"
BOTH = f"{HEAD}  evidence: [paper:1, paper:2.10]\n"


def warnings(folder: Path, field: str, records: str = "", **more: str) -> list[str]:
    """The warnings of one field; the check finds no problem beside them."""
    checked = check(folder_of(folder, records, **more))
    assert checked.problems == ()
    return [str(w) for w in checked.warnings if w.field == field and "tied to nothing" not in w.what]


def test_links_that_take_over_several_citations_are_told(tmp_path: Path) -> None:
    assert warnings(tmp_path, "links", BOTH + TALKS) == [
        "records.yaml:6: links: 1 link rests on all 2 passages of country/CC, and on any that is added; "
        "say on which under `evidence_for: {links: [paper:1, paper:2.10]}`, or in the link"
    ]


def test_links_of_a_record_with_one_citation_or_with_words_of_their_own_are_not(tmp_path: Path) -> None:
    assert warnings(tmp_path, "links", f"{HEAD}  evidence: [paper:1]\n{TALKS}") == []
    own = TALKS.replace("speaker", "speaker, says: Spoke., evidence: [paper:1]")
    assert warnings(tmp_path, "links", BOTH + own) == []


def test_a_citation_that_is_added_leaves_the_links_alone_where_the_record_says_on_what_they_rest(
    tmp_path: Path,
) -> None:
    pinned = f"{BOTH}  evidence_for: {{links: [paper:1]}}\n{TALKS}"
    assert warnings(tmp_path, "links", pinned) == []
    (link,) = (r for r in relationships(tmp_path) if r.startswith("country/CC"))
    assert relationships(tmp_path)[link] == ["passage/paper/1"]


def relationships(folder: Path) -> dict[str, list[str]]:
    """Each relationship that cites something, with its evidence as it would be stored."""
    rows = make_rows(check(folder)).relationships
    return {r.id: r.properties["evidence"] for r in rows if "evidence" in r.properties}


def test_links_may_rest_only_on_what_their_record_cites(tmp_path: Path) -> None:
    text = f"{HEAD}  evidence: [paper:1]\n  evidence_for:\n    links: [paper:2.10]\n{TALKS}"
    assert only(tmp_path, text).startswith(
        "records.yaml:6: evidence_for.links: names paper:2.10, which country/CC does not cite; name passages that stand"
    )


def test_a_wrong_citation_is_told_once_however_many_links_take_it_over(tmp_path: Path) -> None:
    text = f"{HEAD}  evidence: [paper:9]\n{TALKS}    - {{type: HOSTS, to: event/talks, role: host}}\n"
    assert only(tmp_path, text).startswith("records.yaml:4: evidence: country/CC cites paper:9, which is no passage")
    text = f"{HEAD}  evidence: []\n{TALKS}"
    assert only(tmp_path, text).startswith("records.yaml:4: evidence: country/CC cites no passage")


@pytest.mark.parametrize(
    ("sha", "problem"),
    [
        ("0" * 64, "is still a placeholder; `lodegraph verify --articles DIR` names the right one"),
        (hash_passage(""), "is that of an empty text, which speaks for nothing; cite the line that says it"),
    ],
)
def test_a_fingerprint_of_nothing_is_told(tmp_path: Path, sha: str, problem: str) -> None:
    passages = FILES["passages/paper.yaml"].replace("b" * 64, sha)
    assert only(tmp_path, passages__paper=passages) == f"passages/paper.yaml:4: passages.2.10.sha256: {problem}"


def test_one_text_that_is_cited_as_two_is_a_warning(tmp_path: Path) -> None:
    passages = FILES["passages/paper.yaml"].replace("b" * 64, "a" * 64)
    (found,) = warnings(tmp_path, "passages.2.10.sha256", passages__paper=passages)
    assert "is the same as that of passage/paper/1; " in found


def test_a_node_that_nothing_is_tied_to_is_a_warning(tmp_path: Path) -> None:
    loose = "- {id: company/loose, name: Loose, kind: company, says: Named., evidence: [paper:1]}\n"
    told = [str(w) for w in check(folder_of(tmp_path, f"{HEAD}  evidence: [paper:1]\n{TALKS}{loose}")).warnings]
    assert "records.yaml:7: links: company/loose is tied to nothing; give it a link or a claim, or leave it out" in told
    assert not any("country/CC" in t or "event/talks" in t or "source/" in t for t in told)


def test_numbers_that_are_not_met_refuse_a_load_only_where_the_set_chooses_so(tmp_path: Path) -> None:
    counts = "counts: {Country: {exactly: 9}}"
    assert "expected exactly 9" in only(tmp_path, expected=counts)
    (found,) = warnings(tmp_path, "counts.Country", expected=f"unmet: warning\n{counts}")
    assert "there are 2, expected exactly 9" in found
    assert "unmet: 'maybe' is no answer; write problem or warning" in only(tmp_path, expected="unmet: maybe")


def test_what_parts_in_another_file_cause_names_their_place(tmp_path: Path) -> None:
    whole = deal("whole", "USD 10")
    found = only(tmp_path, whole, parts=deal("p", "USD 11", part_of("whole")))
    assert found.startswith(
        "records.yaml:1: PART_OF: the parts of deal/whole (deal/p) come to USD 11, more than its USD 10 "
    )
    assert "(parts stand at parts.yaml:1)" in found
    placed = deal("whole", "USD 10", "{type: LOCATED_IN, to: country/AA}")
    found = only(tmp_path, placed, parts=deal("p", "USD 1", part_of("whole")))
    assert "(deal/p lies inside it, parts.yaml:1)" in found


ARTICLE = "The bank, it was said on Monday, lends a great deal of money to a mine in the north.\n"


def articles(folder: Path) -> Path:
    """A folder with the one article."""
    folder.mkdir(exist_ok=True)
    (folder / "the-paper.txt").write_text(ARTICLE, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("says", "found"),
    [
        ("Lends, it was said on Monday, lends a good deal of it.", []),
        ("It was said on Monday: LENDS a great deal!", ["records.yaml:3: says: has 9 words in a row as the-paper.txt"]),
    ],
)
def test_an_articles_own_words_are_told_by_whoever_holds_it(tmp_path: Path, says: str, found: list[str]) -> None:
    source = "- {id: source/paper, name: P, kind: article, article: the-paper, says: A paper., basis: ours}\n"
    desk = "- {id: source/desk, name: The desk, kind: publisher, says: Who writes it., basis: ours}\n"
    passages = f"source: source/paper\npassages: [{{cite: 1, origin: source/desk, sha256: {hash_passage(ARTICLE)}}}]"
    record = f'- id: country/AA\n  name: Atlantis\n  says: "{says}"\n  evidence: [paper:1]\n'
    folder = folder_of(tmp_path / "set", record, sources=source + desk, passages__paper=passages, parties="[]")
    told = [str(p) for p in verify(folder, articles(tmp_path / "articles")).problems]
    assert [t.partition(" has them")[0] for t in told] == found
    assert problems(tmp_path / "other") == ()


def test_reasons_of_coverage_and_of_accepted_pairs_are_own_words_too(tmp_path: Path) -> None:
    source = "- {id: source/paper, name: P, kind: article, article: the-paper, says: A paper., basis: ours}\n"
    passages = f"source: source/paper\npassages: [{{cite: 1, origin: source/paper, sha256: {hash_passage(ARTICLE)}}}]"
    record = "- {id: country/AA, name: Atlantis, says: S., evidence: [paper:1]}\n"
    theirs = "It was said on Monday lends a great deal"
    more = {
        "coverage__paper": f"source: source/paper\nlines: 1\nwithout_records:\n  - {{reason: {theirs}, lines: [9]}}\n",
        "accepted_pairs": f"- {{pair: [country/AA, country/BB], because: {theirs}}}\n",
    }
    folder = folder_of(tmp_path / "set", record, sources=source, passages__paper=passages, parties="[]", **more)
    told = [str(p) for p in verify(folder, articles(tmp_path / "articles")).problems if "in a row" in p.what]
    assert [t.partition(" has 9")[0] for t in told] == [
        "accepted_pairs.yaml:1: because:", "coverage/paper.yaml:4: without_records.0.reason:",
    ]  # fmt: skip


def test_what_a_thing_is_called_is_nobodys_own_words(tmp_path: Path) -> None:
    name = "It Was Said on Monday Lends a Great Deal of Money"
    source = "- {id: source/paper, name: P, kind: article, article: the-paper, says: A paper., basis: ours}\n"
    passages = f"source: source/paper\npassages: [{{cite: 1, origin: source/paper, sha256: {hash_passage(ARTICLE)}}}]"
    record = f"- {{id: initiative/a, name: {name}, also_named: [{name}], kind: forum, says: S., evidence: [paper:1]}}\n"
    folder = folder_of(tmp_path / "set", record, sources=source, passages__paper=passages, parties="[]")
    assert verify(folder, articles(tmp_path / "articles")).problems == ()


@pytest.mark.parametrize("own", ["", ", says: Led., evidence: [paper:1]"])
def test_passages_for_one_property_of_a_link_are_checked_and_counted_as_those_of_a_node_are(
    tmp_path: Path, own: str
) -> None:
    def lead(cited: str) -> str:
        return (
            "- id: initiative/reserve\n  name: Reserve\n  kind: reserve\n  says: Kept.\n  evidence: [paper:1]\n"
            "  links:\n"
            f"    - {{type: LEADS, from: country/AA, role: chair, until: 2026, until_evidence: [{cited}]{own}}}\n"
        )

    assert only(tmp_path, lead("paper:9")).startswith(
        "records.yaml:7: evidence: country/AA|LEADS|initiative/reserve|chair cites paper:9, which is no passage; "
    )
    checked = check(folder_of(tmp_path, lead("paper:2.10")))
    (link,) = (i for i in checked.items if "|LEADS|" in i.id)
    assert checked.problems == ()
    assert (link.citations, link.properties["until_evidence"]) == (("paper:1", "paper:2.10"), ["paper:2.10"])
    assert link.properties["evidence"] == ["paper:1"]
