#!/usr/bin/env bats
# What every pk program does, whatever else it does.  Each test runs over all
# programs of bin/: a new program needs no line here.

setup() {
	load helper
	pk_setup
	sample_records >in
	sample_article >article
}

# ---- options ------------------------------------------------------------

help_and_version() {
	status_is 0 "$PK" --help
	contains out "usage: $NAME "
	contains out "--only"
	empty err
	status_is 0 "$PK" -h
	status_is 0 "$PK" --version
	contains out "$NAME (pk) "
	status_is 0 "$PK" -V
}

@test "--help and --version" {
	each help_and_version
}

wrong_option() {
	status_is 2 "$PK" --no-such-option in
	contains err "$NAME: --no-such-option: no such option"
	contains err "usage: $NAME "
	empty out
	status_is 2 "$PK" -~ in
	status_is 2 "$PK" --only
	status_is 2 "$PK" --only no-such-type in
	status_is 2 "$PK" --format no-such-format in
	status_is 2 "$PK" --help=yes
	empty out
}

@test "a wrong option: usage, status 2, no output" {
	each wrong_option
}

completions() {
	status_is 0 "$PK" --completion bash
	contains out --only
	bash -n out
	status_is 0 "$PK" --completion zsh
	contains out "#compdef $NAME"
	status_is 0 "$PK" --completion fish
	contains out "complete -c $NAME"
	status_is 2 "$PK" --completion tcsh
}

@test "completions" {
	each completions
}

output_file() {
	"$PK" in >want
	status_is 0 "$PK" -o got in
	empty out
	same want got
	status_is 2 "$PK" -o /nonexistent/file in
	contains err "$NAME: /nonexistent/file: "
}

@test "--output FILE" {
	each output_file
}

only() {
	status_is 0 "$PK" --only sentence in
	only_lines out '^\{"type":"sentence",'
	"$PK" -n number,date,doc in >out
	only_lines out '^\{"type":"(number|date|doc)",'
	"$PK" --only fact in >out
	only_lines out '^\{"type":"fact",'
}

@test "--only keeps some types" {
	each only
}

# The header says how many columns a row has.
tsv() {
	status_is 0 "$PK" --format tsv in article
	awk -F '\t' '
	NR == 1 { n = NF }
	NF != n { print "line " NR ": " NF " columns, not " n; bad = 1 }
	END { exit bad || NR == 0 }' out
	"$PK" --format tsv --only doc,sentence,number,entity in >out
	[[ $(head -n 1 out) == type$'\t'* ]]
	awk -F '\t' 'NR == 1 { n = NF } NF != n { exit 1 }' out
	# Tabs and line ends in a text do not break rows.
	printf '%s\n' '{"type":"sentence","doc":"t","sent":1,"text":"a\tb\nc\\"}' |
	    "$PK" --format tsv --only sentence >out
	awk -F '\t' 'NR == 1 { n = NF } NF != n || NR > 2 { exit 1 }' out
}

@test "--format tsv: a header, fixed columns" {
	each tsv
}

text_format() {
	status_is 0 "$PK" --format text in article
	lacks out '^\{'
	empty err
}

@test "--format text is no JSON" {
	each text_format
}

# ---- what goes in -------------------------------------------------------

nothing() {
	: >none
	printf ' \n\t\n' >blank
	status_is 0 "$PK" none
	empty err
	lacks out '^\{'
	status_is 0 "$PK" blank
	lacks out '"type":"sentence"'
	status_is 0 "$PK" </dev/null
	status_is 1 "$PK" -e none
}

@test "empty input: no records, status 0, with -e 1" {
	each nothing
}

odd_texts() {
	printf 'Help' >word
	printf 'Le caf\351 de Gen\350ve a re\347u 7 hommes le 3 mai.\n' >latin1
	printf '\377\376K\000y\000i\000v\000 \0007\000.\000\n\000' >utf16
	printf 'a\000b \377\376 7 men.\n' >bytes
	printf '{"no record\n' >brace
	for f in word latin1 utf16 bytes; do
		echo "$f"
		status_is 0 "$PK" $f
		iconv -f UTF-8 -t UTF-8 out >/dev/null
		lacks out "$(printf '\r')"
	done
	status_is 2 "$PK" brace
}

