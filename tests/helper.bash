# helper.bash - what the bats files share: load it in setup() and call
# pk_setup.
#
# bats stops a test at its first command that fails and shows what was
# printed, so the checks here print what they look at.

# Sets ROOT, BIN, PROGRAMS (the names of all programs) and TMP, an empty
# folder, which becomes the working directory.
pk_setup() {
	ROOT=$(cd "$BATS_TEST_DIRNAME/.." && pwd)
	BIN=${BIN:-$ROOT/bin}
	# shellcheck disable=SC2034 # for the tests
	SHARED=${PK_SHARED:-$ROOT/../shared}
	TMP=$BATS_TEST_TMPDIR
	cd "$TMP" || return 1
	PROGRAMS=()
	local program
	for program in "$BIN"/pk-*; do
		[ ! -x "$program" ] || PROGRAMS+=("$(basename "$program")")
	done
	[ "${#PROGRAMS[@]}" -gt 0 ]
}

# each FUNCTION: calls it once for each program: NAME is the program's name,
# PK its path.
each() {
	for NAME in "${PROGRAMS[@]}"; do
		# shellcheck disable=SC2034 # for the tests
		PK=$BIN/$NAME
		echo "program: $NAME"
		"$1"
	done
}

# status_is WANT COMMAND...: runs it; its output is in files out and err.
status_is() {
	local want=$1 got=0
	shift
	"$@" >out 2>err || got=$?
	[ "$got" -eq "$want" ] || {
		echo "exit status $got, not $want: $*"
		head -c 2000 err
		return 1
	}
}

# contains FILE TEXT: TEXT is somewhere in FILE.
contains() {
	grep -qF -e "$2" "$1" || {
		echo "not in $1: $2"
		head -c 2000 "$1"
		return 1
	}
}

# lacks FILE REGEX: no line of FILE matches.  ("! grep" fails no test.)
lacks() {
	if grep -E -e "$2" "$1" >found; then
		echo "in $1, matching $2:"
		head -c 2000 found
		return 1
	fi
}

# only_lines FILE REGEX: every line of FILE matches.
only_lines() {
	if grep -v -E -e "$2" "$1" >found; then
		echo "in $1, not matching $2:"
		head -c 2000 found
		return 1
	fi
}

# same A B: the two files hold the same bytes.
same() {
	cmp "$1" "$2" || {
		diff "$1" "$2" | head -20
		return 1
	}
}

empty() {
	[ ! -s "$1" ] || {
		echo "$1 is not empty:"
		head -c 2000 "$1"
		return 1
	}
}

# One document as records, and one as an article record.
sample_records() {
	cat <<-'END'
	{"type":"doc","pk":1,"doc":"a","published":"2025-11-06","sents":2}
	{"type":"sentence","doc":"a","sent":1,"para":1,"role":"body","start":0,"end":49,"text":"About 5,000 men left Paris on Monday, he told us."}
	{"type":"sentence","doc":"a","sent":2,"para":1,"role":"body","start":50,"end":85,"text":"Seven bridges fell in Kyiv on Friday."}
	END
}

sample_article() {
	printf '%s%s\n' '{"type":"article","doc":"b","published":"2025-11-06",' \
	    '"text":"London, 3 May. Some 40 people met Anna Blum in Berlin."}'
}

# is_live: whether the program passes records on before its input ends.
# pk-summarize chooses among all of them.
is_live() {
	[ "$NAME" != pk-summarize ]
}
