#!/bin/sh
# Install packages of the system, where that can be done without asking anybody.
# usage: packages.sh PACKAGE...
set -eu
if ! command -v apt-get >/dev/null 2>&1; then
    echo "Please install these with your system's package manager, then try again: $*" >&2
    exit 2
fi
if [ "$(id -u)" -eq 0 ]; then
    root=""
elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
    root="sudo"
else
    echo "Please run this, then try again: sudo apt-get install $*" >&2
    exit 2
fi
export DEBIAN_FRONTEND=noninteractive
$root apt-get update -qq
$root apt-get install -y -qq --no-install-recommends "$@" >/dev/null
