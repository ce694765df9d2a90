#!/bin/sh
# Everything that must hold before a change lands.
# usage: test.sh BIN
set -eu
sh "$(dirname "$0")/lint.sh" "$1"
echo "==> The library itself"
"$1/civalue" check >/dev/null || { "$1/civalue" check; exit 1; }
echo "==> Tests (pytest)"
"$1/pytest" --numprocesses auto --dist worksteal
