#!/bin/sh
# run.sh - installs what is missing, builds, runs every test.
#
# The last line is "N passed, N failed" (and ", N skipped": each is named
# above); exit status 0 when none failed, 1 when one did, 2 when pk could not
# be built.  With the packages there, "make check" does the same.
set -u
cd "$(dirname "$0")/.." || exit 2
sh tools/deps test || exit 2
jobs=$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 1)
if ! make -s -j "$jobs" all units; then
	echo "run.sh: the build failed" >&2
	echo "0 passed, 1 failed"
	exit 2
fi
exec sh tests/run
