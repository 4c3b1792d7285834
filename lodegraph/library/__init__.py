"""The library that `from lodegraph import …` gives: a graph that is only read, and what it answers.

`opened` opens it, `graph` is what one asks, `answer` and `network` are what comes back, `as_networkx` and `as_pyvis`
hand a network to others, and `inline` shows a page inside a notebook.
"""
