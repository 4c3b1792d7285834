"""What somebody does to our own nodes in the database's own browser: labels, lists, numbers, words that we do not have.

The records are those of the worked set, so that a query's right answer is known.
"""

from pathlib import Path

from cypher.connection import Graph
from loader.load import load
from tests.integration.worked_set import WORKED

PICTURE = "![x](http://127.0.0.1:65431/x.png)"
HOSTILE = (
    f"{PICTURE} <img src=x onerror=alert(1)> $x$ :red[x] [a](b) `c` https://a.example www.b.example :material/home:"
)

EDITS = (
    "MATCH (n:Country {id: 'country/AA'}) SET n:Annotated",
    "MATCH (n:Agency {id: 'agency/bank'}) SET n:Aardvark REMOVE n.name",
    "MATCH (n:Country {id: 'country/BB'}) SET n.name = 12, n.evidence = [1, 2], n.articles = 5",
    "MATCH (n:Country {id: 'country/CC'}) REMOVE n.name",
    "MATCH (n:Mineral {id: 'mineral/tin'}) SET n.name = ['tin', 'stannum'], n.disputes = 'dispute/none', n.kind = 3",
    "MATCH (n:Company {id: 'company/mines'}) SET n.gathered = 3, n.basis = 'hearsay', n.paraphrase = 5, "
    "n.origins = 'source/journal-desk', n.also_named = 'Frontier Diggings', "
    "n.former_names = 'Digs', n.former_names_since = [3]",
    "MATCH (:Measure {id: 'measure/list'})-[t:TARGETS]->(:Company {id: 'company/undated'}) "
    "SET t.since = 7, t.until = ['2026', 'x'], t.grounds = 4, t.ended_by = 5",
    "MATCH (n:Initiative {id: 'initiative/reserve'}) SET n.date = 'yesterday', n.until = 7",
    "MATCH (n:Deal {id: 'deal/letter'}) SET n.stage = 'foo'",
    "MATCH (n:Deal {id: 'deal/total'}) SET n.amount_unit = 'foo'",
    "MATCH (n:Deal {id: 'deal/outside'}) REMOVE n.instrument SET n.date = 'P99Z/never'",
    "MATCH (n:Passage {line: 2, source: 'source/paper'}) SET n.line = 'two', n.sentence = 'x'",
    "MATCH (n:Source {id: 'source/desk'}) SET n.name = 5, n.kind = 6",
    "MATCH (n:Source {id: 'source/notice'}) REMOVE n.name",
    "MATCH (:Deal {id: 'deal/outside'})-[r:GOES_TO]->() SET r.origins = 'source/journal-desk'",
    "MATCH (n:Claim {rank: 'normal', stance: 'affirms'}) WHERE n.topic = 'reading' "
    "SET n.rank = 'doubtful', n.reason = 9, n.evidence = 4",
    "MATCH (n:Claim {topic: 'purpose'}) REMOVE n.paraphrase",
    "MATCH (n:Dispute) SET n.kind = 8 REMOVE n.name",
    "MATCH (:Country)-[r:PARTY_TO]->(:Deal) SET r.role = 4, r.evidence = 'passage/none'",
    "MATCH (d:DataSet) SET d:Marked, d.name = 4, d.guide = '{no json', d.loaded_at = 0",
)
"""Statements, each one thing that somebody might do."""


def load_worked(graph: Graph, folder: Path) -> None:
    """Load the worked set from files in `folder`."""
    for name, text in WORKED.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    load(graph, folder)


def edit(graph: Graph) -> None:
    """Do all of it."""
    for text in EDITS:
        graph.write(text, {})


def spoil(graph: Graph, text: str = HOSTILE) -> None:
    """Put markup into every text that a page may show: names, ids, terms, units, dates, labels and types."""
    hostile = {"text": text}
    for name in ("name", "paraphrase", "kind", "basis", "date", "date_of", "topic", "rank", "reason", "publisher"):
        graph.write(f"MATCH (n) WHERE n.{name} IS NOT NULL SET n.{name} = $text + ' {name} ' + n.id", hostile)
    graph.write("MATCH ()-[r]->() SET r.paraphrase = $text, r.role = CASE r.role WHEN 'mineral' THEN r.role "
                "WHEN 'recipient' THEN r.role WHEN 'location' THEN r.role ELSE $text END", hostile)  # fmt: skip
    graph.write("MATCH (n:Deal {id: 'deal/letter'}) SET n.stage = $text", hostile)
    graph.write("MATCH (n:Deal {id: 'deal/total'}) SET n.amount_unit = $text", hostile)
    graph.write("MATCH (n:Passage) SET n.line = $text, n.sentence = $text", hostile)
    graph.write("MATCH (n:Country {id: 'country/AA'}) SET n.`a ![x](http://127.0.0.1:65431/p.png)` = $text", hostile)
    graph.write("MATCH (n:Country {id: 'country/BB'}) SET n.evidence = [$text], n.disputes = [$text]", hostile)
    graph.write("MATCH (n:Agency {id: 'agency/bank'}) SET n:`![x](http://127.0.0.1:65431/l.png)`", hostile)
    graph.write(
        "MATCH (d:Deal {id: 'deal/loan'}) CREATE (n:Country {id: 'country/' + $text, name: $text, data_set: 'worked'}) "
        "CREATE (n)-[:PARTY_TO {id: n.id + '|PARTY_TO|deal/loan|' + $text, role: $text, data_set: 'worked'}]->(d)",
        hostile,
    )
    graph.write("MATCH (d:DataSet) SET d.name = $text, d.version = $text, d.loaded_at = $text", hostile)
