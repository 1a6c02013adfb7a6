# What a person sees on a terminal, 80 columns wide.
COLUMNS=80 pk-extract --format text samples/flood/5-teme-valley-gazette.txt
