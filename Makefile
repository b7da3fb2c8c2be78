# One-line commands. They need Python 3.11 or later and make; everything else goes into .venv, from requirements.lock.
PYTHON ?= python3
UV ?= uv
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.DEFAULT_GOAL := help
.PHONY: help demo run test lint types imports unit format bench notebooks lock clean

help: ## Say what there is to make
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1\t\2/p' Makefile | expand -t 16

# Debian's python3 comes without ensurepip; its pip, when there is one, can fill an environment that has none of its own.
$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "This needs Python 3.11 or later; with another one: make PYTHON=python3.12 ..." >&2; exit 2; }
	@rm -f $@
	@if $(PYTHON) -c 'from ensurepip import bootstrap; import venv' 2>/dev/null; then $(PYTHON) -m venv $(VENV); \
	elif $(PYTHON) -c 'from pip import main; import venv' 2>/dev/null; then $(PYTHON) -m venv --without-pip $(VENV); \
	else echo "This Python cannot make environments. On Debian and Ubuntu: sudo apt-get install python3-venv" >&2; exit 2; fi
	@if $(BIN)/python -c 'import pip' 2>/dev/null; then pip="$(BIN)/python -m pip"; \
	else pip="$(PYTHON) -m pip --python $(BIN)/python"; fi; \
	$$pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock && \
	$$pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

demo: $(READY) ## Build, check and show the graph of the sample reports
	@$(BIN)/pactgraph demo

run: $(READY) ## Run a command: make run ARGS="stats graph.ttl"
	@$(BIN)/pactgraph $(ARGS)

test: lint types imports unit ## All checks, as the continuous integration runs them

lint: $(READY) ## Style
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY) ## Types
	$(BIN)/mypy

imports: $(READY) ## Which package may import which
	$(BIN)/lint-imports

unit: $(READY) ## Tests
	$(BIN)/pytest $(ARGS)

format: $(READY) ## Set the code in the project's style
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(READY) ## How fast reading is, in MB/s
	@$(BIN)/python tests/bench.py $(ARGS)

notebooks: $(READY) ## Run the notebooks and keep what they show
	@PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python tests/keep_notebooks.py

lock: ## Pin every dependency anew (needs uv)
	$(UV) pip compile --quiet --universal --upgrade --generate-hashes --no-emit-index-url --no-annotate --no-header \
	  --python-version 3.11 --group dev --output-file requirements.lock pyproject.toml

clean: ## Remove what was made
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
