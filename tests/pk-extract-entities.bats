#!/usr/bin/env bats
# Options of pk-extract-entities.

setup() {
	load helper
	pk_setup
	PK=$BIN/pk-extract-entities
}

@test "--names: class, canonical name and place of the user win" {
	{
		printf '# our own\n\n'
		printf 'Arta Steel\torg\tArta Steel Works\n'
		printf 'Lower Kesh\tplace\t\t41.25\t44.5\n'
		printf 'Paris\tperson\tParis Okoro\n'
	} >list
	printf 'Arta Steel of Lower Kesh has hired Paris. It was in France.\n' >in
	status_is 0 "$PK" --names list in
	contains out '"text":"Arta Steel","class":"org","name":"Arta Steel Works","rule":"list"}'
	contains out '"text":"Lower Kesh","class":"place","name":"Lower Kesh","lat":41.25,"lon":44.5,"score":1}'
	contains out '"text":"Paris","class":"person","name":"Paris Okoro","rule":"list"}'
	contains out '"name":"France","id":3017382'
}

@test "--names: the user's place lies where the list says, not near another" {
	printf 'Hill 402\tplace\t\t48.5\t37.5\n' >list
	printf 'Troops took Hill 402 near Kramatorsk. Kramatorsk was hit.\n' >in
	status_is 0 "$PK" --names list in
	contains out '"name":"Hill 402","lat":48.5,"lon":37.5,"score":1}'
}

@test "--names: canonical names are names too, and surnames join them" {
	printf 'Bell\tperson\tAda Bell\n' >list
	printf 'Ada Bell spoke. Mr Bell went on. The bell rang.\n' >in
	status_is 0 "$PK" -n entity -N list in
	[ "$(grep -c '"class":"person","name":"Ada Bell"' out)" = 2 ]
	[ "$(wc -l <out)" = 2 ]
}

@test "--names: the longest name, capitals as in the list, hyphens do not count" {
	printf 'ICE\torg\nIce Bay\tplace\nbird flu\tmisc\nAl Nur\torg\n' >list
	printf 'He ate ice in Ice Bay as ICE and AL-NUR spoke of Bird flu.\n' >in
	status_is 0 "$PK" -n entity -N list -t tsv in
	cut -f 6,7 out | tr '\t' '|' >cells
	contains cells 'Ice Bay|place'
	contains cells 'ICE|org'
	contains cells 'AL-NUR|org'
	contains cells 'Bird flu|misc'
	[ "$(wc -l <cells)" = 5 ]
}

@test "--names: a wrong line is told by its number and byte" {
	printf 'a\tperson\nb\tfoe\n' >list
	status_is 2 "$PK" -N list /dev/null
	contains err 'list:2: not a class of pk-records(5) (byte 2)'
	printf 'a\tplace\tb\t91\t0\n' >list
	status_is 2 "$PK" -N list /dev/null
	contains err 'list:1: not a latitude (byte 10)'
	printf 'a\tplace\t\t9\n' >list
	status_is 2 "$PK" -N list /dev/null
	contains err 'latitude or longitude alone'
	printf ' \torg\n' >list
	status_is 2 "$PK" -N list /dev/null
	contains err 'list:1: not a name (byte 0)'
	status_is 2 "$PK" -N none /dev/null
	contains err 'none:'
}

@test "--names: pk-extract and both programs in a row agree" {
	printf 'Arta Steel\torg\tArta Steel Works\n' >list
	printf 'Arta Steel lost 40 jobs on Monday.\n' >in
	"$BIN"/pk-extract -N list in >one
	"$PK" -N list in | "$BIN"/pk-extract-numbers >two
	sort one >one.s
	sort two >two.s
	cmp one.s two.s
}

# Spreadsheets write "CSV UTF-8" with a mark and with CR.
@test "--names: a byte order mark and line ends of Windows" {
	printf '\357\273\277Foo\tperson\r\nBar Baz\torg\r\n' >list
	echo 'Foo met Bar Baz in the town.' >in
	status_is 0 "$PK" --names list -n entity in
	contains out '"text":"Foo","class":"person"'
	contains out '"text":"Bar Baz","class":"org"'
}
