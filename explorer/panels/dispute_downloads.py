"""The disputes of a list, taken along in every format that there is."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from cypher.disagreements import DisputeFilter, ListedDispute, read_in_full
from cypher.exports.disagreements import DISPUTE_FORMATS, DisputeFormat, TakenAlong
from explorer.shown_graph import ShownGraph


def show_downloads(here: ShownGraph, disputes: Sequence[ListedDispute], asked: DisputeFilter, day: str | None) -> None:
    """A button a format; what it gives, with totals as of `day` where one is given, is read when it is pressed."""
    for form in DISPUTE_FORMATS:
        st.download_button(
            form.title,
            data=partial(_write, form, here, tuple(disputes), asked, day),
            file_name=f"disagreements.{form.name}",
            mime=form.mime,
            icon=":material/download:",
            type="tertiary",
            disabled=not disputes,
            help="This list with readings, ranks, reasons, passages, and the totals under each reading.",
        )


def _write(
    form: DisputeFormat, here: ShownGraph, disputes: tuple[ListedDispute, ...], asked: DisputeFilter, day: str | None
) -> str:
    found = read_in_full(here.graph, disputes, here.data_set.name, here.model, day)
    return form.write(TakenAlong(found, here.data_set.name, asked, day))
