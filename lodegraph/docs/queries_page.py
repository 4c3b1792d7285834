"""`docs/queries.md`: how a saved query is written, and the index of those that there are."""

from cypher.saved import Catalog, SavedQuery
from cypher.saved.catalog import FOLDER
from cypher.saved.categories import CATEGORIES
from cypher.saved.fragments import fragment_names
from loader.records import DataSet
from lodegraph.cli.query import list_answer_formats
from lodegraph.docs.category_pages import make_anchor, name_page

HEAD = """\
# Saved queries

*Made from `cypher/queries/` by `make docs`; edit the files there.*

One file each, `cypher/queries/<category>/<id>.cypher`: a header of `//` lines in YAML, then Cypher that only reads.
The folder is the category, in words with hyphens; lists show CATEGORIES_IN_WORDS, and any others
behind them.

```
EXAMPLE
```

- `view`: `network` (return nodes and relationships), `table` (return plain columns) or `totals` (return deals: they are
  added by the one totals function; a file that adds amounts itself is refused). `other_views` names what else suits
  the answer, and the reader switches: on the page, by `view=` in its address, by `--view`. The kinds of view are told
  [below](#views).
- A parameter is of type `node` (with `labels`), `term` (with `of: Label.property`), `integer` (with `at_least` and
  `at_most`), `day` (a day, month or year), `days` (a span of them, `first/last`, or one month or year),
  `many_of` (with words `among` which to choose; in the text one that is chosen is found by
  `'word' IN split($name, ',')`),
  `relationship_type` (`{{type}}` behind a colon becomes the parameter `type`)
  or `text`; it starts from its `default`, or from the value in the guide of the data set (see
  [records.md](records.md)), since an id of one set has no place in a query for all. `$data_set` is always there, and
  `$most`, one row more than the reader takes, for parts of a query that may each be cut (`LIMIT $most`).
- A parameter of type `yes_no` asks for more: a line that ends with `// with kinds` stands where `kinds` is yes, one
  with `// without kinds` where it is no. In totals, a column `through` tells by what else each deal was found.
- A line of its own such as `{{agencies of n}}` stands for lines that several queries share, `cypher/fragments/`: they
  add to the list `found` what belongs to the node that the query calls `n`: FRAGMENTS. What such a line ends with,
  `// with agencies`, holds for each of them.
- A line that ends with `// with node` stands only where the parameter `node` is given, one with `// without node` only
  where it is left out: a node that is given is then found by an index.
- `offers` of a node's parameter is a statement that returns `id`, `name` and `rows` of those nodes of `{{label}}` for
  which the query has rows, and how many (null where that depends on other parameters too); choosers offer these alone.
- `how_to_read` says what an answer tells and what it does not; it stands beside the question.
- `or_else` says what to try where nothing is found. `leaves_out` says what a reader may expect in the answer and is not
  there: `- {says: …, found_by: STATEMENT}`, where the statement in `cypher/internal/` returns id and name of what is
  left out, for the same parameters; where it returns nothing, nothing is said. Both come with every answer: on standard
  error, as `notes` in JSON and the library, as `attrs["notes"]` of a frame, above the answer on the page.
- `sum_of: PARAMETER` makes totals those of one funder: a figure of several funders is left out of them, as joint.
- `sum_of_mineral: PARAMETER` makes totals those of one mineral: a whole of several of which a part names others alone
  is left out of them, and its parts count.
- `as_of: PARAMETER`, one of type `day`, makes totals those of that day: each deal with the stage that it had by then,
  and left out with a reason where its dates do not tell. Without a value they are of the records as they stand. A
  network shows what held on that day or may have, and `held_then` says which; so does a table, which names how it
  `reckons`.
- `reckons: STEP` names what reckons with dates or figures in the rows of a table, since an engine compares dates as
  text, which tells nothing of windows and rough dates. `periods`: in the column `held_then` or `listed_then` the query
  returns a map of the dates of each row (`since`, `until`, `gone`: the first day without it, `told`, `not_before`), and
  the answer has there whether it held on the day. `papers`: papers between parties, of which the query returns all that
  changed them. `history`: rows are put in order by `date`. `figures`: of a deal in the column `figure`, or several in
  `other_figures`, the answer has the figure with its qualifier and unit; such a table adds nothing. The Cypher of such
  a query, pasted elsewhere, returns dates as they are told, and deals in the place of their figures.
- `between: PARAMETER`, one of type `days`, makes a table that of a span of days; with it goes `reckons: days`: the rows
  of which the `date` fell there, or may have, in order of time, and `within` says whether that is certain.
- `stakes_of: PARAMETER`, one of type `node`, makes a network of stakes work out what chains of them come to for that
  node, in `effective_share` and `effective_note` (see [records.md](records.md#owners)).
- `asked_as` lists how people ask for it in plain words, with `{parameter}` where they say a value: `how much does
  {funder} fund`. `- {asks: deals without a sum, with: {lacking: amount}}` has values that the words themselves fix. At
  most sixteen, each of at most 120 characters; a place that no parameter fills fails when the catalog is read. See
  [asking in plain words](#asking-in-plain-words).
- A query that makes sense for one data set only says so, `data_set: NAME`, and is offered there only.
- A query that follows paths says `walks: true` and names every walkable type, which `{{walkable}}` stands for. The
  model fills in such families: `{{walkable}}` and `{{fact_types}}` behind a relationship's colon, `{{parties}}`,
  `{{facts}}` and `{{evidence}}` behind a node's. `{{name}}` of a node's parameter becomes the label that its id tells.
- A data set's [own labels and types](records.md#a-model-of-your-own) join these families; the `labels` of a parameter
  take its labels by `"{{own}}"`, or its parties by `"{{own_parties}}"`.
- An undeclared or unused parameter, an unknown label or type, a repeated id, or a clause that writes fails when the
  catalog is read. A label stands directly behind its colon; a map's colon is followed by a blank.
- Order rows by something unique at the end, so that every engine gives the same answer.

`lodegraph query list`, `lodegraph query show ID`, `lodegraph query choices ID` for the values of its parameters,
`lodegraph query run ID --param name=value --format FORMATS`.
JSON says in `data_set` which records answered, and in `unfinished` and `notes` what a reader must know beside the
answer. `lodegraph query search WORDS` finds queries by words of title, question, parameters or Cypher,
`lodegraph query search --about NODE` those that say something of a node, each with the parameter that takes
it and, where that is known before, its number of rows. `lodegraph query lint FILE` tells what is wrong with a file of
one's own, with line and column. `lodegraph query explain ID --param name=value` runs nothing: it says what the text
begins to read at, one node by the index of its ids or all of a label and how many these are, then the server's plan,
with a star at each step that looks at everything of a kind. Neo4j shows a plan; the embedded engine's tells nothing,
and that is said. `list` and `search` write `--format table|json|csv`.

A long answer is written as it comes: as `csv` or `jsonl` a table of which no dates are reckoned with is never held as a
whole, and `--max-rows` may be up to a hundred million. Everything else is made of all its rows (a network, totals, a
view of them, `json`, `xlsx`), of which 100,000 are taken at most. A file of `-o` is in its place only once it is whole.

| exit status | of every command |
|---|---|
| 0 | done; also where nothing was found, and where who reads the output has enough (`lodegraph query run … \\| head`) |
| 1 | refused: what was asked for cannot be done, or the server gave it up; nothing of `query` changes a graph |
| 2 | asked wrongly: an unknown query, parameter, value, format or option; nothing is on standard output |
| 3 | there is no graph to be had: no server answers, the log-in is refused, a setting is missing |
| 130 | stopped by Ctrl-C |

## On the page

*Find a question* looks for words of title, question, parameters or Cypher, in a category, among those that take a kind
of thing, or about one node: *what can I ask about this company?* Each opens with the blank filled; what takes such a
node and finds nothing of this one is named below. `queries?about=NODE` and `queries?find=mineral money` open the
page with it; the panel of a node in the network has such a link. *Recent and pinned* has what was asked in this visit,
which a reload forgets, and what was pinned, which stands in the page's address (`pinned`): a bookmark keeps it, and
whoever gets the address sees it.

A question that takes more than a moment shows for how long it runs, and *Stop asking*. Neo4j is told to end it, and
the page says whether it has; the embedded engine cannot be told, and goes on until the statement is done, ten minutes
at most, while it answers others. A stopped question asks nothing more. While four that were stopped still run, none
is begun. The last answer that took long is kept for the visit, so that a press elsewhere does not ask it again.

A row that is selected under *Rows* is selected in the picture, and the rows of what is selected in the picture are
marked there. *Explore from here* opens in the network what the answer, or its selected rows, name: sixty nodes at most,
and it says of how many. An answer that was cut says so, with the command that writes all of it.

## Views

- `totals`: each sum with what was added, what lies inside, and what stands beside; the firmest stage first.
- `number`: each sum by itself, large, with its words, its bounds, what it rests on and the deals beside it, the firmest
  first. Sums that may not be added stay several numbers; there is no number of a query that counts or adds by itself.
- `ladder`: the same sums as a ladder of commitment, one for each unit and side, from intended to paid out: a bar is
  full up to its floor and light up to its ceiling, and what is paid out is told as a part of what is committed. Rungs
  are never added to one another. A stage that is no step on the way (mobilised, not stated) is grey.
- `bars`: each sum by deal, place, mineral or recipient (`by=` in the address), a panel a sum. Bars have no bottom line:
  one deal may stand in two of them. What wholes hold beyond their parts is a bar of its own.
- `flow`: one sum at a time (`sum=` in the address), from funder through deal to recipient, mineral or place (`to=`). A
  figure of several funders or for several recipients is one band, since no source splits it; a total is its named parts
  and what it holds beyond them.
- `timeline`: each date as rough as it is told. A day is a diamond, a month or year a bar over all its days, a window a
  dashed frame. What has no date, or one that cannot be read, or a step after the day asked for, is counted and listed.
  A table is put on it by its column `date`, deals by the steps of their histories, a network by its rows.
- `matrix`: a row of a table against its columns that hold several things; a cell says how many there are. Figures of
  money are in none, and an empty cell says that no source tells of it.
- `network` and `table`: what the query returns.

Ladder, bars and flow are made of the totals and add nothing themselves; umbrellas, figures that are not given and all
else that is in no sum stand beside them with the reason. Every mark has its rows below it, and each row the way to its
passages; a click on a mark shows its rows alone, and so does the list of marks below each chart, by keyboard. A chart
is told in a sentence to a screen reader. Charts are drawn in the page and ask no other machine for anything.
`csv`, `json` and the card hold the rows of the view that was asked for.

## Asking in plain words

The field above the page of saved queries, `lodegraph ask "how much has the bank committed?"` and `graph.ask("…")` read
a question in English as a saved query with its values, without a model and without a network, the same each time. What
it was read as is said back with every value by name, and nothing runs before you press it, say `--run`, or run the
reading. The two next best readings stand beside it. Where two fit alike, it asks which; where no saved query is like
it, it says so, what it recognised, and which categories there are: it never runs another question than it said back.

- Names are recognised by all that a node is called: name, other and former names, initials, the end of its id, a
  country's usual names and adjectives (*Kazakh*), the longest first; a part of a name where few nodes have it, and with
  a slip in longer words, which is told. Of several nodes that a name may mean, one that the query offers is meant.
- Days, months, years, quarters, halves and spans (`4 February 2026`, `Q4 2025`, `the first half of 2026`, `from June
  2025 to 15 August 2025`) fill parameters of type `day` and `days`. A day without a year is of the year of the data
  set's own questions. *Before* and *since* a day are asked by no saved query and are not read; nor is *late 2025*, or
  a fiscal year.
- Words in quotes, double or single, fill parameters of type `text`: *which things have the property 'latitude'*. A
  quote that is a name stays one where no text is taken. Terms are read as people write them (*letter issued*) where
  the wording has a place for one; of two that stand there none is taken.
- A figure fills a parameter of type `integer` where the wording limits it in the same way: *at least 100 million* is
  not *more than 100 million*. A currency or unit has to be the wording's or the parameter's. *In 3 steps* and *in at
  most 3 steps* fill the length of a chain.
- *With its agencies and companies*, *without kinds*, *not counting kinds*, *agencies included* and the name of a
  relationship type fill what they are named after.
- Quotes and figures that a query has no place for make it no reading, but one of the nearest: *deals on copper over
  $100 million* is not answered by all deals on copper.
- The rest of the words chooses the query, by its `asked_as`, title, question and note; a word that few queries have
  says most. A question that is turned round (*does not own*) is read only as a query whose own words do so.
- What a reading does not take into account is told with it. A name or date that no parameter takes makes it no reading,
  but one of the nearest.

Of a question 500 characters are read. A test reads a hundred wordings for the shipped records, fifty of them by
somebody who had seen no code (`tests/integration/wordings/`): at least eighty first readings must be right, and at
most five that are not may be such as would run.

## Taking an answer along

- `table`: the rows as they fit the terminal. `json`: the question, the records' name, notes, nodes and relationships or
  totals, and the rows. `jsonl`: the rows, a document each on a line of its own.
- `csv`, `xlsx`: the rows; a text that begins like a formula stays text. A workbook has a second sheet with the
  question, what must be known beside the answer, and the Cypher; whole numbers of more than fifteen digits stand there
  as text.
- `graphml`: the network, for Gephi, yEd, Cytoscape or networkx; a deal's figure stands in words in `amount`, beside
  the properties that it is made of.
- `cypher`: `:param` lines and the statement, as they paste into cypher-shell or Neo4j Browser.
- `html`: the picture, to move about in.
- `card`: one page to keep, print and pass on, without a script and without a request: the question with its values, the
  answer with a still picture, what is not known, the disagreements by weight, every record with its passages (place,
  fingerprint, whose words), the Cypher, the records' version and the day.

The page of saved queries has the same as downloads. `-o FILE` writes to a file, whose ending tells the format; `xlsx`
is no text and wants one, or a pipe. No figure is without its qualifier, unit, stage and whose money it is:
`whose_money` and `stage` stand beside `amount`. CSV and JSON lines say nothing of rows that were cut; the command says
it on standard error. A card lists the passages of what its rows name by id, and says how many rows name nothing.
"""


