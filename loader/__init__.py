"""From records to the graph: read, check, plan, write, clean up; `load` is the way through them."""
