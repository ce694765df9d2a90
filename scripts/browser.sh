#!/bin/sh
# Install what tests need from the system's packages: Chromium, fonts, and LibreOffice, which works
# out the workbook of every case anew, and lays out its page for a board.
set -eu
missing=""
browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)
[ -n "$browser" ] || missing="chromium"
command -v fc-list >/dev/null 2>&1 && fc-list | grep -qi liberation || missing="$missing fonts-liberation fontconfig"
# the driver of the browser is linked with libatomic, which a bare system lacks
if [ -x /sbin/ldconfig ] && ! /sbin/ldconfig -p | grep -q 'libatomic\.so\.1'; then
    missing="$missing libatomic1"
fi
command -v soffice >/dev/null 2>&1 || command -v libreoffice >/dev/null 2>&1 || missing="$missing libreoffice-calc-nogui"
writer=$(find /usr/lib/libreoffice /opt /Applications -maxdepth 4 -name 'libswlo.*' 2>/dev/null | head -1)
[ -n "$writer" ] || missing="$missing libreoffice-writer-nogui"
command -v git >/dev/null 2>&1 || missing="$missing git"
if [ -n "$missing" ]; then
    echo "==> Installing what the tests need from the system's packages:$missing"
    # shellcheck disable=SC2086
    sh "$(dirname "$0")/packages.sh" $missing
fi
