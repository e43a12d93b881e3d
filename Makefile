# make demo   set up, ingest the shipped samples, open the app        make test    set up what tests need, run them
# make check  format, lint, types and tests                           make bench   measure against other tools
# make lock   renew the lock files                                    make samples renew the shipped samples

PORT ?= 8501
HOST ?= 127.0.0.1
DATA ?= data
ARGS ?=
BIN := .venv/bin
UV := $(BIN)/uv pip install --quiet --python $(BIN)/python

.PHONY: help demo test lint types check bench lock samples screenshots clean

help:
	@sed -n 's/^# //p' Makefile

# Each stamp is inside .venv, so removing .venv removes them too.
.venv/.ready: requirements-build.lock deploy/venv.sh
	@PYTHON="$(PYTHON)" sh deploy/venv.sh
	@touch $@

.venv/.installed: .venv/.ready requirements.lock pyproject.toml
	@echo "Installing the locked packages."
	@$(UV) --require-hashes -r requirements.lock
	@$(UV) --no-deps --no-build-isolation -e .
	@touch $@

.venv/.installed-dev: .venv/.installed requirements-dev.lock
	@echo "Installing the locked packages for tests."
	@$(UV) --require-hashes -r requirements-dev.lock
	@touch $@

demo: .venv/.installed
	@$(BIN)/budget-assistant ingest samples/documents --data "$(DATA)"
	@$(BIN)/budget-assistant serve --data "$(DATA)" --host "$(HOST)" --port "$(PORT)"

test: .venv/.installed-dev
	@sh deploy/test-needs.sh
	@$(BIN)/python -m pytest $(ARGS)

lint: .venv/.installed-dev
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .

types: .venv/.installed-dev
	@$(BIN)/mypy

check: lint types test

bench: .venv/.installed-dev
	@$(BIN)/python -m eval.bench $(ARGS)

samples: .venv/.installed-dev
	@$(BIN)/python -m samples.generate

screenshots: .venv/.installed-dev
	@sh deploy/test-needs.sh
	@PYTHONPATH=. $(BIN)/python docs/pictures/take.py

# No address of a package index and no path of a machine stands in a lock file: the same files serve every mirror.
COMPILE := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate \
	--no-header --no-emit-index-url --no-emit-find-links

lock: .venv/.ready
	@$(COMPILE) pyproject.toml -o requirements.lock $(ARGS)
	@$(COMPILE) pyproject.toml --extra dev -c requirements.lock -o requirements-dev.lock $(ARGS)
	@$(COMPILE) --group pyproject.toml:build -o requirements-build.lock $(ARGS)

clean:
	@rm -rf .venv build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache
