/*
 * stream.c - sentences and mentions without repeats; see stream.h.
 */
#include "stream.h"

void
stream_recall(struct stream *s)
{
	struct store_item item;

	if (s->keep != NULL)
		repeat_expect(s->repeat, keep_size(s->keep));
	while (s->keep != NULL && keep_next(s->keep, &item)) {
		if (item.kind != KEEP_FACT)
			repeat_recall(s->repeat, &item);
		else if (s->tally != NULL)
			tally_recall(s->tally, &item);
	}
}

static void
see(struct stream *s, const struct rec *rec, struct arena scratch)
{
	enum repeat_kind kind = repeat_see(s->repeat, rec, scratch);
	bool passes = s->mark || kind == REPEAT_OTHER || kind == REPEAT_NEW;

	if (s->tally != NULL &&
	    !tally_see(s->tally, rec, repeat_doc(s->repeat), passes, scratch) &&
	    s->facts)
		passes = false;
	s->made += kind == REPEAT_NEW;
	if (passes && kind == REPEAT_SENTENCE)
		out_line(
		    s->out, rec->type, repeat_marked(s->repeat, rec, &scratch));
	else if (passes)
		out_rec(s->out, rec);
	if (s->keep != NULL)
		keep_full(s->keep);
}

void
stream_run(struct stream *s, struct feed *feed)
{
	struct arena scratch = arena_new(0);
	struct rec rec;

	while (feed_next(feed, &rec))
		see(s, &rec, scratch);
}
