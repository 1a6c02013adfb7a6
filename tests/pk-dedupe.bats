#!/usr/bin/env bats
# pk-dedupe: which sentences are repeats, which mentions state one fact, and
# what is remembered between runs.

setup() {
	load helper
	pk_setup
	PK=$BIN/pk-dedupe
	export SOURCE_DATE_EPOCH=1764288000 # the day that states are of
}

# sentence DOC SENT TEXT [ROLE]: a sentence record.
sentence() {
	printf '{"type":"sentence","doc":"%s","sent":%d,"para":1,' "$1" "$2"
	printf '"role":"%s","start":0,"end":%d,"text":"%s"}\n' \
	    "${4:-body}" "${#3}" "$3"
}

# doc NAME [SOURCE]
doc() {
	printf '{"type":"doc","pk":1,"doc":"%s"%s,"sents":9}\n' "$1" \
	    "${2:+,\"source\":\"$2\"}"
}

# entity DOC SENT NAME
entity() {
	printf '{"type":"entity","doc":"%s","sent":%d,"start":0,"end":5,' \
	    "$1" "$2"
	printf '"text":"%s","class":"place","name":"%s"}\n' "$3" "$3"
}

# number DOC SENT START TEXT VALUE SI UNIT [MORE]
number() {
	printf '{"type":"number","doc":"%s","sent":%d,"start":%d,"end":9,' \
	    "$1" "$2" "$3"
	printf '"text":"%s","value":%s,"unit":"%s","si":%s,' "$4" "$5" "$7" \
	    "$6"
	printf '"quantity":"area","what":"forest"%s}\n' "$8"
}

kept() { # the places of the sentences in file out
	sed -n 's/^{"type":"sentence","doc":"\([^"]*\)","sent":\([0-9]*\).*/\1#\2/p' \
	    out | tr '\n' ' '
}

dam="The old dam above Riva burst at dawn and 40 houses were lost."
bridge="A wooden bridge from the last century was carried off in Sorla."

story() {
	doc a "The Post"
	sentence a 1 "$dam"
	entity a 1 Riva
	sentence a 2 "$bridge"
	entity a 2 Sorla
	doc b "The Courier"
	sentence b 1 "RIVA (North Wire) — $dam"
	entity b 1 Riva
	sentence b 2 "The mayor of Sorla has asked for tents."
	entity b 2 Sorla
}

@test "a repeat goes, and its mentions with it; the rest is as it was" {
	story >in
	status_is 0 "$PK" in
	[ "$(kept)" = "a#1 a#2 b#2 " ]
	sed '/"b","sent":1,/d' in >want
	same out want
}

@test "--mark keeps repeats and says of what" {
	story >in
	status_is 0 "$PK" --mark in
	contains out 'lost.","dup_of":"a#1"}'
	sed 's/,"dup_of":"[^"]*"//' out | cmp - in
	# Marked once, always a repeat; its mentions, too.
	cp out marked
	status_is 0 "$PK" marked
	[ "$(kept)" = "a#1 a#2 b#2 " ]
	lacks out '"b","sent":1,'
	status_is 0 "$PK" --mark marked
	same out marked
}

@test "changed numbers, names and negations are no repeats" {
	{
		sentence a 1 "$dam"
		sentence a 2 "${dam/40/60}"
		sentence a 3 "${dam/Riva/Sorla}"
		sentence a 4 "${dam/were/were not}"
		sentence a 5 "${dam/old/ancient}"
	} >in
	status_is 0 "$PK" in
	[ "$(kept)" = "a#1 a#2 a#3 a#4 " ]
}

@test "--exact and --threshold" {
	{
		sentence a 1 "$dam"
		sentence a 2 "${dam/old/ancient}"
		sentence a 3 "${dam^^}"
	} >in
	status_is 0 "$PK" --exact in
	[ "$(kept)" = "a#1 a#2 " ]
	status_is 0 "$PK" --threshold 0.99 in
	[ "$(kept)" = "a#1 a#2 " ]
	status_is 2 "$PK" --threshold 2 in
	status_is 2 "$PK" -T x in
}

