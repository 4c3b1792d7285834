"""Running the explorer: `run` is the way through, and imports little, so that the page gets ready at once."""
