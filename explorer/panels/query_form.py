"""Widgets for a saved query's typed parameters, filled from the graph."""

import streamlit as st

from cypher.saved import NO, SEPARATOR, YES, Parameter, ParameterType, SavedQuery
from explorer.panels.chooser import show_chooser
from explorer.panels.kept_questions import form_turn
from explorer.shown_graph import ShownGraph

DAY_HELP = "A day, month or year, by its end: `2025-06-30`, `2025-06`, `2025`. Left empty, how the records stand today."
LONGEST_DAY = 20
"""Characters that may be typed for a day."""
DAYS_HELP = "The first and the last day, month or year: `2025-06-01/2025-08-15`, `2025-06/2025-08`; or one: `2025-06`."


def show_form(here: ShownGraph, query: SavedQuery, given: dict[str, str]) -> dict[str, str | int]:
    """A widget a parameter, set to what the address gives or to the default; returns what they hold.

    Those of yes and no stand in a row of their own.
    """
    switches = [p for p in query.parameters if p.type is ParameterType.YES_NO]
    held: dict[str, str | int] = {}
    for row in ([p for p in query.parameters if p not in switches], switches):
        for parameter, column in zip(row, st.columns(max(2, len(row))) if row else (), strict=False):
            held[parameter.name] = _show_widget(here, query, parameter, given.get(parameter.name), column)
    return held


def _show_widget(
    here: ShownGraph, query: SavedQuery, parameter: Parameter, given: str | None, column: object
) -> str | int:
    turn = form_turn()
    key = f"param-{query.id}-{parameter.name}-{here.set_hash}{f'-{turn}' if turn else ''}"
    caption = parameter.meaning[0].upper() + parameter.meaning[1:]
    with column:  # type: ignore[attr-defined]
        usual = str(parameter.default or "")
        if parameter.type is ParameterType.INTEGER:
            low, high = parameter.at_least or 0, parameter.at_most or 0
            start = int(parameter.default or low) if given is None else _number(given, low, high)
            chosen = st.number_input(caption, low, high, start, key=key)
            return int(chosen) if chosen is not None else given or start or low
        if parameter.type is ParameterType.YES_NO:
            return YES if st.checkbox(caption, (given if given in (YES, NO) else usual) == YES, key=key) else NO
        if parameter.type in (ParameterType.TEXT, ParameterType.RELATIONSHIP_TYPE):
            return st.text_input(caption, given or usual, key=key)
        if parameter.type is ParameterType.DAY:
            return st.text_input(
                caption, given or usual, key=key, placeholder="2025-06-30", max_chars=LONGEST_DAY, help=DAY_HELP
            )
        if parameter.type is ParameterType.MANY_OF:
            return _show_many(parameter, caption, given, key)
        if parameter.type is ParameterType.DAYS:
            return st.text_input(
                caption, given or usual, key=key, placeholder="2025-06-01/2025-08-15", max_chars=2 * LONGEST_DAY,
                help=DAYS_HELP,
            )  # fmt: skip
        return show_chooser(here, parameter, caption, given or usual, key, asked=bool(given))


def _show_many(parameter: Parameter, caption: str, given: str | None, key: str) -> str:
    """One pill a word; what an address gives and is none of them goes on, so that the reader is told."""
    named = [word.strip().lower() for word in (given or str(parameter.default)).split(SEPARATOR)]
    strange = [word for word in named if word not in parameter.among]
    kept = [word for word in parameter.among if word in named]
    chosen = st.pills(caption, parameter.among, selection_mode="multi", default=kept, key=key)
    is_untouched = list(chosen) == kept
    return SEPARATOR.join([*chosen, *(strange if is_untouched else ())])


def _number(given: str, low: int, high: int) -> int | None:
    """The number that an address gives; None where it is none that may be given, so that none takes its place."""
    is_number = given.isascii() and given.isdigit() and len(given) < 10
    return int(given) if is_number and low <= int(given) <= high else None