@test "text of one word, in any encoding, of any bytes" {
	each odd_texts
}

kinds() {
	printf '<html><body><p>Seven men left Paris on Monday.</p></body>' >page
	printf '\n\n  {"type":"future"}\n' >late
	printf '\357\273\277{"type":"future"}\n' >bom
	for f in page late bom article; do
		echo "$f"
		status_is 0 "$PK" $f
		empty err
	done
	"$PK" late bom | grep -c '"future"' >count
	[ "$(cat count)" -eq 2 ]
}

@test "records, pages and text are told apart" {
	each kinds
}

missing_file() {
	mkdir -p folder
	status_is 2 "$PK" /nonexistent in
	contains err "$NAME: /nonexistent: No such file or directory"
	[ "$(wc -l <err)" -eq 1 ]
	contains out '"doc":"a"'
	status_is 2 "$PK" folder in
	contains err "$NAME: folder: Is a directory"
	contains out '"doc":"a"'
	status_is 2 "$PK" "$(printf 'odd\n\033[2J')" in
	contains err "$NAME: odd??[2J: No such file or directory"
}

@test "a missing file, a directory: a message, status 2, the rest" {
	each missing_file
}

# Of UTF-32 and UTF-16, with a mark and without, nothing is read wrong.
wide_text() {
	for code in UTF-16LE UTF-16BE UTF-32LE UTF-32BE; do
		for mark in '' '\0357\0273\0277'; do
			printf '%b%b\n' "$mark" 'Seven men of Gen\0303\0250ve left.' |
			    iconv -f UTF-8 -t $code >wide
			status_is 0 "$PK" wide
			contains out '"text":"Seven men of Genève left."'
			empty err
		done
	done
}

@test "UTF-16 and UTF-32, with a byte order mark or without" {
	each wide_text
	printf '<p>Seven men left.</p>' | iconv -f UTF-8 -t UTF-16LE >page
	"$BIN/pk-normalize" page >out
	contains out '"start":6,"end":36,'
}

no_name() {
	echo '{"type":"article","doc":"","text":"Seven men left."}' >article
	status_is 0 "$PK" article
	contains out '"doc":"article:1"'
	lacks out '"doc":""'
}

@test "an article with an empty name is named after its place" {
	each no_name
}

