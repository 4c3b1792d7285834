"""Drawing without Streamlit: what a picture looks like."""
