#!/usr/bin/env bats
# pk-train: what is learnt, what is refused.

setup() {
	load helper
	pk_setup
	PK=$BIN/pk-train
}

# Twenty documents in which "Zorvik" is a place and "Quellan" a person.
lessons() {
	for ((i = 0; i < 20; i++)); do
		cat <<-END
		{"type":"doc","pk":1,"doc":"d$i","sents":2}
		{"type":"sentence","doc":"d$i","sent":1,"role":"body","text":"The ferry left Zorvik at $i."}
		{"type":"entity","doc":"d$i","sent":1,"start":15,"end":21,"text":"Zorvik","class":"place","name":"Zorvik"}
		{"type":"sentence","doc":"d$i","sent":2,"role":"body","text":"On board was Quellan with $i sheep."}
		{"type":"entity","doc":"d$i","sent":2,"start":13,"end":20,"text":"Quellan","class":"person","name":"Quellan"}
		END
	done
}

@test "what was learnt is found" {
	lessons >in
	status_is 0 "$PK" -q -r 50 -m model in
	cmp in out
	mkdir data
	cp model data/tag.model
	cp "$(dirname "$BIN")/build/share/pk/gaz.db" data/ 2>/dev/null ||
	    cp "$ROOT/${B:-build}/share/pk/gaz.db" data/
	printf 'The ferry left Zorvik at noon.\n\nOn board was Quellan with a cow.\n' >text
	PK_DATA=$PWD/data status_is 0 "$BIN/pk-extract-entities" text
	contains out '"text":"Zorvik","class":"place"'
	contains out '"text":"Quellan","class":"person"'
}

# What is a name differs between sources: that of the one that is asked for
# counts, that of the other in chat.
@test "the ways of a source" {
	lessons | sed 's/"sents"/"source":"here","sents"/' >in
	lessons | grep -v '"entity"' |
	    sed 's/"sents"/"source":"there","sents"/' >>in
	mkdir data
	cp "$ROOT/${B:-build}/share/pk/gaz.db" data/
	status_is 0 "$PK" -q -r 50 -w here -a there -m data/tag.model in
	printf 'The ferry left Zorvik at noon.\n' >text
	PK_DATA=$PWD/data status_is 0 "$BIN/pk-extract-entities" text
	contains out '"text":"Zorvik","class":"place"'
	printf 'The ferry left Zorvik at noon. #ferry @quellan\n' >text
	PK_DATA=$PWD/data status_is 0 "$BIN/pk-extract-entities" text
	lacks out '"text":"Zorvik"'
}

@test "a model's own words serve for the next" {
	lessons >in
	printf 'sheep\t1\t2\t3\n' >classes
	status_is 0 "$PK" -q -c classes -m one in
	status_is 0 "$PK" -q -c one -m two in
	cmp one two
	head -c 10000 one >short
	status_is 2 "$PK" -q -c short -m two in
	contains err 'pk-train: short: cut short'
}

@test "same input, same bytes" {
	lessons >in
	status_is 0 "$PK" -q -m one in
	status_is 0 "$PK" -q -m two in
	cmp one two
}

@test "an entity that is not in its sentence: a message, status 2, the rest" {
	{
		lessons
		echo '{"type":"sentence","doc":"x","sent":1,"text":"Too short."}'
		echo '{"type":"entity","doc":"x","sent":1,"start":4,"end":40,"text":"?","class":"place","name":"?"}'
	} >in
	status_is 2 "$PK" -q -m model in
	contains err 'pk-train: in:102: an entity that is not in its sentence'
	[ -s model ]
}

@test "nothing to learn: no model, status 1 with -e" {
	: >in
	status_is 1 "$PK" -e -m model in
	[ ! -e model ]
}

@test "a model that cannot be written" {
	lessons >in
	status_is 2 "$PK" -q -m no/such/folder/model in
	contains err 'pk-train: no/such/folder/model: '
}

@test "a model does not take the place of a pipe or a folder" {
	lessons >in
	mkfifo pipe
	status_is 2 "$PK" -q -m pipe in
	contains err 'pk-train: pipe: No such device'
	[ -p pipe ]
	mkdir folder
	status_is 2 "$PK" -q -m folder in
	contains err 'pk-train: folder: Is a directory'
}

@test "a table of classes that is none: its line, status 2" {
	lessons >in
	printf 'sheep\t1\t2\t3\ncow\t1\n' >classes
	status_is 2 "$PK" -q -c classes -m model in
	contains err 'pk-train: classes:2: not a word and its classes'
	[ ! -e model ]
}
