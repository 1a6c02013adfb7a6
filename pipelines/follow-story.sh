#!/bin/sh
# follow-story.sh [-t FORMAT] FOLDER STATE - what is new in a running story.
#
# Reads all articles in a folder (text, HTML, records; hidden files and those
# that end in .tmp or .part are passed over) and prints the records of what
# was not said before: new sentences of the text, each with its new facts,
# behind the record of its document.  STATE is a file that remembers what was
# said; it is made at the first run, and a lock, STATE.lock, beside it.
#
# For cron, which mails what is printed, every half hour:
#
#   */30 * * * * sh pk/pipelines/follow-story.sh -t text in/flood flood.state
#
# Of two runs at once the second waits, and then finds nothing new.  What
# could not be printed is not remembered.  What cannot be read is reported,
# and the rest is done.  Exit status: 0; 1 when nothing is new; 2 when
# something was wrong.
set -u
# shellcheck source=lib.sh
. "$(dirname "$0")/lib.sh"

format=jsonl types=doc,sentence,entity,number,date,claim
while getopts ht: option; do
	case $option in
	h)
		usage
		exit 0
		;;
	t) format=$OPTARG ;;
	*) fail "usage: follow-story.sh [-t FORMAT] FOLDER STATE" ;;
	esac
done
shift $((OPTIND - 1))
[ $# -eq 2 ] || fail "usage: follow-story.sh [-t FORMAT] FOLDER STATE"
[ -d "$1" ] || fail "$1: no such folder"
folder=$1 state=$2
case $folder in
-*) folder=./$folder ;;
esac

# In the order of names, whatever the system: the same input, the same output.
# shellcheck disable=SC2317 # stage calls it
articles() {
	find "$folder" -type f ! -name '.*' ! -name '*.tmp' ! -name '*.part' \
	    -print0 | sort -z
}

# Headings and what is around the text come with every article; and a document
# without anything new is no news.
# shellcheck disable=SC2317 # stage calls it
news() {
	awk '
	/^\{"type":"doc"/ { doc = $0; keep = 0; next }
	/^\{"type":"sentence"/ {
		keep = !/"role":"(heading|credit|boilerplate|url)"/
	}
	keep {
		if (doc != "")
			print doc
		print
		doc = ""
		found = 1
	}
	END { exit !found }'
}

built
command -v flock >/dev/null || fail "flock (of util-linux) is missing"
exec 9>>"$state.lock" || exit 2
flock 9 || fail "$state.lock: cannot be locked"
if [ -e "$state" ]; then
	cp "$state" "$tmp/state" || exit 2
fi
stage articles | stage xargs -0 -r pk-extract -- |
    stage pk-dedupe --facts --state "$tmp/state" | stage news |
    stage pk-normalize -t "$format" -n "$types"
printed=$?
stages_status
result=$?

# The new state goes where the old one is, at once: the old one stays if this
# ends midway, or if what is new could not be printed.
if [ -e "$tmp/state" ] && [ $printed -eq 0 ]; then
	cp "$tmp/state" "$state.new" || exit 2
	mv "$state.new" "$state" || exit 2
fi
exit $result
