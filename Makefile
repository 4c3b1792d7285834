# Lodegraph's tasks. `make help` lists them. Needs only make and Python 3.11 or newer.

PYTHON =
ARGS =
REQUIRE =
SETUP = yes
ENGINES =
export PYTHON SETUP ENGINES ARGS

BIN = .venv/bin
RUN = .venv/.installed-run
TEST = .venv/.installed-test

.DEFAULT_GOAL = help
.PHONY: help run setup unit test trials lint bench screenshots notebook docs frontend

help:  ## list what can be made
	@echo 'make TARGET, with options such as  make run ARGS="--port 8600 --no-browser"  or  make test REQUIRE=all'
	@sed -n 's/^\([a-z]*\):.*##/\1:/p' $(MAKEFILE_LIST) | while IFS=: read -r name does; do printf '  %-12s%s\n' "$$name" "$$does"; done

run: $(RUN)  ## start the graph, load the records and open the explorer; Ctrl-C stops it all
	@$(BIN)/lodegraph run $(ARGS)

setup:  ## get the machine ready for the tests (Docker, Chromium, images), as far as one may
	@sh scripts/setup-tests.sh

unit: $(TEST)  ## run the unit tests alone, without the long ones: under a minute, needs nothing but Python
	@$(BIN)/python -m pytest tests/unit -m 'not long' $(ARGS)

test: $(TEST) setup  ## run all tests; REQUIRE=all fails where a group would be left out, SETUP=no installs nothing, ENGINES="embedded neo4j-5.26" chooses
	@sh scripts/run-tests.sh $(if $(filter all,$(REQUIRE)),--require-all) --engines '$(ENGINES)'

trials: $(TEST)  ## long trials: loads killed at random moments; ARGS="6 --seed 7" gives rounds and repeats moments
	@for trial in scripts/trials/*.py; do $(BIN)/python "$$trial" $(ARGS) || exit 1; done

frontend:  ## test the canvas component's script, and that the committed bundle is what its sources build (needs Node 20 or newer)
	@cd frontend && npm ci --no-progress && npm test && npm run check

lint: $(TEST)  ## check style, types and who may import whom
	@$(BIN)/python -m ruff check .
	@$(BIN)/python -m ruff format --check .
	@$(BIN)/python -m mypy
	@$(BIN)/lint-imports

bench: $(TEST)  ## measure starts and loads
	@$(BIN)/python benchmarks/run.py $(ARGS)

screenshots: $(TEST) setup  ## renew the pictures from the running app
	@$(BIN)/python scripts/screenshots.py $(ARGS)

notebook: $(TEST) setup  ## renew the example notebook by running it
	@$(BIN)/python scripts/notebook.py

docs: $(RUN)  ## renew the pages that are made from the code
	@$(BIN)/python -m lodegraph.docs $(ARGS)

$(RUN): requirements/run.txt requirements/uv.txt pyproject.toml
	@sh scripts/install.sh run

$(TEST): requirements/test.txt $(RUN)
	@sh scripts/install.sh test
