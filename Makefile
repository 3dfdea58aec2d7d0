# The four things one does here. `make workshop` and `make test` set up what they need by themselves;
# the second time that takes no time, because a stamp in .venv remembers what was installed.

BIN := .venv/bin
SCENARIO ?= scenarios/zeeuws-vlaanderen
STAMP_RUN := .venv/installed-to-run
STAMP_TEST := .venv/installed-to-test

.DEFAULT_GOAL := help
.PHONY: help workshop test lint bench

help:  ## Say what can be made
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /make \1\t/' | expand -t 18

workshop: $(STAMP_RUN)  ## Start the workshop screen on the worked example (SCENARIO=folder for another)
	@$(BIN)/bw-mcda workshop $(SCENARIO)

test: $(STAMP_TEST) lint  ## Lint, types, import contracts, quick tests, browser tests
	@$(BIN)/python -m pytest

lint: $(STAMP_TEST)  ## Only style, types and import contracts
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

bench: $(STAMP_TEST)  ## Measure: robustness beside a plain loop, slider to picture, page and kernel size
	@for file in benchmarks/*.py; do echo "== $$file"; $(BIN)/python "$$file" || exit 1; done

$(STAMP_RUN): pyproject.toml constraints.txt .ci/set-up
	@.ci/set-up run
	@touch $@

$(STAMP_TEST): pyproject.toml constraints.txt .ci/set-up
	@.ci/set-up test
	@touch $(STAMP_RUN) $@
