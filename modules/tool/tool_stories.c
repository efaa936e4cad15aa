/* SPDX-License-Identifier: MIT */
/* Reads the stories of the demo: a line is a word and its rest. */
#include "tool/tool_stories.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "text/message.h"

struct reader {
	struct arena *arena;
	struct stories *out;
	struct story_phrase *phrase;	/* the block under way, one of three */
	struct story_plot *plot;
	struct story *story;
	struct story_act **act_tail;
	struct story **tail;
	int line;
};

/* Cuts the first word off; *s then stands at the next one. */
static char *
cut(char **s, const char *ends)
{
	char *word = *s + strspn(*s, " ");
	size_t len = strcspn(word, ends);

	*s = word + len;
	if (**s != '\0')
		*(*s)++ = '\0';
	*s += strspn(*s, " ");
	return word;
}

static bool
begin_story(struct reader *r, char *rest)
{
	struct story *s = arena_alloc(r->arena, sizeof(*s));
	const char *name;

	s->line = r->line;
	s->type = cut(&rest, " ");
	s->language = cut(&rest, " ");
	s->ago = strtoll(cut(&rest, " "), NULL, 10);
	name = cut(&rest, " ");
	s->medium = cut(&rest, " ");
	s->key = s->title = s->says = s->outcome = "";
	s->name = s->email = s->phone = "";
	for (s->plot = r->out->plots; s->plot != NULL; s->plot = s->plot->next)
		if (strcmp(s->plot->name, name) == 0)
			break;
	*r->tail = s;
	r->tail = &s->next;
	r->act_tail = &s->acts;
	r->story = s;
	r->plot = NULL;
	r->phrase = NULL;
	return s->plot != NULL && s->medium[0] != '\0';
}

static bool
add_limit(struct reader *r, char *rest, bool rate)
{
	struct story_limit *l = arena_alloc(r->arena, sizeof(*l));

	l->person = cut(&rest, " ");
	l->amount = rest;
	l->rate = rate;
	l->next = r->out->limits;
	r->out->limits = l;
	return rest[0] != '\0';
}

static bool
begin_block(struct reader *r, const char *word, char *rest)
{
	if (strcmp(word, "dossier") == 0)
		return begin_story(r, rest);
	r->story = NULL;
	r->phrase = NULL;
	r->plot = NULL;
	if (strcmp(word, "phrase") == 0) {
		r->phrase = arena_alloc(r->arena, sizeof(*r->phrase));
		r->phrase->key = rest;
		r->phrase->next = r->out->phrases;
		r->out->phrases = r->phrase;
	} else {
		r->plot = arena_alloc(r->arena, sizeof(*r->plot));
		r->plot->name = rest;
		r->plot->next = r->out->plots;
		r->out->plots = r->plot;
		r->act_tail = &r->plot->acts;
	}
	return rest[0] != '\0';
}

static bool
add_act(struct reader *r, const char *day, char *rest)
{
	struct story_act *a = arena_alloc(r->arena, sizeof(*a));
	char *end;
	int i;

	a->line = r->line;
	a->day = strtoll(day, &end, 10);
	a->who = cut(&rest, " ");
	for (i = 0; i < STORY_WORDS; i++) {
		a->from[i] = arena_text(r->arena, rest);
		a->word[i] = cut(&rest, " ");
	}
	*r->act_tail = a;
	r->act_tail = &a->next;
	return *end == '\0' && a->word[0][0] != '\0';
}

static void
add_value(struct reader *r, struct story_value **list, char *rest)
{
	struct story_value *v = arena_alloc(r->arena, sizeof(*v));
	char *no;

	v->field = no = cut(&rest, " ");
	if ((no = strchr(no, '/')) != NULL) {
		*no = '\0';
		v->no = strtoll(no + 1, NULL, 10);
	}
	v->text = rest;
	v->next = *list;
	*list = v;
}

static void
add_label(struct reader *r, char *name)
{
	struct story_value *v = arena_alloc(r->arena, sizeof(*v));

	v->text = name;
	v->next = r->story->labels;
	r->story->labels = v;
}

static void
add_party(struct reader *r, char *rest)
{
	struct story_party *p = arena_alloc(r->arena, sizeof(*p));

	p->role = cut(&rest, " ");
	p->name = cut(&rest, ";");
	p->email = cut(&rest, ";");
	p->phone = rest;
	p->next = r->story->parties;
	r->story->parties = p;
}

static bool
add_to_story(struct reader *r, const char *word, char *rest)
{
	struct story *s = r->story;
	const char *day;

	if (strcmp(word, "title") == 0) {
		s->title = rest;
	} else if (strcmp(word, "says") == 0) {
		s->says = rest;
	} else if (strcmp(word, "outcome") == 0) {
		s->outcome = rest;
	} else if (strcmp(word, "set") == 0) {
		add_value(r, &s->values, rest);
	} else if (strcmp(word, "found") == 0) {
		add_value(r, &s->found, rest);
	} else if (strcmp(word, "key") == 0) {
		s->key = rest;
	} else if (strcmp(word, "then") == 0) {
		day = cut(&rest, " ");
		return add_act(r, day, rest);
	} else if (strcmp(word, "label") == 0) {
		add_label(r, rest);
	} else if (strcmp(word, "with") == 0) {
		add_party(r, rest);
	} else if (strcmp(word, "from") == 0 || strcmp(word, "company") == 0) {
		s->company = word[0] == 'c';
		s->name = cut(&rest, ";");
		s->email = cut(&rest, ";");
		s->phone = rest;
	} else {
		return false;
	}
	return true;
}

static bool
read_line(struct reader *r, char *line)
{
	char *word;

	if (line[0] == '\0' || line[0] == '#')
		return true;
	word = cut(&line, " ");
	if (strcmp(word, "limit") == 0 || strcmp(word, "rate") == 0)
		return add_limit(r, line, word[0] == 'r');
	if (strcmp(word, "phrase") == 0 || strcmp(word, "plot") == 0 ||
	    strcmp(word, "dossier") == 0)
		return begin_block(r, word, line);
	if (r->phrase != NULL)
		r->phrase->text[message_index(word)] = line;
	else if (r->plot != NULL)
		return add_act(r, word, line);
	else if (r->story != NULL)
		return add_to_story(r, word, line);
	else
		return false;
	return true;
}

bool
tool_stories_read(struct arena *arena, const char *path, struct stories *out,
    const char **why)
{
	struct reader r = { .arena = arena, .out = out, .tail = &out->first };
	char line[2000];
	bool good = true;
	FILE *f;

	*out = (struct stories){ 0 };
	if ((f = fopen(path, "r")) == NULL) {
		*why = arena_printf(arena, "%s cannot be read: %m", path);
		return false;
	}
	while (good && fgets(line, sizeof(line), f) != NULL) {
		r.line++;
		line[strcspn(line, "\n")] = '\0';
		good = read_line(&r, arena_text(arena, line));
	}
	fclose(f);
	if (!good)
		*why = arena_printf(arena, "%s:%d: not understood", path,
		    r.line);
	return good;
}

const char *
tool_stories_phrase(const struct stories *s, const char *key, const char *lang)
{
	const struct story_phrase *p;

	for (p = s->phrases; p != NULL; p = p->next)
		if (strcmp(p->key, key) == 0 &&
		    p->text[message_index(lang)] != NULL)
			return p->text[message_index(lang)];
	return key;
}
