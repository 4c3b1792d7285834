"""What a data set says for the pages, held against its records and the saved queries."""

from collections.abc import Iterator, Mapping

from cypher.facets import read_asked
from cypher.guide import SuggestedScene
from cypher.model import Model
from cypher.paths import MOST_ENDS
from cypher.saved import BadParameter, Catalog, SavedQuery, UnknownQuery, read_given
from cypher.saved.labels import label_for, type_for
from cypher.saved.parameters import ParameterType
from ledger.nearest import did_you_mean, nearest, shown
from ledger.text import count_things, with_article
from loader.check.index import Index
from loader.records import DataSet, Problem, Where

HERE = Where("data_set.yaml", 1)


def misguided(data_set: DataSet, index: Index, catalog: Catalog) -> Iterator[Problem]:
    """Every place to begin, occasion, query and value in a guide that these records or queries do not have."""
    guide = data_set.guide
    catalog = catalog.offered(data_set.name, guide)
    for beginning in guide.beginnings:
        yield from _lacking("beginnings", beginning.node, index)
    for scene in guide.scenes:
        yield from _wrong_scene(scene, index, catalog.model)
    for occasion in guide.occasions:
        yield from _lacking("occasions", occasion, index)
        yield from _no_event(occasion, catalog.model)
    for query_id in (guide.first_query,) if guide.first_query else ():
        yield from _no_query("first_query", query_id, catalog)
    for query_id, values in guide.defaults.items():
        yield from _no_query(f"defaults.{query_id}", query_id, catalog)
        yield from _wrong_values(query_id, values, catalog, index)


def _lacking(field: str, node_id: str, index: Index) -> Iterator[Problem]:
    if index.lacks(node_id):
        yield Problem(HERE, f"guide.{field}", f"there is no {node_id} in the records", "correct the id")


def _wrong_scene(scene: SuggestedScene, index: Index, model: Model) -> Iterator[Problem]:
    for node in scene.nodes:
        yield from _lacking("scenes", node, index)
    if not scene.nodes and not scene.only:
        yield Problem(HERE, "guide.scenes", f"'{shown(scene.title)}' shows nothing", "give between, around or only")
    if scene.between and not 2 <= len(set(scene.between)) <= MOST_ENDS:
        what = f"'{shown(scene.title)}' has {count_things(len(set(scene.between)), 'node')} to join"
        yield Problem(HERE, "guide.scenes.between", what, f"name 2 to {MOST_ENDS}")
    for walk in scene.along:
        if walk not in model.walks:
            near = did_you_mean(nearest(walk, model.walks))
            yield Problem(HERE, "guide.scenes.along", f"nothing is walked as '{shown(walk)}'{near}",
                          f"use one of {', '.join(model.walks)}")  # fmt: skip
    for facet, value in scene.only.items():
        if read_asked(facet, value) is None:
            yield Problem(HERE, "guide.scenes.only", f"'{shown(facet)}: {shown(value)}' is no filter",
                          "write it as an address has it behind f, such as stage: approved,committed")  # fmt: skip


def _no_event(node_id: str, model: Model) -> Iterator[Problem]:
    known = model.find_label_of_id(node_id)
    if known is not None and known.label != "Event":
        yield Problem(HERE, "guide.occasions", f"{node_id} is {with_article(known.label)}", "name an event")


def _no_query(field: str, query_id: str, catalog: Catalog) -> Iterator[Problem]:
    try:
        catalog.get(query_id)
    except UnknownQuery as error:
        yield Problem(HERE, f"guide.{field}", str(error), "correct the id")


def _wrong_values(query_id: str, given: Mapping[str, str | int], catalog: Catalog, index: Index) -> Iterator[Problem]:
    query = next((q for q in catalog.queries if q.id == query_id), None)
    if query is None:
        return
    try:
        read_given(query.parameters, given)
        for name, value in given.items():
            yield from _wrong_name(query, name, str(value), index)
    except BadParameter as error:
        yield Problem(HERE, f"guide.defaults.{query_id}", error.what, error.remedy or "correct the value")


def _wrong_name(query: SavedQuery, name: str, value: str, index: Index) -> Iterator[Problem]:
    parameter = next(p for p in query.parameters if p.name == name)
    if parameter.type is ParameterType.NODE:
        label_for(parameter, value, query.model)
        yield from _lacking(f"defaults.{query.id}.{name}", value, index)
    elif parameter.type is ParameterType.RELATIONSHIP_TYPE:
        type_for(parameter, value, query.model)
