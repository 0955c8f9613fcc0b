# `make help` lists what can be asked for.
.DEFAULT_GOAL := help
SHELL := /bin/bash
PORT ?= 8000
VENV := .venv
PYTHON := $(VENV)/bin/python
export PORT
export PYTHONPATH := site

.PHONY: help demo demo-reset test lint format bench lock messages assets clean system-packages

help: ## What can be asked for
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | sort | awk -F'\t' '{printf "  make %-12s %s\n", $$1, $$2}'

$(VENV)/installed: requirements.txt
	@test -x $(PYTHON) || python3 -m venv $(VENV)
	@echo "Installing what the shop runs on …"
	@$(PYTHON) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

$(VENV)/installed-dev: $(VENV)/installed requirements-dev.txt
	@echo "Installing what the tests need …"
	@$(PYTHON) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

demo: export DJANGO_SETTINGS_MODULE := ocop.settings.demo
demo: $(VENV)/installed ## Start the sample shop on http://localhost:8000 (PORT= to change), Ctrl-C ends it
	@$(PYTHON) manage.py prepare_demo
	@PATH="$(CURDIR)/$(VENV)/bin:$$PATH" $(VENV)/bin/honcho --app-root . --procfile site/ocop/Procfile start

demo-reset: ## Forget the sample shop's data; the next `make demo` begins again
	rm -rf var

system-packages: # Chromium and PostgreSQL for the tests, where we may install them
	@site/ocop/system_packages.sh

test: system-packages $(VENV)/installed-dev lint ## Everything: lint, unit, integration, house, journeys in a browser, concurrency on PostgreSQL
	@DJANGO_SETTINGS_MODULE=ocop.settings.test $(PYTHON) manage.py build_assets
	@DJANGO_SETTINGS_MODULE=ocop.settings.test $(PYTHON) manage.py compile_translations
	@$(PYTHON) -m pytest -n 2 --dist loadgroup -m "not postgres" --ignore tests/benchmarks --ignore tests/functional
	@$(PYTHON) -m pytest tests/functional
	@$(PYTHON) tests/with_postgres.py $(PYTHON) -m pytest -n 2 --dist loadgroup tests/unit tests/integration

lint: $(VENV)/installed-dev ## Style, types, import contracts, templates, missing migrations
	@$(VENV)/bin/ruff check .
	@$(VENV)/bin/ruff format --check .
	@$(VENV)/bin/mypy
	@$(VENV)/bin/lint-imports --no-logo
	@$(VENV)/bin/djlint templates --lint --quiet
	@DJANGO_SETTINGS_MODULE=ocop.settings.test $(PYTHON) manage.py makemigrations --check --dry-run

format: $(VENV)/installed-dev ## Let the formatters have their way
	@$(VENV)/bin/ruff check --fix --quiet . ; $(VENV)/bin/ruff format --quiet .

bench: $(VENV)/installed-dev ## Measure queries and times of the public pages at 20,000 products
	@DJANGO_SETTINGS_MODULE=ocop.settings.test $(PYTHON) -m pytest -p no:xdist --override-ini testpaths=tests/benchmarks tests/benchmarks -s

assets: $(VENV)/installed ## Font subsets and style bundles into var/build
	@DJANGO_SETTINGS_MODULE=ocop.settings.demo $(PYTHON) manage.py build_assets

messages: $(VENV)/installed-dev ## Collect the texts of the interface into locale/ (needs gettext)
	@DJANGO_SETTINGS_MODULE=ocop.settings.demo $(PYTHON) manage.py makemessages --locale vi --no-location --no-wrap --ignore .venv --ignore var

lock: ## Lock the requirements anew, with hashes
	@$(PYTHON) -m pip install --quiet pip-tools
	@for part in requirements requirements-dev; do \
	  $(VENV)/bin/pip-compile --quiet --generate-hashes --no-emit-index-url --no-emit-find-links --strip-extras --allow-unsafe --no-header -o $$part.txt $$part.in; done

clean: ## Remove everything generated, the virtual environment included
	rm -rf var $(VENV)
