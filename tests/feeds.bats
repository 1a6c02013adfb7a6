#!/usr/bin/env bats
# Feeds and mail: several documents in a file, and places in it.
# shellcheck disable=SC1112 # curly quotes are the text

setup() {
	load helper
	pk_setup
	PK=$BIN/pk-normalize
}

# spans FILE: role, the source's bytes at its place, and the text of each
# sentence in file out.
spans() {
	while IFS=$'\t' read -r type _ _ _ role start end text _; do
		[ "$type" = sentence ] || continue
		printf '%s|%s|%s\n' "$role" \
		    "$(tail -c +$((start + 1)) "$1" | head -c $((end - start)))" \
		    "$text"
	done <out
}

rss() {
	cat <<-'END'
	<?xml version="1.0" encoding="utf-8"?>
	<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
	<channel><title>Teme Gazette</title><link>https://example.com/</link>
	<image><title>Logo</title></image><language>en-gb</language>
	<item><title>Dam breaks &amp; town floods</title>
	<link>https://example.com/1?a=1&amp;b=2</link>
	<pubDate>Mon, 03 Nov 2025 10:00:00 +0100</pubDate>
	<description>Teaser.</description>
	<content:encoded><![CDATA[<p>The dam broke &mdash; 300 fled.</p>]]></content:encoded>
	</item>
	<item><title>Second</title><guid isPermaLink="false">tag:example.com,2025:2</guid>
	<description>&lt;p&gt;All caf&amp;eacute;s are &amp;quot;open&amp;quot;&lt;/p&gt;</description></item>
	<item><title>Third</title><source url="x">Hill News</source>
	<description>It rained &lt; 5 mm. It was cold &amp;</description></item>
	</channel></rss>
	END
}

@test "RSS: a document an item" {
	rss >f.xml
	status_is 0 "$PK" -n doc f.xml
	[ "$(wc -l <out)" -eq 3 ]
	contains out '"doc":"f.xml#1","title":"Dam breaks & town floods","source":"Teme Gazette","url":"https://example.com/1?a=1&b=2","published":"2025-11-03T10:00:00+01:00","lang":"en-gb",'
	contains out '"doc":"f.xml#2","title":"Second","source":"Teme Gazette","url":"tag:example.com,2025:2",'
	contains out '"doc":"f.xml#3","title":"Third","source":"Hill News","lang"'
	empty err
	"$PK" -n doc <f.xml >out
	contains out '"doc":"-#2"'
}

@test "RSS: sentences and their places in the file" {
	rss >f.xml
	"$PK" -t tsv -n sentence f.xml >out
	spans f.xml >got
	cat >want <<-'END'
	title|Dam breaks &amp; town floods|Dam breaks & town floods
	body|The dam broke &mdash; 300 fled.|The dam broke — 300 fled.
	title|Second|Second
	body|All caf&amp;eacute;s are &amp;quot;open&amp;quot;|All cafés are "open"
	title|Third|Third
	body|It rained &lt; 5 mm.|It rained < 5 mm.
	body|It was cold &amp;|It was cold &
	END
	same want got
}

@test "Atom: types of text, links, dates" {
	cat >f.xml <<-'END'
	<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Hill News</title>
	<entry><title type="html">Rain &amp;amp; wind</title>
	<link rel="self" href="https://example.com/self"/>
	<link href="https://example.com/9?a&amp;b"/><id>urn:uuid:1</id>
	<updated>2025-11-03T10:00:00Z</updated>
	<content type="xhtml"><div><p>It rained &amp; rained.</p><p>Ten roads closed.</p></div></content></entry>
	<entry><title>Snow</title><id>urn:uuid:2</id>
	<published>2025-11-04</published><updated>2025-11-05</updated>
	<content type="image/png">iVBORw0KGgo=</content>
	<summary type="text">Use &lt;b> for bold. It went.</summary></entry></feed>
	END
	"$PK" -n doc f.xml >out
	contains out '"title":"Rain & wind","source":"Hill News","url":"https://example.com/9?a&b","published":"2025-11-03T10:00:00Z","lang":"en"'
	contains out '"title":"Snow","source":"Hill News","url":"urn:uuid:2","published":"2025-11-04","lang":"en"'
	"$PK" -t tsv -n sentence f.xml >out
	spans f.xml >got
	cat >want <<-'END'
	title|Rain &amp;amp; wind|Rain & wind
	body|It rained &amp; rained.|It rained & rained.
	body|Ten roads closed.|Ten roads closed.
	title|Snow|Snow
	body|Use &lt;b> for bold.|Use <b> for bold.
	body|It went.|It went.
	END
	same want got
}

# urls: those of the doc records in file out.
urls() {
	sed -n 's/.*"url":"\([^"]*\)".*/\1/p' out
}