@test "roles: what is aside, credits, titles, short answers" {
	{
		doc a
		sentence a 1 "Floods in Riva" title
		sentence a 2 "Floods in Riva" heading
		sentence a 3 "Read our letter" boilerplate
		sentence a 4 "(North Wire)" credit
		sentence a 5 "Yes."
		sentence a 6 "Read our letter" boilerplate
		sentence a 7 "(North Wire)" credit
		sentence a 8 "A boat in a street of Riva" caption
		sentence a 9 "(North Wire)" credit
		doc b
		sentence b 1 "Floods in Riva" title
		sentence b 2 "(North Wire)" credit
		sentence b 3 "Read our letter" boilerplate
		sentence b 4 "Read our letter"
		sentence b 5 "Yes."
		sentence b 6 "Yes."
	} >in
	status_is 0 "$PK" in
	[ "$(kept)" = "a#1 a#2 a#3 a#4 a#5 a#8 a#9 b#4 b#5 " ]
	status_is 0 "$PK" --mark in
	lacks out 'b","sent":3.*dup_of'
}

@test "-e: 1 when no sentence is new" {
	story >in
	status_is 0 "$PK" -e in
	status_is 1 "$PK" -e /dev/null
	status_is 0 "$PK" -e -s state in
	status_is 1 "$PK" -e -s state in
	[ "$(kept)" = "" ]
}

@test "--count: facts of all mentions, by independent origins" {
	story >in
	status_is 0 "$PK" --count --only fact in
	cat >want <<-'END'
	{"type":"fact","of":"entity","text":"Riva","class":"place","name":"Riva","count":2,"docs":["a","b"],"origins":2,"first":"a#1"}
	{"type":"fact","of":"entity","text":"Sorla","class":"place","name":"Sorla","count":2,"docs":["a","b"],"origins":2,"first":"a#2"}
	END
	same out want
	# One source, or one text: one origin.
	sed 's/The Courier/The Post/' in >one
	status_is 0 "$PK" --count --only fact one
	only_lines out '"origins":1,'
	{
		doc a
		sentence a 1 "$dam"
		entity a 1 Riva
		doc b
		sentence b 1 "$dam"
		entity b 1 Riva
	} >copies
	status_is 0 "$PK" --count --only fact copies
	contains out '"count":2,"docs":["a","b"],"origins":1,'
}

@test "--count: quantities are equal over units; conversions count once" {
	{
		sentence a 1 "About 5,000 sq km (1,930 sq miles) burned."
		number a 1 0 "About 5,000 sq km" 5000 5e9 km2 ',"approx":"about"'
		number a 1 19 "1,930 sq miles" 1930 4.9987e9 mi2 ',"same_as":0'
		sentence b 1 "The fire took 1,930 sq miles."
		number b 1 14 "1,930 sq miles" 1930 4.9987e9 mi2
		sentence c 1 "The fire took 6,000 sq km."
		number c 1 14 "6,000 sq km" 6000 6e9 km2
	} >in
	status_is 0 "$PK" --count --only fact in
	[ "$(wc -l <out)" -eq 2 ]
	contains out '"count":2,"docs":["a","b"],"origins":2,"first":"a#1"'
	contains out '"count":1,"docs":["c"],"origins":1,"first":"c#1"'
}

@test "--facts: one fact, one mention, also over runs" {
	{
		sentence a 1 "Riva is flooded today."
		entity a 1 Riva
		sentence b 1 "Nobody sleeps in Riva now."
		entity b 1 Riva
	} >in
	status_is 0 "$PK" --facts in
	[ "$(grep -c '"entity"' out)" -eq 1 ]
	[ "$(kept)" = "a#1 b#1 " ]
	status_is 0 "$PK" --facts -s state in
	sentence c 1 "In Riva the schools are shut." >later
	entity c 1 Riva >>later
	status_is 0 "$PK" --facts -s state later
	[ "$(kept)" = "c#1 " ]
	lacks out '"entity"'
}

@test "--format text shows what was found in the sentences, TSV does not" {
	{
		sentence a 1 "Five miles of the forest were burnt on Monday."
		number a 1 0 Five 5 8046.72 mi ""
		entity a 1 Monday
	} >in
	status_is 0 "$PK" -t text in
	contains out " number "
	contains out " entity "
	status_is 0 "$PK" -t tsv in
	lacks out Monday$'\t'
	status_is 0 "$PK" -t text -n sentence in
	lacks out " number "
}

@test "--state: two runs are as one; --mark names earlier places" {
	story | sed -n '1,5p' >one
	story | sed -n '6,$p' >two
	cat one two | "$PK" >want
	status_is 0 "$PK" -s state one
	mv out got
	status_is 0 "$PK" -s state two
	cat got out | cmp - want
	status_is 0 "$PK" -s state --mark two
	contains out '"dup_of":"a#1"'
}

