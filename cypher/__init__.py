"""The graph's contract, and the only package that talks to the database driver.

`vocabulary` says what may be in the graph; `schema` and `statements` turn it
into Cypher; `queries/` holds the saved queries; `settings`, `engines` and
`connection` reach a server; `results` is what comes back.
"""
