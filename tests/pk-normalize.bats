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
