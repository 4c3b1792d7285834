"""Running the explorer: its process, the record of it, and the browser."""
