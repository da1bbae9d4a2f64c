# Each target sets up .venv from the lock file when it is missing or out of date.
# Build noise goes to standard error, so that `make try` prints nothing but the conversation.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
PIP := $(BIN)/pip --quiet --disable-pip-version-check

# aiogram holds pydantic below ours, so it has an environment of its own.
AIOGRAM := .venv-bench
SIZES ?= 1000,10000,100000

.PHONY: help setup try run test coverage lint bench chaos format lock messages clean
.SILENT:

help: ## List the targets
	grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

setup: $(READY) ## Make .venv from the lock file

$(READY): requirements-dev.lock pyproject.toml
	$(PYTHON) -m venv --clear $(VENV) </dev/null >&2
	$(PIP) install --require-hashes -r requirements-dev.lock </dev/null >&2
	$(PIP) install --no-deps --no-build-isolation --editable . </dev/null >&2
	touch $(READY)

try: $(READY) ## Talk to the bot here: no token, no network
	$(BIN)/treaty-digest try

run: $(READY) ## Answer on Telegram; needs TREATY_DIGEST_TOKEN
	$(BIN)/treaty-digest run

test: lint ## Everything CI checks
	$(BIN)/pytest --quiet --numprocesses auto --dist worksteal

coverage: $(READY) ## The tests again, with branch coverage and its floor; takes twice as long
	$(BIN)/pytest --cov --cov-fail-under=90 --quiet

lint: $(READY) ## Format, lint and types
	$(BIN)/ruff format --check --quiet
	$(BIN)/ruff check --quiet
	$(BIN)/mypy --no-error-summary

$(AIOGRAM)/.ready: benchmarks/aiogram.lock
	$(PYTHON) -m venv --clear $(AIOGRAM) </dev/null >&2
	echo '*' >$(AIOGRAM)/.gitignore
	$(AIOGRAM)/bin/pip --quiet --disable-pip-version-check install --require-hashes \
		-r benchmarks/aiogram.lock </dev/null >&2
	touch $@

bench: $(READY) $(AIOGRAM)/.ready ## Measure, beside bots that only echo (SIZES=1000,10000 is shorter)
	$(BIN)/python -m benchmarks --sizes $(SIZES) $(if $(PART),--only $(PART)) --aiogram $(AIOGRAM)/bin/python

chaos: $(READY) ## Kill a run again and again while it sends (SEED=2 LETTERS=200 KILLS=5: otherwise, shorter)
	$(BIN)/python tests/chaos/run.py $(if $(SEED),--seed $(SEED)) $(if $(LETTERS),--letters $(LETTERS)) \
		$(if $(KILLS),--kills $(KILLS))

format: $(READY) ## Put the code in house style
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

messages: $(READY) ## Collect the sentences to translate
	$(BIN)/pybabel --quiet extract --no-wrap --sort-output --omit-header --no-location \
		--keywords say --keywords later --keywords count:1,2 --output bot/locales/messages.pot bot

lock: ## Write the lock files anew (needs uv)
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
		pyproject.toml --output-file requirements.lock
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
		pyproject.toml --group dev --output-file requirements-dev.lock
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
		benchmarks/aiogram.in --output-file benchmarks/aiogram.lock

clean: ## Remove what was built
	rm -rf $(VENV) $(AIOGRAM) build dist .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache
