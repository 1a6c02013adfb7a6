#!/bin/sh
# brief.sh [-c] [-Q TERMS] [-w WORDS] [FILE ...]
#
# Prints a brief of the articles in the files (text, HTML, or records): the
# sentences that say the most, each with its sources.  Without files, briefs
# of the two stories in samples/.  Installs what pk needs and builds it, if
# that has not been done.
#
#   sh pipelines/brief.sh -w 200 today/*.html
#
# With -c it ends with the ten weightiest topics on which the articles conflict or
# agree.  -Q says what is asked about; -w is the length, about 100 words without it.
# Exit status: 0; 1 when there was nothing to say; 2 when something was wrong.
set -u
# shellcheck source=lib.sh
. "$(dirname "$0")/lib.sh"

query='' words=100 compare=''
while getopts chQ:w: option; do
	case $option in
	c) compare=yes ;;
	h)
		usage
		exit 0
		;;
	Q) query=$OPTARG ;;
	w) words=$OPTARG ;;
	*) fail "usage: brief.sh [-c] [-Q TERMS] [-w WORDS] [FILE ...]" ;;
	esac
done
shift $((OPTIND - 1))

# Repeats are marked, not dropped: a sentence that two sources print is said
# by both.
brief() { # brief FILE...
	stage pk-extract -- "$@" | stage pk-extract-claims | stage pk-dedupe --mark |
	    stage tee "$tmp/records" |
	    stage pk-summarize -e -t text --query "$query" -w "$words"
	if [ -n "$compare" ]; then
		printf '\nWhere they conflict and agree:\n\n'
		stage pk-compare -t text -N 10 "$tmp/records"
	fi
	stages_status
}

built
if [ $# -gt 0 ]; then
	brief "$@"
	exit
fi
result=0
for story in flood conflict; do
	[ $story = flood ] || echo
	printf 'The sample story "%s":\n\n' $story
	(cd "$root/samples" && brief $story.jsonl) || result=$?
done
exit $result
