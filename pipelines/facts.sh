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

# A doc record says where the numbers behind it were published.  Columns are
# found by the header's names, as later versions may add some.
join() {
	awk -F '\t' -v OFS='\t' '
	NR == 1 {
		for (i = 1; i <= NF; i++)
			at[$i] = i
		n = split("doc sent text value low high approx unit " \
		    "quantity what", keys, " ")
		line = "source" OFS "published"
		for (i = 1; i <= n; i++)
			line = line OFS keys[i]
		print line
		next
	}
	$at["type"] == "doc" {
		source = $at["source"]
		published = $at["published"]
	}
	$at["type"] == "number" && $at["quantity"] != "ordinal" \
	    && ($at["what"] != "" || $at["unit"] != "") {
		line = source OFS published
		for (i = 1; i <= n; i++)
			line = line OFS $at[keys[i]]
		print line
		found = 1
	}
	END { exit !found }'
}

built
stage pk-extract -t tsv -n doc,number -- "$@" | stage join
stages_status
