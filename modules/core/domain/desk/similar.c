/* SPDX-License-Identifier: MIT */
/* Is the matter of a new request one that is open already? */
#include "domain/desk/similar.h"

#include <string.h>

#include "base/day.h"
#include "domain/type/casetype.h"
#include "store/store_similar.h"
#include "text/fold.h"
#include "text/message.h"

#define OLDEST (90 * DAY)	/* of what is looked at */
#define FRESH (30 * DAY)	/* one requester, one type: no word needed */
#define WORDS 12		/* of a title that are compared */
#define ASKED 6			/* of these are asked for, the longest */
#define HOLDERS 20
#define LETTERS 4		/* of a word that says something */

struct title {
	const char *words[WORDS];
	size_t n;
};

struct search {
	struct ctx *cx;
	const struct similar_ask *ask;
	struct title title;
	int64_t person;
	struct store_person_known known;
	int64_t holders[HOLDERS];	/* of one of the identifiers */
	size_t nholders;
	struct similar *found;
};

static bool
has(const struct title *t, const char *word)
{
	size_t i;

	for (i = 0; i < t->n; i++)
		if (strcmp(t->words[i], word) == 0)
			return true;
	return false;
}

/* Short words say little, but for numbers and pairs of Japanese signs. */
static bool
telling(const char *word)
{
	return fold_length(word) >= LETTERS || (unsigned char)*word >= 0xe3 ||
	    strpbrk(word, "0123456789") != NULL;
}

static void
title_of(struct ctx *cx, const char *text, struct title *t)
{
	const char *w = fold_words(cx->arena, text), *word;
	size_t len;

	t->n = 0;
	while (*w != '\0' && t->n < WORDS) {
		len = strcspn(w, " ");
		word = arena_textn(cx->arena, w, len);
		w += len + (w[len] == ' ');
		if (telling(word) && !has(t, word))
			t->words[t->n++] = word;
	}
}

static long
shared(const struct title *a, const struct title *b)
{
	long n = 0;
	size_t i;

	for (i = 0; i < a->n; i++)
		n += has(b, a->words[i]);
	return n;
}

/* How the party by which it was found is the one who asks. */
static const char *
relation(const struct search *s, const struct store_similar *row)
{
	size_t i;

	if (row->person == 0)
		return "";
	if (row->person == s->person)
		return _("same requester");
	if (s->known.email_key[0] != '\0' &&
	    strcmp(row->email_key, s->known.email_key) == 0)
		return _("same e-mail address");
	for (i = 0; i < s->nholders; i++)
		if (s->holders[i] == row->person)
			return _("same identifier");
	return _("same phone number");
}

static const char *
words_reason(struct ctx *cx, const char *why, long words)
{
	const char *of;

	if (words == 0)
		return why;
	of = arena_printf(cx->arena, message_plural(
	    "%ld word of the title", "%ld words of the title", words), words);
	return why[0] == '\0' ? of :
	    arena_printf(cx->arena, "%s, %s", why, of);
}

static bool
likely(const struct search *s, const struct store_similar *row, long words)
{
	bool type = strcmp(row->type, s->ask->type) == 0;

	if (row->person != 0)
		return words > 0 ||
		    (type && row->received >= s->cx->now - FRESH);
	return type && words >= 2 && words * 2 >= (long)s->title.n;
}

/* Sorted by score, then the newest; a dossier once, for its first reason. */
static void
insert(struct search *s, struct similar *new)
{
	struct similar **at = &s->found, *other;

	for (other = s->found; other != NULL; other = other->next)
		if (other->id == new->id)
			return;
	while (*at != NULL && (*at)->score >= new->score)
		at = &(*at)->next;
	new->next = *at;
	*at = new;
}

static enum err
judge(struct search *s, const struct store_similar *row)
{
	struct similar *new;
	struct title title;
	long words;
	enum err e;

	for (; row != NULL; row = row->next) {
		title_of(s->cx, row->title, &title);
		words = shared(&s->title, &title);
		if (!likely(s, row, words))
			continue;
		new = arena_alloc(s->cx->arena, sizeof(*new));
		new->id = row->id;
		new->number = row->number;
		new->title = row->title;
		new->status = row->status;
		new->requester = row->requester;
		new->received = row->received;
		new->workable = row->workable;
		new->score = words + (row->person != 0 ? 2 : 0);
		new->why = words_reason(s->cx, relation(s, row), words);
		if ((e = casetype_by_id(s->cx, row->type_id,
		    &new->type)) != OK)
			return e;
		insert(s, new);
	}
	return OK;
}

/* What the one who asks is known by. */
static enum err
know(struct search *s)
{
	const struct person *p = s->ask->requester;
	const struct person_new *n = s->ask->typed;
	struct ctx *cx = s->cx;
	const char *email = p != NULL ? p->email : n != NULL ? n->email : "";
	const char *phone = p != NULL ? p->phone : n != NULL ? n->phone : "";

	s->person = p == NULL ? 0 : p->id;
	s->known.name_key = "";
	s->known.email_key = fold(cx->arena, email == NULL ? "" : email);
	s->known.phone_key = person_likely_phone(cx,
	    phone == NULL ? "" : phone);
	s->known.identifiers = p != NULL ? p->identifiers :
	    n != NULL ? n->identifiers : NULL;
	return store_person_near_holders(cx, s->known.identifiers,
	    s->holders, HOLDERS, &s->nholders);
}

/* The longest words of the title are the rarest, most likely. */
static size_t
longest(const struct title *t, const char *out[ASKED])
{
	size_t i, j, n = 0;

	for (i = 0; i < t->n; i++) {
		for (j = n < ASKED ? n++ : ASKED; j > 0 &&
		    strlen(out[j - 1]) < strlen(t->words[i]); j--)
			if (j < ASKED)
				out[j] = out[j - 1];
		if (j < ASKED)
			out[j] = t->words[i];
	}
	return n;
}

enum err
similar_find(struct ctx *cx, const struct similar_ask *ask, int limit,
    struct similar **out)
{
	struct search s = { .cx = cx, .ask = ask };
	struct store_similar *rows;
	const char *words[ASKED];
	struct similar **at;
	size_t n;
	enum err e;

	*out = NULL;
	title_of(cx, ask->title, &s.title);
	if ((e = know(&s)) != OK ||
	    (e = store_similar_people(cx, s.person, &s.known,
	    cx->now - OLDEST, &rows)) != OK || (e = judge(&s, rows)) != OK)
		return e;
	n = longest(&s.title, words);
	if ((e = store_similar_words(cx, ask->type, words, n,
	    cx->now - OLDEST, &rows)) != OK || (e = judge(&s, rows)) != OK)
		return e;
	for (at = &s.found; *at != NULL && limit > 0; limit--)
		at = &(*at)->next;
	*at = NULL;
	*out = s.found;
	return OK;
}
