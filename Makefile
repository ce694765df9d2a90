# Two commands are all that most people need: `make site` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RUN := scripts

.PHONY: help site serve check test lint lock clean

help:
	@echo "make site   install what is needed and build the library into site/"
	@echo "make serve  show the library in a browser, and follow every change"
	@echo "make check  say what is wrong or missing in the cases"
	@echo "make test   install what tests need, and run them all"
	@echo "make lock   pin the newest allowed releases (maintainers)"
	@echo "make clean  remove what was made"

site: $(VENV)/.site
	@echo "==> Building the library into site/"
	@$(BIN)/civalue build

serve: $(VENV)/.site
	@$(BIN)/civalue serve

check: $(VENV)/.site
	@$(BIN)/civalue check

test: $(VENV)/.dev
	@sh $(RUN)/browser.sh
	@sh $(RUN)/test.sh $(BIN)
	@echo "==> All is well. Next: write a case with $(BIN)/civalue new, or run make site"

lint: $(VENV)/.dev
	@sh $(RUN)/lint.sh $(BIN)

$(VENV)/.site: requirements.lock pyproject.toml
	@sh $(RUN)/install.sh $(PYTHON) $(VENV) requirements.lock
	@touch $@

$(VENV)/.dev: requirements-dev.lock pyproject.toml
	@sh $(RUN)/install.sh $(PYTHON) $(VENV) requirements-dev.lock
	@touch $@ $(VENV)/.site

lock: $(VENV)/.dev
	@sh $(RUN)/lock.sh $(BIN)

clean:
	rm -rf $(VENV) site build *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
