# The whole vocabulary: lab, app, test, check, bench. Each sets up .venv first, when it is missing or stale.
PYTHON ?= python3
READY := .venv/ready
BIN := .venv/bin

.DEFAULT_GOAL := lab
.PHONY: lab app test check bench

lab: $(READY) # open the first notebook in JupyterLab
	$(BIN)/carelevel lab

app: $(READY) # the same notebooks as pages, by Voilà
	$(BIN)/carelevel app

test: check # everything: unit, content, notebooks, browser, PostgreSQL
	$(BIN)/python -m pytest -n 2 --dist loadfile

check: $(READY) # format, lint, types, floors
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(READY) # the measures that the design is held to
	$(BIN)/python -m pytest tests/bench -m bench -s

$(READY): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or later is needed: name one with 'make PYTHON=python3.12 lab'" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' || \
	  { echo "Python's venv is missing: install it with 'apt-get install python3-venv'" >&2; exit 1; }
	@echo "Setting up .venv: this takes a few minutes, once"
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[app,live,test]'
	@touch $@
