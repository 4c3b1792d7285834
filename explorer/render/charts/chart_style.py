"""What all charts have in common: colours that are told apart, axes of money in words, and marks that can be chosen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import altair as alt

from explorer.render.theme import LIGHT, Theme

FIRM, OPEN, PAID, BESIDE = "#0072B2", "#56B4E9", "#009E73", "#999999"
"""What is certain, what may be more, what went out, and what is no step (Okabe and Ito)."""
SERIES = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#D55E00", "#56B4E9", "#999999")
MARK = "mark"
"""The field and the selection that say which mark is meant."""
LABELS = 13
BILLIONS = (
    "datum.value >= 1e12 ? format(datum.value / 1e12, ',~r') + ' trillion' : "
    "datum.value >= 1e9 ? format(datum.value / 1e9, ',~r') + ' billion' : "
    "datum.value >= 1e6 ? format(datum.value / 1e6, ',~r') + ' million' : format(datum.value, ',~r')"
)
"""How an axis writes its numbers: as the sums beside it do."""
DARK = Theme("#0e1117", "#fafafa", "#5c6370", "#0e1117")
Row = Mapping[str, Any]
Chart: TypeAlias = alt.LayerChart | alt.FacetChart


@dataclass(frozen=True)
class Drawn:
    """A chart, in one sentence what it shows, for whoever does not see it, and the names of its marks by what tells
    them apart, for whoever uses no mouse."""

    chart: Chart
    said: str
    marks: Mapping[str, str]


def pick_theme(*, is_dark: bool) -> Theme:
    """The colours of text and lines on the page around a chart."""
    return DARK if is_dark else LIGHT


def make_data(rows: Sequence[Row]) -> alt.InlineData:
    """Rows as they stand in the chart itself: it asks nobody for them."""
    return alt.InlineData(values=[dict(row) for row in rows])


def choose_marks() -> alt.Parameter:
    """A selection of one mark by its `mark`, by click; another click takes it back."""
    return alt.selection_point(name=MARK, fields=[MARK])


def finish(chart: Chart, height: int, theme: Theme) -> Chart:
    """The chart in the page's colours: no menu, no frame, captions as large as the page's text."""
    finished: Chart = (
        chart.properties(height=height, usermeta={"embedOptions": {"actions": False, "renderer": "svg"}})
        .configure_view(strokeWidth=0)
        .configure_axis(
            labelColor=theme.text, titleColor=theme.text, labelFontSize=LABELS, titleFontSize=LABELS, labelLimit=330,
            gridColor=theme.line, gridOpacity=0.35, titleFontWeight="normal",
            labelPadding=6,
        )
        .configure_legend(labelColor=theme.text, titleColor=theme.text, labelFontSize=LABELS, labelLimit=300)
    )  # fmt: skip
    return finished
