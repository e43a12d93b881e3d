#!/bin/sh
# Makes the virtual environment .venv with the two tools that install everything else (uv and setuptools, by hash).
# Works with any Python 3.11 or newer; on Debian the part that makes environments may be missing, and is then
# installed when this runs as root, else named.
set -eu

fits() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }

find_python() {
    for candidate in ${PYTHON:-} python3 python3.13 python3.12 python3.11 python; do
        if fits "$candidate"; then
            command -v "$candidate"
            return 0
        fi
    done
    return 1
}

if ! python=$(find_python); then
    echo "Python 3.11 or newer was not found. Install it, or name one: make PYTHON=/path/to/python3.12" >&2
    exit 2
fi

if ! "$python" -c 'import ensurepip, venv' >/dev/null 2>&1; then
    package=$("$python" -c 'import sys; print("python3.%d-venv" % sys.version_info[1])')
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        echo "Installing $package, which makes virtual environments."
        apt-get update -qq
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$package" >/dev/null
    else
        echo "This Python cannot make virtual environments. Install that part, then run the same command again:" >&2
        echo "    sudo apt install $package" >&2
        exit 2
    fi
fi

if ! fits .venv/bin/python; then
    rm -rf .venv
    "$python" -m venv .venv
fi
.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-build.lock
