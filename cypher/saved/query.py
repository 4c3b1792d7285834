"""A saved query: a typed record that refuses to be built wrong."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, InstanceOf, ValidationError, model_validator

from cypher.errors import BadParameter, GraphError
from cypher.internal import statement, statement_names
from cypher.model import Model
from cypher.reckon import SPAN_STEPS, check_step
from cypher.saved.categories import name_category
from cypher.saved.cypher_words import aggregates, labels_and_types, parameters_in, writing_words
from cypher.saved.fragments import UnknownFragment, read_in
from cypher.saved.labels import find_conditions
from cypher.saved.parameters import Parameter, ParameterType, read_given
from cypher.saved.phrasing import Phrasing, Phrasings
from cypher.saved.places import BrokenRules, Problem, QueryFile, open_query, read_header
from cypher.text.template import PLACE, BadTemplate, fill_families
from cypher.views import find_view
from ledger.nearest import did_you_mean, nearest, shown

FIGURES = "figures"
"""The step that tells figures in words, and leaves the rows as they are."""
RESERVED = {"data_set", "most"}
"""Parameters that the program gives to every query: the data set, and one row more than the reader takes."""

NO_FIELDS = {"category", "text", "model", "own", "own_view"}
"""What a query has and its header does not say."""
NOT_OWN = {"leaves_out": "it asks by the program's own statements, which own queries cannot"}
"""Fields of a header that an own query may not have, and why."""

Words = Annotated[str, Field(min_length=1)]


def _known_view(name: str) -> str:
    try:
        return find_view(name).name
    except KeyError as error:
        raise ValueError(error.args[0]) from None


def _known_step(name: str) -> str:
    try:
        return check_step(name)
    except KeyError as error:
        raise ValueError(error.args[0]) from None


ViewName = Annotated[str, AfterValidator(_known_view)]
StepName = Annotated[str, AfterValidator(_known_step)]


class BadQuery(GraphError):
    """A query file that does not keep the rules; the message says which and where."""


class LeftAside(BaseModel):
    """Something that an answer does not include, and the internal statement that finds it for the same parameters.

    The statement returns ids and names; where it finds nothing, nothing is said. `{{node}}` in it becomes the label of
    the node that the parameter `node` names.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)
    says: Words
    found_by: Words

    @model_validator(mode="after")
    def _is_there(self) -> "LeftAside":
        if self.found_by not in statement_names():
            raise ValueError(f"leaves_out: there is no internal statement '{shown(self.found_by)}'")
        return self

    def fill(self, labels: Mapping[str, str], model: Model) -> str:
        """The text of the statement, with labels by parameter. Raises BadTemplate where it has another place."""
        return statement(self.found_by, model.families, **labels)


