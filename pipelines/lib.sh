# lib.sh - what the pipelines share.  To be sourced by a script beside it:
#
#   . "$(dirname "$0")/lib.sh"
#   built
#   stage pk-extract a.html | stage pk-dedupe -e | stage sort
#   stages_status
#
# Debian's sh reports the status of the last stage of a pipeline only.  Here
# each stage that fails leaves its status in a file; stages_status is the
# worst.  Programs of pk are those in ../bin, or in $PK_BIN.
# shellcheck shell=sh

root=$(cd "$(dirname "$0")/.." && pwd) || exit 2
bin=${PK_BIN:-$root/bin}
PATH=$bin:$PATH
export LC_ALL=C

fail() { # fail MESSAGE: exit 2
	echo "${0##*/}: $1" >&2
	exit 2
}

tmp=$(mktemp -d) || fail "no temporary folder"
trap 'rm -rf "$tmp"' EXIT
trap 'exit 2' HUP INT TERM

# stage COMMAND...: runs it as a stage of a pipeline.
stage() {
	status=0
	"$@" || status=$?
	[ $status -eq 0 ] || echo $status >>"$tmp/failed"
	return $status
}

# The worst status of the stages since the last call: 0 when all went well, 1
# when one had nothing to say (as grep, diff and pk's -e do), 2 when one failed.
# 141 is a stage that a later one did not hear out: not a failure of its own.
stages_status() {
	worst=0
	if [ -f "$tmp/failed" ]; then
		while read -r status; do
			case $status in
			141) ;;
			1) [ $worst -ne 0 ] || worst=1 ;;
			*) worst=2 ;;
			esac
		done <"$tmp/failed"
		rm -f "$tmp/failed"
	fi
	return $worst
}

# built: builds pk when it is not up to date, installing what that needs; a
# word about it on stderr.  Not for $PK_BIN, which is as it is.
built() {
	[ -z "${PK_BIN-}" ] || return 0
	sh "$root/tools/deps" || exit 2
	! make -q -C "$root" all >/dev/null 2>&1 || return 0
	echo "${0##*/}: building pk" >&2
	jobs=$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 1)
	make -s -C "$root" -j "$jobs" all >"$tmp/make" 2>&1 || {
		cat "$tmp/make" >&2
		fail "the build failed"
	}
}

# claims: adds who says what, where the program for that is there.
# shellcheck disable=SC2317 # stage calls it
claims() {
	if command -v pk-extract-claims >/dev/null; then
		pk-extract-claims
	else
		cat
	fi
}

# usage: prints the comment on top of the script as its help.
usage() {
	sed -n '2,/^[^#]/ { /^#/ { s/^# \{0,1\}//; p; } }' "$0"
}
