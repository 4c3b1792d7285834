"""The Streamlit app: pages, the canvas, and the panels that show evidence."""
