# The whole vocabulary: lab, app, site, test, check, fix, cover, bench; for who looks after the locks: lock, newest, lowest.
# Each first sets up what it needs from the locks in requirements/, which takes no time where that is done already.
PYTHON ?= python3
BIN := .venv/bin
SET_UP := $(PYTHON) requirements/set_up.py
# Three files at a time, since the browser's wait much; those take longest, and come early.
PYTEST := -m pytest -n 3 --dist loadfile --no-loadscope-reorder
MAKEFLAGS += -j2 # the scripts' checks beside Python's, npm beside uv
unexport PYTHONDONTWRITEBYTECODE # a setting of many containers, by which each of some hundred processes compiles anew

.DEFAULT_GOAL := lab
.PHONY: lab app site test check fix cover bench lock newest lowest users tests

lab: users # open the first notebook in JupyterLab
	$(BIN)/carelevel lab

app: users # the same notebooks as pages, by Voilà
	$(BIN)/carelevel app

site: users # practice without Python: one file, site/practice.html, and site/ as a whole for a web server
	@$(SET_UP) page
	@mkdir -p site
	$(BIN)/carelevel page --out site/practice.html --site site --force

test: check compiled parts # everything: unit, content, notebooks, browser, PostgreSQL, faults
	$(BIN)/python $(PYTEST)

.PHONY: compiled parts
compiled: tests # each module of tests once, while something is checked, and not three times when the tests begin
	@$(BIN)/python -m pytest --collect-only -q >/dev/null || true

parts: tests
	@$(SET_UP) page

.PHONY: python
check: python
python: tests # format, lint, types, floors
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m tests.scripts.view_types --check

fix: tests # what check asks of the format and of the scripts' types, done
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/python -m tests.scripts.view_types

cover: tests # the tests once more, slower, and which branches of lib/ none of them takes
	@$(SET_UP) page
	$(BIN)/coverage erase
	-$(BIN)/coverage run $(PYTEST)
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report --fail-under 90

bench: tests # the measures that the design is held to
	@$(SET_UP) page
	$(BIN)/python -m pytest tests/bench -m bench -s

lock: tests # renew the locks: the newest versions that pyproject.toml allows
	$(BIN)/python requirements/lock.py

newest lowest: # the tests with the newest, or the lowest, versions that pyproject.toml allows
	$(SET_UP) $@
	@$(SET_UP) page
	.venv-$@/bin/python $(PYTEST)

users tests: # .venv as the lock says
	@command -v $(PYTHON) >/dev/null || { echo "There is no $(PYTHON) here: install Python 3.11 or later, or name \
	one that is here with 'make PYTHON=/path/to/python3 lab'" >&2; exit 1; }
	@$(SET_UP) $@

# The scripts of the pages: Node.js is needed to check them, never to use them.
.PHONY: scripts scripts-fix
check: scripts
scripts: node_modules/.package-lock.json # format, lint, types and unit tests
	npm run --silent check

fix: scripts-fix
scripts-fix: node_modules/.package-lock.json
	npm run --silent fix

cover bench newest lowest: node_modules/.package-lock.json # the proxy of a hub

node_modules/.package-lock.json: package.json package-lock.json
	@command -v npm >/dev/null || { echo "Node.js 18 or later is needed to check the pages' scripts, never to use \
	them: install it with 'apt-get install nodejs npm'" >&2; exit 1; }
	npm ci --silent
	@touch $@
