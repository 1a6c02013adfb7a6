# Who said what in five articles, with who denies it.
pk-extract samples/conflict.jsonl | pk-extract-claims --only claim
