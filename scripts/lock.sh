#!/bin/sh
# Pin the newest allowed releases, with hashes and without any host.
# usage: lock.sh BIN
set -eu
bin=$1
options="--universal --generate-hashes --no-emit-index-url --no-header --no-annotate --python-version 3.11 --upgrade --quiet"
# shellcheck disable=SC2086
"$bin/uv" pip compile $options pyproject.toml scripts/build-requirements.in -o requirements.lock
# shellcheck disable=SC2086
"$bin/uv" pip compile $options pyproject.toml scripts/build-requirements.in --group dev -o requirements-dev.lock
echo "==> Locked. Next: make test"
