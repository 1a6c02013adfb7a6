#!/usr/bin/env bats
# The scripts of pipelines/ and bin/pk.

setup() {
	load helper
	pk_setup
	export PK_BIN=$BIN
	PIPES=$ROOT/pipelines
}

# ---- brief.sh -----------------------------------------------------------

@test "brief.sh: both sample stories, from any folder" {
	status_is 0 sh "$PIPES/brief.sh"
	contains out 'The sample story "flood":'
	contains out 'The sample story "conflict":'
	contains out "Sources:"
	contains out "[1] "
	contains out ". flood/"
	empty err
}

@test "brief.sh: given files, and options" {
	cd "$ROOT/samples"
	sh "$PIPES/brief.sh" -w 1 flood/1-pennine-press.txt >"$TMP/out"
	cd "$TMP"
	[ "$(grep -c '^ [0-9]\. ' out)" -eq 1 ]
	contains out "flood/1-pennine-press.txt"
	sh "$PIPES/brief.sh" -w 1 -Q kayaker "$ROOT"/samples/flood/* >out
	contains out kayaker
}

@test "brief.sh: a missing file is reported, the rest is done" {
	status_is 2 sh "$PIPES/brief.sh" /nonexistent "$ROOT"/samples/flood/1*
	contains err "pk-extract: /nonexistent: "
	contains out "Sources:"
}

@test "brief.sh: a file with a name like an option" {
	cp "$ROOT/samples/flood/1-pennine-press.txt" ./-x
	status_is 0 sh "$PIPES/brief.sh" -- -x
	contains out "Sources:"
}

@test "brief.sh: nothing to say, wrong options, -h" {
	status_is 1 sh "$PIPES/brief.sh" /dev/null
	empty out
	status_is 2 sh "$PIPES/brief.sh" -x
	contains err "usage: brief.sh"
	status_is 0 sh "$PIPES/brief.sh" -h
	contains out "brief.sh [-c] [-Q TERMS]"
	lacks out "set -u"
}

# ---- claims.sh ----------------------------------------------------------

@test "claims.sh: who said what, by source" {
	status_is 0 sh "$PIPES/claims.sh" "$ROOT/samples/conflict.jsonl"
	contains out "$(printf 'source\tpublished\tdoc\tsent\tspeaker\tcue\tkind\tvia\tstance\ttext')"
	grep -F "$(printf '\tshelling the town')" out >line
	contains line "$(printf '\tdenied\tindirect\t\tdenied\t')"
	echo 'It rained.' >in
	status_is 1 sh "$PIPES/claims.sh" in
	status_is 2 sh "$PIPES/claims.sh" nowhere
}

@test "brief.sh -c: where the articles conflict and agree" {
	status_is 0 sh "$PIPES/brief.sh" -c "$ROOT/samples/conflict.jsonl"
	contains out "Where they conflict and agree:"
	contains out "CONFLICT: civilian deaths, Tolvany"
}

# ---- conflicts.sh -------------------------------------------------------

@test "conflicts.sh: the samples, -a, -N, nothing, wrong options" {
	status_is 0 sh "$PIPES/conflicts.sh"
	contains out "CONFLICT: "
	lacks out "^AGREEMENT"
	status_is 0 sh "$PIPES/conflicts.sh" -a "$ROOT/samples/flood.jsonl"
	contains out "AGREEMENT: "
	status_is 0 sh "$PIPES/conflicts.sh" -N 1 "$ROOT/samples/flood.jsonl"
	[ "$(grep -cE '^(CONFLICT|DEVELOPMENT)' out)" -eq 1 ]
	status_is 1 sh "$PIPES/conflicts.sh" /dev/null
	[ ! -s out ]
	status_is 2 sh "$PIPES/conflicts.sh" -x
	contains err "usage: conflicts.sh"
	status_is 0 sh "$PIPES/conflicts.sh" -h
	contains out "conflicts.sh [-a]"
}

# ---- facts.sh -----------------------------------------------------------

@test "facts.sh: a table by source" {
	status_is 0 sh "$PIPES/facts.sh" "$ROOT/samples/flood.jsonl"
	head -n 1 out | grep -q "^source	published	doc	sent	text	value	"
	awk -F '\t' 'NR == 1 { n = NF } NF != n { exit 1 }' out
	grep -q "^Pennine Press Agency	2026-02-06	.*	at least 340	340	" out
	lacks out "	ordinal	"
	[ "$(cut -f 1 out | sort -u | wc -l)" -ge 5 ]
}

@test "facts.sh: standard input, no numbers, a missing file" {
	echo "Some 40 men left Riva." | sh "$PIPES/facts.sh" >out
	grep -q "	Some 40	40	" out
	echo "Men left Riva." >none
	status_is 1 sh "$PIPES/facts.sh" none
	[ "$(wc -l <out)" -eq 1 ]
	status_is 2 sh "$PIPES/facts.sh" /nonexistent "$ROOT/samples/flood.jsonl"
	grep -q "Pennine" out
}

# ---- follow-story.sh ----------------------------------------------------

follow() {
	sh "$PIPES/follow-story.sh" "$@"
}

@test "follow-story.sh: only what is new, status 1 when nothing is" {
	mkdir in
	cp "$ROOT"/samples/flood/*.txt in
	status_is 0 follow in state
	contains out "2-daily-beacon.txt"
	# One text that two outlets print is said once.
	[ "$(grep -c '"sentence".*Two people have died and at least 340' out)" -eq 1 ]
	status_is 1 follow in state
	empty out
	empty err
	cp "$ROOT"/samples/flood/*.html in
	status_is 0 follow in state
	contains out '"type":"doc"'
	contains out 4-westmark-tv.html
	lacks out "pennine-press"
	lacks out '"role":"(boilerplate|heading)"'
	status_is 1 follow in state
}

@test "follow-story.sh: formats; files in the making are passed over" {
	mkdir -p "in/a b"
	echo "Some 40 men left Riva on Monday." >"in/a b/one 'story'.txt"
	echo "Some 50 men left Orla on Monday." >in/two.tmp
	echo "Some 60 men left Bled on Monday." >in/.three
	status_is 0 follow -t text in state
	contains out "40 men"
	contains out "number"
	lacks out "^\{|50 men|60 men"
	status_is 2 follow -t nothing in state2
	[ ! -e state2 ]
}

@test "follow-story.sh: what could not be printed is not remembered" {
	mkdir in
	echo "Some 40 men left Riva on Monday." >in/a.txt
	status=0
	follow in state >/dev/full 2>err || status=$?
	[ "$status" -eq 2 ]
	status_is 0 follow in state
	contains out "Riva"
}

@test "follow-story.sh: of two at once one has the news" {
	mkdir in
	cp "$ROOT"/samples/conflict/*.txt in
	follow in state >one &
	follow in state >two || :
	wait $! || :
	cat one two >both
	[ "$(grep -c '"sentence"' both)" -gt 20 ]
	[ ! -s one ] || [ ! -s two ]
}

@test "follow-story.sh: an article that cannot be read, no folder, no articles" {
	mkdir in none
	echo "Some 40 men left Riva on Monday." >in/a.txt
	echo '{"oops' >in/b.jsonl
	status_is 2 follow in state
	contains out Riva
	contains err "b.jsonl:1: "
	status_is 2 follow nowhere state
	contains err "nowhere: no such folder"
	status_is 1 follow none state3
	status_is 2 follow in
	contains err "usage: follow-story.sh"
}

# ---- lib.sh -------------------------------------------------------------

@test "the status of each stage counts" {
	mkdir pipelines
	cp "$PIPES/lib.sh" pipelines
	cat >pipelines/script.sh <<-'END'
	set -u
	. "$(dirname "$0")/lib.sh"
	case $1 in
	ok) stage echo a | stage cat ;;
	first) stage false | stage cat ;;
	middle) stage echo a | stage sh -c 'cat; exit 3' | stage cat ;;
	last) stage echo a | stage grep b ;;
	worst) stage sh -c 'exit 3' | stage grep b ;;
	unheard) stage yes | stage head -n 1 ;;
	missing) stage no-such-command | stage cat ;;
	esac
	stages_status
	END
	for want in ok=0 first=1 middle=2 last=1 worst=2 unheard=0 missing=2; do
		echo "$want"
		status_is "${want#*=}" sh pipelines/script.sh "${want%=*}"
	done
}

@test "no temporary folder is left behind" {
	mkdir tmp in
	echo "Some 40 men left Riva." >in/a.txt
	TMPDIR=$TMP/tmp sh "$PIPES/brief.sh" in/a.txt >out
	TMPDIR=$TMP/tmp follow in state >out
	rmdir tmp
}

# ---- bin/pk -------------------------------------------------------------

# A bin of its own: $BIN may be one without pk (sanitizers).
pk_bin() {
	mkdir bin
	cp "$ROOT/bin/pk" bin
	for program in "${PROGRAMS[@]}"; do
		ln -s "$BIN/$program" bin
	done
}

@test "pk: runs a program, with its status" {
	pk_bin
	status_is 0 bin/pk normalize --version
	contains out pk-normalize
	echo '{"type":"sentence","doc":"a","sent":1,"text":"a b"}' |
	    bin/pk normalize -n sentence >out
	contains out "a b"
	status_is 1 bin/pk normalize -e /dev/null
	status_is 2 bin/pk normalize /nonexistent
}

@test "pk: found through symbolic links" {
	pk_bin
	mkdir other
	ln -s ../bin/pk other/one
	ln -s "$PWD/other/one" two
	cd /
	"$TMP/two" normalize --version | grep -q pk-normalize
	"$TMP/other/one" normalize --version | grep -q pk-normalize
}

@test "pk: alone it lists the programs" {
	pk_bin
	status_is 0 bin/pk
	for program in "${PROGRAMS[@]}"; do
		grep -q "^  ${program#pk-}  *[a-z]" out
	done
	mv out alone
	status_is 0 bin/pk --help
	same alone out
}

@test "pk: a list that cannot be written: a message, status 2" {
	[ -w /dev/full ] || skip "no /dev/full"
	pk_bin
	status=0
	bin/pk >/dev/full 2>err || status=$?
	[ "$status" -eq 2 ]
	[ "$(cat err)" = "pk: standard output: cannot be written" ]
}

@test "pk: unknown programs" {
	pk_bin
	status_is 2 bin/pk frobnicate
	contains err "pk: frobnicate: no such program"
	empty out
	status_is 2 bin/pk --frobnicate
	contains err "pk: --frobnicate: no such option"
	status_is 2 bin/pk ../bin/pk-normalize
	status_is 2 bin/pk help frobnicate
	contains err "pk: frobnicate: no such program"
}

@test "pk help: the manual, or else --help" {
	pk_bin
	ln -s "$ROOT/man" man
	status_is 0 env MANPAGER=cat PAGER=cat bin/pk help normalize
	contains out normalize
	mkdir few
	for tool in sh dirname sed readlink cat; do
		ln -s "$(command -v "$tool")" few
	done
	status_is 0 env PATH="$TMP/few" bin/pk help normalize
	contains out "usage: pk-normalize"
}
