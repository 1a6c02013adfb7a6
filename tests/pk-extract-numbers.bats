#!/usr/bin/env bats
# Options of pk-extract-numbers.

setup() {
	load helper
	pk_setup
	PK=$BIN/pk-extract-numbers
}

@test "--convert tells numbers in the asked units" {
	printf 'They walked 5 miles with 20 to 30 pounds at 50 degrees Fahrenheit for £9.\n' >in
	status_is 0 "$PK" -n number --convert km,kg,celsius in
	contains out '"text":"5 miles","value":5,"unit":"mi","si":8046.72,"quantity":"length","as_value":8.04672,"as_unit":"km"}'
	contains out '"as_low":9.0718474,"as_high":13.6077711,"as_unit":"kg"}'
	contains out '"as_value":10,"as_unit":"°C"}'
	grep -F '"£9"' out >money
	lacks money as_
}

@test "--convert: rates, names of units, columns of TSV" {
	printf 'It flew at 60 mph over 2 square miles.\n' >in
	status_is 0 "$PK" -n number -t tsv -c 'kilometres an hour,square kilometres' in
	awk -F '\t' '{ print $6 "|" $(NF - 3) "|" $(NF - 2) "|" $(NF - 1) "|" $NF }' out >cells
	contains cells 'text|as_value|as_low|as_high|as_unit'
	contains cells '60 mph|96.56064|||km/h'
	contains cells 'over 2 square miles|5.1799762'
}

@test "--convert: what is no unit, money, two of one quantity" {
	for units in smoot USD km,mi ''; do
		status_is 2 "$PK" --convert "$units" /dev/null
		[ -s err ]
	done
}

@test "--convert does not write again what a run before wrote" {
	printf 'They walked 5 miles.\n' >in
	"$PK" in >once
	status_is 0 "$PK" --convert km once
	[ "$(grep -c '"type":"number"' out)" = 1 ]
	contains out '"as_unit":"km"'
}

@test "--quantity takes a list" {
	printf 'They walked 5 miles with 2 dogs for £9.\n' >in
	status_is 0 "$PK" -n number -Q money,length in
	[ "$(wc -l <out)" = 2 ]
	contains out '"£9"'
	contains out '"5 miles"'
}

rules() {
	printf '%b\n' '# my own' \
		'number\tumpteen\t15' \
		'scale\tgross\t144' \
		'unit\tklick\tkm' \
		'unit\tsmoot\tsmoot\tlength\t1.7018' \
		'none\t\\bHS code \\d+' \
		'find\t\\bBMI (?<value>\\d+)\tkg/m2\tratio' \
		'find\tPPM(?<low>\\d+)/(?<high>\\d+)\tppm' >rules
}

@test "--patterns: words, units and patterns of the user" {
	rules
	printf '%s\n' 'Umpteen men walked 3 klicks with two gross of eggs, 364 smoots of rope, HS code 870322.' \
		'His BMI 31 and PPM10/20 are known, and 5 mi.' >in
	status_is 0 "$PK" -n number -p rules in
	contains out '"text":"Umpteen","value":15,"quantity":"count","what":"men"'
	contains out '"text":"3 klicks","value":3,"unit":"km","si":3000'
	contains out '"text":"two gross","value":288'
	contains out '"text":"364 smoots","value":364,"unit":"smoot","si":619.4552'
	contains out '"text":"BMI 31","value":31,"unit":"kg/m2"'
	contains out '"text":"PPM10/20","low":10,"high":20,"unit":"ppm"'
	contains out '"text":"5 mi"'
	lacks out 870322
}

@test "--patterns: a wrong line names itself" {
	rules
	for line in 'word\tx\t1' 'number\tx\ty' 'number\t\t1' 'unit\tx' \
		'unit\tx\tnosuchunit' 'unit\tx\ty\tlength\t-1' 'none\t(' 'find\t'; do
		printf '# comment\n%b\n' "$line" >bad
		status_is 2 "$PK" --patterns bad /dev/null
		contains err 'bad:2: '
	done
	status_is 2 "$PK" --patterns nosuchfile /dev/null
}

@test "--patterns: one that takes too long is dropped, with a remark" {
	printf 'find\t^(a+)+$\n' >bad
	for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14; do
		printf '{"type":"sentence","doc":"d","sent":%d,"text":"%s 5 men"}\n' \
			$i "$(printf 'a%.0s' $(seq 60))"
	done >in
	run timeout 20 "$PK" --patterns bad in
	[ "$status" = 2 ]
	[[ "$output" == *'"5"'* ]]
	[[ "$output" == *'takes too long'* ]]
}
