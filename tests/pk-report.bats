#!/usr/bin/env bats
# pk-report: the names and places of a story.

setup() {
	load helper
	pk_setup
	PK=$BIN/pk-report
}

# mention DOC SENT CLASS NAME [MORE]: an entity record.
mention() {
	printf '{"type":"entity","doc":"%s","sent":%d,"start":0,"end":1,"text":"x","class":"%s","name":"%s"%s}\n' \
		"$1" "$2" "$3" "$4" "${5-}"
}

# features: the features of the map in out, a line each, read by pk's reader of
# JSON, which refuses what is none.
features() {
	[ "$(head -n 1 out)" = '{"type":"FeatureCollection","features":[' ]
	[ "$(tail -n 1 out)" = ']}' ]
	sed '1d; $d; s/,$//' out >lines
	"$BIN"/pk-report lines >map
	same lines map
}

@test "geojson: a point for each place, with its documents" {
	{
		printf '{"type":"sentence","doc":"a","sent":1,"text":"\\"Riva\\" is wet."}\n'
		mention a 1 place Riva ',"id":7,"lat":45.5,"lon":-10.25,"country":"IT","score":0.9'
		mention a 2 place Riva ',"id":7,"lat":45.5,"lon":-10.25,"country":"IT","score":0.95'
		mention b 4 place 'Riva del Sud' ',"id":7,"lat":45.5,"lon":-10.25,"country":"IT","score":0.8'
		mention b 4 place Nowhere
		mention b 5 person Riva
	} >in
	status_is 0 "$PK" -t geojson in
	features
	[ "$(wc -l <map)" = 1 ]
	contains map '{"type":"Feature","id":7,"geometry":{"type":"Point","coordinates":[-10.25,45.5]},"properties":{"name":"Riva","country":"IT","score":0.95,"docs":2,"count":3,"text":"\"Riva\" is wet.","cites":["a#1","b#4"]}}'
}

@test "geojson: no point for a government, but for the city it sits in" {
	local kyiv=',"id":1,"lat":50,"lon":30,"score":1'
	{
		mention a 1 place Kyiv "$kyiv,\"metonym\":true"
		mention a 1 place Oslo "${kyiv/1/2},\"metonym\":true"
		mention a 2 place Kyiv "$kyiv"
	} >in
	status_is 0 "$PK" -t geojson in
	features
	[ "$(wc -l <map)" = 1 ]
	contains map '"name":"Kyiv"'
	contains map '"count":2'
}

@test "geojson: no places, wrong coordinates, a user's own place" {
	status_is 0 "$PK" -t geojson </dev/null
	features
	empty map
	status_is 1 "$PK" -e -t geojson </dev/null
	{
		mention a 1 place Riva ',"lat":99,"lon":10'
		mention a 1 place Mill ',"lat":9,"lon":10,"score":0.7,"rule":"near"'
	} >in
	status_is 0 "$PK" -t geojson in
	features
	empty map
	printf 'Lower Kesh\tplace\t\t41.25\t44.5\n' >list
	printf 'It rained in Lower Kesh.\n' | "$BIN"/pk-extract -N list >in
	status_is 0 "$PK" -t geojson in
	features
	contains map '"coordinates":[44.5,41.25]'
}

@test "text: names by documents, then mentions, at most --top" {
	{
		mention a 1 person Ada
		mention a 2 person Ada
		mention a 2 person Bo
		mention b 1 person Bo
		mention b 1 person Cy
		mention b 1 org 'Tab\tle\u001b[31m'
		mention b 1 norp Kestrian
	} >in
	status_is 0 "$PK" -t text in
	awk '{ $1 = $1; print }' out >cells
	printf '%s\n' 'People docs mentions' '2 2 Bo' '1 2 Ada' '1 1 Cy' '' \
		'Organisations docs mentions' '1 1 Tab�le�[31m' >want
	same want cells
	status_is 0 "$PK" -t text --top 1 in
	lacks out 'Ada|Cy'
}

@test "records pass as they are; one without a name is told" {
	mention a 1 person Ada >in
	printf '{"type":"entity","doc":"a","sent":1}\n' >>in
	status_is 2 "$PK" -t jsonl in
	same in out
	contains err 'pk-report: in:2: an entity without class or name'
}