@test "--state: a file that is not ours, or differs, is left alone" {
	story >in
	echo "my notes" >notes
	cp notes before
	status_is 2 "$PK" -s notes in
	contains err "notes: not a state file of pk"
	empty out
	same notes before
	status_is 0 "$PK" -s state in
	cp state before
	status_is 2 "$PK" -s state --exact in
	contains err "with or without --exact"
	same state before
	status_is 2 "$PK" -s . in
	status_is 2 "$PK" -s none/state in
	printf x | dd of=state bs=1 seek=100 conv=notrunc 2>/dev/null
	cp state before
	status_is 2 "$PK" -s state in
	contains err "damaged"
	same state before
}

@test "--state: an unfinished end is left out, with a note" {
	story >in
	status_is 0 "$PK" -s state in
	cp out want
	# As a run leaves it that was killed: zeros for what was not written.
	head -c 300 state >short
	truncate -s "$(wc -c <state)" short
	status_is 0 "$PK" -s short in
	contains err "are left out"
	same out want
	same short state
	# A file that was cut short is something else.
	head -c 300 state >short
	cp short before
	status_is 2 "$PK" -s short in
	contains err "cut short (byte 56); --recover keeps what is sound"
	same short before
}

@test "--state: of two runs at once one waits" {
	story >in
	"$PK" -s state in >one &
	"$PK" -s state in >two
	wait
	cat one two | sort >both
	{
		"$PK" in
		grep '"doc","pk"' in
	} | sort >want
	same both want
}

@test "--state: what was not written is not remembered" {
	[ -w /dev/full ] || skip "no /dev/full"
	story >in
	run sh -c '"$0" -s state in >/dev/full' "$PK"
	[ "$status" -eq 2 ]
	status_is 0 "$PK" -s state in
	[ "$(kept)" = "a#1 a#2 b#2 " ]
}

@test "articles and plain text are normalized first" {
	printf '%s\n\n%s\n\n%s\n' "$dam" "$bridge" "$dam" >page.txt
	status_is 0 "$PK" page.txt
	[ "$(kept)" = "page.txt#1 page.txt#2 " ]
}

@test "--check and --dump say what a state file holds" {
	story >in
	status_is 0 "$PK" -s state in
	status_is 0 "$PK" -s state --check
	contains out "state: sound"
	contains out "3 sentences"
	contains out "from 2025-11-28 to 2025-11-28"
	status_is 0 "$PK" -s state --dump
	[ "$(wc -l <out)" -eq 3 ]
	contains out '"kind":"sentence","day":"2025-11-28","doc":"b","sent":2,'
	status_is 2 "$PK" -s none --check
	status_is 2 "$PK" --check
	echo "my notes" >notes
	status_is 2 "$PK" -s notes --check
	contains out "not a state file of pk"
	status_is 2 "$PK" -s notes --recover
}

@test "--recover keeps what is sound of a damaged state file" {
	for i in 1 2 3; do
		sentence d$i 1 "Only document number $i says these words here."
	done >in
	for i in 1 2 3; do
		sed -n "${i}p" in | "$PK" -s state >/dev/null
	done
	size=$(wc -c <state)
	printf x | dd of=state bs=1 seek=$((56 + (size - 56) / 2)) \
	    conv=notrunc 2>/dev/null
	cp state before
	status_is 2 "$PK" -s state in
	contains err "--recover keeps what is sound"
	status_is 2 "$PK" -s state --check
	contains out "damaged: a frame"
	same state before
	status_is 0 "$PK" -s state --recover
	status_is 0 "$PK" -s state --check
	contains out "2 sentences"
	status_is 0 "$PK" -s state in
	[ "$(kept)" = "d2#1 " ]
	# The other end: a file that was cut short.
	head -c $((size - 20)) before >state
	status_is 2 "$PK" -s state in
	status_is 0 "$PK" -s state --recover
	status_is 0 "$PK" -s state in
	contains out '"d3"'
}

@test "--dry-run prints what is new and changes nothing" {
	story >in
	status_is 0 "$PK" -s state --dry-run in
	[ "$(kept)" = "a#1 a#2 b#2 " ]
	[ ! -e state ]
	sed -n 1,5p in | "$PK" -s state >/dev/null
	cp state before
	status_is 0 "$PK" -s state --dry-run in
	[ "$(kept)" = "b#2 " ]
	same state before
}

@test "--expire forgets what was not seen for so many days" {
	day() { # day N COMMAND...
		SOURCE_DATE_EPOCH=$((1764288000 + 86400 * $1)) "${@:2}"
	}
	sentence a 1 "$dam" >one
	sentence b 1 "$bridge" >two
	day 0 status_is 0 "$PK" -s state --expire 10 one two
	# The first is seen again, the second is not.
	day 8 status_is 0 "$PK" -s state --expire 10 one
	empty out
	day 15 status_is 0 "$PK" -s state --expire 10 one two
	[ "$(kept)" = "b#1 " ]
	# Without the option nothing is forgotten.
	day 99 status_is 0 "$PK" -s state one two
	empty out
	# Lines, too.
	printf 'x\ny\n' >in
	day 0 status_is 0 "$PK" -l -s lines --expire 10 in
	echo x | day 8 status_is 0 "$PK" -l -s lines --expire 10
	day 15 status_is 0 "$PK" -l -s lines --expire 10 in
	[ "$(cat out)" = y ]
}

