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
answer. `lodegraph query search WORDS` finds queries by words of title, question, parameters or Cypher;
`lodegraph query lint FILE` tells what is wrong with a file of one's own, with line and column.

## Views

- `totals`: each sum with what was added, what lies inside, and what stands beside; the firmest stage first.
- `ladder`: the same sums as a ladder of commitment, one for each unit and side, from intended to paid out: a bar is full
  up to its floor and light up to its ceiling, and what is paid out is told as a part of what is committed. Rungs are
  never added to one another. A stage that is no step on the way (mobilised, not stated) is grey.
- `bars`: each sum by deal, place, mineral or recipient (`by=` in the address), a panel a sum. Bars have no bottom line:
  one deal may stand in two of them. What wholes hold beyond their parts is a bar of its own.
- `timeline`: each date as rough as it is told. A day is a diamond, a month or year a bar over all its days, a window a
  dashed frame. What has no date, or one that cannot be read, or a step after the day asked for, is counted and listed.
  A table is put on it by its column `date`, deals by the steps of their histories, a network by its rows.
- `network` and `table`: what the query returns.

Ladder and bars are made of the totals and add nothing themselves; umbrellas, figures that are not given and all else
that is in no sum stand beside them with the reason. Every mark has its rows below it, and each row the way to its
passages; a click on a mark shows its rows alone. Charts are drawn in the page and ask no other machine for anything.
`csv`, `json` and the card hold the rows of the view that was asked for.

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
