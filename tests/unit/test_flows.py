"""Flow: one sum at a time, no figure split, every deal on a stream or inside one, the rest beside."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from cypher.views.flow import TO, as_json, as_rows, list_streams, name_key
from explorer.render.charts.chart_style import pick_theme
from explorer.render.charts.flow_chart import draw_flow, list_points
from explorer.render.charts.flow_layout import GAP, lay_out_flow
from ledger.amounts import Amount, Interval
from ledger.deals import Deal
from tests.unit.deals_of_all_kinds import answer_of, deal_lists, sum_up
from tests.unit.money_worlds import loan


@given(deal_lists(), st.sampled_from(TO))
def test_every_deal_of_a_sum_is_a_stream_or_made_up_of_streams(deals: tuple[Deal, ...], to: str) -> None:
    sums = sum_up(deals)
    by_id = sums.book.by_id
    for group in sums.totals.groups:
        held = {c.deal for c in group.added} | {x.deal for x in group.inside}
        streams = list_streams(group, sums.book, to)
        flowing = {s.deal for s in streams}
        assert flowing <= held and len(flowing) == len(streams)
        holders = {whole for deal in flowing for whole in by_id[deal].wholes}
        assert held <= flowing | holders
        for stream in streams:
            assert set(stream.begins.ids) == by_id[stream.deal].funders


@given(deal_lists())
def test_the_streams_of_a_sum_come_to_no_more_than_its_ceiling_and_no_two_hold_one_figure(
    deals: tuple[Deal, ...],
) -> None:
    sums = sum_up(deals)
    for group in sums.totals.groups:
        floor = sum(s.interval.floor for s in list_streams(group, sums.book, TO[0]) if not s.is_rest)
        assert group.interval.ceiling is None or floor <= group.interval.ceiling


@settings(max_examples=40)
@given(deal_lists(), st.sampled_from(TO))
def test_boxes_of_a_column_never_overlap_and_bands_keep_their_width(deals: tuple[Deal, ...], to: str) -> None:
    sums = sum_up(deals)
    for group in sums.totals.groups:
        streams = list_streams(group, sums.book, to)
        layout = lay_out_flow(streams)
        assert len(layout.bands) == len(streams)
        for boxes in (layout.starts, layout.deals, layout.ends):
            for above, below in pairwise(boxes):
                assert below.top >= above.bottom + GAP - 1e-6
            assert abs(sum(b.bottom - b.top for b in boxes) - sum(b.width for b in layout.bands)) < 1e-6
        assert {row["mark"] for row in list_points(layout, group.key.unit)} == {s.mark for s in streams}
        drawn = draw_flow(streams, name_key(group.key), group.key.unit, to, pick_theme(is_dark=True))
        assert drawn.said
        assert list(drawn.marks) == [s.mark for s in streams]


@given(deal_lists())
def test_rows_and_json_hold_every_stream_of_every_sum_and_what_stands_beside(deals: tuple[Deal, ...]) -> None:
    answer, sums = answer_of(deals), sum_up(deals)
    streams = [s for group in sums.totals.groups for s in list_streams(group, sums.book, TO[0])]
    assert len(as_rows(answer).rows) == len(streams) + len(sums.totals.left_out)
    assert sum(len(f["streams"]) for f in as_json(answer)["flows"]) == len(TO) * len(streams)
    names = [name_key(group.key) for group in sums.totals.groups]
    assert len(set(names)) == len(names)


def test_a_joint_figure_for_two_recipients_is_one_stream_and_a_whole_has_its_rest() -> None:
    deals = (
        loan("deal/whole", Amount.parse("USD 9 million"), funders=frozenset({"agency/a"})),
        loan(
            "deal/part",
            Amount.parse("up to USD 4 million"),
            wholes=("deal/whole",),
            funders=frozenset({"agency/a", "agency/b"}),
            recipients=frozenset({"company/x", "company/y"}),
        ),
    )
    sums = sum_up(deals)
    (group,) = sums.totals.groups
    told = [(s.name, s.begins.name, s.ends.name, s.interval) for s in list_streams(group, sums.book, "recipient")]
    assert told == [
        ("deal/whole, not itemised", "A", "not stated", Interval(5_000_000, 9_000_000)),
        ("deal/part", "A; B (together)", "company/x; company/y (one figure)", Interval(0, 4_000_000)),
    ]
