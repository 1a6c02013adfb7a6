#!/usr/bin/env bats
# tools/corpus check: what the marks of an article must agree on.  Each test
# has an article that breaks one rule.

setup() {
	load helper
	pk_setup
	command -v python3 >/dev/null || skip "no python3 here"
	TOOL=$ROOT/tools/corpus
}

# article TEXT [HEAD]: writes a.txt.
article() {
	printf '# region: none\n# date: 2025-03-14%s\n\n%s\n' "${2-}" "$1" >a.txt
}

# wrong TEXT COMPLAINT: the check of TEXT fails with COMPLAINT.
wrong() {
	article "$1"
	status_is 1 "$TOOL" check a.txt
	contains out "$2"
}

@test "an article without a fault, and its counts" {
	article '[[person|Ilvo Marn]] left [[place|Dorrit]].'
	status_is 0 "$TOOL" check a.txt
	contains out "1 articles, 4 words; 1 person, 1 place"
}

@test "a mark that is not in the form" {
	wrong '[[human|Ilvo Marn]] left.' "WRONG: class"
	wrong '[[person|Ilvo Marn left.' "WRONG: brackets"
}

@test "a name that is marked once and not elsewhere" {
	wrong '[[place|Dorrit]] burnt. In Dorrit all left.' "'Dorrit' stands"
	wrong '[[place|Dorrit]] burnt. DORRIT burnt.' "'Dorrit' stands"
	wrong '[[person|Ilvo Marn]] left; Marn fled.' "'Marn' stands"
}

@test "a name of two classes in an article" {
	wrong '[[place|Dorrit]] fell. [[org|Dorrit]] won.' "org and place"
	wrong 'The [[unit|Ketha Volunteers Union]] ([[org|KVU]]) fled.' \
	    "'KVU' is org"
}

@test "titles, articles, common nouns and 's are no part of a name" {
	wrong '[[person|President Ilvo Marn]] left.' "begins with a title"
	wrong 'It was [[org|the Ketha Board]].' "begins with an article"
	wrong 'It was [[place|Ketha airport]].' "ends with a common noun"
	wrong "[[place|Ketha]] and [[place|Ketha's]] port." "and not elsewhere"
	wrong "[[place|Ketha]] and [[org|Ketha's Senate]]." "is two names"
}

@test "the longest name is the mention" {
	wrong 'The [[unit|4th Brigade]] of the [[org|Ketha Army]] fled.' \
	    "is one name"
	wrong 'The [[norp|Kethan]] [[org|Ministry of Trade]] fell.' "is one name"
}

@test "classes that follow from a name's words" {
	wrong '"No," the [[org|Government]] said.' "is no name"
	wrong 'A [[norp|U.S.]] ship sank.' "is a place"
	wrong 'The [[unit|Ketha Army]] fled.' "is a whole force"
	wrong 'The [[org|4th Rifle Brigade]] fled.' "is a unit"
	wrong '[[misc|Marn v. Dorrit]] was lost.' "should be event"
	wrong '[[misc|Operation Kestrel]] began.' "should be event or unit"
}

@test "what was looked at and is right stands behind seen:" {
	article '[[place|Dorrit]] fell. [[org|Dorrit]] won.' '; seen: Dorrit'
	status_is 0 "$TOOL" check a.txt
}

@test "the articles of data/corpus agree" {
	status_is 0 "$TOOL" check
	lacks out "^[^ ]*:|^'"
}
