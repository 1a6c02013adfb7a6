#!/usr/bin/env bats
# Lines that a source repeats: what is learnt in one run and between runs, and
# what is never taken for boilerplate.

setup() {
	load helper
	pk_setup
	PK=$BIN/pk-normalize
}

# Three outlets, six articles each: outlet, name, title, paragraphs.
stories() {
	cat <<-'END'
	The Harbour Courier|h1|Ferry runs aground off Port Ellery|A ferry with 212 people on board ran aground off Port Ellery early on Monday.|Two lifeboats brought everybody ashore, said Maren Oduya of the coast guard.
	The Harbour Courier|h2|Council votes for a new market hall|The council of Port Ellery voted on Tuesday to build a market hall for 14 million crowns.|Work is to begin next spring, said the mayor, Tove Lindqvist.
	The Harbour Courier|h3|Herring catch is the lowest in years|Boats landed 3,100 tonnes of herring last year, a third less than in 2023.|Warm water has driven the shoals north, said Iver Brandt, a biologist.
	The Harbour Courier|h4|Old lighthouse to be a museum|The lighthouse at Skerry Point will open as a museum in June.|Volunteers have restored its lamp, which Carl Aas built in 1887.
	The Harbour Courier|h5|Storm closes the coast road|A storm closed the coast road between Ellery and Vane for six hours on Friday.|Wind of 118 km/h tore roofs from barns near Vane, the road office said.
	The Harbour Courier|h6|Teachers end their strike|Teachers in the Ellery district went back to work on Wednesday after nine days.|Their union, led by Anna Holm, won a rise of 4.5 percent.
	Valley Wire|v1|Bridge at Orne is closed to lorries|Engineers found cracks in two piers of the bridge at Orne on Thursday.|Cars may still cross, said Peter Kallas, who leads the repair.
	Valley Wire|v2|Wolves seen near Upper Tarn|Farmers near Upper Tarn lost 17 sheep to wolves in a week.|The forest office set up cameras, said its head, Jana Sorel.
	Valley Wire|v3|Clinic opens in Ostrin|A clinic with 40 beds opened in Ostrin on Monday, the first in the upper valley.|Patients had to drive to Mora before, a way of 60 kilometres.
	Valley Wire|v4|Snow cuts off three villages|Snow cut off Lenz, Brod and Maar on Saturday night.|Helicopters brought food to 800 people, the army said.
	Valley Wire|v5|Mill fire in Brod|Fire destroyed a paper mill in Brod on Sunday.|All 55 workers got out, said the fire chief, Otto Reim.
	Valley Wire|v6|Tunnel under Mount Sel breaks through|Miners broke through the last metre of the Sel tunnel on Tuesday.|Trains will cross the mountain in 12 minutes from 2028 on, the railway said.
	Northern Gazette|n1|Dam cracks after heavy rain|Inspectors found a crack of four metres in the Karst Dam on Monday.|People in Lower Karst were told to pack, said Governor Ilse Braun.
	Northern Gazette|n2|Thousands leave Lower Karst|Buses took 2,300 people from Lower Karst to schools in Amberg on Tuesday.|Some would not leave their cattle, said Sister Agnes Roth of the relief service.
	Northern Gazette|n3|Engineers drain the Karst reservoir|Engineers opened two of the dam's gates and let 300 cubic metres a second run off.|The level fell by 40 centimetres in a day, said Jonas Veit of the water board.
	Northern Gazette|n4|Parliament asks who knew of the crack|Members of parliament asked on Thursday who had known of the crack.|A report of 2019 had warned of it, said Karin Moll of the opposition.
	Northern Gazette|n5|Families go home to Lower Karst|The first families went home to Lower Karst on Sunday.|The school will open again on Wednesday, said its head, Emil Hart.
	Northern Gazette|n6|Karst Dam to be rebuilt for 90 million|The government will rebuild the Karst Dam for 90 million crowns.|Work will take three years, said the minister for works, Paul Ritter.
	END
}