@test "--expire: a log that is mostly stale is written anew" {
	seq 20000 | "$PK" -l -s state --expire 5 >/dev/null
	size=$(wc -c <state)
	SOURCE_DATE_EPOCH=$((1764288000 + 86400 * 9))
	echo new >in
	status_is 0 "$PK" -l -s state --expire 5 in
	[ "$(wc -c <state)" -lt $((size / 100)) ]
	status_is 0 "$PK" -s state --check
	contains out "1 keys"
	# What is live stays.
	status_is 0 "$PK" -l -s state --expire 5 in
	empty out
}

@test "--lines: order kept, any bytes, with and without a last line end" {
	printf 'b\na\nb\n\n\377\0x\n\377\0x\na' >in
	status_is 0 "$PK" --lines in
	printf 'b\na\n\n\377\0x\n' | cmp - out
	status_is 0 "$PK" -l -e in
	status_is 1 "$PK" -l -e /dev/null
	printf 'b\nlast' | "$PK" -l >out
	printf 'b\nlast\n' | cmp - out
	printf 'a\nb\0b\0a\nb\0' | "$PK" --zero-terminated >out
	printf 'a\nb\0b\0' | cmp - out
	# Two files, the first without a last line end.
	printf 'a\nb' >one
	printf 'b\nc' >two
	status_is 0 "$PK" -l one two
	printf 'a\nb\nc\n' | cmp - out
	status_is 2 "$PK" -l nowhere one
}

@test "--lines is awk's !seen[\$0]++, also beyond --memory" {
	awk 'BEGIN { for (i = 0; i < 400000; i++)
		print "line " (i * 7919) % 300007 }' >in
	awk '!seen[$0]++' in >want
	status_is 0 "$PK" --lines in
	same out want
	status_is 0 "$PK" --lines --memory 1 in
	same out want
	TMPDIR=/nowhere status_is 2 "$PK" --lines --memory 1 in
	contains err "do not fit into memory"
}

@test "--normalise: what counts" {
	printf '%s\n' "Two men  came." "Two men came." "two MEN came." \
	    "2 men came" >in
	for n in bytes:4 space:3 case:2 words:1; do
		status_is 0 "$PK" -l --normalise "${n%:*}" in
		[ "$(wc -l <out)" -eq "${n#*:}" ]
	done
	status_is 2 "$PK" -l --normalise x in
}

@test "--key: records that agree in fields" {
	cat >in <<-'END'
	{"id":1,"title":"A","url":"u1","n":[1,2]}
	{"id":2,"title":"\u0041","url":"u2","n":[1,2]}
	{"type":"article","doc":"x","title":"B","url":"u1","text":"No."}
	{"id":4}
	{"id":4}
	END
	status_is 0 "$PK" --key title in
	sed 2d in | cmp - out
	status_is 0 "$PK" --key url,title in
	same out in
	status_is 0 "$PK" -k n in
	sed 2d in | cmp - out
	status_is 2 "$PK" -k title, in
	status_is 2 "$PK" -k title --lines in
	status_is 0 "$PK" -k url -s state in
	status_is 0 "$PK" -k url -s state in
	sed -n 4,5p in | cmp - out
	status_is 2 "$PK" -k title -s state in
	status_is 2 "$PK" -l -s state in
	contains err "--key"
}

# PK_KILLS=200 to be thorough.
@test "--state: what is killed has lost nothing and doubles nothing" {
	awk 'BEGIN { for (i = 0; i < 60000; i++)
		print "line " i " of a text that is long enough to last" }' >in
	for ((kills = 0; kills < ${PK_KILLS:-12};)); do
		rm -f state got
		for n in 1 2 3 4 5 6; do
			"$PK" -q -l -s state in >>got &
			sleep "0.0$((RANDOM % 60))"
			kill -9 $! 2>/dev/null && kills=$((kills + 1))
			wait $! 2>/dev/null || true
		done
		status_is 0 "$PK" -q -l -s state in
		cat out >>got
		same got in
		[ ! -e state.journal ]
	done
}

