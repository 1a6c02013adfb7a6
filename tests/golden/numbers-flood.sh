# Numbers for a spreadsheet.
pk-extract-numbers --only number --format tsv samples/flood.jsonl
