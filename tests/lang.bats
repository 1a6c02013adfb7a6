#!/usr/bin/env bats
# Languages, and a user's own patterns of where a sentence ends.

setup() {
	load helper
	pk_setup
	PK=$BIN/pk-normalize
}

german() {
	echo 'Der Präsident sagte am 3. Mai, dass die Regierung nicht zurücktreten werde. Prof. Roth sprach mit der Presse. Er war nicht der Meinung, dass es noch eine Frage ist.'
}

english() {
	echo 'The president said on Monday that the government would not resign. It was not the first time that he had said so, and it will not be the last.'
}

# texts: the sentences in file out.
texts() {
	sed -n 's/.*"text":"\(.*\)"}$/\1/p' out
}

@test "the language is found" {
	german >de
	english >en
	echo 'Kyiv, Berlin, Roth, Blum' >none
	echo 'Президент сказал, что это не так. Он был в России.' >ru
	echo '大統領は月曜日に辞任しないと述べました。' >ja
	status_is 0 "$PK" -n doc de en none ru ja
	contains out '"doc":"de","lang":"de"'
	contains out '"lang":"de"'
	contains out '"lang":"en"'
	contains out '"lang":"ru"'
	contains out '"lang":"ja"'
	[ "$(grep -c '"lang"' out)" -eq 4 ]
	[ "$(cat err)" = "pk-normalize: de:1: is in de, not in English: cut plainly (said once)" ]
	status_is 0 "$PK" -q de
	empty err
}

# The Spanish "general", the Slovenian "ti", "to" and "co" of addresses.
@test "names, addresses and a word said again are no language" {
	{
		echo 'Congress chose Major General Artemas Ward, Adjutant General Horatio Gates, Major General Charles Lee, Major General Philip Schuyler.'
		echo
		echo 'The whole morning non stop ti ti ti ti ti ti ti ti'
		echo
		echo 'RT @to_do: Habs beat Lightning 4-3 http://t.co/9xb.to http://t.co/k.co me@z.co'
		echo
		echo 'Real Madrid 3, Celta de Vigo 0; Deportivo de La Plata 1, Rosario de La Plata 2; Sol de Mayo 3, Union de Mar del Plata 3'
	} | awk 'BEGIN { RS = "" } { print > ("t" NR) }'
	status_is 0 "$PK" -n doc t1 t2 t3 t4
	lacks out '"lang":"(es|sl|pl|cs|pt)"'
	empty err
}

# Few words of such a text are in a list, but its letters tell.
@test "letters count where words are few" {
	echo 'Rada miasta kłóciła się wczoraj o nowy basen, ale nie doszło do porozumienia.' >pl
	echo 'Im Stadtrat wurde gestern über das neue Schwimmbad gestritten, aber es gab keine Einigung.' >de
	echo 'Nikola Jokić, Luka Dončić and Bogdan Bogdanović named All-Stars' >en
	"$PK" -q -n doc pl de en >out
	contains out '"doc":"pl","lang":"pl"'
	contains out '"doc":"de","lang":"de"'
	lacks out '"lang":"hr"'
}

@test "a declared language counts, unless it is plainly wrong" {
	article() {
		printf '{"type":"article","doc":"a","lang":"%s","text":"%s"}\n' \
		    "$1" "$2"
	}
	article fr 'Short.' | "$PK" -q -n doc >out
	contains out '"lang":"fr"'
	article en-GB "$(english)" | "$PK" -q -n doc >out
	contains out '"lang":"en-GB"'
	article uk "$(english) $(english)" | "$PK" -q -n doc >out
	contains out '"lang":"en"'
	article en "$(german) $(german)" | "$PK" -q -n doc >out
	contains out '"lang":"de"'
	article en "$(german)" | "$PK" -q -n doc --lang fr >out
	contains out '"lang":"fr"'
}

@test "other languages are cut plainly" {
	german | "$PK" -q -n sentence >out
	texts >got
	cat >want <<-'END'
	Der Präsident sagte am 3. Mai, dass die Regierung nicht zurücktreten werde.
	Prof. Roth sprach mit der Presse.
	Er war nicht der Meinung, dass es noch eine Frage ist.
	END
	same want got
}

@test "extractors skip other languages, but with --any-lang" {
	german | sed 's/Regierung/Regierung mit 5 km Strecke in Berlin/' >de
	for program in pk-extract pk-extract-numbers pk-extract-entities; do
		"$BIN/$program" -q de >out
		lacks out '"type":"(number|entity|date)"'
		contains out '"type":"sentence"'
		"$BIN/$program" -q --any-lang de >out
		grep -E '"type":"(number|entity)"' out
	done
	printf '{"type":"doc","pk":1,"doc":"a","lang":"de","sents":1}\n{"type":"sentence","doc":"a","sent":1,"text":"5 km"}\n{"type":"sentence","doc":"b","sent":1,"text":"5 km"}\n' |
	    "$BIN/pk-extract-numbers" >out
	[ "$(grep -c '"type":"number"' out)" -eq 1 ]
	contains out '"type":"number","doc":"b"'
}

@test "patterns: nobreak and break, the first that matches" {
	echo 'Ask the Abt. Roth of Teme. He has left at vol. 3 of it.' >text
	printf '# mine\n\nbreak\t\\bleft\\b\nnobreak\t\\bAbt\\.\\s\\p{Lu}\n' >p
	"$PK" -p p -n sentence text >out
	texts >got
	cat >want <<-'END'
	Ask the Abt. Roth of Teme.
	He has left at vol. 3 of it.
	END
	same want got
	printf 'break\tvol\\.\nnobreak\tvol' >p
	"$PK" --patterns p -n sentence text >out
	texts >got
	contains got 'He has left at vol.'
	# One that ends before the stop says nothing of it.
	printf 'nobreak\tTeme\n' >p
	"$PK" --patterns p -n sentence text >out
	texts >got
	contains got 'Roth of Teme.'
	# In other languages too.
	german >de
	printf 'nobreak\tProf\\. \\p{Lu}\n' >p
	"$PK" -q --patterns p -n sentence de >out
	contains out '"text":"Prof. Roth sprach mit der Presse."'
}

@test "patterns that are wrong" {
	echo 'It was. It is.' >text
	printf '# one\nnobreak\ta(b\n' >p
	status_is 2 "$PK" --patterns p text
	contains err 'pk-normalize: p:2: missing closing parenthesis (byte 11)'
	empty out
	printf 'sometimes\tx\n' >p
	status_is 2 "$PK" --patterns p text
	contains err 'p:1: not "break" or "nobreak" and a tab (byte 0)'
	printf 'break\t\n' >p
	status_is 2 "$PK" --patterns p text
	contains err 'p:1: an empty pattern (byte 6)'
	printf 'break\t\\C\xff\n' >p
	status_is 2 "$PK" --patterns p text
	contains err 'p:1: UTF-8 error'
	status_is 2 "$PK" --patterns none text
	contains err 'pk-normalize: none: No such file'
}

@test "a hostile pattern cannot hang" {
	for _ in $(seq 2000); do
		printf 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa. Xa '
	done >text
	printf 'nobreak\t(?:a|aa)+[0-9]\n' >p
	status_is 2 timeout 20 "$PK" --lang en --patterns p -n doc text
	contains err 'p:1: takes too long: was not used to the end'
	contains out '"sents":2001'
}
