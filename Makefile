# `make run` and `make test` need python3.11 (or later) and nothing else.
PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3; do \
	command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' && echo $$p && break; done)
VENV ?= .venv
BIN = $(VENV)/bin
READER_SHARED ?= ../shared
export READER_SHARED

.PHONY: run test check bench bench-scale bench-quotes bench-cleaning bench-hostile bench-safety fix lint types contracts \
	gates docs clean

run: $(VENV)/.installed
	$(BIN)/reader seeds/

test: $(VENV)/.installed-dev
	$(BIN)/python -m pytest -n 3

check: lint types contracts test gates

lint: $(VENV)/.installed-dev
	$(BIN)/ruff check reader tests bench
	$(BIN)/ruff format --check reader tests bench

types: $(VENV)/.installed-dev
	$(BIN)/mypy

contracts: $(VENV)/.installed-dev
	$(BIN)/lint-imports --no-cache

gates: $(VENV)/.installed-dev
	$(BIN)/python bench/gates.py

bench: $(VENV)/.installed-dev
	$(BIN)/python -m compileall -q $(VENV)/lib reader
	$(BIN)/python bench/start.py
	$(BIN)/python bench/keys.py seeds --sizes 120x40
	$(BIN)/python bench/analysing.py
	$(BIN)/python bench/speed.py

# LARGE is where an archive of 100,000 articles is made, in a minute or two, with its index beside it
LARGE ?= /tmp/reader-large
bench-scale: export XDG_CACHE_HOME = $(LARGE)/cache
bench-scale: $(VENV)/.installed-dev
	$(BIN)/python -m compileall -q $(VENV)/lib reader
	$(BIN)/python bench/large.py $(LARGE)/articles
	$(BIN)/python bench/start.py --large $(LARGE)/articles
	$(BIN)/python bench/keys.py $(LARGE)/articles --sizes 120x40
	$(BIN)/python bench/streaming.py $(LARGE)/articles:$(LARGE)/cache
	$(BIN)/python bench/adding.py $(LARGE)/articles
	$(BIN)/python bench/resuming.py
	$(BIN)/python bench/resolving.py --parts
	$(BIN)/python bench/indexing.py --articles $(or $(N),1000 2000 4000)

bench-quotes: $(VENV)/.installed-dev
	$(BIN)/python bench/quotes.py

bench-cleaning: $(VENV)/.installed-dev
	$(BIN)/python bench/cleaning.py

bench-hostile: $(VENV)/.installed-dev
	$(BIN)/python bench/hostile.py

bench-safety: $(VENV)/.installed-dev
	$(BIN)/python bench/safety.py

fix: $(VENV)/.installed-dev
	$(BIN)/ruff check --fix reader tests bench
	$(BIN)/ruff format reader tests bench

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "reader needs Python 3.11 or later" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	# pip 23 trips over two spellings of one extra (lxml[html-clean])
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=24'

$(VENV)/.installed: $(VENV)/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ $(VENV)/.installed

docs: $(VENV)/.installed-dev
	$(BIN)/python docs/make_reference.py
	$(BIN)/python -m reader.tui.picture
	$(BIN)/python docs/theme_pictures.py

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .hypothesis