def make_queries_page(every: Catalog, shipped: DataSet) -> str:
    """The page's text: how a query is written, and all there are, each with a link to the page of its category.

    Each has a heading of its own here, too, so that links to it from elsewhere lead somewhere.
    """
    catalog = every.offered(shipped.name, shipped.guide)
    example = (FOLDER / "minerals" / "mineral-deals.cypher").read_text(encoding="utf-8").strip()
    head = HEAD.replace("CATEGORIES_IN_WORDS", ", ".join(CATEGORIES))
    head = head.replace("FRAGMENTS", ", ".join(f"`{name}`" for name in sorted(fragment_names())))
    parts = [head.replace("FORMATS", "|".join(list_answer_formats())).replace("EXAMPLE", example)]
    for category in catalog.categories:
        page = name_page(category)
        parts.append(f"## {category.capitalize()}\n")
        parts.append(f"With parameters, Cypher and an example answer each: [{page}]({page}).\n")
        parts += [_list_query(q, page) for q in catalog.queries if q.category == category]
    return "\n".join(parts)


def _list_query(q: SavedQuery, page: str) -> str:
    of = f", of {q.data_set} only" if q.data_set else ""
    also = f"; also {', '.join(q.other_views)}" if q.other_views else ""
    return f"### {q.title}\n\n[`{q.id}`]({page}#{make_anchor(q.title)}) ({q.view}{also}{of}). {q.question}\n"
