# Where five articles agree and conflict, for people.
pk-extract samples/conflict.jsonl | COLUMNS=100 pk-compare -t text