# One article record for each line of stories: what the outlet has in all of
# its articles stands around the paragraphs.
articles() {
	stories | awk -F'|' '
	BEGIN {
		head["Valley Wire"] = "Valley Wire tells the news of nine towns.\\n\\n"
		tail["The Harbour Courier"] = "\\n\\nThe Harbour Courier belongs to its readers and has stood on Quay Street since 1921.\\n\\nThe desk of the Courier is at desk@courier.example"
		tail["Valley Wire"] = "\\n\\nWith help from the village correspondents"
		middle["Northern Gazette"] = "\\n\\nThe Karst Dam was built in 1962 and holds 80 million cubic metres.\\n\\nNo one was hurt."
		tail["Northern Gazette"] = "\\n\\nMore than 4,000 people live below the dam, half of them in Lower Karst."
	}
	{
		printf "{\"type\":\"article\",\"doc\":\"%s\",\"title\":\"%s\",\"source\":\"%s\",\"text\":\"%s%s%s\\n\\n%s%s\"}\n",
		    $2, $3, $1, head[$1], $4, middle[$1], $5, tail[$1]
	}'
}

# marked FILE: the documents and texts of sentences that are boilerplate.
marked() {
	grep '"role":"boilerplate"' "$1" |
	    sed 's/.*"doc":"\([^"]*\)".*"text":"\(.*\)"}$/\1 \2/'
}

@test "a line is boilerplate from the fourth document of its source on" {
	articles >in
	status_is 0 "$PK" in
	marked out >got
	for n in 4 5 6; do
		cat <<-END
		h$n The Harbour Courier belongs to its readers and has stood on Quay Street since 1921.
		h$n The desk of the Courier is at desk@courier.example
		v$n With help from the village correspondents
		END
	done >want
	# A sentence at the head needs more.
	echo 'v6 Valley Wire tells the news of nine towns.' >>want
	sort -o want want
	sort got >sorted
	same sorted want
	# The Gazette's paragraphs of background, as often as they come, and
	# what is left out of no story, stay.
	[ "$(grep -c '"role":"body".*"text":"No one was hurt\."' out)" -eq 6 ]
	[ "$(grep -c '"role":"body".*half of them in Lower Karst' out)" -eq 6 ]
	status_is 0 "$PK" --no-learn in
	lacks out '"role":"boilerplate"'
}

@test "all programs learn alike" {
	articles >in
	status_is 0 "$PK" in
	"$BIN/pk-extract" out >want
	status_is 0 "$BIN/pk-extract" in
	same out want
	contains out '"type":"entity","doc":"h3","sent":3'
	lacks out '"type":"(entity|number|date)","doc":"h[456]","sent":3'
}

@test "without a known source nothing is learnt; a host is one" {
	articles | sed 's/"source":"[^"]*",//' >in
	status_is 0 "$PK" in
	lacks out '"role":"boilerplate"'
	articles | awk '{
		sub(/"source":"The Harbour Courier"/,
		    "\"url\":\"https://www.courier.example/news/" NR "\"")
		sub(/"source":"Valley Wire"/,
		    "\"url\":\"https://courier.example:8080/" NR "?a\"")
		print
	}' >in
	status_is 0 "$PK" in
	[ "$(marked out | grep -c '^h.*desk@')" -eq 3 ]
	[ "$(marked out | grep -c '^v.*village corr')" -eq 3 ]
}

