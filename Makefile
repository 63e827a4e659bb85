# Everything a newcomer or CI needs; `make help` lists it. Nothing beforehand but Python 3.11+ and pip.
.DEFAULT_GOAL := help
PYTHON ?= python3
BIN := .venv/bin
PIP := $(PYTHON) -m pip --disable-pip-version-check --quiet --python $(BIN)/python

LOCK := uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-annotate --no-header --quiet

help: ## show this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 12

.venv/run: pyproject.toml .ci/runtime.txt
	@echo "Setting up (once, about a minute)"
	@$(PYTHON) -m venv --without-pip .venv
	@$(PIP) install --require-hashes -r .ci/runtime.txt
	@touch $@

.venv/dev: .venv/run .ci/constraints.txt
	@$(PIP) install --require-hashes -r .ci/constraints.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

demo: .venv/run ## judge the fictional demo submission and open the walk-through
	@if [ -t 0 ] && [ -t 1 ]; then $(BIN)/python -m assessor review corpora/demo/*.pdf corpora/demo/*.docx; \
	else $(BIN)/python -m assessor assess corpora/demo/*.pdf corpora/demo/*.docx --category workwear; fi

test: .venv/dev ## run all tests
	@$(BIN)/python -m pytest -n 2 --dist loadfile

format: .venv/dev ## put code in the house's form
	@$(BIN)/ruff format . && $(BIN)/ruff check --fix .

lint: .venv/dev ## look for mistakes without changing anything
	@$(BIN)/ruff format --check . && $(BIN)/ruff check .

types: .venv/dev ## check types
	@$(BIN)/mypy

imports: .venv/dev ## check who may import whom
	@$(BIN)/lint-imports

check: lint types imports test ## all of it, as CI does

gate: .venv/dev ## measure the locked documents, and labelled statements where they stand beside the project
	@ASSESSOR_STATEMENTS=1 $(BIN)/python -m pytest tests/evaluation/test_gate.py

bench: .venv/dev ## measure the budgets of docs/performance.md
	@$(BIN)/python bench/budgets.py

lock: ## pin all dependencies anew (needs uv)
	$(LOCK) --group dev -o .ci/constraints.txt
	$(LOCK) -c .ci/constraints.txt -o .ci/runtime.txt

.PHONY: help demo test format lint types imports check gate bench lock
