#!/bin/sh
# Make a virtual environment and install the locked dependencies and civalue itself into it.
# usage: install.sh PYTHON VENV LOCK
set -eu
python=$1 venv=$2 lock=$3

if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    echo "civalue needs Python 3.11 or later; install it, or say which with: make PYTHON=python3.12" >&2
    exit 2
fi

if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    echo "==> Installing Python's venv module"
    sh "$(dirname "$0")/packages.sh" python3-venv
fi

echo "==> Making the virtual environment $venv"
"$python" -m venv --clear "$venv"
echo "==> Installing the dependencies of $lock (a minute or two)"
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r "$lock"
echo "==> Installing civalue"
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps \
    --no-build-isolation --editable .
