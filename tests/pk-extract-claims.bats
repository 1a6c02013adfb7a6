#!/usr/bin/env bats
# pk-extract-claims as a program; what it finds is in tests/claim/*.case.

setup() {
	load helper
	pk_setup
	PK=$BIN/pk-extract-claims
}

@test "claims stand behind the mentions of their sentence" {
	printf 'Ms Ann Bell said 300 homes in Leeds were dry. Rain fell.\n' >in
	"$BIN/pk-extract" in >records
	status_is 0 "$PK" records
	sed 's/.*"type":"\([a-z]*\)".*/\1/' out >types
	[ "$(tr '\n' ' ' <types)" = \
	    "doc sentence number entity entity claim sentence " ]
	contains out '"speaker":"Ann Bell","cue":"said","kind":"indirect"}'
}

@test "the same claims whether names were found before or not" {
	cat "$ROOT"/samples/*/*.txt >in
	"$PK" -n claim in >alone
	"$BIN/pk-extract" in | "$PK" -n claim >behind
	[ -s alone ]
	cmp alone behind
}

@test "a second run adds nothing" {
	"$PK" "$ROOT"/samples/flood/*.txt >once
	status_is 0 "$PK" once
	cmp once out
}

@test "every claim's text is the bytes at its place" {
	command -v python3 >/dev/null || skip "no python3 here"
	"$PK" "$ROOT"/samples/*/*.txt "$ROOT"/samples/*/*.html >records
	status_is 0 python3 - records <<-'EOF'
		import json, sys
		sents, n = {}, 0
		for line in open(sys.argv[1], encoding="utf-8"):
		    r = json.loads(line)
		    if r["type"] == "sentence":
		        text = r["text"].encode()
		    elif r["type"] == "claim":
		        n += 1
		        assert text[r["start"]:r["end"]].decode() == r["text"], r
		        assert r["kind"] in ("direct", "indirect", "mixed"), r
		        assert r.get("to", r["sent"] + 1) > r["sent"], r
		assert n > 50, n
	EOF
}

@test "sentences without a doc record, out of order, entities elsewhere" {
	printf '%s\n' \
	    '{"type":"entity","doc":"a","sent":9,"start":0,"end":3,"text":"Bob","class":"person","name":"Bob"}' \
	    '{"type":"sentence","doc":"a","sent":2,"text":"He said it was late."}' \
	    '{"type":"entity","doc":"a","sent":2,"start":5,"end":900,"text":"x","class":"person","name":"x"}' \
	    '{"type":"entity","doc":"a","sent":2,"start":9,"end":2,"text":"x","class":"person","name":"x"}' \
	    '{"type":"sentence","doc":"b","sent":1,"text":"“Yes, we did it,” said Bob Smith."}' \
	    '{"type":"sentence","doc":"a","sent":1,"text":"No."}' >in
	status_is 0 "$PK" in
	[ "$(grep -c '"type":"claim"' out)" -eq 2 ]
	grep -v '"type":"claim"' out | cmp - in
}

@test "time grows with the length, not its square" {
	awk 'BEGIN {
		printf "{\"type\":\"sentence\",\"doc\":\"a\",\"sent\":1,\"text\":\""
		for (i = 0; i < 60000; i++)
			printf "he said that, \\\"and, as reported by, "
		print "\"}"
		for (s = 2; s < 3000; s++) {
			printf "{\"type\":\"sentence\",\"doc\":\"b\",\"sent\":%d,", s
			print "\"text\":\"“He said the man said it, said Bob.\"}"
		}
		printf "{\"type\":\"doc\",\"doc\":\"c\"}\n"
		for (s = 2; s < 20000; s++) {
			printf "{\"type\":\"sentence\",\"doc\":\"c\",\"sent\":%d,", s
			print "\"text\":\"He said “no, he said, as quoted by Bob”\"}"
		}
	}' >in
	status_is 0 timeout 20 "$PK" in
}