@test "a version of an article teaches nothing, and loses nothing" {
	# Each version has a paragraph more, and a new title.
	for i in 1 2 3 4 5 6; do
		printf '{"type":"article","doc":"%d","source":"S","title":"Fire, part %d",' $i $i
		printf '"text":"A fire broke out in the old mill of Brod on Sunday.\\n\\n'
		printf 'All 55 workers got out, the fire chief Otto Reim said.\\n\\n'
		for ((k = 1; k < i; k++)); do
			printf 'At %d in the evening the fire brigade of town %d came to help.\\n\\n' $k $k
		done
		printf 'Call the mayor if you have seen something\\n\\n'
		printf 'The cause is not known."}\n'
	done >in
	status_is 0 "$PK" in
	lacks out '"role":"boilerplate"'
	# A crawl that is read once more is marked as at the first time.
	articles >in
	cat in in in >thrice
	status_is 0 "$PK" thrice
	[ "$(marked out | grep -c 'No one was hurt')" -eq 0 ]
	[ "$(marked out | grep -c 'desk@')" -eq 15 ]
}

@test "headings, list items, quotations and questions stay" {
	stories | awk -F'|' '{
		printf "{\"type\":\"article\",\"doc\":\"%s\",\"source\":\"S\",\"text\":\"%s\\n\\n%s\\n\\nWhat we know\\n\\n%s\\n\\n- fresh water\\n- bread\\n- blankets\\n\\nWhat should be done first?\\n\\n%s He told us more.\\n\\n\\\"We will stay here.\\\"\"}\n",
		    $2, $3, $4, $5, $4
	}' >in
	status_is 0 "$PK" in
	lacks out '"role":"boilerplate"'
}

@test "sentences that every second document has at its ends stay" {
	stories | awk -F'|' '{
		head = NR % 2 ? "The Mayor of Brod met the council.\\n\\n" : ""
		tail = NR % 2 ? "No one was hurt." : "How would you decide?"
		printf "{\"type\":\"article\",\"doc\":\"%s\",\"source\":\"The Mayor of Brod\",\"text\":\"%s%s\\n\\n%s\\n\\n%s\"}\n",
		    $2, head, $4, $5, tail
	}' >in
	status_is 0 "$PK" in
	lacks out '"role":"boilerplate"'
}

@test "of a long document both ends are looked at" {
	for doc in 1 2 3 4; do
		printf '{"type":"article","doc":"%d","source":"S","text":"' $doc
		for ((i = 0; i < 200; i++)); do
			printf 'Ship %d brought %d sacks of Kenyan coffee.\\n\\n' $i $doc
			[ $i -ne 100 ] || printf 'The night desk is at night@courier.example\\n\\n'
			[ $i -ne 190 ] || printf 'The desk of the Courier is at desk@courier.example\\n\\n'
		done
		printf 'The harbour was quiet on day %d."}\n' $doc
	done >in
	status_is 0 "$PK" in
	[ "$(marked out)" = "4 The desk of the Courier is at desk@courier.example" ]
}

