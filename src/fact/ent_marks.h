/*
 * ent_marks.h - what may be known of a candidate: its marks.
 *
 * Those of the name itself are the same at each of its mentions (nearly: the
 * vote takes their mean); those of the place where it stands add up.
 *
 * data/ent/points.tsv has a line for each: how much it says for each class.
 * To add one: a line here, set_if() in ent_mark.c or ent_known.c, and
 * tools/fit-points for its points (without a line there it says nothing).
 */
#ifndef PK_ENT_MARKS_H
#define PK_ENT_MARKS_H

/* clang-format off */
#define NAME_MARKS(X) \
	X(BIAS)           /* always */ \
	X(ONE)            /* one word with a capital */ \
	X(TWO)            /* two */ \
	X(THREE)          /* three */ \
	X(FOUR)           /* four */ \
	X(LONG)           /* more than four */ \
	X(UPPER)          /* a word is in capitals: "NATO" */ \
	X(MIXED)          /* a word is like "DeepState" */ \
	X(INITIAL)        /* a single capital letter in it */ \
	X(HYPHEN)         /* a hyphen in it */ \
	X(OF)             /* "of", "for" in it */ \
	X(AND)            /* "and" in it */ \
	X(AMP)            /* "&" in it */ \
	X(BRIDGED)        /* "-upon-" in it */ \
	X(PARTICLE)       /* "de", "bin" in it */ \
	X(SHORT)          /* one word of one or two bytes */ \
	X(FIRST)          /* begins with a given name, no word: "Ana" */ \
	X(FIRST_WORD)     /* with one that is: "Grace" */ \
	X(FIRST_ONLY)     /* one word, a given name */ \
	X(LAST)           /* ends with a family name that is no word */ \
	X(LAST_WORD)      /* with one that is: "Baker" */ \
	X(FIRST_LAST)     /* given name first, family name last */ \
	X(ALL_WORDS)      /* all words are English words: "Green Party" */ \
	X(SOME_WORD)      /* some are */ \
	X(NO_WORD)        /* none is */ \
	X(COMMON)         /* the first is a very common word */ \
	X(UNKNOWN)        /* the last word is in no list */ \
	X(LOW)            /* the document has a word of it in small letters */ \
	X(LOW_ALL)        /* all words of it */ \
	X(END_PLACE)      /* ends as places do: "-grad" */ \
	X(END_PERSON)     /* as people do: "-enko" */ \
	X(END_NORP)       /* as adjectives of places do: "-ian" */ \
	X(PLURAL)         /* ends in "s" */ \
	X(COUNTRY)        /* in the gazetteer it is a country */ \
	X(STATE)          /* a state or province */ \
	X(COUNTY)         /* a county */ \
	X(CITY_BIG)       /* a city of half a million people */ \
	X(CITY_MID)       /* a town of fifty thousand */ \
	X(CITY_SMALL)     /* a smaller one */ \
	X(AREA)           /* a region */ \
	X(WATER)          /* a sea or river */ \
	X(LAND)           /* a mountain or island */ \
	X(SITE)           /* a building */ \
	X(SEAT)           /* a seat of government */ \
	X(ORG)            /* an organisation */ \
	X(MEDIA)          /* a newspaper, an agency */ \
	X(PERSON)         /* somebody in the news */ \
	X(EVENT)          /* an event */ \
	X(MISC)           /* another thing */ \
	X(ALIAS)          /* only by another name than its own */ \
	X(FOLD)           /* only by its sound */ \
	X(NO_GAZ)         /* in no list as a whole */ \
	X(BEGINS_PLACE)   /* a place begins it: "Boston Bruins" */ \
	X(BEGINS_NORP)    /* a nationality: "Croatian Union" */ \
	X(BEGINS_ORG)     /* an organisation: "Google Maps" */ \
	X(ENDS_PLACE)     /* a place ends it */ \
	X(HEAD_ORG)       /* its last word is like "University" */ \
	X(HEAD_UNIT)      /* "Brigade" */ \
	X(HEAD_PLACE)     /* "River" */ \
	X(HEAD_EVENT)     /* "War" */ \
	X(HEAD_MISC)      /* "Act" */ \
	X(HEAD_OF_ORG)    /* "Ministry of" in it */ \
	X(HEAD_FIRST_PLACE) /* its first word is like "Lake" */ \
	X(HEAD_FIRST_EVENT) /* like "Hurricane" */ \
	X(D_SURNAME)      /* a full name of the document ends so */ \
	X(D_GIVEN)        /* one begins so */ \
	X(D_PART)         /* a word of a longer name, not a person's */ \
	X(D_ACRONYM)      /* the initials of one */ \
	X(D_BASE)         /* one word, and the document has its adjective */ \
	X(D_ADJECTIVE)    /* one word, and it is one of a name here */ \
	X(D_LAND)         /* a place so named is in a country named */ \
	X(D_AREA)         /* in a state or province of it */ \
	X(D_OFTEN)        /* three or more mentions */ \
	X(D_ONCE)         /* one mention */ \
	X(D_FULL)         /* several words that look like a person's name */ \
	X(UPPER_NEW)      /* one word, UPPER and NO_GAZ */ \
	X(NEW_LAST)       /* one word, NO_GAZ and LAST */ \
	X(WORD_PLACE)     /* one word, small place, ALL_WORDS: "Reading" */ \
	X(FIRST_PLACE)    /* a small place and FIRST_ONLY: "Florence" */ \
	X(LAST_PLACE)     /* one word, a small place and LAST: "Henderson" */ \
	X(ONLY_PLACE)     /* one word, only places have it, no person */ \
	X(ONLY_ORG)       /* in the gazetteer only organisations have it */ \
	X(STRANGE)        /* one word that is in no list of words */ \
	X(LONG_PLACE)     /* several words that only places have */ \
	X(PLURAL_PLACE)   /* BEGINS_PLACE and PLURAL: "Dallas Stars" */

