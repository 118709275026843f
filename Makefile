# 勘景 Kanjing. `make run` and `make test` work on a fresh machine: each sets up what is missing.
.PHONY: run test check bench bench-plan bench-scripts bench-pitch backtest torture fuzz setup lock i18n shots

PY = .venv/bin/python

setup:
	@sh .ci/setup

run: setup
	@$(PY) main.py

test: setup
	@QT_QPA_PLATFORM=offscreen $(PY) -m pytest -q -n auto --maxprocesses=4 --dist=loadfile

check: setup
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .
	@$(PY) -m mypy
	@.venv/bin/lint-imports

bench: setup
	@QT_QPA_PLATFORM=offscreen $(PY) -m bench

# the plan: the samples on the real catalogue, public instances, made-up problems; ARGS="120x1000 3"
bench-plan: setup
	@$(PY) -m bench.plan $(ARGS)

# how rightly and how fast scripts are read; ARGS=--misses names every miss, --write keeps the table
bench-scripts: setup
	@$(PY) -m bench.scripts $(ARGS)

# a pack in every format, then whose scripts a city's places would win
bench-pitch: setup
	@$(PY) -m bench.pitch
	@$(PY) -m bench.pitch_match

# the tourism model on cases it has not seen; ARGS=--write keeps the table in docs/uplift.md
backtest: setup
	@$(PY) -m bench.backtest $(ARGS)

# 1,000 programs killed while they write, packs in every order, full disks: is anything lost? ARGS=10
# for ten times as much
torture: setup
	@$(PY) -m bench.torture $(ARGS)

# ---- for those who change Kanjing
# SECONDS each reader is fuzzed; Linux only
SECONDS = 60
fuzz: setup
	@$(PY) -c 'import atheris' 2>/dev/null || $(PY) -m pip install --quiet 'atheris>=3,<4'
	@$(PY) -m tests.fuzz $(SECONDS)

lock:
	@uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate \
		--no-header --no-emit-index-url --no-emit-find-links --extra dev pyproject.toml \
		-o requirements.lock

i18n: setup
	@.venv/bin/pyside6-lupdate $$(find gui -name '*.py' | sort) -ts assets/i18n/kanjing_en.ts \
		-source-language zh_CN -target-language en_US -no-obsolete -locations none -silent
	@.venv/bin/pyside6-lrelease -silent assets/i18n/kanjing_en.ts -qm assets/i18n/kanjing_en.qm

shots: setup
	@sh .ci/shots
