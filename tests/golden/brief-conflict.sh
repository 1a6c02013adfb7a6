# A brief of five articles, with its sources.
pk-extract samples/conflict.jsonl | pk-dedupe | pk-summarize --only summary
