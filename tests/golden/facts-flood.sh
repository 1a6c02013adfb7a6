# What the sources say, each fact once, and how many say it.
pk-extract samples/flood.jsonl | pk-dedupe --count | grep '^{"type":"fact"'
