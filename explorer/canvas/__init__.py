"""The interactive network: layout, look, component and standalone export."""

from explorer.canvas.component import network_canvas, view_in_force
from explorer.canvas.export import standalone_html
from explorer.canvas.layout import lay_out
from explorer.canvas.picture import Picture, draw
from explorer.canvas.style import DARK, LIGHT, Theme
from explorer.canvas.view import CanvasEvents, CanvasView, Expand

__all__ = [
    "DARK",
    "LIGHT",
    "CanvasEvents",
    "CanvasView",
    "Expand",
    "Picture",
    "Theme",
    "draw",
    "lay_out",
    "network_canvas",
    "standalone_html",
    "view_in_force",
]