@test "feeds: relative links" {
	printf '<rss xml:base="https://example.com/news/"><channel><link>https://example.org/</link><item><link>/1.html</link></item><item><link>2.html?a#b</link></item><item><link>../x/./3</link></item><item xml:base="old/"><link>4</link></item><item><link>//cdn.example.com/5</link></item><item><link>not one</link><guid>tag:example.com,2025:6</guid></item></channel></rss>' >f.xml
	"$PK" -n doc f.xml >out
	urls >got
	cat >want <<-'END'
	https://example.com/1.html
	https://example.com/news/2.html?a#b
	https://example.com/x/3
	https://example.com/news/old/4
	https://cdn.example.com/5
	tag:example.com,2025:6
	END
	same want got
	printf '<feed><link rel="self" href="https://example.net/feed"/><link href="https://example.com/a/b"/><entry><link href="?p=1"/></entry><entry><link href="c"/></entry><entry><link href="../../../d"/></entry></feed>' >f.xml
	"$PK" -n doc f.xml >out
	urls >got
	cat >want <<-'END'
	https://example.com/a/b?p=1
	https://example.com/a/c
	https://example.com/d
	END
	same want got
}

@test "RSS 1.0" {
	cat >f.rdf <<-'END'
	<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
	<channel><title>Old</title><items><rdf:Seq><rdf:li resource="x"/></rdf:Seq></items></channel>
	<item rdf:about="https://example.com/1"><title>One</title>
	<link>https://example.com/1</link><dc:date>2025-11-03T10:00+01:00</dc:date>
	<description>It was old.</description></item></rdf:RDF>
	END
	"$PK" f.rdf >out
	contains out '"title":"One","source":"Old","url":"https://example.com/1","published":"2025-11-03T10:00+01:00"'
	contains out '"role":"body","start":308,"end":319,"text":"It was old."'
}

@test "a feed in another charset, with places" {
	rss | sed 's/utf-8/iso-8859-1/; s/Teaser/Caf\xe9/; s/Third/Th\xedrd/' >f.xml
	"$PK" -t tsv -n sentence f.xml >out
	spans f.xml >got
	contains got "$(printf 'title|Th\xedrd|Th\xc3\xadrd')"
	contains got 'body|It rained &lt; 5 mm.|It rained < 5 mm.'
	rss | sed 's/utf-8/utf-16/' | iconv -f UTF-8 -t UTF-16 >f.xml
	"$PK" -n doc f.xml >out
	[ "$(wc -l <out)" -eq 3 ]
	printf '<rss><item><title>It cost 5 &#8364;</title><description>He said &quot;yes&quot;. It was 5 &amp;#8364;</description></item></rss>' |
	    iconv -f UTF-8 -t UTF-16BE >f.xml
	"$PK" -t tsv -n sentence f.xml >out
	while IFS=$'\t' read -r type _ _ _ _ start end _; do
		[ "$type" = sentence ] || continue
		tail -c +$((start + 1)) f.xml | head -c $((end - start)) |
		    iconv -f UTF-16BE -t UTF-8
		echo
	done <out >got
	cat >want <<-'END'
	It cost 5 &#8364;
	He said &quot;yes&quot;.
	It was 5 &amp;#8364;
	END
	same want got
}

# Also in a title, and where it was escaped.
@test "text of feeds and mail that was misread is repaired" {
	printf '<rss><item><title>Donâ€™t go</title><description>&lt;p&gt;Itâ&#8364;&#8482;s a cafÃ©, he said.&lt;/p&gt;</description></item></rss>' >f.xml
	"$PK" f.xml >out
	contains out '"title":"Don’t go"'
	contains out '"role":"title","start":18,"end":33,"text":"Don’t go","map":[0,18,5,28]'
	contains out '"text":"It’s a café, he said."'
	"$PK" --raw -n sentence f.xml >out
	contains out '"text":"Donâ€™t go"'
	contains out '"text":"Itâ€™s a cafÃ©, he said."'
	{
		head_of 'Donâ€™t go'
		printf 'Content-Transfer-Encoding: quoted-printable\n\nDon=C3=A2=E2=82=AC=E2=84=A2t go to the caf=C3=83=C2=A9. It&#8217;s shut &amp; cold.\n'
	} >m.eml
	"$PK" m.eml >out
	contains out '"title":"Don’t go"'
	contains out '"text":"Don’t go to the café."'
	contains out '"text":"It’s shut & cold."'
}

