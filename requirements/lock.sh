#!/bin/sh
# Renews the hashed requirement files. No index address is written into them.
set -eu
cd "$(dirname "$0")/.."
compile() { uv pip compile --universal --generate-hashes --python-version 3.11 --no-header --no-emit-index-url --quiet "$@"; }
compile pyproject.toml -o requirements/runtime.txt
compile pyproject.toml --extra dev -c requirements/runtime.txt -o requirements/dev.txt
compile pyproject.toml --extra postgres -c requirements/runtime.txt -o requirements/postgres.txt
compile requirements/bench.in -o requirements/bench.txt
compile requirements/build.in -o requirements/build.txt
