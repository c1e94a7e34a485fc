# Gatehouse: `make demo` to see it run, `make test` to see it pass. Needs Python 3.11+ and make, nothing else.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: help demo test lint bench fuzz lock clean
.DEFAULT_GOAL := help

help:  ## Show the targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | sort

# Everything is pinned by hash; --no-deps holds pip to the lock, which is the whole closure.
$(STAMP): requirements.lock requirements-dev.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Gatehouse needs Python 3.11 or newer; set PYTHON=/path/to/python3"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps --only-binary :all: -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.installed-dev: $(STAMP)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps --only-binary :all: -r requirements-dev.lock
	@touch $@

demo: $(STAMP)  ## Run a synthetic day end to end: messages in, explained hits out
	$(BIN)/gatehouse demo

test: $(VENV)/.installed-dev  ## Run every check and test
	$(BIN)/ruff check src tests bench
	$(BIN)/ruff format --check src tests bench
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/python -m pytest -n 2

lint: $(VENV)/.installed-dev  ## Style, types and the house's arrows only
	$(BIN)/ruff check src tests bench
	$(BIN)/ruff format --check src tests bench
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

bench: $(VENV)/.installed-dev  ## Measure reading, the whole flow and accuracy
	$(BIN)/python bench/read.py
	$(BIN)/python bench/flow.py
	$(BIN)/python bench/accuracy.py

fuzz: $(VENV)/.installed-dev  ## Fuzz the readers with atheris (pip install atheris first)
	$(BIN)/python bench/fuzz_edifact.py

lock:  ## Pin the dependencies anew (needs uv)
	uv pip compile --quiet --generate-hashes --no-emit-index-url --no-annotate --no-header --universal --python-version 3.11 pyproject.toml requirements.in -o requirements.lock
	uv pip compile --quiet --generate-hashes --no-emit-index-url --no-annotate --no-header --universal --python-version 3.11 --extra dev pyproject.toml requirements.in -o requirements-dev.lock

clean:  ## Remove the virtual environment and the embedded database
	rm -rf $(VENV) .gatehouse
