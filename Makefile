# Makefile - builds, tests and measures pk.  `make help` lists the targets.
#
# Programs are found by name: src/prog/pk-*.c.  Tables are found by name:
# data/<dir>/<file>.tsv is compiled into build/gen/<dir>_<file>.h by
# tools/mktab, but for data/gaz, which tools/mkgaz makes one file of that is
# mapped at run time.  B and BIN may be set to build elsewhere.

B = build
BIN = bin
PREFIX = /usr/local
DESTDIR =
CC = cc
CFLAGS = -O2 -g
LDFLAGS =

# An arena lives until exit: what is not freed then is no leak.
export ASAN_OPTIONS = detect_leaks=0

WARN = -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion \
	-Wstrict-prototypes -Wmissing-prototypes -Wwrite-strings \
	-Wpointer-arith -Wvla -Wformat=2 -Wundef -Wcast-qual
CPPFLAGS = -D_POSIX_C_SOURCE=200809L -Isrc -I$(B)/gen \
	-DPK_DATADIR='"$(PREFIX)/share/pk"'
ALL_CFLAGS = -std=c11 $(WARN) $(CPPFLAGS) $(CFLAGS)
# uchardet is C++: linked as an archive it does not load that language's
# library, which takes longer to start than all of a program of pk.
archive = $(filter /%,$(shell $(CC) -print-file-name=lib$(1).a))
UCHARDET := $(if $(and $(call archive,uchardet),$(call archive,stdc++)),\
	$(call archive,uchardet) $(call archive,stdc++),-luchardet)
LIBS = -lpcre2-8 -lutf8proc $(UCHARDET) -lxxhash -lm

