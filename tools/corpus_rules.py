"""What the marks of data/corpus must agree on, for tools/corpus check.

Each rule is a function of an article that yields complaints; the rules are
those of docs/GUIDELINES.md and of data/corpus/README.md. A name that breaks
one and is right stands behind "seen:" in the head of its article.
"""
import collections
import os
import re

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
NAMES = {"person", "place", "org", "unit", "norp", "event", "misc"}

# Two classes that no context explains: where one name has both, one is wrong,
# in the article and over all of them.
APART = [{"unit", "org"}, {"unit", "event"}, {"misc", "event"},
         {"norp", "place"}]
# Short forms of a country's name: always a place, also before a noun.
COUNTRIES = {"US", "U.S.", "UK", "U.K.", "UAE"}
# What the words of a name say of its class: (pattern, classes, why).
KINDS = [(re.compile(p), set(c.split()), f"should be {c.replace(' ', ' or ')}")
         for p, c in (
    (r" v\.? [A-Z]", "event"),
    (r"^Operation [A-Z]", "event unit"),
    (r"^Exercise [A-Z]", "event"),
    (r" (Championships?|Grand Prix|Olympics|World Cup)$", "event"),
    (r"^(Hurricane|Cyclone|Typhoon) [A-Z]", "event"),
    (r" (Act|Bill|Directive|Treaty)( (of )?\d{4})?$", "misc"),
    (r"^(HMS|USS|INS|MV|MT|HMNZS|BRP|SLNS|NNS|USNS) [A-Z]", "misc"),
    (r" (Times|Herald|Gazette|Courier|Tribune|Telegraph|Observer|Weekly)$",
     "org"),
    (r" (University|College|Academy|Hospital|Court|School)$", "org place"),
    (r" (Party|Ministry|Agency|Authority|Commission|Council|Corp\.?|Inc\.?|"
     r"Ltd\.?|plc|GmbH|S\.?A\.?|LLC|Oyj|AB)$", "org"),
    (r" (Airport|Bridge|River|Street|Road|Avenue|Island|Province|County)$",
     "place"))]
# Capitalised common nouns that are no name by themselves.
BARE = {"Government", "Police", "Ministry", "Embassy", "Council", "Company",
        "Board", "Department", "Kingdom", "Republic", "Sultanate",
        "Opposition", "Cabinet", "Corporate Communications"}
# Forces as a whole are organisations, what they consist of are units.
FORCE = re.compile(r"\b(Army|Navy|Air Force|Police|Armed Forces|Coast Guard|"
                   r"Defen[cs]e Forces?|National Guard|Constabulary)$")
FORMATION = re.compile(r"^(\d+(st|nd|rd|th)?|First|Second|Third) .*\b(Brigade|"
                       r"Battalion|Regiment|Squadron|Division|Wing|Fleet|"
                       r"Army Corps|Company|Group)$")
LINK = re.compile(r" of (the )?")


def table(name, column, wanted):
    """The first fields of a table's lines whose COLUMN is in WANTED."""
    with open(os.path.join(ROOT, "data/ent", name), encoding="utf-8") as f:
        rows = [x.rstrip("\n").split("\t") for x in f if not x.startswith("#")]
    return {r[0]: r for r in rows if len(r) > column and r[column] in wanted}


TITLES = table("titles.tsv", 1, {"honor", "rank"})
HEADS = table("heads.tsv", 1, NAMES)


class Article:
    """A text, its bytes and its names in order."""

    def __init__(self, label, head, text, spans):
        self.label, self.text, self.data = label, text, text.encode()
        self.seen = {w.strip() for w in head.get("seen", "").split(",")}
        self.plain = {w.strip() for w in head.get("plain", "").split(",")}
        self.names = [s for s in spans if s["class"] in NAMES]
        self.covered = [(s["start"], s["end"]) for s in spans]
        self.classes = collections.defaultdict(set)
        for s in self.names:
            self.classes[s["text"]].add(s["class"])

    def between(self, a, b):
        return self.data[a["end"]:b["start"]].decode("utf-8", "replace")

    def pairs(self):
        return zip(self.names, self.names[1:])

    def bare(self, word):
        """Where WORD stands, not as part of a longer one, and no mark is."""
        for m in re.finditer(rb"(?<![\w-])" + re.escape(word.encode()) +
                             rb"(?![\w-])", self.data):
            if not any(a < m.end() and m.start() < b
                       for a, b in self.covered):
                yield self.data[max(0, m.start() - 20):m.end() + 20].decode(
                    "utf-8", "replace").replace("\n", " ")


# ---- one article ------------------------------------------------------------