@test "pages of one host teach their furniture" {
	mkdir pages
	stories | grep '^Valley' | while IFS='|' read -r _ doc title one two; do
		cat >"pages/$doc.html" <<-END
		<html><head><title>$title</title>
		<link rel="canonical" href="https://valley.example/$doc"></head>
		<body><article><h1>$title</h1><p>$one</p><p>$two</p>
		<p>With help from the village correspondents</p></article></body></html>
		END
	done
	status_is 0 "$PK" pages/*.html
	[ "$(marked out | grep -c 'village correspondents')" -eq 3 ]
}

@test "--state: two runs are as one" {
	articles >in
	status_is 0 "$PK" in
	mv out want
	for n in 5 11 18; do
		sed -n "$((n < 11 ? 1 : n < 18 ? 6 : 12)),${n}p" in >part
		status_is 0 "$PK" -s state part
		cat out >>got
	done
	same got want
	# What was read is known from the first document on.
	status_is 0 "$PK" -s state in
	[ "$(marked out | grep -c 'desk@')" -eq 6 ]
}

@test "--state: a file that is not ours is left alone" {
	articles >in
	echo "my notes" >notes
	cp notes before
	status_is 2 "$PK" -s notes in
	contains err "notes: not a state file of pk"
	empty out
	same notes before
	"$BIN/pk-dedupe" -s other in >/dev/null
	cp other before
	status_is 2 "$PK" -s other in
	contains err "other: the state of another program of pk (byte 0)"
	same other before
	status_is 0 "$PK" -s state in
	status_is 2 "$BIN/pk-dedupe" -s state in
	contains err "state: the state of another program of pk"
	status_is 2 "$PK" -s . in
	status_is 2 "$PK" -s none/state in
	status_is 2 "$PK" --no-learn -s state in
}

@test "--state: damage is reported with its place, an unfinished end left out" {
	articles >in
	status_is 0 "$PK" -s state in
	cp state whole
	printf x | dd of=state bs=1 seek=100 conv=notrunc 2>/dev/null
	cp state before
	status_is 2 "$PK" -s state in
	contains err "state: damaged: a frame (byte 56)"
	empty out
	same state before
	head -c "$(($(wc -c <whole) - 9))" whole >state
	truncate -s "$(wc -c <whole)" state # zeros: what was not written
	status_is 0 "$PK" -s state in
	contains err "are left out"
	same state whole
}

@test "--state: of two runs at once one waits" {
	articles >in
	"$PK" -s state in >one &
	"$PK" -s state in >two
	wait
	"$PK" -s apart in >want
	"$PK" -s apart in >>want
	sort one two >got
	sort want | cmp - got
}

@test "--state: one program of a pipeline does not wait for another" {
	articles >in
	"$PK" -s state in >out
	for ((i = 0; i < 200; i++)); do cat in; done >long
	# shellcheck disable=SC2016 # the inner shell expands it
	status_is 2 timeout 60 sh -c '"$0/pk-normalize" -s state long |
	    "$0/pk-dedupe" -s state' "$BIN"
	contains err "another program of pk"
}

@test "--state: what was not written is not remembered" {
	[ -w /dev/full ] || skip "no /dev/full"
	articles >in
	run sh -c '"$0" -s state in >/dev/full' "$PK"
	[ "$status" -eq 2 ]
	status_is 0 "$PK" -s state in
	mv out got
	status_is 0 "$PK" in
	same got out
}

@test "--state: a run that is killed leaves what can be read" {
	articles >in
	status_is 0 "$PK" -s state in
	cp state before
	mkfifo pipe
	"$PK" -s state pipe >out &
	pid=$!
	exec 7>pipe # stays open, so that the run waits for more
	cat in >&7
	for ((i = 0; i < 100; i++)); do
		[ "$(grep -c '"type":"doc"' out)" -lt 18 ] || break
		sleep 0.1
	done
	kill -9 "$pid"
	wait "$pid" || :
	exec 7>&-
	same state before
	status_is 0 "$PK" -s state in
	[ "$(marked out | grep -c 'desk@')" -eq 6 ]
}

@test "--state: a file that cannot grow is an error before the output" {
	articles >in
	run sh -c 'trap "" XFSZ; ulimit -f 0; exec "$0" -s state in 2>&1' "$PK"
	echo "$output"
	[ "$status" -eq 2 ]
	[ "$output" = "pk-normalize: state: File too large" ]
}

@test "--state: a log that says little is written anew" {
	# 3,000 documents, 4,000 times the same few lines.
	awk 'BEGIN {
		for (i = 0; i < 3000; i++)
			printf "{\"type\":\"article\",\"doc\":\"%d\",\"source\":\"S\",\"text\":\"Ship %d came into the harbour with %d sacks of Kenyan coffee.\\n\\nMail us at desk@courier.example\"}\n", i, i, i * 7
	}' >in
	status_is 0 "$PK" -s state in
	[ "$(wc -c <state)" -lt 20000 ]
	sed -n '$p' in | sed 's/coffee/tea/' >last
	status_is 0 "$PK" -s state last
	contains out '"role":"boilerplate"'
}
