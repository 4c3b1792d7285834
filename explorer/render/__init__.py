"""Drawing without Streamlit: layout, look, a picture as one HTML page, and the list of export formats."""
