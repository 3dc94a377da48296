# Every target sets up what it needs in .venv; nothing is to be installed by hand but Python 3.11 or later.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SHARED ?= ../shared
export PIP_DISABLE_PIP_VERSION_CHECK = 1
export PYTHONPATH = src:.

.PHONY: help demo test check ecosystem train evaluate bench pictures assets clean

help:  ## list the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## */\t/' | column -t -s "$$(printf '\t')"

demo: $(VENV)/.ready build/demo.db  ## fill a store with three invented stories, show one, and say how to open the page on it
	@$(BIN)/firsthand story --db build/demo.db a1
	@printf '\nThe same as pages, with the words under every number:\n\n  %s\n\n' '$(BIN)/firsthand serve --db build/demo.db'

# Kept until what it is made of changes.
build/demo.db: $(wildcard examples/*.jsonl src/firsthand/extraction/model/* src/firsthand/linking/model/*) \
		src/firsthand/storage/migrations.py | $(VENV)/.ready
	@mkdir -p build && rm -f $@ $@-wal $@-shm $@.part*
	@echo "reading and linking 27 articles (some twenty seconds)"
	@$(BIN)/firsthand add --db $@.part examples/*.jsonl
	@mv $@.part $@ && echo

test: $(VENV)/.ready check  ## style, types, tests
	$(BIN)/python -m pytest

check: $(VENV)/.ready
	$(BIN)/ruff check .
	$(BIN)/mypy

ecosystem: $(VENV)/.ecosystem assets/node_modules  ## for some tests: readers of exports, scripts for the browser (npm, ICU)

evaluate: $(VENV)/.ready  ## the quality gates: figures against pinned floors
	$(BIN)/python -m evaluation --shared $(SHARED)

bench: $(VENV)/.bench  ## speed and memory, beside others; the growth of linking; pages and API under load
	$(BIN)/python -m benchmarks --shared $(SHARED)

train: $(VENV)/.train  ## make the model: about four hours on two cores, with checkpoints; then the weights of linking
	$(BIN)/python -m training --shared $(SHARED)
	$(BIN)/python -m training.word_weights --shared $(SHARED)
	$(BIN)/python -m training.contradiction $(SHARED)/data/contradiction_feversym/dev.jsonl.gz
	$(BIN)/python -m training.claims --shared $(SHARED)

pictures: $(VENV)/.ready  ## draw the pictures of the docs and the example of the contract anew
	$(BIN)/python docs/make_pictures.py
	$(BIN)/python docs/make_examples.py

$(VENV)/.ready: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[dev]'
	@touch $@

$(VENV)/.ecosystem: $(VENV)/.ready
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[dev,ecosystem]'
	@touch $@

assets/node_modules: assets/package-lock.json
	cd assets && npm ci --no-audit --no-fund --silent
	@touch $@

assets:  ## copy what the pages use of npm packages into the package anew; needs npm
	assets/vendor.sh

$(VENV)/.bench: $(VENV)/.ready
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[bench]'
	@touch $@

$(VENV)/.train: $(VENV)/.ready
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[train]'
	@touch $@

clean:  ## remove everything that the targets made
	rm -rf $(VENV) assets/node_modules build .mypy_cache .ruff_cache .pytest_cache .hypothesis