#define CONTEXT_MARKS(X) \
	X(START)          /* it begins a sentence or a quotation */ \
	X(HEADING)        /* in a heading */ \
	X(MID_STRANGE)    /* STRANGE, neither START nor HEADING */ \
	X(TITLED)         /* a title before it: "Mr" */ \
	X(ROLED)          /* a word like "spokesman" before it */ \
	X(L_THE)          /* before it: "the" */ \
	X(L_A)            /* "a", "an" */ \
	X(L_IN)           /* "in", "near" */ \
	X(L_FROM)         /* "from", "to" */ \
	X(L_BY)           /* "by", "with" */ \
	X(L_OF)           /* "of" */ \
	X(L_PLACE_OF)     /* "town of", "north of" */ \
	X(L_COMMA_OF)     /* ", of": "Ann Lee, 28, of Leeds" */ \
	X(L_GOV_OF)       /* "government of", "border of" */ \
	X(L_TITLE_OF)     /* "president of" */ \
	X(L_MOVE)         /* "fled", "crossed" */ \
	X(L_SAY)          /* "said" */ \
	X(L_PLACE)        /* "eastern", "city" */ \
	X(L_ORG)          /* "newspaper" */ \
	X(L_AND)          /* "and", "or" */ \
	X(L_COMMA)        /* a comma */ \
	X(L_NOUN_PLACE)   /* "the capital," */ \
	X(L_NOUN_PERSON)  /* "the minister," */ \
	X(WATER_BY)       /* "river" on either side */ \
	X(L_ON)           /* "on" */ \
	X(L_AT)           /* "at" */ \
	X(L_QUOTE)        /* a quotation mark */ \
	X(L_BRACKET)      /* an opening bracket */ \
	X(L_NUMBER)       /* a number */ \
	X(L_LOW)          /* a content word in small letters */ \
	X(L_VERB)         /* "has", "wants" */ \
	X(LIST_IN)        /* not the first in a list behind "in" */ \
	X(LIST_PLACE)     /* in a list behind "villages" */ \
	X(BY_PLACE)       /* "and" or a comma between it and a place */ \
	X(BY_PERSON)      /* the same, and a person */ \
	X(BY_ORG)         /* the same, and an organisation */ \
	X(R_SAY)          /* behind it: "said" */ \
	X(R_ACT)          /* "has", "wants" */ \
	X(R_STATE)        /* "annexed" */ \
	X(R_HE)           /* "he" in what follows */ \
	X(R_IT)           /* "its" */ \
	X(POSS_GOV)       /* "'s army" */ \
	X(POSS_KIN)       /* "'s wife" */ \
	X(R_GOV)          /* "army" */ \
	X(APPOS_PLACE)    /* ", a town" */ \
	X(APPOS_PERSON)   /* ", a teacher" */ \
	X(APPOS_ORG)      /* ", a company" */ \
	X(DATELINE)       /* "Berlin, May 3 (Agency) -" */ \
	X(DATE_UPPER)     /* DATELINE, in capitals */ \
	X(R_AGE)          /* ", 34," */ \
	X(R_COMMA)        /* a comma */ \
	X(R_COMMA_PLACE)  /* a comma and a place: ", Ohio" */ \
	X(R_POSS)         /* "'s" */ \
	X(R_PLACE)        /* "region", "city" */ \
	X(R_TOWN)         /* "police", "man", "residents" */ \
	X(TOWN_PLACE)     /* a place and R_TOWN */ \
	X(R_ORG)          /* "officials", "shares" */ \
	X(R_PERSON)       /* "who" */ \
	X(R_BRACKET)      /* an opening bracket */ \
	X(R_BASED)        /* "-based" */ \
	X(R_HYPHEN)       /* a hyphen */ \
	X(R_AND)          /* "and" */ \
	X(R_NUMBER)       /* a number */ \
	X(R_UNIT)         /* "brigade", in small letters */ \
	X(R_END)          /* the sentence's end */ \
	X(R_IN)           /* a preposition */ \
	X(R_LOW)          /* a content word in small letters */ \
	X(R_TITLE)        /* a title in small letters */ \
	X(START_WORD)     /* one word, START and ALL_WORDS */ \
	X(START_LOW)      /* one word, START and LOW */ \
	X(PLACE_IN)       /* a place and L_IN */ \
	X(PLACE_LOW)      /* a place and R_LOW */ \
	X(PLACE_ORG)      /* a place and R_ORG */ \
	X(PLACE_THE)      /* a place, L_THE or L_A, and R_LOW */ \
	X(PLACE_SAY)      /* a place and R_SAY or R_ACT */ \
	X(PLACE_OF)       /* a place and L_OF */ \
	X(PLACE_BY)       /* a place and BY_PLACE */ \
	X(NEW_LOW)        /* one word, NO_GAZ and R_LOW */ \
	X(NEW_IN)         /* one word, NO_GAZ and L_IN */ \
	X(ORG_ON)         /* ORG and L_ON */ \
	X(NEW_FROM)       /* one word, NO_GAZ and L_FROM */ \
	X(NEW_ACT)        /* one word, NO_GAZ and R_ACT */ \
	X(NEW_GOV)        /* one word, NO_GAZ and POSS_GOV or R_GOV */ \
	X(NEW_BY_PLACE)   /* one word, NO_GAZ and BY_PLACE or LIST_IN */ \
	X(NEW_PLACE)      /* one word, NO_GAZ, word of places beside it */ \
	X(NORP_LOW)       /* END_NORP, NO_GAZ and R_LOW */ \
	X(NEW_SAY)        /* one word, NO_GAZ and R_SAY */ \
	X(NEW_POSS)       /* one word, NO_GAZ and R_POSS */ \
	X(THE_ONE)        /* one word, L_THE, neither START nor R_LOW */ \
	X(HEAD_ALONE)     /* one word like "Army" or "Senate", not START */ \
	X(THE_AREA)       /* one word, AREA or WATER, L_THE and not START */
/* clang-format on */

#define MARKS(X) NAME_MARKS(X) CONTEXT_MARKS(X)

#endif