class SavedQuery(BaseModel):
    """A question in a reader's words, with the Cypher that answers it.

    `model`: what its labels and types were held against. `view`: how its answer is seen unless a reader chooses one of
    `other_views`, which suit it too; `own_view`: what that was, where one chose another.
    `walks`: it follows paths, and names every walkable type.
    `sum_of`: the parameter that names whose money alone is added, so that a figure of several stands beside the sums.
    `sum_of_mineral`: the parameter that names the mineral of which alone is added, so that a whole of which a part is
    of others stands beside the sums.
    `as_of`: the parameter that names the day on which the deals of totals, relationships of a network, or rows of a
    table are seen. `between`: the parameter that names the span of days in which the rows of a table fell.
    `reckons`: of a table, the step that reckons with the dates in its rows.
    `stakes_of`: of a network, the parameter that names the node of which shares along chains are worked out.
    `or_else`: what to try where nothing is found. `leaves_out`: what a reader may expect in it, and is not there.
    `data_set`: the only one for which it makes sense; None: it does for any.
    `how_to_read`: what an answer tells and what it does not, for whoever reads one.
    `tags`: words of whoever keeps it. `own`: of the reader's own folder, run by the guard of typed Cypher.
    `asked_as`: how people ask for it in plain words.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)
    id: Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$")]
    title: Words
    question: Words
    category: str
    view: ViewName
    other_views: tuple[ViewName, ...] = ()
    own_view: Annotated[str | None, Field(exclude=True, repr=False)] = None
    parameters: tuple[Parameter, ...] = ()
    walks: bool = False
    sum_of: str | None = None
    sum_of_mineral: str | None = None
    as_of: str | None = None
    between: str | None = None
    reckons: StepName | None = None
    stakes_of: str | None = None
    or_else: str | None = None
    leaves_out: tuple[LeftAside, ...] = ()
    data_set: str | None = None
    how_to_read: Words | None = None
    tags: tuple[Words, ...] = ()
    own: bool = False
    asked_as: Phrasings = ()
    text: Words
    model: Annotated[InstanceOf[Model], Field(exclude=True, repr=False)]

    @model_validator(mode="after")
    def _keeps_its_promises(self) -> "SavedQuery":
        problems = [*self._parameter_problems(), *self._model_problems(), *self._clause_problems()]
        if problems:
            raise BrokenRules(problems)
        return self

    @property
    def views(self) -> tuple[str, ...]:
        """The views that suit it, that in which it is seen first."""
        return (self.view, *self.other_views)

    @property
    def default_view(self) -> str:
        """How its answer is seen where nobody chooses."""
        return self.own_view or self.view

    def seen_as(self, view: str) -> "SavedQuery":
        """The same question, seen in a view that suits it; raises BadParameter, which names those."""
        if view not in self.views:
            meant = did_you_mean(nearest(view, self.views))
            raise BadParameter(
                f"the answer to '{self.id}' is not seen as '{shown(view)}'{meant}", f"choose {', '.join(self.views)}"
            )
        others = tuple(name for name in self.views if name != view)
        return self.model_copy(update={"view": view, "other_views": others, "own_view": self.default_view})

    def with_defaults(self, defaults: Mapping[str, str | int]) -> "SavedQuery":
        """The same query, in which parameters start from these values."""
        changed = (p.model_copy(update={"default": defaults.get(p.name, p.default)}) for p in self.parameters)
        return self.model_copy(update={"parameters": tuple(changed)})

    def _parameter_problems(self) -> list[Problem]:
        families = self.model.families
        used, declared = parameters_in(self.text) - RESERVED, {p.name for p in self.parameters}
        undeclared = [Problem(f"${name} is used and not declared", f"${name}") for name in sorted(used - declared)]
        switches = {p.name for p in self.parameters if p.type is ParameterType.YES_NO} & find_conditions(self.text)
        filled = set(PLACE.findall(self.text))
        idle = sorted(declared - used - filled - switches - {self.as_of, self.between})
        in_header = [(f"{name} is declared and not used", name) for name in idle]
        if len(self.parameters) != len(declared):
            in_header.append(("a parameter is declared twice", "parameters"))
        taken = sorted(declared & set(families))
        in_header += [(f"{name} is the name of a family of labels or types", name) for name in taken]
        if self.sum_of and self.sum_of not in declared:
            in_header.append((f"sum_of names {self.sum_of}, which is no parameter", "sum_of"))
        if self.sum_of_mineral and self.sum_of_mineral not in declared:
            in_header.append((f"sum_of_mineral names {self.sum_of_mineral}, which is no parameter", "sum_of_mineral"))
        if self.stakes_of and self.stakes_of not in declared:
            in_header.append((f"stakes_of names {self.stakes_of}, which is no parameter", "stakes_of"))
        if self.as_of and not any(p.name == self.as_of and p.type is ParameterType.DAY for p in self.parameters):
            in_header.append((f"as_of names {self.as_of}, which is no parameter of type day", "as_of"))
        if self.view == "table" and self.as_of and not self.reckons:
            in_header.append(("as_of of a table asks for a step that reckons with its dates: name it", "as_of"))
        if self.between and not any(p.name == self.between and p.type is ParameterType.DAYS for p in self.parameters):
            in_header.append((f"between names {self.between}, which is no parameter of type days", "between"))
        if bool(self.between) != (self.reckons in SPAN_STEPS):
            named = ", ".join(SPAN_STEPS)
            in_header.append((f"between goes with a step that reckons with a span of days: {named}", "reckons"))
        if self.reckons and self.view != "table":
            in_header.append((f"reckons is for a table, and its view is {self.view}", "reckons"))
        in_header += [(problem, "other_views") for problem in self._view_problems()]
        in_header += [(problem, p.name) for p in self.parameters for problem in p.problems(self.model)]
        in_header += [(problem, "asked_as") for one in self.asked_as for problem in self._phrasing_problems(one)]
        in_header += [(problem, aside.found_by) for aside in self.leaves_out for problem in self._place_problems(aside)]
        return undeclared + [Problem(message, word, in_header=True) for message, word in in_header]

    def _phrasing_problems(self, phrasing: Phrasing) -> Iterator[str]:
        """Places that no parameter fills, or that two do, and fixed values that it does not take."""
        declared, said = {p.name for p in self.parameters}, [*phrasing.places, *phrasing.fixed]
        for name in sorted(set(said) - declared):
            yield f"asked_as: '{shown(phrasing.asks)}' names {name}, which is no parameter"
        for name in sorted({name for name in said if said.count(name) > 1}):
            yield f"asked_as: '{shown(phrasing.asks)}' says {name} twice"
        try:
            read_given(self.parameters, {k: v for k, v in phrasing.fixed.items() if k in declared})
        except BadParameter as error:
            yield f"asked_as: '{shown(phrasing.asks)}': {error}"

    def _view_problems(self) -> Iterator[str]:
        """A view must keep what the header promises: a day, a span, rows that are left out."""
        if len(set(self.views)) != len(self.views):
            yield "other_views names a view twice"
        of_deals = [name for name in self.views if find_view(name).takes_deals]
        if of_deals and self.reckons not in (None, FIGURES):
            yield f"{', '.join(of_deals)}: made of deals, and {self.reckons} makes other rows of them"
        if self.view != "table" and self.as_of and "table" in self.other_views:
            yield "table: its rows would not be those of the day that as_of asks for"

    def _place_problems(self, aside: LeftAside) -> Iterator[str]:
        """A node that may be left out has no label then."""
        labels = {p.name: p.labels[0] for p in self.parameters if p.labels and not p.may_be_empty}
        try:
            aside.fill(labels, self.model)
        except BadTemplate:
            yield f"leaves_out: '{aside.found_by}' has places that nothing fills here"

    def _model_problems(self) -> list[Problem]:
        named = labels_and_types(self.text)
        unknown = sorted(named - self.model.names)
        problems = [Problem(_say_unknown(name, self.model), name) for name in unknown]
        missing = set(self.model.walkable_types) - named
        if self.walks and missing:
            message = f"it walks and leaves out the walkable types {', '.join(sorted(missing))}"
            problems.append(Problem(message, "walks", in_header=True))
        return problems

    def _clause_problems(self) -> list[Problem]:
        problems = [Problem(f"{word} does not only read", word) for word in sorted(writing_words(self.text))]
        if "\\u" in self.text:
            message = "it holds \\u, which engines read at different moments: write the character itself"
            problems.append(Problem(message, "\\u"))
        touches_money = any(find_view(view).takes_deals for view in self.views) or "amount_" in self.text
        used = sorted(aggregates(self.text))
        if touches_money and used:
            message = (
                f"it aggregates amounts by {', '.join(used)}: return the deals with `view: totals`, "
                "and they are added soundly"
            )
            problems.append(Problem(message, used[0]))
        return problems


def read_query(path: Path, model: Model) -> SavedQuery:
    """Read one file: `//` lines of YAML, then Cypher with places for families of the model; its folder is its category.

    Raises BadQuery that names file, line and column, and what to mend.
    """
    try:
        file = open_query(path)
    except UnicodeDecodeError as error:
        raise BadQuery(f"{path.name}: {error}") from error
    return parse_query(file, name_category(path.resolve().parent.name), model)


def parse_query(file: QueryFile, category: str, model: Model, *, own: bool = False) -> SavedQuery:
    """The query that a file's text holds, whose name counts and which need not be there; `own`: of the reader's folder.

    Raises BadQuery as `read_query` does.
    """
    try:
        return _parse(file, category, model, own)
    except ValidationError as error:
        raise BadQuery("; ".join(file.say_validation(detail) for detail in error.errors())) from error
    except yaml.YAMLError as error:
        raise BadQuery(file.say_yaml(error)) from error
    except RecursionError:
        raise BadQuery(file.say("its header is nested too deep", 0)) from None


def _labels(named: object, model: Model) -> tuple[object, ...]:
    """The labels that an entry of a header stands for: all of a family's, `{{own}}`, or the one that it is."""
    place = PLACE.fullmatch(named) if isinstance(named, str) else None
    return model.families.get(place[1], (named,)) if place else (named,)


