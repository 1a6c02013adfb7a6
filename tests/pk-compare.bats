#!/usr/bin/env bats
# pk-compare: what is brought together, what is kept apart, and the verdict.

setup() {
	load helper
	pk_setup
	PK=$BIN/pk-compare
}

# article DOC TEXT [PUBLISHED [SOURCE]]: a report on one dam, and TEXT.
article() {
	local about="The dam above Maribor burst. Slovenia sent engineers to the dam. The river Drava flooded fields."
	[ "$1" != b ] ||
	    about="Near Maribor in Slovenia the Drava broke a dam. Its engineers are at work. Fields by the river were flooded."
	printf '{"type":"article","doc":"%s","source":"%s","published":"%s",' \
	    "$1" "${4:-The $1 Post}" "${3:-2026-03-05}"
	printf '"text":"%s\\n\\n%s"}\n' "$about" "$2"
}

# told: for each topic of the articles on standard input, a line of its type
# and its values.
told() {
	"$BIN/pk-extract" | "$PK" -n agreement,compatible,conflict,development |
	    sed 's/^{"type":"\([a-z]*\)".*"values":\[\([^]]*\)\].*/\1 \2/' >got
	cat got
}

# is TEXT...: each a line of told, and there are no others.
is() {
	: >want
	[ $# -eq 0 ] || printf '%s\n' "$@" | sort >want
	sort got >sorted
	same want sorted
}

@test "agreement: other words, other units, about" {
	{
		article a "At least 17 people were killed. The lake covers 40 km2."
		article b "The flood killed more than 17 people. The lake covers about 15.4 square miles."
	} | told
	contains got 'agreement ">17",">17"'
	contains got 'agreement "40 km2","~15.4 mi2"'
	lacks got conflict
}

@test "compatible: both may be right" {
	{
		article a "More than 1,000 houses were flooded in Maribor."
		article b "The water flooded 1,200 houses in Maribor."
	} | told
	is 'compatible ">1000","1200"'
}

@test "conflict: not both; vague amounts are ranges" {
	{
		article a "Some 2,000 people were evacuated from Maribor."
		article b "Tens of thousands of people were evacuated from Maribor."
	} | told
	is 'conflict "~2000","20000..99999"'
	{
		article a "About 100,000 people were evacuated from Maribor."
		article b "Over 110,000 people were evacuated from Maribor."
	} | told
	is 'conflict "~100000",">110000"'
}

@test "development: other days, or what it was before" {
	{
		article a "By Monday 12 people were missing."
		article b "By Wednesday 9 people were missing."
	} | told
	is 'development "12","9"'
	{
		article a "In Maribor 500 households were without electricity."
		article b "In Maribor 300 households were without electricity, down from 500."
	} | told
	is 'development "500","300"'
}

@test "other days of publication alone do not separate" {
	{
		article a "In Maribor 12 people were killed." 2026-03-04
		article b "In Maribor 19 people were killed." 2026-03-09
	} | told
	is 'conflict "12","19"'
}

@test "kept apart: states, parts, forecasts, places, sides, stretches of time" {
	{
		article a "In Maribor 12 people were killed."
		article b "In Maribor 19 people were wounded."
	} | told
	is
	{
		article a "In Maribor 12 people were killed."
		article b "Another 19 people were killed in Maribor."
	} | told
	is
	{
		article a "The repairs cost 12 million euros."
		article b "The repairs could cost 19 million euros."
	} | told
	is
	{
		article a "In Ptuj 12 people were killed."
		article b "In Celje 19 people were killed."
	} | told
	is
	{
		article a "Some 300 Austrian soldiers came to Maribor."
		article b "Some 500 Hungarian soldiers came to Maribor."
	} | told
	is
	{
		article a "In Maribor 64 houses were flooded in the past 24 hours."
		article b "In Maribor 95 houses were flooded."
	} | told
	is
}

@test "one publisher is not held against himself" {
	{
		article a "In Maribor 12 people were killed." 2026-03-04 Post
		article b "In Maribor 19 people were killed." 2026-03-05 Post
	} | told
	is
}

@test "two stories are not compared" {
	{
		article a "In Maribor 12 people were killed."
		printf '{"type":"article","doc":"b","text":"A train left the rails'
		printf ' near Lahore. Pakistan has old rails. The train was'
		printf ' full. 19 people were killed."}\n'
	} | told
	is
}

@test "copies of one text have one origin" {
	copied="Rescuers from four countries found 12 people dead in the mud near Maribor on Monday, the ministry said."
	{
		article a "$copied"
		article b "$copied"
	} >in
	"$BIN/pk-extract" in | "$PK" -n agreement >out
	contains out '"values":["12","12"]'
	contains out '"origins":1'
	{
		article a "In Maribor 12 people were killed."
		article b "Killed in Maribor were 12 people, it is said."
	} >in
	"$BIN/pk-extract" in | "$PK" -n agreement >out
	contains out '"origins":2'
}

@test "who denies a figure is in conflict with those who give it" {
	{
		article a "In Maribor 30 people were killed."
		article b "In Maribor 30 people were killed, she denied."
	} >in
	"$BIN/pk-extract" in >records
	grep -q '"doc":"b","sent":4' records
	sed 's/^\({"type":"sentence","doc":"b","sent":4.*\)$/\1\
{"type":"claim","doc":"b","sent":4,"start":0,"end":34,"text":"x","speaker":"Ana Blum","cue":"denied","kind":"indirect","via":"CNN","stance":"denied"}/' \
	    records >in
	status_is 0 "$PK" -n conflict in
	contains out '"values":["30","30"]'
	contains out '"speakers":["","Ana Blum, via CNN"]'
}

# denied CLAIM DENIAL [PUBLISHED]: the conflicts of claims of two articles.
denied() {
	{
		article a "$1"
		article b "$2" "${3:-2026-03-05}"
	} | "$BIN/pk-extract" | "$BIN/pk-extract-claims" |
	    "$PK" -n conflict |
	    sed -n 's/.*"quantity":"claim","values":\[\([^]]*\)\].*/\1/p' >got
	cat got
}

@test "what one claims, another denies in other words" {
	denied "Slovenia said that its army had seized the town of Ptuj." \
	    "The rebels of the Drava Front denied that Ptuj had fallen to the army."
	grep -q '"said","denied"' got
	denied "Ana Blum accused the company of burning the archive in Maribor." \
	    "Karl Novak denied that his men had set fire to the archive."
	grep -q '"accused","denied"' got
	# Who rejects "the claim" rejects what was claimed before it.
	denied "Ivan Horvat said that the mayor had bribed two inspectors of the dam." \
	    "Petra Zupan said that the mayor bribed the inspectors. The mayor rejected the claim."
	grep -q 'rejected' got
}

@test "no denial: other acts, places, doers, the same party, negations, plans" {
	local said="Slovenia said that its army had seized the town of Ptuj."
	denied "$said" "The Drava Front denied that it had bombed the town of Ptuj."
	[ ! -s got ]
	denied "$said" "The Drava Front denied that Celje had fallen to the army."
	[ ! -s got ]
	denied "$said" "Slovenia denied that its army had seized the town of Ptuj."
	[ ! -s got ]
	denied "Slovenia said that its army had not seized the town of Ptuj." \
	    "The Drava Front denied that Ptuj had fallen to the army."
	[ ! -s got ]
	denied "Slovenia said that its army would seize the town of Ptuj." \
	    "The Drava Front denied that Ptuj had fallen to the army."
	[ ! -s got ]
	# What is no claim is not denied: an offer, a plan.
	denied "$said" "The Drava Front rejected an offer to seize the town of Ptuj."
	[ ! -s got ]
	# Weeks later it is another claim.
	denied "$said" \
	    "The Drava Front denied that Ptuj had fallen to the army." 2026-05-05
	[ ! -s got ]
}

@test "the day of an act that is done but once" {
	{
		article a "Janez Kos visited Ptuj on Monday."
		article b "Janez Kos toured Ptuj on Sunday."
	} | told
	is 'conflict "2026-03-02","2026-03-01"'
	{
		article a "Janez Kos resigned on Monday."
		article b "Janez Kos quit on Monday, they said."
	} | told
	is 'agreement "2026-03-02","2026-03-02"'
	# Other people, places and acts; what is planned; what is done often.
	{
		article a "Janez Kos visited Ptuj on Monday."
		article b "Janez Kos visited Celje on Sunday."
	} | told
	is
	{
		article a "Janez Kos visited Ptuj on Monday."
		article b "Maja Bregar visited Ptuj on Sunday."
	} | told
	is
	{
		article a "Janez Kos visited Ptuj on Monday."
		article b "Janez Kos will visit Ptuj on Friday."
	} | told
	is
	{
		article a "Janez Kos attacked Ptuj on Monday."
		article b "Janez Kos attacked Ptuj on Sunday."
	} | told
	is
}

@test "the same words between quotation marks" {
	{
		article a 'It was called “the gate to the valley” by all.'
		article b 'The dam, “the gate to the valley”, is lost.'
	} >in
	"$BIN/pk-extract" in | "$PK" -n agreement >out
	contains out '"quantity":"quotation"'
	contains out '"cites":["a#4","b#4"]'
}

@test "the record: keys in order, places side by side" {
	{
		article a "In Maribor 12 people were killed."
		article b "In Maribor 19 people were killed."
	} >in
	"$BIN/pk-extract" in | "$PK" -n conflict >out
	sed 's/"weight":[0-9.]*/"weight":W/' out >got
	cat >want <<-'END'
	{"type":"conflict","about":"people killed, Maribor","quantity":"count","values":["12","19"],"docs":["a","b"],"origins":2,"cites":["a#4","b#4"],"starts":[11,11],"ends":[13,13],"texts":["12","19"],"weight":W}
	END
	same want got
}

@test "all records are passed on, and the topics come last" {
	"$BIN/pk-extract" "$ROOT/samples/flood.jsonl" >in
	status_is 0 "$PK" in
	head -n "$(wc -l <in)" out >kept
	same in kept
	tail -n +"$(($(wc -l <in) + 1))" out >rest
	only_lines rest '^{"type":"(agreement|compatible|conflict|development)"'
}

@test "--most, --only, -e" {
	"$BIN/pk-extract" "$ROOT/samples/flood.jsonl" >in
	status_is 0 "$PK" -N 2 -n agreement,conflict in
	[ "$(wc -l <out)" -eq 2 ]
	status_is 2 "$PK" -N 0 in
	status_is 1 "$PK" -e /dev/null
	status_is 0 "$PK" -e -n agreement in
}

@test "text: a list for people; TSV: a table" {
	"$BIN/pk-extract" "$ROOT/samples/conflict.jsonl" >in
	COLUMNS=60 status_is 0 "$PK" -t text in
	contains out "CONFLICT: civilian deaths, Tolvany ("
	contains out "Sources:"
	lacks out '^.{70}'
	status_is 0 "$PK" -t tsv -n conflict in
	head -n 1 out | grep -q "^type	about	quantity	values	docs	"
	awk -F '\t' 'NR == 1 { n = NF } NF != n { exit 1 }' out
	status_is 0 "$PK" -t text /dev/null
	[ ! -s out ]
}

@test "no documents, one, captions only, no doc record, records out of order" {
	status_is 0 "$PK" /dev/null
	[ ! -s out ]
	article a "In Maribor 12 people were killed." | "$BIN/pk-extract" >in
	status_is 0 "$PK" -n conflict,agreement in
	[ ! -s out ]
	sed 's/"role":"body"/"role":"caption"/' in >captions
	status_is 0 "$PK" captions
	grep -v '"type":"doc"' in >headless
	status_is 0 "$PK" headless
	{
		article a "In Maribor 12 people were killed."
		article b "In Maribor 19 people were killed."
	} | "$BIN/pk-extract" >in
	"$PK" -n conflict in >want
	# Within a document any order will do.
	{
		grep '"doc":"a"' in | sort -r
		grep '"doc":"b"' in | sort
	} >mixed
	status_is 0 "$PK" -n conflict mixed
	same want out
	# Over documents it is read as far as it goes.
	sort -r in >mixed
	status_is 0 "$PK" mixed
	grep -v '"type":"sentence"' in >bare
	status_is 0 "$PK" bare
}

@test "many documents of one story: time is linear" {
	story() { # story N: N documents
		for ((i = 0; i < $1; i++)); do
			article "d$i" "In Maribor $((i % 50 + 10)) people were killed and $((i % 7 + 2)) boats sank."
		done
	}
	cpu() {
		local TIMEFORMAT='%U'
		{ time "$PK" -n conflict "$1" >/dev/null; } 2>&1 |
		    awk '{ printf "%d\n", $1 * 1000 }'
	}
	story 1500 | "$BIN/pk-extract" >small
	story 6000 | "$BIN/pk-extract" >large
	a=$(cpu small) b=$(cpu large)
	echo "small $a ms, large $b ms"
	[ "$b" -lt $((a * 8 + 200)) ]
}

# Two texts on standard input are both "-"; a mention that ends behind its
# sentence takes no others with it.
@test "a name that two documents share; a mention behind the text" {
	cat >two <<-'END'
	{"type":"doc","pk":1,"doc":"-","sents":1}
	{"type":"sentence","doc":"-","sent":1,"text":"The flood in Maribor killed some people there."}
	{"type":"doc","pk":1,"doc":"-","sents":1}
	{"type":"sentence","doc":"-","sent":1,"text":"In Maribor 300 homes were lost, and 12 bridges."}
	{"type":"number","doc":"-","sent":1,"start":11,"end":14,"text":"300","value":300,"quantity":"count","what":"homes"}
	{"type":"entity","doc":"-","sent":1,"start":11,"end":999,"text":"X","class":"org","name":"X"}
	{"type":"number","doc":"-","sent":1,"start":36,"end":38,"text":"12","value":12,"quantity":"count","what":"bridges"}
	{"type":"doc","pk":1,"doc":"b","sents":1}
	{"type":"sentence","doc":"b","sent":1,"text":"Officials at Maribor say 300 homes and 12 bridges are gone."}
	{"type":"number","doc":"b","sent":1,"start":25,"end":28,"text":"300","value":300,"quantity":"count","what":"homes"}
	{"type":"number","doc":"b","sent":1,"start":39,"end":41,"text":"12","value":12,"quantity":"count","what":"bridges"}
	END
	"$PK" -n agreement two >out
	contains out '"values":["300","300"]'
	contains out '"values":["12","12"]'
}

# The sanitizers look at it, too (make san).
@test "sentences without any mention" {
	for doc in a b; do
		printf '{"type":"doc","pk":1,"doc":"%s","sents":1}\n' $doc
		printf '{"type":"sentence","doc":"%s","sent":1,"text":"%s"}\n' \
		    $doc "It rained on the hills."
	done >bare
	status_is 0 "$PK" bare
	same out bare
}
