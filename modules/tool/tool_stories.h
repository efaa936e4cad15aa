/* SPDX-License-Identifier: MIT */
#ifndef TOOL_TOOL_STORIES_H
#define TOOL_TOOL_STORIES_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "model/casetype.h"

/* The sample dossiers as etc/demo/stories.txt tells them. */
#define STORY_WORDS 5

struct story_phrase {
	struct story_phrase *next;
	const char *key;
	const char *text[LANGUAGES];
};

struct story_act {
	struct story_act *next;
	int line;
	int64_t day;		/* after the arrival */
	const char *who;	/* clerk screener lead other head */
	const char *word[STORY_WORDS];	/* the act, then its words, "" */
	const char *from[STORY_WORDS];	/* the line from that word on */
};

struct story_limit {		/* what somebody may approve */
	struct story_limit *next;
	const char *person, *amount;
	bool rate;		/* what an hour of them costs */
};

struct story_plot {
	struct story_plot *next;
	const char *name;
	struct story_act *acts;
};

struct story_value {
	struct story_value *next;
	const char *field, *text;
	int64_t no;		/* row of a group: field/no */
};

struct story_party {		/* somebody else who takes part */
	struct story_party *next;
	const char *role, *name, *email, *phone;
};

struct story {
	struct story *next;
	int line;
	const char *type, *language, *medium;
	int64_t ago;		/* days */
	const struct story_plot *plot;
	struct story_act *acts;	/* its own, after those of the plot */
	const char *key;	/* that acts of others name it by, or "" */
	const char *title, *says, *outcome;
	bool company;
	const char *name, *email, *phone;
	struct story_value *values;
	struct story_value *found;	/* later, by the act of that name */
	struct story_party *parties;
	struct story_value *labels;	/* only their text */
};

struct stories {
	struct story_phrase *phrases;
	struct story_plot *plots;
	struct story_limit *limits;
	struct story *first;
};

/* Reads a whole file; false after *why got a sentence with the line. */
bool	 tool_stories_read(struct arena *, const char *path,
	    struct stories *out, const char **why);
/* The phrase in a language; the key itself when there is none. */
const char *tool_stories_phrase(const struct stories *, const char *key,
	    const char *lang);

#endif
