/*
 * rec.c - records: what is one and what is not, strings, numbers.
 */
#include "base/rec.h"

#include <math.h>

#include "check.h"

static struct arena arena;

static bool
parses(struct str line)
{
	struct rec rec;
	struct err err;

	return rec_parse(line, &rec, &arena, &err);
}

/* The offset at which a line is refused. */
static size_t
refused_at(struct str line)
{
	struct rec rec;
	struct err err = { NULL, 0 };

	CHECK(!rec_parse(line, &rec, &arena, &err));
	CHECK(err.why != NULL);
	return err.at;
}

static void
good_lines(void)
{
	CHECK(parses(STR("{}")));
	CHECK(parses(STR(" { } \r")));
	CHECK(parses(STR("{\"a\":-0.5e+10,\"b\":[],\"c\":[[{}],\"x\"]}")));
	CHECK(parses(STR("{\"a\":true , \"b\" : null,\"c\":false}")));
	CHECK(parses(STR("{\"\\u0061\":\"\\ud83d\\ude00\\\\\\/\"}")));
	CHECK(parses(STR("{\"a\":\"\\ud83d\"}")));
	CHECK(parses(STR("{\"\":0}")));
}

static void
bad_lines(void)
{
	CHECK(refused_at(STR("")) == 0);
	CHECK(refused_at(STR("[]")) == 0);
	CHECK(refused_at(STR("{\"a\":1")) == 6);
	CHECK(refused_at(STR("{\"a\":1,}")) == 7);
	CHECK(refused_at(STR("{\"a\":1} x")) == 8);
	CHECK(refused_at(STR("{\"a\" 1}")) == 5);
	CHECK(refused_at(STR("{\"a\":01}")) == 5);
	CHECK(refused_at(STR("{\"a\":+1}")) == 5);
	CHECK(refused_at(STR("{\"a\":1.}")) == 7);
	CHECK(refused_at(STR("{\"a\":1e}")) == 7);
	CHECK(refused_at(STR("{\"a\":tru}")) == 5);
	CHECK(refused_at(STR("{\"a\":[1,]}")) == 8);
	CHECK(refused_at(STR("{\"a\":[1}}")) == 7);
	CHECK(refused_at(STR("{\"a\":\"x")) == 7);
	CHECK(refused_at(STR("{\"a\":\"x\\")) == 8);
	CHECK(refused_at(STR("{\"a\":\"\\x\"}")) == 6);
	CHECK(refused_at(STR("{\"a\":\"\\u12g4\"}")) == 6);
	CHECK(refused_at(STR("{\"a\":\"\t\"}")) == 6);
	CHECK(refused_at(STR("{\"a\":\"\0\"}")) == 6);
	CHECK(refused_at(STR("{\"a\":\"\xff\"}")) == 6);
	CHECK(refused_at(STR("{\"a\":\"0123456789abcdef\xc3\"}")) == 22);
}

/* Brackets up to 64 deep are read, one more is refused. */
static void
depth(void)
{
	for (size_t n = 64; n <= 65; n++) {
		struct buf b = { .a = &arena };

		buf_add(&b, STR("{\"a\":"));
		for (size_t i = 0; i < n; i++)
			buf_byte(&b, '[');
		for (size_t i = 0; i < n; i++)
			buf_byte(&b, ']');
		buf_byte(&b, '}');
		CHECK(parses(buf_str(&b)) == (n == 64));
	}
}

static void
fields(void)
{
	struct str line = STR("{\"type\":\"sentence\",\"doc\":\"a\\\"b\","
			      "\"sent\":3,\"text\":\"caf\\u00e9\\n\","
			      "\"x\":1.25,\"of\":\"y\",\"of\":\"z\"}");
	struct rec rec;
	struct err err;
	struct str s;
	double v;
	size_t n;

	CHECK(rec_parse(line, &rec, &arena, &err));
	CHECK(rec.type == REC_SENTENCE && rec.sent == 3 && rec.n == 7);
	CHECK_STR(rec.doc, "\"a\\\"b\"");
	CHECK(rec_str(&rec, "doc", &s, &arena));
	CHECK_STR(s, "a\"b");
	CHECK(rec_str(&rec, "text", &s, &arena));
	CHECK_STR(s, "caf\xc3\xa9\n");
	CHECK(rec_str(&rec, "of", &s, &arena));
	CHECK_STR(s, "y");
	CHECK(!rec_str(&rec, "sent", &s, &arena) && s.n == 0);
	CHECK(!rec_str(&rec, "none", &s, &arena) && s.n == 0);
	CHECK(rec_num(&rec, "x", &v) && v == 1.25);
	CHECK(!rec_num(&rec, "text", &v) && v == 1.25);
	CHECK(rec_size(&rec, "sent", &n) && n == 3);
	CHECK_STR(rec_raw(&rec, "x"), "1.25");
}

static void
decoding(void)
{
	CHECK_STR(
	    json_decode(STR("\"\\ud83d\\ude00\""), &arena), "\xf0\x9f\x98\x80");
	CHECK_STR(json_decode(STR("\"\\ud83dx\""), &arena), "\xef\xbf\xbdx");
	CHECK_STR(json_decode(STR("\"\\ud83d\\n\""), &arena), "\xef\xbf\xbd\n");
	CHECK_STR(json_decode(STR("\"\\ud83d\\ud83d\\ude00\""), &arena),
	    "\xef\xbf\xbd\xf0\x9f\x98\x80");
	CHECK_STR(json_decode(STR("\"\\b\\f\\n\\r\\t\\/\\\\\\\"\""), &arena),
	    "\b\f\n\r\t/\\\"");
}

static struct str
number(double v)
{
	struct buf b = { .a = &arena };

	(void)json_num(&b, v);
	return buf_str(&b);
}

static void
encoding(void)
{
	struct buf b = { .a = &arena };

	json_quote(&b, STR("\"\\\n\x01\x7f\xc3\xa9\xff\0x"));
	CHECK_STR(buf_str(&b),
	    "\"\\\"\\\\\\n\\u0001\x7f\xc3\xa9\xef\xbf\xbd"
	    "\\u0000x\"");
	CHECK_STR(number(5000), "5000");
	CHECK_STR(number(-0.0), "0");
	CHECK_STR(number(0.1), "0.1");
	CHECK_STR(number(1.0 / 3), "0.3333333333333333");
	CHECK_STR(number(1e300), "1e+300");
	CHECK_STR(number((double)NAN), "");
	CHECK_STR(number((double)INFINITY), "");
	CHECK(parses(STR("{\"a\":1e+300}")));
}

int
main(void)
{
	arena = arena_new(0);
	good_lines();
	bad_lines();
	depth();
	fields();
	decoding();
	encoding();
	return check_end();
}