@test "feeds that are not well-formed" {
	printf '<rss><channel><title>A & B</title><item><title>One</title><description>A <b>bold</b> & short line.<item><title>Two</title><description>Cut off he' >f.xml
	status_is 0 "$PK" f.xml
	contains out '"title":"One","source":"A & B"'
	contains out '"text":"A bold & short line."'
	contains out '"title":"Two"'
	contains out '"text":"Cut off he"'
	printf '<rss><channel><title>None</title></channel></rss>' >f.xml
	status_is 0 "$PK" f.xml
	empty out
	contains err 'f.xml: a feed without items'
}

# Each entity ten times the one before: a billion in all.
@test "entities are not expanded" {
	{
		printf '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a0 "ha">'
		for i in 1 2 3 4 5 6 7 8 9; do
			printf '<!ENTITY a%d "%s">' $i "$(printf "&a$((i - 1));%.0s" 1 2 3 4 5 6 7 8 9 10)"
		done
		printf ']><rss><item><title>T</title><description>&a9; it was.</description></item></rss>'
	} >f.xml
	status_is 0 "$PK" f.xml
	contains out '"text":"&a9; it was."'
}

@test "hostile feeds take linear time" {
	for unit in '<item>' '<item><a>' '<a b="' '<![CDATA[' '<!--' '<a ' \
	    '<item><title>' '</item>' '&#x' '<feed><entry><a></b>'; do
		{
			printf '<rss>'
			yes "$unit" | tr -d '\n' | head -c 2000000
		} >f.xml
		timeout 20 "$PK" -q -n doc f.xml >out
	done
}

mail() {
	cat <<-'END'
	Received: from a by b; Mon, 3 Nov 2025 10:00:01 +0000
	From: "Press Office" <press@example.org>
	Subject: =?utf-8?Q?Caf=C3=A9s?= =?utf-8?Q?_closed?= after
	 the flood
	Date: Mon, 3 Nov 2025 10:00:00 EST
	Message-ID: <abc@example.org>
	MIME-Version: 1.0
	Content-Type: multipart/mixed; boundary="b1"

	preamble
	--b1
	Content-Type: multipart/alternative; boundary=b2

	--b2
	Content-Type: text/plain; charset=iso-8859-1
	Content-Transfer-Encoding: quoted-printable

	The caf=E9 was closed. About 5,000 people were told to leave the mark=
	ed town.
	--b2
	Content-Type: text/html; charset=utf-8

	<p>Not this one.</p>
	--b2--
	--b1
	Content-Type: text/plain; charset=utf-8
	Content-Transfer-Encoding: base64

	SXQgd2lsbCBvcGVuIGFnYWluIG9uIE1vbmRheS4g4oCcSXQgd2lsbOKAnSwgc2hlIHNhaWQu
	--b1
	Content-Type: text/plain
	Content-Disposition: attachment; filename="a.txt"

	Nor this one.
	--b1--
	END
}

@test "mail: headers, parts, places" {
	mail >m.eml
	status_is 0 "$PK" -n doc m.eml
	contains out '"doc":"m.eml","title":"Cafés closed after the flood","source":"Press Office","url":"mid:abc@example.org","published":"2025-11-03T10:00:00-05:00","lang":"en"'
	empty err
	"$PK" -t tsv -n sentence m.eml | sed 's/\\n/ /' >out
	spans m.eml | tr '\n' ' ' | sed 's/ \(title\|body\)|/\n\1|/g; s/ $/\n/' >got
	cat >want <<-'END'
	title|=?utf-8?Q?Caf=C3=A9s?= =?utf-8?Q?_closed?= after  the flood|Cafés closed after the flood
	body|The caf=E9 was closed.|The café was closed.
	body|About 5,000 people were told to leave the mark= ed town.|About 5,000 people were told to leave the marked town.
	body|SXQgd2lsbCBvcGVuIGFnYWluIG9uIE1vbmRheS4|It will open again on Monday.
	body|4oCcSXQgd2lsbOKAnSwgc2hlIHNhaWQu|“It will”, she said.
	END
	same want got
	sed 's/$/\r/' <(mail) >crlf.eml
	"$PK" -n sentence crlf.eml >out
	contains out '"text":"About 5,000 people were told to leave the marked town."'
	[ "$(wc -l <out)" -eq 5 ]
}

head_of() {
	printf 'From: Ann Roth <ann@example.org>\nDate: Tue, 4 Nov 2025 08:00:00 +0100\nMessage-ID: <1@example.org>\nMIME-Version: 1.0\nSubject: %s\n' "$1"
}

