#!/bin/sh
# claims.sh [FILE ...] - who said what in articles, as TSV.
#
# One line for each claim, with a header: who published it and when, its
# document and sentence, who said it, by what word, of what kind, in which
# medium, whether it is denied, and what was said (columns as in pk-records(5)).
# Without files it reads standard input: text, an HTML page, or records.
#
#   sh pipelines/claims.sh today/*.html | sort -t "$(printf '\t')" -k 5,5
#
# Exit status: 0; 1 when nobody said anything; 2 when something was wrong.
set -u
# shellcheck source=lib.sh
. "$(dirname "$0")/lib.sh"

if [ "${1-}" = -h ]; then
	usage
	exit 0
fi

built
stage pk-extract-claims -e -t tsv -n doc,claim -- "$@" |
	stage sourced claim "doc sent speaker cue kind via stance text"
stages_status