# Each bad line stands between good ones: lines 2, 4, 6, ... of a file.
bad_lines() {
	: >bad
	n=0
	while IFS= read -r line; do
		n=$((n + 1))
		printf '{"type":"x","n":%d}\n' $n >>bad
		printf '%b\n' "$line" >>bad
	done <<-'END'
	oops
	[1,2]
	{"type":"sentence","text":"cut
	{"type":"sentence","text":"a\0377b"}
	{"type":"sentence","text":"a\0000b"}
	{"type":"sentence","text":"a\0001b"}
	{"type":"sentence"} {}
	{"type":"sentence",}
	{"type":sentence}
	{"a":1e}
	END
	printf '{"type":"x","n":99}\n{"type":"sentence","text":"no line e' >>bad
	status_is 2 "$PK" bad
	for i in $(seq 1 $n); do
		contains err "$NAME: bad:$((2 * i)): "
		contains out "{\"type\":\"x\",\"n\":$i}"
	done
	contains out '{"type":"x","n":99}'
	contains err "$NAME: bad:$((2 * n + 2)): "
	[ "$(wc -l <err)" -eq $((n + 1)) ]
	status_is 2 "$PK" <bad
	contains err "$NAME: -:2: "
}

@test "a bad line: file, line and why; status 2; the rest" {
	each bad_lines
}

bad_article() {
	{
		echo '{"type":"article","doc":"empty"}'
		sample_article
		echo '{"type":"article","doc":"n","text":7}'
	} >bad
	status_is 2 "$PK" bad
	contains err "$NAME: bad:1: "
	contains err "$NAME: bad:3: "
	contains out '"doc":"b"'
	lacks out '"doc":"empty"'
}

@test "an article without text" {
	each bad_article
}

# What is of another type than it should be is as good as absent.
wrong_types() {
	status_is 2 "$PK" bad
	contains err "$NAME: bad:2: "
	contains err "$NAME: bad:3: "
	contains out '"doc":"bad:1"'
	contains out '"doc":"d"'
	contains out '"doc":"e"'
	contains out '{"type":7,"doc":"f","text":"x"}'
	contains out '"doc":"h"'
	lacks out '"title"'
}

@test "an article with keys of the wrong type" {
	cat >bad <<-'END'
	{"type":"article","doc":5,"text":"Seven men left."}
	{"type":"article","doc":"b","text":["Seven men left."]}
	{"type":"article","doc":"c","text":{"a":1}}
	{"type":"article","doc":"d","text":null,"html":"<p>Eight men left.</p>"}
	{"type":"article","doc":"e","text":"Nine men left.","title":7,"published":[1],"lang":null,"url":{}}
	{"type":7,"doc":"f","text":"x"}
	{"type":"sentence","doc":"g","sent":"one","start":-1,"text":"Ten men left in 1e999."}
	{"type":"article","doc":"h","text":"A \ud800 lone half. \u0000 Go."}
	END
	each wrong_types
}

# A file that nobody may read is as one that is not there.
unreadable() {
	status_is 2 "$PK" secret in
	contains err "$NAME: secret: Permission denied"
	contains out '"doc":"a"'
}

@test "a file without permission: a message, status 2, the rest" {
	cp in secret
	chmod 0 secret
	[ ! -r secret ] || skip "root may read all"
	each unreadable
}

# Units of which a hostile file may have millions: what is not linear would
# take hours.
hostile_units() {
	for f in units.*; do
		echo "$f"
		status_is 0 timeout 60 "$PK" -q -o /dev/null "$f"
	done
}

@test "hostile text takes linear time" {
	i=0
	for unit in '<' '&' '"' '.' '\0314\0201' 'a ' '\0015' '\0000' '\0303' '>\n' \
	    '&#x' '\0200' 'A. ' '1,' '-\n' '\0033$' '\0342\0200' '--\n'; do
		i=$((i + 1))
		printf '%b' "$unit$unit$unit$unit$unit$unit$unit$unit" >units.$i
		while [ "$(wc -c <units.$i)" -lt 250000 ]; do
			cat units.$i units.$i units.$i units.$i >longer
			mv longer units.$i
		done
	done
	each hostile_units
}

# 8 MB: a line is no quadratic step, and no limit.
long_line() {
	status_is 0 timeout 60 "$PK" long
	[ -s out ]
}

@test "a long line" {
	awk 'BEGIN { for (i = 0; i < 300000; i++)
	    printf "The %d men of Kyiv met on Monday. ", i }' >long
	each long_line
}

# ---- what comes out -----------------------------------------------------

pass_through() {
	cat >odd <<-'END'
	{"type":"future", "x":[1, 2] }
	{ "type" : "claim" , "doc" : "a" , "new":"\u00e9\/" }
	{"no":"type"}
	{"type":"future","deep":{"a":[{}]},"n":1.50}
	END
	status_is 0 "$PK" odd
	same out odd
}

@test "records of unknown types pass byte for byte" {
	each pass_through
}

unknown_keys() {
	cat >keys <<-'END'
	{"type":"doc","pk":1, "doc":"a","mine":[1, 2],"sents":1}
	{"type":"sentence","doc":"a","sent":1,"mine":"\u0041" ,"text":"Seven men left."}
	END
	"$PK" keys >out
	while IFS= read -r line; do
		contains out "$line"
	done <keys
}

@test "unknown keys pass byte for byte" {
	each unknown_keys
}

# All records of the input are in the output, in order; repeats may go.
in_order() {
	"$PK" in >out
	grep -Fx -f in out >kept
	same kept in
}

@test "records stay in order" {
	each in_order
}

full_disk() {
	status=0
	"$PK" in >/dev/full 2>err || status=$?
	[ "$status" -eq 2 ]
	contains err "No space left"
	[[ $(cat err) == "$NAME: "* ]]
	status=0
	"$PK" --help >/dev/full 2>err || status=$?
	[ "$status" -eq 2 ]
	contains err "No space left"
}

@test "a lost write is an error" {
	each full_disk
}

# A reader that goes away ends the program: killed by SIGPIPE, in silence.
closed_pipe() {
	set +o pipefail
	"$PK" many 2>err | head -n 1 >out
	status=${PIPESTATUS[0]}
	echo "status $status"
	[ "$status" -eq 141 ]
	empty err
	[ "$(wc -l <out)" -eq 1 ]
}

