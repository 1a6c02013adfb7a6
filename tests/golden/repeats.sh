# Sentences of a story that repeat an earlier one are dropped.
pk-extract samples/conflict.jsonl | pk-dedupe --only sentence
