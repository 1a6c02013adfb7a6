/*
 * pk-summarize - a short brief of many documents, each line with its place.
 *
 * Passes every record on and writes "summary" records at the end of input, or,
 * in the text format, a brief for people.  How sentences are chosen is in
 * story/summ.h.  Manual: man/pk-summarize.1.
 */
#include "base/cli.h"
#include "base/state.h"
#include "story/cite.h"
#include "text/feed.h"

#define WORDS 100 /* of a summary that is not told its length */
#define WIDTH 80  /* of a brief off a terminal */

static size_t words, sentences;
static const char *query, *order, *state;
static bool timeline;

static const struct opt opts[] = {
	{ OPT_WORD, 'O', "order", "ORDER",
	    "importance, time, event or document", &order },
	{ OPT_WORD, 0, "query", "TERMS", "what is asked about", &query },
	{ OPT_COUNT, 'S', "sentences", "N", "at most N sentences", &sentences },
	{ OPT_WORD, 's', "state", "FILE",
	    "say only what no earlier run said, and keep it in FILE", &state },
	{ OPT_FLAG, 0, "timeline", NULL,
	    "in the order of what happened, with its dates", &timeline },
	{ OPT_COUNT, 'w', "words", "N", "about N words (default: 100)",
	    &words },
	{ OPT_END, 0, NULL, NULL, NULL, NULL },
};

static const struct cli cli = {
	.name = "pk-summarize",
	.brief = "choose the sentences that say the most, with their sources",
	.operands = "[file ...]",
	.opts = opts,
	.shown = 1 << REC_SUMMARY,
	.own_text = true,
};

static void
write_summary(struct out *out, const struct pool *pool, const struct summ *v,
    struct arena scratch)
{
	const struct pool_sent *s = &pool->sents[v->sent];
	struct str *support =
	    arena_alloc(&scratch, v->support_n, sizeof(*support));

	for (size_t i = 0; i < v->support_n; i++)
		support[i] = cite_place(pool, v->support[i], &scratch);
	out_begin(out, REC_SUMMARY, NULL);
	out_int(out, "rank", (long long)v->rank);
	out_raw(out, "doc", pool->docs[s->doc].name);
	if (s->sent > 0)
		out_int(out, "sent", s->sent);
	if (s->flags & POOL_PLACED) {
		out_int(out, "start", (long long)s->start);
		out_int(out, "end", (long long)s->end);
	}
	out_str(out, "text", s->text);
	out_num(out, "score", v->score);
	out_strs(out, "support", support, v->support_n);
	out_str(out, "was", v->was);
	out_str(out, "date", s->date);
	out_end(out);
}

/* The log of what was said; what earlier runs said goes to the pool. */
static struct store *
recall(struct arena *perm, struct pool *pool)
{
	static const struct store_params params = { .use = STORE_SAID };
	struct store *store = state_open(perm, state, params);
	struct store_item item;

	while (store_next(store, &item))
		pool_said(pool, item.body);
	return store;
}

/* Writes the summary of what was read, and says so to store unless it is
 * NULL; returns its sentences. */
static size_t
summarize(struct out *out, struct pool *pool, const struct summ_options *opt,
    struct store *store)
{
	struct arena a = arena_new(0);
	struct buf brief = { .a = &a };
	struct summ *v;
	size_t n;

	pool_close(pool);
	n = summ_choose(pool, opt, &a, &v);
	for (size_t i = 0; i < n; i++)
		write_summary(out, pool, &v[i], a);
	if (out_format(out) == OUT_TEXT) {
		cite_brief(&brief, pool, v, n, timeline, out_width(out, WIDTH),
		    arena_new(0));
		out_bytes(out, buf_str(&brief));
	}
	for (size_t i = 0; store != NULL && i < n; i++)
		store_add(store, 0, pool->sents[v[i].sent].text, STR(""));
	if (store != NULL && n > 0)
		state_commit(store, state, out);
	return n;
}

int
main(int argc, char *argv[])
{
	struct arena perm = arena_new(0);
	struct cli_run run = cli_parse(&cli, argc, argv);
	struct summ_options opt = { 0 };
	struct out *out;
	struct feed *feed;
	struct store *store = NULL;
	struct pool pool;
	struct rec rec;

	opt.words = words == 0 && sentences == 0 ? WORDS : words;
	opt.sentences = sentences;
	if (timeline)
		opt.order = SUMM_EVENT;
	if (order != NULL && !summ_order_of(str_of(order), &opt.order))
		die("%s: not an order: importance, time, event or document",
		    order);
	if (query != NULL)
		opt.query = str_of(query);
	out = out_open(&perm, &run.output);
	feed = feed_open(&perm, run.files, out);
	pool_init(&pool, &perm);
	if (state != NULL)
		store = recall(&perm, &pool);
	while (feed_next(feed, &rec)) {
		out_rec(out, &rec);
		pool_rec(&pool, &rec);
	}
	return cli_finish(&run, out, summarize(out, &pool, &opt, store));
}
