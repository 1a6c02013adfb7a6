# Pages as they are: roles, sentences, places in the source.
pk-normalize samples/conflict/* samples/flood/*
