"""Disagreements taken along as CSV, JSON and Markdown: all that the page shows, and no text of a record is run."""

import csv
import io
import json

from cypher.disagreements import DisputeFilter
from cypher.exports.disagreements import CSV, DISPUTE_FORMATS, JSON, MARKDOWN, TakenAlong
from tests.unit.few_disputes import FLAT, LISTED, NAME, SIZE, in_full, retold

TAKEN = TakenAlong((in_full(SIZE, flat=[FLAT]), in_full(NAME)), "test-set", DisputeFilter(source="source/paper"))
HOSTILE = "=1+1 <b>x</b> ![p](http://a.example/p.png) [a](b) `c` **d** | www.a.example # e"
SUM = "approved · US government · USD, sum: USD 3 million to USD 13 million → USD 13 million"


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_csv_has_a_row_a_reading_with_rank_reason_passages_weight_and_totals() -> None:
    up_to, flat, long, short = rows(CSV.write(TAKEN))
    assert (up_to["dispute_id"], up_to["weight"], up_to["rank"]) == ("dispute/size", "decides", "preferred")
    assert up_to["passages"] == "The Paper, line 1, sentence 2"
    assert (flat["passages"], flat["origins"], flat["reason"]) == ("A Note, line 4", "A Note", "Why size/flat.")
    assert flat["totals_if_it_held"] == SUM
    assert flat["changes"] == "The loan: amount USD 10 million"
    assert (long["weight"], short["stance"], short["totals_if_it_held"]) == ("detail", "denies", "changes no sum")


def test_json_says_what_was_asked_and_keeps_changes_and_totals_apart() -> None:
    made = json.loads(JSON.write(TAKEN))
    assert (made["data_set"], made["asked"]) == ("test-set", {"source": "source/paper"})
    size = made["disputes"][0]
    assert [t["id"] for t in size["touches"]] == ["deal/loan"]
    flat = size["readings"][1]
    assert flat["changes"] == [{"set": "deal/loan", "to": {"amount": "USD 10 million"}}]
    assert flat["totals"] == [
        {"group": "approved · US government · USD", "figure": "sum", "before": "USD 3 million to USD 13 million",
         "after": "USD 13 million"}
    ]  # fmt: skip
    assert (flat["passages"][0]["place"], flat["said_by"]) == ("line 4", ["A speaker"])


def test_markdown_can_be_read_as_it_is() -> None:
    text = MARKDOWN.write(TAKEN)
    assert text.startswith("# 2 disagreements in test-set\n")
    assert "## Is the loan ten million or up to that?" in text
    assert f"  - If it held: {SUM}" in text
    assert "- **deprecated** denied: SocGen." in text


def test_a_text_of_a_record_stays_text_in_every_format() -> None:
    taken = TakenAlong(tuple(in_full(retold(d, HOSTILE)) for d in LISTED), HOSTILE)
    cells = [cell for row in rows(CSV.write(taken)) for cell in row.values()]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
    assert json.loads(JSON.write(taken))["disputes"][0]["question"] == HOSTILE
    text = MARKDOWN.write(taken)
    for sign in ("<b>", "![p]", "[a](", "`c`", "**d**"):
        assert sign not in text
    assert HOSTILE.split(maxsplit=1)[0] in text


def test_nothing_to_take_along_is_written_too() -> None:
    nothing = TakenAlong((), "test-set")
    assert {form.name for form in DISPUTE_FORMATS} == {"csv", "json", "md"}
    assert all(form.write(nothing).strip() for form in DISPUTE_FORMATS)
