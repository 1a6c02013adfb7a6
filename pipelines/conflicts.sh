#!/bin/sh
# conflicts.sh [-a] [-N TOPICS] [FILE ...] - where the sources of a story conflict.
#
# Prints the figures on which the articles in the files (text, HTML, or records)
# do not agree, and how they changed, each with its sources; with -a also those
# on which they agree.  At most TOPICS, 20 without -N.  Without files, those of
# the two stories in samples/.
#
#   sh pipelines/conflicts.sh -a today/*.html
#
# Exit status: 0; 1 when there is none; 2 when something was wrong.
set -u
# shellcheck source=lib.sh
. "$(dirname "$0")/lib.sh"

types=conflict,development most=20
while getopts ahN: option; do
	case $option in
	a) types=$types,compatible,agreement ;;
	h)
		usage
		exit 0
		;;
	N) most=$OPTARG ;;
	*) fail "usage: conflicts.sh [-a] [-N TOPICS] [FILE ...]" ;;
	esac
done
shift $((OPTIND - 1))

built
if [ $# -eq 0 ]; then
	cd "$root/samples" || exit 2
	set -- flood.jsonl conflict.jsonl
fi
stage pk-extract -- "$@" | stage pk-extract-claims |
    stage pk-compare -e -t text -n "$types" -N "$most"
stages_status
