"""`python -m lodegraph` is the `lodegraph` command."""

from lodegraph.cli.main import main

main()
