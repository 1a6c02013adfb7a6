/*
 * rules.c - files of users' rules; see rules.h.
 */
#include "rules.h"

#include "file.h"

bool
rules_read(struct rules rules, struct str bytes, size_t *line, struct err *err)
{
	struct str s;
	size_t at = str_begins(bytes, STR("\xef\xbb\xbf")) ? 3 : 0;

	*line = 0;
	while (str_line(bytes, &at, &s)) {
		++*line;
		if (s.n > 0 && s.p[0] != '#' &&
		    !rules.add(rules.to, s, *line, err))
			return false;
	}
	*err = (struct err){ NULL, 0 };
	return true;
}

void
rules_load(struct rules rules, const char *file)
{
	struct str bytes;
	struct err err;
	size_t line;

	if (!file_map(file, &bytes))
		die("%s:", file);
	if (!rules_read(rules, bytes, &line, &err))
		die("%s:%zu: %s (byte %zu)", file, line, err.why, err.at);
}

void
rules_dropped(const char *file, size_t line)
{
	if (line > 0)
		warn("%s:%zu: takes too long: was not used to the end", file,
		    line);
}