@test "a closed pipe: an end in silence" {
	awk 'BEGIN { for (i = 1; i <= 4000; i++) {
		printf "{\"type\":\"doc\",\"pk\":1,\"doc\":\"%d\",\"sents\":1}\n", i
		printf "{\"type\":\"sentence\",\"doc\":\"%d\",\"sent\":1,", i
		printf "\"text\":\"The village of Ab%dcd lost %d men.\"}\n", i, i
	} }' >many
	each closed_pipe
}

# With standard output closed the next file opened, such as a state file, must
# not take its place.
closed_files() {
	status=0
	"$PK" in >&- 2>err || status=$?
	[ "$status" -eq 2 ]
	contains err "$NAME: standard output: "
	status=0
	"$PK" <&- >out 2>err || status=$?
	[ "$status" -eq 2 ]
	contains err "$NAME: -: "
	lacks out '"type"'
}

@test "closed standard files are errors" {
	each closed_files
}

@test "pk-dedupe: closed standard files do not touch the state" {
	"$BIN/pk-dedupe" --state state in >out
	cp state before
	status=0
	"$BIN/pk-dedupe" --state state article >&- 2>err || status=$?
	[ "$status" -eq 2 ]
	cmp -n "$(wc -c <before)" state before
	cp before state
	"$BIN/pk-dedupe" --state state <&- >out 2>err || status=$?
	[ "$status" -eq 2 ]
	same state before
}

# shellcheck disable=SC2094 # one file read and written: the test
own_output() {
	cp in both
	status_is 2 "$PK" -o both article both
	contains err "$NAME: both: is both read and written"
	same in both
	status=0
	"$PK" both >>both 2>err || status=$?
	[ "$status" -eq 2 ]
	same in both
	status=0
	"$PK" <both >>both 2>err || status=$?
	[ "$status" -eq 2 ]
	contains err "$NAME: -: is both"
	same in both
}

@test "an input is not written over" {
	each own_output
}

# What a terminal might obey: C0 with ESC, DEL, C1.
hostile() {
	status_is 0 "$PK" --format text -n doc,sentence,entity,number hostile
	if LC_ALL=C grep -e "$(printf '[\001-\010\013-\037\177]')" out ||
	    LC_ALL=C grep -e "$(printf '\302[\200-\237]')" out; then
		return 1
	fi
}

@test "--format text: no control characters" {
	cat >hostile <<-'END'
	{"type":"doc","pk":1,"doc":"a\u001b]0;x\u0007","title":"A\u001b[2J","sents":1}
	{"type":"sentence","doc":"a\u001b]0;x\u0007","sent":1,"text":"Seven\u009b men \u001b[31mleft\u007f Kyiv\u001b[0m.\u001b"}
	{"type":"number","doc":"a","sent":1,"text":"\u001b","what":"\u001b[1m","value":7}
	END
	each hostile
}

# A sentence that went through an extractor has its mentions already.
run_again() {
	is_live || return 0
	"$PK" in article >once
	status_is 0 "$PK" once
	same out once
}

@test "a program may be run again" {
	each run_again
	"$BIN/pk-extract" in article >once
	"$BIN/pk-extract-numbers" once | cmp - once
	"$BIN/pk-extract-entities" once | sort >out
	sort once | cmp - out
}

# The producer waits 2 seconds; the reader has its line within 1.
live() {
	is_live || return 0
	line=$( { cat in; sleep 2; } | "$PK" |
	    timeout 1 grep -m 1 '"sent":2' || :)
	echo "$line"
	[ -n "$line" ]
}

@test "a live pipe: no record is held back" {
	each live
}

# Three bytes are a line.
short_line() {
	is_live || return 0
	line=$( { echo '{}'; sleep 2; } | "$PK" | timeout 1 head -n 1 || :)
	[ "$line" = '{}' ]
}

@test "a live pipe: the first line may be short" {
	each short_line
}

@test "three live stages" {
	line=$( { cat in; sleep 2; } | "$BIN/pk-extract-entities" |
	    "$BIN/pk-extract-numbers" | "$BIN/pk-dedupe" |
	    timeout 1 grep -m 1 '"type":"number".*"sent":2' || :)
	echo "$line"
	[ -n "$line" ]
}

