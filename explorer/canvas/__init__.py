"""The interactive network as a Streamlit component, and the address in the browser's bar."""

from explorer.canvas.component import (
    Offers,
    TiesPayload,
    accept_news,
    describe_sheet,
    lead_to,
    list_chosen,
    read_news,
    set_chosen,
    show_canvas,
)

__all__ = [
    "Offers",
    "TiesPayload",
    "accept_news",
    "describe_sheet",
    "lead_to",
    "list_chosen",
    "read_news",
    "set_chosen",
    "show_canvas",
]
