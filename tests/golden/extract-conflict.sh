# All mentions of one story, from article records with their dates.
pk-extract --only entity,number,date samples/conflict.jsonl
