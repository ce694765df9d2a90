#!/bin/sh
# Style, types and the architecture's contract.
# usage: lint.sh BIN
set -eu
bin=$1
echo "==> Style (ruff)"
"$bin/ruff" check .
"$bin/ruff" format --check .
echo "==> Types (mypy)"
"$bin/mypy"
"$bin/mypy" --strict .github/scripts
echo "==> Architecture (import-linter)"
"$bin/lint-imports" --no-logo 2>/dev/null || "$bin/lint-imports"
echo "==> Workflows (zizmor)"
"$bin/zizmor" --quiet --offline --pedantic --strict-collection .github
