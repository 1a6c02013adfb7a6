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