@test "--state: a full disk is an error before output is lost" {
	seq 100000 >in
	for limit in 8 100 400; do # KB: the journal does not fit, or the log
		rm -f state state.journal
		: >got
		(
			trap '' XFSZ
			ulimit -f "$limit"
			run "$PK" -q -l -s state in
			printf '%s\n' "$output" | sed '/^pk-dedupe:/d' |
			    cat >part
			[ "$status" -eq 2 ]
		)
		status_is 0 "$PK" -q -l -s state in
		sed '/^$/d' part | cat - out >got
		same got in
	done
}

@test "--near, --count, --keep and --show-groups of lines and keys" {
	cat >in <<-'END'
	{"id":1,"text":"The old dam above Riva burst at dawn and 40 houses were lost."}
	{"id":2,"text":"Read more: The old dam above Riva burst at dawn and 40 houses were lost."}
	{"id":3,"text":"The old dam above Riva burst at dawn and 60 houses were lost."}
	{"id":4,"text":"THE OLD DAM ABOVE RIVA BURST AT DAWN AND 40 HOUSES WERE LOST"}
	{"title":"no text"}
	END
	status_is 0 "$PK" --key text --near in
	[ "$(wc -l <out)" -eq 3 ]
	status_is 0 "$PK" --key text --near --mark in
	[ "$(grep -c '"dup_of":1}' out)" -eq 2 ]
	status_is 0 "$PK" --key text --near --keep longest --mark in
	[ "$(grep -c '"dup_of":2}' out)" -eq 2 ]
	status_is 0 "$PK" --key text --near --count in
	contains out '"count":3}'
	status_is 0 "$PK" --key text --near --show-groups in
	[ "$(wc -l <out)" -eq 3 ]
	printf '%s\n' a b a "" b a | "$PK" -l --count >out
	printf '%7d %s\n' 3 a 2 b 1 "" | cmp - out
	printf '%s\n' a b c b a | "$PK" -l --show-groups >out
	printf '%s\n' a a "" b b | cmp - out
	# The longer one of two that say the same comes later.
	printf '%s\n' "In Sorla the bridge is gone and the school is shut" \
	    "In Sorla the bridge is gone and the school is shut for good now" \
	    >lines
	status_is 0 "$PK" -l --near --keep longest lines
	contains out "for good now"
	[ "$(wc -l <out)" -eq 1 ]
	status_is 0 "$PK" -l --near -s state lines
	status_is 0 "$PK" -l --near -s state lines
	empty out
	status_is 2 "$PK" -l -s state lines
	for option in "--keep first" --show-groups "--memory 1" --dry-run; do
		# shellcheck disable=SC2086 # the option and its value
		status_is 2 "$PK" $option in
	done
	status_is 2 "$PK" -l --mark lines
	status_is 2 "$PK" -l --keep best lines
}

paper() { # paper NAME SENTENCE...: a document
	local name=$1 i=0
	shift
	doc "$name"
	for s; do
		sentence "$name" $((i += 1)) "$s"
	done
}

@test "--documents: copies and cuts are repeats, updates are versions" {
	school="The school of Sorla will stay shut until the road is mended."
	tents="The mayor has asked for 200 tents and two field kitchens."
	{
		paper a "$dam" "$bridge" "$school" "$tents"
		paper copy "RIVA (North Wire) — $dam" "$school" "$bridge" "$tents"
		paper cut "$dam" "$bridge"
		paper update "${dam/40/60}" "$bridge" "$school" "$tents"
		paper other "Nothing of all this is said in the other paper."
	} >in
	status_is 0 "$PK" --documents in
	[ "$(kept | tr ' ' '\n' | sed 's/#.*//' | uniq | tr '\n' ' ')" = \
	    "a update other " ]
	status_is 0 "$PK" -D --mark -n doc in
	contains out '"doc":"copy","sents":9,"dup_of":"a"}'
	contains out '"doc":"cut","sents":9,"dup_of":"a"}'
	contains out '"doc":"update","sents":9,"version_of":"a"}'
	status_is 0 "$PK" -D --mark in
	sed 's/,"\(dup\|version\)_of":"[^"]*"//' out | cmp - in
	status_is 0 "$PK" -D --show-groups in
	contains out '{"type":"group","doc":"a","docs":["copy","cut"],"versions":["update"]}'
	# Furniture makes no two papers alike.
	{
		doc a
		sentence a 1 "Read our letter every day of the week for free" boilerplate
		sentence a 2 "$dam"
		doc b
		sentence b 1 "Read our letter every day of the week for free" boilerplate
		sentence b 2 "$bridge"
	} >in
	status_is 0 "$PK" -D in
	same out in
}
