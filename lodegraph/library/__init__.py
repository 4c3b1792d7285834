"""The library that `from lodegraph import …` gives: a graph that is only read, and what it answers.

`open_graph` opens it, `graph` is what one asks, `answer` and `network` are what comes back, and `export` hands a
network to networkx, pyvis, a page or a notebook.
"""
