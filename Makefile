# Gatehouse: `make demo` to see it run, `make test` to see it pass. Needs Python 3.11+ and make, nothing else.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DATA ?= ../shared/data
STAMP := $(VENV)/.installed

.PHONY: help demo test styled arranged tested lint bench train fuzz lock sbom audit messages clean
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

# Types and arrows need one processor: they are looked at while the tests run.
test: styled  ## Run every check and test
	@$(MAKE) --jobs 2 arranged tested

lint: styled arranged  ## Style, types and the house's arrows only

styled: $(VENV)/.installed-dev
	$(BIN)/ruff check src tests bench training
	$(BIN)/ruff format --check src tests bench training

arranged: $(VENV)/.installed-dev
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

# A file of tests stays in one process, which makes what it shares once; files go to whichever process is free, in the order of tests/beforehand.py.
tested: $(VENV)/.installed-dev
	$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder

bench: $(VENV)/.installed-dev  ## Measure reading, the whole flow, accuracy, names and searching, peers beside where installed
	$(BIN)/python bench/read.py
	$(BIN)/python bench/flow.py
	$(BIN)/python bench/accuracy.py
	$(BIN)/python bench/name_pairs.py --half report
	$(BIN)/python bench/matching.py

# In this order: each command reads what those before it wrote. han.csv and japanese.csv need files of their own.
train: $(VENV)/.installed-dev  ## Make name tables and weights anew from DATA (first: pip install -e .[training]; see training/README.md)
	$(BIN)/python training/sounds.py --data $(DATA)/names
	$(BIN)/python training/lexicon.py --data $(DATA)/names
	$(BIN)/python training/frequencies.py --data $(DATA)/names
	$(BIN)/python training/score.py --data $(DATA) --seed 1
	$(BIN)/python training/operating.py --data $(DATA) --seed 1

fuzz: $(VENV)/.installed-dev  ## Fuzz the readers with atheris (pip install atheris first)
	$(BIN)/python bench/fuzz_edifact.py

messages: $(VENV)/.installed-dev  ## Find what pages say and bring the catalogues of translators up to date
	$(BIN)/python -m gatehouse.web.wording

lock:  ## Pin the dependencies anew (needs uv)
	uv pip compile --quiet --generate-hashes --no-emit-index-url --no-annotate --no-header --universal --python-version 3.11 pyproject.toml requirements.in -o requirements.lock
	uv pip compile --quiet --generate-hashes --no-emit-index-url --no-annotate --no-header --universal --python-version 3.11 --extra dev pyproject.toml requirements.in -o requirements-dev.lock

sbom: $(VENV)/.installed-dev  ## Write what is installed as a CycloneDX bill of materials (sbom.json)
	$(BIN)/cyclonedx-py environment --of JSON --output-reproducible --pyproject pyproject.toml --output-file sbom.json $(BIN)/python

audit: $(VENV)/.installed-dev  ## Ask a database of advisories about the locked packages, where one is reachable
	@$(BIN)/pip-audit --disable-pip --require-hashes --progress-spinner off -r requirements.lock > .audit.txt 2>&1; status=$$?; cat .audit.txt; \
	if grep -qiE "could not be audited|connection|resolve|timed out|max retries|proxy|HTTPError" .audit.txt; then echo "audit: the database of advisories did not answer for all packages: what it did not answer for was not audited"; fi; \
	rm -f .audit.txt; exit $$status

clean:  ## Remove the virtual environment and the embedded database
	rm -rf $(VENV) .gatehouse
