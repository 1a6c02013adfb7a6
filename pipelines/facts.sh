#!/bin/sh
# facts.sh [FILE ...] - the numbers in articles and what they count, as TSV.
#
# One line for each number, with a header: who published it and when, its
# document and sentence, and the number itself (columns as in pk-records(5)).
# Ordinals and numbers that count nothing are left out.  Without files it
# reads standard input: text, an HTML page, or records.
#
#   sh pipelines/facts.sh today/*.html | sort -t "$(printf '\t')" -k 12
#
# Exit status: 0; 1 when there was no number; 2 when something was wrong.
set -u
# shellcheck source=lib.sh
. "$(dirname "$0")/lib.sh"

if [ "${1-}" = -h ]; then
	usage
	exit 0
fi

counted() { # neither ordinals nor what counts nothing
	awk -F '\t' 'NR == 1 { print; next }
	$11 != "ordinal" && ($12 != "" || $10 != "") { print; found = 1 }
	END { exit !found }'
}

built
stage pk-extract -t tsv -n doc,number -- "$@" |
	stage sourced number \
	    "doc sent text value low high approx unit quantity what" |
	stage counted
stages_status
