"""The interactive network as a Streamlit component."""

from explorer.canvas.component import CanvasEvents, Expand, network_canvas, view_in_force

__all__ = ["CanvasEvents", "Expand", "network_canvas", "view_in_force"]
