"""The checks that look at all records of a set together, each in a module of its own and listed here once."""

from collections.abc import Callable, Iterator

from loader.check.changes import wrong_changes
from loader.check.countries import wrong_codes
from loader.check.covers import impossible_covers
from loader.check.doubts import impossible_doubts
from loader.check.figures_beside import wrong_figures_beside
from loader.check.fingerprints import empty_fingerprints
from loader.check.funder_shares import impossible_shares
from loader.check.funders_of_parts import strange_funders
from loader.check.index import Index
from loader.check.inside import unsound_insides
from loader.check.listings import idle_measures
from loader.check.measured_as import measured_otherwise, wrongly_measured
from loader.check.minerals_of_parts import strange_minerals
from loader.check.money import impossible_deals
from loader.check.money_of import misnamed_money
from loader.check.no_money import given_in_no_money
from loader.check.orphans import orphan_passages
from loader.check.outside_money import loose_outside_money
from loader.check.owner_circles import circles_of_owners
from loader.check.readings import changes_of_what_is_shown, counted_articles, unweighed_disputes
from loader.check.restated import restated_readings
from loader.check.stakes import above_the_whole
from loader.check.successors import strange_successors
from loader.check.terms import impossible_terms
from loader.check.units import mixed_units
from loader.check.whose_money import contradictory_covers, contradictory_money, mixed_sides
from loader.records import Problem

Check = Callable[[Index], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (
    impossible_deals,
    strange_minerals,
    mixed_units,
    contradictory_money,
    contradictory_covers,
    misnamed_money,
    mixed_sides,
    impossible_shares,
    strange_funders,
    given_in_no_money,
    loose_outside_money,
    impossible_covers,
    impossible_terms,
    wrong_changes,
    strange_successors,
    wrongly_measured,
    measured_otherwise,
    wrong_figures_beside,
    above_the_whole,
    circles_of_owners,
    unsound_insides,
    impossible_doubts,
    idle_measures,
    wrong_codes,
    unweighed_disputes,
    changes_of_what_is_shown,
    counted_articles,
    restated_readings,
    orphan_passages,
    empty_fingerprints,
)