same_bytes() {
	"$PK" in article >first
	"$PK" in article >second
	same first second
	cat in article | "$PK" >second
	same first second
}

@test "two runs, one answer" {
	each same_bytes
}

other_locale() {
	LC_ALL=C "$PK" in article >want
	LC_ALL=$TURKISH "$PK" in article >got
	same want got
	"$PK" --help >want
	LC_ALL=$TURKISH "$PK" --help >got
	same want got
}

# In Turkish the small letter of "I" is not "i", and 1,5 is one and a half.
@test "a Turkish locale changes nothing" {
	TURKISH=$(locale -a 2>/dev/null | grep -i '^tr_TR\.utf-*8$' | head -n 1)
	if [ -z "$TURKISH" ] &&
	    localedef -i tr_TR -f UTF-8 "$TMP/tr_TR.UTF-8" 2>/dev/null; then
		export LOCPATH=$TMP
		TURKISH=tr_TR.UTF-8
	fi
	[ -n "$TURKISH" ] || skip "no Turkish locale here"
	each other_locale
}

# One line of 30 MB is no sentence: the work on it has bounds.
long_sentence() {
	grep -q __asan_init "$PK" && return 0
	# shellcheck disable=SC2016 # the inner shell expands it
	status_is 0 sh -c 'ulimit -v 500000 && exec timeout 20 "$0" long' "$PK"
	[ "$(tail -n 1 out)" = '{"type":"last"}' ]
}

@test "a sentence record of 30 MB" {
	awk 'BEGIN { printf "{\"type\":\"sentence\",\"doc\":\"a\",\"text\":\""
	    for (i = 0; i < 1000000; i++)
		printf "The %d men of Kyiv met Anna. ", i
	    print "\"}\n{\"type\":\"last\"}" }' >long
	each long_sentence
}

# 30 MB of records in 200 MB of memory (the sanitizers need more).
in_memory() {
	is_live || return 0
	if grep -q __asan_init "$PK"; then
		return 0
	fi
	# shellcheck disable=SC2016 # the inner shell expands it
	status_is 0 sh -c 'ulimit -v 200000 && exec "$0" big' "$PK"
	[ "$(tail -n 1 out)" = "$(tail -n 1 big)" ]
}

@test "memory does not grow with the input" {
	awk 'BEGIN { for (i = 1; i <= 300000; i++)
		printf "{\"type\":\"future\",\"n\":%d,\"text\":\"%080d\"}\n", i, i }' >big
	each in_memory
}

alone() {
	for from in / "$TMP"; do
		(cd "$from" && "$PK" "$TMP/article") >got
		"$PK" "$TMP/article" >want
		same want got
	done
	ln -sf "$PK" link
	./link article >got
	same want got
}

@test "a program finds its data from anywhere" {
	each alone
}

wrong_data() {
	status_is 0 "$PK" in
	grep -q 'gaz\.db' "$PK" || return 0
	rm -rf data
	mkdir data
	export PK_DATA=$TMP/data
	status_is 2 "$PK" in
	contains err "$NAME: $TMP/data/gaz.db: No such file or directory"
	echo "my notes" >data/gaz.db
	status_is 2 "$PK" in
	contains err "$NAME: $TMP/data/gaz.db: not a gazetteer of pk"
	empty out
	unset PK_DATA
}

@test "PK_DATA without the gazetteer: a message, status 2" {
	each wrong_data
}

wrong_tagger() {
	grep -q 'tag\.model' "$PK" || return 0
	for model in "my notes" "$(head -c 300 "$share/tag.model" | tr -d '\0')"; do
		printf '%s' "$model" >data/tag.model
		status_is 2 "$PK" in
		contains err "$NAME: $TMP/data/tag.model: "
		empty out
	done
	head -c 100000 "$share/tag.model" >data/tag.model
	status_is 2 "$PK" in
	contains err "$NAME: $TMP/data/tag.model: cut short (byte 100000)"
}

@test "PK_DATA with a tagger that is none: a message, status 2" {
	share=$ROOT/${B:-build}/share/pk
	mkdir data
	cp "$share/gaz.db" data/
	export PK_DATA=$TMP/data
	each wrong_tagger
}
