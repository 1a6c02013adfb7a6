#!/usr/bin/env bats
# The five seed articles of ../shared, and the samples, which are always
# there: what must hold of every page, whatever is found in it.

setup() {
	load helper
	pk_setup
	SEEDS=("$SHARED"/seeds/*.txt)
	PAGES=("$ROOT"/samples/*/[0-9]*)
	if [ -f "${SEEDS[0]}" ]; then
		PAGES+=("${SEEDS[@]}")
	fi
}

need_seeds() {
	[ -f "${SEEDS[0]}" ] || skip "no ../shared/seeds here"
}

# Reads the records of one stream and the pages, and checks each place:
# a mention's text is its sentence's bytes [start, end), and a sentence's text
# the page's, where no map says that it was repaired.
places() {
	LC_ALL=C awk '
	function value(s, k,   at) {
		at = index(s, "\"" k "\":")
		if (at == 0)
			return ""
		s = substr(s, at + length(k) + 3)
		if (match(s, /^"([^"\\]|\\.)*"/))
			return substr(s, 2, RLENGTH - 2)
		match(s, /^[0-9]*/)
		return substr(s, 1, RLENGTH)
	}
	function plain(s) {
		gsub(/\\n/, "\n", s)
		gsub(/\\t/, "\t", s)
		gsub(/\\"/, "\"", s)
		gsub(/\\\\/, "\\", s)
		return s
	}
	function page(name,   s, line) {
		while ((getline line < name) > 0)
			s = s line "\n"
		close(name)
		return s
	}
	/^\{"type":"doc"/ {
		doc = plain(value($0, "doc"))
		source = page(doc)
		next
	}
	/^\{"type":"sentence"/ {
		text = plain(value($0, "text"))
		sentences++
		if ($0 ~ /,"map":\[/)
			next
		in_page = substr(source, value($0, "start") + 1,
		    value($0, "end") - value($0, "start"))
		if (in_page != text) {
			print doc ": [" in_page "] is not [" text "]"
			bad++
		}
		next
	}
	/^\{"type":"(entity|number|date)"/ {
		mentions++
		s = value($0, "start") + 0
		e = value($0, "end") + 0
		if (substr(text, s + 1, e - s) != plain(value($0, "text")) ||
		    e <= s) {
			print doc ": " $0
			bad++
		}
	}
	END {
		print mentions " mentions, " sentences " sentences, " \
		    bad + 0 " wrong"
		exit bad > 0 || mentions == 0
	}' "$@"
}

@test "every mention and sentence is the bytes at its place" {
	"$BIN/pk-extract" "${PAGES[@]}" >records
	places records
}

@test "one pass gives the same bytes as the chain of the two" {
	"$BIN/pk-extract" "${PAGES[@]}" >one
	"$BIN/pk-extract-entities" "${PAGES[@]}" | "$BIN/pk-extract-numbers" >chain
	same one chain
	"$BIN/pk-normalize" "${PAGES[@]}" | "$BIN/pk-extract" >stages
	same one stages
	"$BIN/pk-extract" "$ROOT"/samples/*.jsonl >one
	"$BIN/pk-normalize" "$ROOT"/samples/*.jsonl | "$BIN/pk-extract" >stages
	same one stages
}

@test "no mention is made of boilerplate, credits and URLs" {
	"$BIN/pk-extract" "${PAGES[@]}" >records
	awk '
	/^\{"type":"sentence"/ {
		unread = /"role":"(boilerplate|credit|url)"/
		line = $0
		next
	}
	/^\{"type":"(entity|number|date)"/ && unread { print line; print; bad++ }
	END { exit bad > 0 }' records
}

@test "a second run of an extractor adds nothing new to dedupe" {
	"$BIN/pk-extract" "${PAGES[@]}" | "$BIN/pk-dedupe" >once
	"$BIN/pk-dedupe" once >twice
	same once twice
}

@test "seed 004: each repeated paragraph once" {
	need_seeds
	"$BIN/pk-extract" "$SHARED"/seeds/004* | "$BIN/pk-dedupe" >records
	for words in "This comes as Russian forces had already" \
	    "While Kyiv and its allies have accused" \
	    "Meanwhile, Russia was not even able" \
	    "Last week, Syrskyi highlighted" \
	    "Over 110,000 troops have been positioned" \
	    "What does Russia want to prove" \
	    "Syrskyi believes it's more about symbolism"; do
		n=$(grep '^{"type":"sentence"' records | grep -c "$words")
		echo "$n: $words"
		[ "$n" -eq 1 ]
	done
}

@test "seed 004: \"ALSO READ\" is boilerplate, without mentions" {
	need_seeds
	"$BIN/pk-extract" "$SHARED"/seeds/004* >records
	grep '^{"type":"sentence"' records | grep 'ALSO READ' >also
	only_lines also '"role":"boilerplate"'
	[ "$(wc -l <also)" -eq 4 ]
	grep -E '^\{"type":"(entity|number|date)"' records >mentions
	lacks mentions 'Evin|California|"Iran"'
}

@test "glued sentences: a cut at all six places of the seeds" {
	need_seeds
	gold=$SHARED/data/seeds-gold/roles.jsonl
	[ -f "$gold" ] || skip "no $gold here"
	grep '"level": "unit"' "$gold" | grep '"note": "glued' |
	    sed 's/.*"doc": "\([^"]*\)".*"start": \([0-9]*\).*/\1 \2/' >want
	[ "$(wc -l <want)" -eq 6 ]
	cp "${SEEDS[@]}" .
	"$BIN/pk-normalize" -q [0-9]*.txt >records
	while read -r doc start; do
		echo "$doc at $start"
		grep -q "^{\"type\":\"sentence\",\"doc\":\"$doc\".*\"start\":$start," \
		    records
	done <want
}

@test "the samples' records are made of the samples" {
	for story in conflict flood; do
		"$ROOT/samples/records" $story >want
		same want "$ROOT/samples/$story.jsonl"
	done
}

