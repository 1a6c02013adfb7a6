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