@test "mail: quoted lines are joined without their marks; a signature" {
	{
		head_of Storm
		printf '\n> The storm tore off several roofs on Sunday, and\n> the mayor said that it was the worst.\n>> No one was hurt.\nThat is right.\n>From Tuesday on the road is open.\n\n-- \nAnn Roth\nPress office, Teme\n'
	} >m.eml
	"$PK" -t tsv -n sentence m.eml | sed 's/\\n/ /' >out
	spans m.eml >got
	cat >want <<-'END'
	title|Storm|Storm
	body|The storm tore off several roofs on Sunday, and
	> the mayor said that it was the worst.|The storm tore off several roofs on Sunday, and the mayor said that it was the worst.
	body|No one was hurt.|No one was hurt.
	body|That is right.|That is right.
	body|From Tuesday on the road is open.|From Tuesday on the road is open.
	boilerplate|--|--
	boilerplate|Ann Roth|Ann Roth
	boilerplate|Press office, Teme|Press office, Teme
	END
	same want got
}

@test "mail: format=flowed, also with quoted lines and DelSp" {
	{
		head_of Flow
		printf 'Content-Type: text/plain; format=flowed\n\nThe repair of the roofs will cost about \n5 million.\n> It was thought that the bridge \n> was closed.\n  Indented.\n'
	} >m.eml
	"$PK" -n sentence m.eml >out
	contains out '"text":"The repair of the roofs will cost about 5 million."'
	contains out '"text":"It was thought that the bridge was closed."'
	contains out '"text":"Indented."'
	{
		head_of Flow
		printf 'Content-Type: text/plain; format=flowed; delsp=yes\n\nThe un \nrepaired roof is wet.\n'
	} >m.eml
	"$PK" -n sentence m.eml >out
	contains out '"text":"The unrepaired roof is wet."'
}

@test "mail: charsets of headers and of pages in it" {
	{
		head_of "$(printf 'Caf\xe9 =?iso-2022-jp?B?GyRCPHNBahsoQg==?=')"
		printf 'Content-Type: text/html\n\n<html><head><meta charset="iso-8859-2"></head><body><p>Pan Wa\xb3\xeasa was here.</p></body></html>\n'
	} >m.eml
	status_is 0 "$PK" m.eml
	contains out '"title":"Café 首相"'
	contains out '"text":"Pan Wałęsa was here."'
	[ "$(cat err)" = "pk-normalize: m.eml:1: partly not UTF-8: read as windows-1252 there (byte 128)" ]
	{
		head_of Old
		printf 'Content-Type: text/plain; charset=iso-2022-jp\n\n'
		echo '首相は月曜日に計画を発表しました。' | iconv -f UTF-8 -t ISO-2022-JP
	} >m.eml
	status_is 0 "$PK" -q m.eml
	contains out '"text":"首相は月曜日に計画を発表しました。"'
}

@test "mbox: a document a message" {
	{
		echo 'From a@example.org Mon Nov  3 10:00:00 2025'
		mail
		echo
		echo 'From b@example.org Tue Nov  4 10:00:00 2025'
		printf 'From: Jo <j@example.org>\nDate: 4 Nov 25 10:00 GMT\nSubject: Two\n\n'
		printf 'It was short.\n\nFrom Monday at 10:00:00 on 3/11/2025 it will be long.\n'
	} >box
	"$PK" -n doc box >out
	[ "$(wc -l <out)" -eq 2 ]
	contains out '"doc":"box#1","title":"Cafés'
	contains out '"doc":"box#2","title":"Two","source":"Jo","published":"2025-11-04T10:00Z"'
}

@test "what only looks like mail is text" {
	printf 'From: the editor\nSubject: storms\nTo: all\n\nIt was windy.\n' >a.txt
	printf 'From left, Ann Roth and Jo Blum at 10:30:15 on 3 November 2025\nPhoto: it was windy.\n' >b.txt
	printf 'Update: 10:00\nDate: Monday\n\nIt was windy.\n' >c.txt
	"$PK" a.txt b.txt c.txt >out
	[ "$(grep -c '"type":"doc"' out)" -eq 3 ]
	contains out '"doc":"b.txt"'
	[ "$(grep -c windy out)" -eq 3 ]
	contains out 'From: the editor'
}

@test "hostile mail takes linear time" {
	head='From: a\nDate: b\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n'
	for unit in '--b\n' '--b\n\n' '=?utf-8?Q?a?= ' '=\n' 'From a 10:00:00 2025 11 03\n' \
	    "--b\n$head\n" '> a\n' '>> a\n> b\n' '--\n' 'a \n' '>'; do
		{
			# shellcheck disable=SC2059 # the escapes are meant
			printf "$head\n"
			# shellcheck disable=SC2059
			yes "$(printf "${unit}x")" | tr -d x | head -c 2000000
		} >m
		timeout 20 "$PK" -q -n doc m >out
	done
}

@test "every program reads feeds" {
	rss >f.xml
	"$BIN/pk-extract" f.xml >out
	contains out '"type":"number","doc":"f.xml#1","sent":2'
	"$PK" f.xml | "$BIN/pk-extract" >piped
	same out piped
}
