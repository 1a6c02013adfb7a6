#!/usr/bin/env bats
# Options of pk-normalize.

setup() {
	load helper
	pk_setup
	PK=$BIN/pk-normalize
}

@test "--raw repairs nothing" {
	printf 'The envoy of the king  left\nit for good &amp; said: caf\303\203\302\251.\n' >in
	status_is 0 "$PK" --raw in
	contains out '"text":"The envoy of the king  left\nit for good &amp; said: cafÃ©."'
	status_is 0 "$PK" in
	contains out '"text":"The envoy of the king left it for good & said: café."'
}

@test "--raw: text is what the source says" {
	printf 'caf\351 \223yes\224, he said.\n' >in
	status_is 0 "$PK" -q -r in
	contains out '"text":"café “yes”, he said."'
}

@test "a text without stops takes linear time" {
	# Each is 3 MB of what ends a sentence without a stop (seam.h).
	for unit in 'Ann Roe 02/13/2001 08:02 PM ' '5551234567 Fax: A' \
	    'It works :) ' 'http://example A ' '“No! '; do
		yes "$unit" | tr -d '\n' | head -c 3000000 >in
		status_is 0 timeout 20 "$PK" -q --lang en -n doc in
	done
}

# 17 MB of short paragraphs in 125 MB of address space (the sanitizers need
# more): the text, two lists of blocks, and the cuts.
@test "a text of many paragraphs takes a few times its size" {
	if grep -q __asan_init "$PK"; then
		skip "built with a sanitizer"
	fi
	awk 'BEGIN { for (i = 0; i < 400000; i++)
		print "The mayor of the town said it was closed.\n" }' >many
	# shellcheck disable=SC2016 # the inner shell expands it
	status_is 0 sh -c 'ulimit -v 125000 && exec "$0" many' "$PK"
	[ "$(wc -l <out)" = 400001 ]
}

@test "mail that is quoted: sentences run on over the marks" {
	printf '%s\n' 'I do not think so.' '' \
	    '> We should not have hired it at all. The old pump could have been' \
	    '> mended for 300 euros, and the firm in Lindau offered to do it' \
	    '> within a week.' '>' \
	    '> > The committee decided by seven to two.' >in
	status_is 0 "$PK" in
	contains out '"text":"The old pump could have been mended for 300 euros, and the firm in Lindau offered to do it within a week."'
	contains out '"text":"The committee decided by seven to two."'
}

@test "mail: a signature is the sender's furniture" {
	printf '%s\n' 'The pump is broken again, and nobody wants to pay for a new one.' \
	    '' '-- ' 'Anna Lund' 'Sorrel Lane Residents' >in
	status_is 0 "$PK" in
	contains out '"role":"boilerplate","start":66,"end":68,"text":"--"'
	contains out '"role":"boilerplate","start":70,"end":79,"text":"Anna Lund"'
}
