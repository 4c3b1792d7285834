"""The command line: a module a command with its body, put together in `main`.

A command imports what it works with when it is called, so that help comes at once. `options` holds what several
commands take, `output` what they say and how they end, `session` the graph that they work on.
"""
