#!/usr/bin/env bats
# tools/offsets: places of sentences against their source; tools/visible: the
# text of pages against a parser by the standard.

setup() {
	load helper
	pk_setup
	command -v python3 >/dev/null || skip "no python3 here"
	PAGE=$TMP/p.html
	cat >"$PAGE" <<-'EOF'
		<meta charset=utf-8><title>T</title><p>A <b>bold</b> claim
		&amp; more: caf&eacute;, &quot;so&quot;, Kin&shy;der, t&#8211;t.</p>
		<pre>a  b</pre><p>An exam-<br>ple of a 1&nbsp;000 ‘quote’ — e&#769;.
	EOF
}

@test "each sentence of a page, of records and of samples is at its place" {
	printf '{"type":"article","doc":"a","text":"It was.  Then &amp; now."}\n' \
	    >a
	"$BIN/pk-normalize" -q "$PAGE" a "$ROOT"/samples/*/[0-9]* |
	    { run "$ROOT/tools/offsets" -v - a
	    echo "$output"
	    [ "$status" -eq 0 ]
	    [[ ${lines[-1]} == *" right, 0 wrong" ]]; }
}

@test "so it is in other charsets" {
	for cs in windows-1252 UTF-16LE UTF-16; do
		sed "s/=utf-8/=$cs/" "$PAGE" |
		    iconv -f utf-8 -t "$cs" >page
		"$BIN/pk-normalize" -q page |
		    { run "$ROOT/tools/offsets" -v -
		    echo "$output"
		    [[ ${lines[-1]} == *" right, 0 wrong" ]]; }
	done
}

@test "a place that is a byte aside is wrong" {
	printf '<p>A <b>bold</b> one.</p>' >p
	said='{"type":"sentence","doc":"p","role":"body","start":3,"end":'
	text='"text":"A bold one."'
	printf '%s\n' "${said}21,$text,\"map\":[0,3,2,8,6,16]}" >right
	printf '%s\n' "${said}21,$text}" "${said}20,$text,\"map\":[0,3,2,8,6,16]}" \
	    "${said}21,$text,\"map\":[0,3,2,8,6,17]}" \
	    "${said}21,$text,\"map\":[0,3,2,9,6,16]}" >wrong
	run "$ROOT/tools/offsets" right
	[ "$status" -eq 0 ]
	[ "$output" = "1 right, 0 wrong" ]
	run "$ROOT/tools/offsets" wrong
	echo "$output"
	[ "$status" -eq 1 ]
	[ "$output" = "0 right, 4 wrong" ]
}

@test "all that a page shows is kept" {
	run "$ROOT/tools/visible" -v "$PAGE"
	[ "$status" -ne 77 ] || skip "no selectolax here"
	echo "$output"
	[[ ${lines[-1]} == *" the same, 0 missing, 0 too many" ]]
}