def _read_fragments(file: QueryFile, body: str) -> str:
    try:
        return read_in(body)
    except UnknownFragment as error:
        raise BadQuery(file.say(str(error), file.header_length + error.at)) from None


def _say_unknown(name: str, model: Model) -> str:
    return f"'{shown(name)}' is no label or relationship type{did_you_mean(nearest(name, model.names))}"


def _parse(file: QueryFile, category: str, model: Model, own: bool) -> SavedQuery:
    fields, body = read_header(file), file.text[file.header_length :]
    if not isinstance(fields, dict):
        raise BadQuery(file.say("begins with no header: see docs/queries.md", 0))
    if filled_in := sorted(NO_FIELDS.intersection(name for name in fields if isinstance(name, str))):
        raise BadQuery("; ".join(file.say_field((name,), "is no field of a header") for name in filled_in))
    if own and (not_own := NOT_OWN.keys() & fields.keys()):
        raise BadQuery("; ".join(file.say_field((name,), NOT_OWN[name]) for name in sorted(not_own)))
    parameters = fields.get("parameters")
    for parameter in parameters if isinstance(parameters, list) else ():
        if isinstance(parameter, dict) and isinstance(parameter.get("offers"), str):
            parameter["offers"] = fill_families(parameter["offers"], model.families)
        if isinstance(parameter, dict) and isinstance(parameter.get("labels"), list):
            parameter["labels"] = [label for named in parameter["labels"] for label in _labels(named, model)]
        if isinstance(parameter, dict):
            parameter["own"] = own
    text = fill_families(_read_fragments(file, body).strip(), model.families)
    query = SavedQuery.model_validate({**fields, "category": category, "own": own, "text": text, "model": model})
    if query.id != file.path.stem:
        raise BadQuery(file.say(f"its id is {query.id}: name the file {query.id}.cypher", 0))
    return query