def forgotten(art):
    """A name that is marked once and stands elsewhere without a mark."""
    for name in sorted(art.classes):
        if name in art.plain:
            continue
        forms = {name}
        if len(name) > 3 and not name.isupper():
            forms.add(name.upper())
        for form in sorted(forms - art.plain):
            for around in art.bare(form):
                yield name, f"stands without a mark in {around!r}"


def surnames(art):
    """The last name of somebody, without a mark."""
    for s in art.names:
        last = s["text"].split()[-1]
        if s["class"] != "person" or last == s["text"] or \
                not last[0].isupper() or len(last) < 4 or last in art.plain:
            continue
        for around in art.bare(last):
            yield last, f"stands without a mark in {around!r}"


def two_classes(art):
    for name, classes in art.classes.items():
        if len(classes) > 1 and classes != {"norp", "misc"}:
            yield name, "is " + " and ".join(sorted(classes))


def acronyms(art):
    """Of "Name of Some Body (NSB)" both are of one class."""
    for a, b in art.pairs():
        initials = "".join(w[0] for w in a["text"].split() if w[0].isupper())
        if art.between(a, b) in (" (", ' ("') and a["class"] != b["class"] \
                and initials == b["text"]:
            yield b["text"], f"is {b['class']}, {a['text']} {a['class']}"


def longest(art):
    """A unit and what it is part of are one name, and so are an adjective or
    a country and the institution that follows."""
    for a, b in art.pairs():
        gap, pair = art.between(a, b), (a["class"], b["class"])
        whole = a["text"] + gap + b["text"]
        if LINK.fullmatch(gap) and a["class"] == "unit" and \
                b["class"] in ("unit", "org"):
            yield whole, "is one name"
        words = b["text"].lower().split()
        if gap == " " and pair in (("norp", "org"), ("place", "org")) and \
                len(words) > 1 and {words[0], words[-1]} & set(HEADS):
            yield whole, "is one name"


def edges(art):
    """What does not belong to a name: titles, articles, "'s", common nouns."""
    for s in art.names:
        words = s["text"].split()
        first = words[0].rstrip(".").lower()
        if s["class"] == "person" and len(words) > 1 and first in TITLES:
            yield s["text"], "begins with a title"
        if words[0] in ("the", "a", "an"):
            yield s["text"], "begins with an article"
        last = words[-1]
        if len(words) > 1 and words[0][0].isupper() and last in HEADS:
            yield s["text"], f"ends with a common noun, {last!r}"
        bare = re.sub(r"['’]s$", "", s["text"])
        if bare != s["text"] and s["class"] in art.classes.get(bare, ()):
            yield s["text"], "has \"'s\" here and not elsewhere"
        m = re.match(r"(.*?)['’]s [A-Z]", s["text"])
        if m and {"place", "norp"} & art.classes.get(m.group(1), set()) and \
                s["class"] in ("org", "unit"):
            yield s["text"], "is two names"


def kinds(art):
    """Classes that follow from the words of a name."""
    for s in art.names:
        name, has = s["text"], s["class"]
        for wrong, why in (
                (name in BARE and has != "person", "is no name"),
                (name in COUNTRIES and has == "norp", "is a place"),
                (FORCE.search(name) and has == "unit" and
                 " of " not in name, "is a whole force: org"),
                (FORMATION.search(name) and has == "org", "is a unit")):
            if wrong:
                yield name, why
        for pattern, classes, why in KINDS:
            if pattern.search(name) and has not in classes:
                yield name, why


RULES = (forgotten, surnames, two_classes, acronyms, longest, edges, kinds)


def article(art):
    for rule in RULES:
        for name, why in rule(art):
            if name not in art.seen:
                yield f"{art.label}: {name!r} {why}"


# ---- all articles -----------------------------------------------------------

def everywhere(arts):
    """Names whose classes in different articles exclude each other, and
    acronyms and longer names that one article marks and another does not."""
    where = collections.defaultdict(lambda: collections.defaultdict(list))
    for art in arts:
        for name, classes in art.classes.items():
            if name not in art.seen:
                for c in classes:
                    where[name][c].append(art.label)
    for name, by in sorted(where.items()):
        for pair in APART:
            if pair <= set(by):
                yield f"{name!r} is " + " and ".join(
                    f"{c} in {', '.join(by[c])}" for c in sorted(pair))
    telling = [n for n in where if re.fullmatch(r"[A-Z]{3,}", n) or
               " " in n and n[0].isupper()]
    for art in arts:
        for name in telling:
            if name in art.classes or name in art.seen or \
                    name not in art.text or name in art.plain:
                continue
            for around in art.bare(name):
                yield f"{art.label}: {name!r} stands without a mark in " \
                    f"{around!r}"
