#!/bin/sh
# What the tests need beside Python packages: Chromium, Chinese fonts, the font of the samples, a PostgreSQL server.
# On Debian as root what is missing is installed; elsewhere it is named. The tests that need PostgreSQL or the samples'
# font are skipped without them; Chromium and Chinese fonts are needed, so their absence is an error.
set -eu

# Named has_…: command -v finds a function of its own name before any program.
has_chromium() { command -v chromium || command -v chromium-browser || command -v google-chrome; }
has_fonts() { command -v fc-list && [ -n "$(fc-list :lang=zh file | head -n 1)" ]; }
has_sample_font() { [ -f "${SAMPLES_FONT:-/usr/share/fonts/truetype/wqy/wqy-microhei.ttc}" ]; }
has_postgres() { command -v postgres || ls /usr/lib/postgresql/*/bin/postgres; }

missing=""
has_chromium >/dev/null 2>&1 || missing="$missing chromium"
has_fonts >/dev/null 2>&1 || missing="$missing fontconfig fonts-noto-cjk"
has_sample_font || missing="$missing fonts-wqy-microhei"
has_postgres >/dev/null 2>&1 || missing="$missing postgresql"
[ -n "$missing" ] || exit 0

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installing for the tests:$missing"
    apt-get update -qq
    # shellcheck disable=SC2086  # the names are meant to be split
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
    exit 0
fi

echo "The tests need what is not installed here. On Debian or Ubuntu:" >&2
echo "    sudo apt install$missing" >&2
if has_chromium >/dev/null 2>&1 && has_fonts >/dev/null 2>&1; then
    echo "Going on: the tests that need what is missing are skipped." >&2
    exit 0
fi
exit 2