LIB_SRC = $(wildcard src/base/*.c src/text/*.c src/fact/*.c src/story/*.c)
LIB_OBJ = $(LIB_SRC:src/%.c=$(B)/%.o)
PROGS = $(patsubst src/prog/%.c,%,$(wildcard src/prog/pk-*.c))
TABLES = $(filter-out data/gaz/%,$(wildcard data/*/*.tsv)) data/gaz/countries.tsv
GEN = $(foreach t,$(TABLES),$(B)/gen/$(subst -,_,$(subst /,_,$(t:data/%.tsv=%))).h)
GAZ_SRC = $(wildcard data/gaz/*.tsv)
UNITS = $(patsubst tests/unit/%.c,$(B)/unit/%,$(wildcard tests/unit/*.c))
FUZZERS = $(filter-out main,$(patsubst tests/fuzz/%.c,%,$(wildcard tests/fuzz/*.c)))
# Where jansson is missing, what is held against it is left out.
HAVE_JANSSON := $(shell printf '\043include <jansson.h>\n' | $(CC) -E -x c - >/dev/null 2>&1 && echo yes)
REPLAYS = $(patsubst tests/fuzz/%.c,$(B)/replay/%,$(filter-out tests/fuzz/main.c,$(if $(HAVE_JANSSON),$(wildcard tests/fuzz/*.c),$(shell grep -L jansson.h tests/fuzz/*.c))))
MAN = $(wildcard man/*.[157])
# Gathers what is asked of many files in one place, so that they run in turn.
SELF = $(MAKE) --no-print-directory

SHARE = $(B)/share/pk/gaz.db $(B)/share/pk/tag.model

all: $(PROGS:%=$(BIN)/%) $(SHARE) ## build all programs (default)

$(BIN)/pk-%: $(B)/prog/pk-%.o $(B)/libpk.a
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $< $(B)/libpk.a $(LIBS)

$(B)/libpk.a: $(LIB_OBJ)
	rm -f $@
	$(AR) rcs $@ $(LIB_OBJ)

$(B)/%.o: src/%.c | $(GEN)
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

# build/gen/num_words.h of data/num/words.tsv; a "-" in a file's name is "_"
# in the header's.
define gen_rule
$(B)/gen/$(subst -,_,$(subst /,_,$(1:data/%.tsv=%))).h: $(1) tools/mktab
	@mkdir -p $$(@D)
	tools/mktab $(1) > $$@.tmp
	mv $$@.tmp $$@
endef
$(foreach t,$(TABLES),$(eval $(call gen_rule,$(t))))

$(B)/mkgaz: tools/mkgaz.c $(B)/libpk.a
	$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $< $(B)/libpk.a $(LIBS)

$(B)/share/pk/gaz.db: $(GAZ_SRC) $(B)/mkgaz
	@mkdir -p $(@D)
	$(B)/mkgaz $@.tmp $(GAZ_SRC)
	mv $@.tmp $@

$(B)/share/pk/tag.model: data/tag/tag.model
	@mkdir -p $(@D)
	cp $< $@.tmp
	mv $@.tmp $@

$(B)/unit/%: tests/unit/%.c $(B)/libpk.a
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -MMD -MP $(LDFLAGS) -o $@ $< $(B)/libpk.a $(LIBS)

# The fuzz targets without libFuzzer: they run over their corpus.
$(B)/replay/%: tests/fuzz/%.c $(B)/fuzz/main.o $(B)/libpk.a
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -MMD -MP $(LDFLAGS) -o $@ $< $(B)/fuzz/main.o \
	    $(B)/libpk.a $(LIBS) $(if $(findstring jansson.h,$(shell cat $<)),-ljansson)

$(B)/fuzz/main.o: tests/fuzz/main.c
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

units: $(UNITS) $(REPLAYS)

check: all units ## run the tests (T=name: those of one module or program)
	T="$(T)" B="$(B)" BIN="$(BIN)" tests/run

golden: all ## show what changed in the golden outputs, and take it
	B="$(B)" BIN="$(BIN)" tests/golden/run --take

lint: all ## formatting, static analysis, sizes, layers, manuals, tables
	CC="$(CC)" B="$(B)" BIN="$(BIN)" tools/lint

san: ## the tests under the address and undefined-behaviour sanitizers
	$(SELF) check B=build/san BIN=build/san/bin CC=clang \
	    CFLAGS="-O1 -g -fno-omit-frame-pointer \
	    -fsanitize=address,undefined -fno-sanitize-recover=all"

FUZZ_SECONDS = 20
FUZZ_FLAGS = -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all
fuzz: ## each fuzz target for FUZZ_SECONDS (20)
	$(SELF) fuzzers B=build/fuzz CC=clang \
	    CFLAGS="$(FUZZ_FLAGS) -fsanitize=fuzzer-no-link"
	B=build/fuzz SECONDS_EACH=$(FUZZ_SECONDS) tools/fuzz $(FUZZERS)

fuzzers: $(FUZZERS:%=$(B)/fuzz/%) $(SHARE)

$(B)/fuzz/%: tests/fuzz/%.c $(B)/libpk.a
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -fsanitize=fuzzer -o $@ $< $(B)/libpk.a \
	    $(LIBS) -ljansson

quality: all ## precision and recall on the labelled sets, held to floors
	BIN="$(BIN)" tools/quality

bench: all ## speed against named tools, as ratios of runs in turn
	BIN="$(BIN)" tools/bench

model: all ## train data/tag/tag.model anew (wants ../shared)
	BIN="$(BIN)" tools/train data/tag/tag.model

tables: ## make the gazetteer's source tables anew (downloads packages)
	tools/mktables

install: all ## install into DESTDIR and PREFIX
	$(SELF) install-files B="$(B)" BIN="$(BIN)"

install-files:
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/pk
	install bin/pk $(PROGS:%=$(BIN)/%) $(DESTDIR)$(PREFIX)/bin
	install -m 644 $(B)/share/pk/* $(DESTDIR)$(PREFIX)/share/pk
	for m in $(MAN); do \
	    d=$(DESTDIR)$(PREFIX)/share/man/man$${m##*.}; \
	    install -d $$d && install -m 644 $$m $$d || exit; done
	for s in bash/bash-completion/completions/ zsh/zsh/site-functions/_ \
	    fish/fish/vendor_completions.d/; do \
	    for p in $(PROGS); do \
	        to=$(DESTDIR)$(PREFIX)/share/$${s#*/}; \
	        case $${s%%/*} in bash) f=$$to$$p;; zsh) f=$$to$$p;; \
	        fish) f=$$to$$p.fish;; esac; \
	        mkdir -p $$(dirname $$f) && \
	        $(BIN)/$$p --completion $${s%%/*} > $$f || exit; done; done

fmt: ## format the C files
	clang-format -i src/*/*.[ch] tests/unit/*.[ch] tests/fuzz/*.[ch] tools/*.c

clean: ## remove what was built
	rm -rf build $(PROGS:%=bin/%)

help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## /\1: /p' Makefile | \
	    awk -F ': ' '{ printf "  make %-9s %s\n", $$1, $$2 }'

.PHONY: all units check golden lint san fuzz fuzzers quality bench model tables \
	install install-files fmt clean help
.SECONDARY:

-include $(LIB_OBJ:.o=.d) $(PROGS:%=$(B)/prog/%.d) $(UNITS:=.d)
