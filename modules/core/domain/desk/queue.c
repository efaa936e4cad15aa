/* SPDX-License-Identifier: MIT */
/* Lists, the find box and the numbers of the start page. */
#include "domain/desk/queue.h"

#include <string.h>

#include "base/count.h"
#include "domain/dossier/dossier_look.h"
#include "domain/people/compartment.h"
#include "domain/people/person.h"
#include "domain/spine/event.h"
#include "domain/type/casetype.h"
#include "store/store_queue.h"
#include "store/store_search.h"
#include "store/store_type.h"
#include "text/fold.h"

#define MOST 1001	/* counted so far: "1,000+" */
#define FOUND 50	/* rows that the find box shows */
#define WORTH 10	/* of them, to be left out of another search */
#define PEOPLE 10

static const struct {
	const char *name;
	enum store_queue_sort sort;
} sorts[] = {
	[QUEUE_DUE] = { "due", STORE_QUEUE_DUE },
	[QUEUE_RECEIVED] = { "received", STORE_QUEUE_RECEIVED },
	[QUEUE_TITLE] = { "title", STORE_QUEUE_TITLE },
	[QUEUE_NUMBER] = { "number", STORE_QUEUE_NUMBER },
	[QUEUE_RISK] = { "risk", STORE_QUEUE_RISK },
	[QUEUE_TOUCHED] = { "touched", STORE_QUEUE_TOUCHED },
};

const char *
queue_sort_name(enum queue_sort sort)
{
	return sorts[sort].name;
}

bool
queue_sort_by_name(const char *name, enum queue_sort *out)
{
	size_t i;

	for (i = 0; i < COUNT(sorts); i++)
		if (strcmp(sorts[i].name, name) == 0) {
			*out = (enum queue_sort)i;
			return true;
		}
	return false;
}

static const char *
text_or_none(const char *s)
{
	return s == NULL ? "" : s;
}

/* The word that a person may still be typing: it begins so. Two letters
 * begin half of all words; a Chinese or Japanese one is a word. */
static bool
may_begin(const char *typed)
{
	const char *last = strrchr(typed, ' ');
	const char *word = last == NULL ? typed : last + 1;

	return strlen(word) >= 3;
}

static enum err
fill_types(struct ctx *cx, struct dossier *d)
{
	enum err e;

	for (; d != NULL; d = d->next)
		if ((e = casetype_by_id(cx, d->type_id, &d->type)) != OK)
			return e;
	return OK;
}

/* A value as its column holds it: texts are looked up folded. */
static const char *
value_key(struct ctx *cx, const struct queue_filter *f)
{
	const struct type_field *field = NULL;
	const struct casetype *t;

	if (text_or_none(f->type)[0] != '\0' &&
	    casetype_current(cx, f->type, &t) == OK)
		field = casetype_field(t, f->field);
	if (field != NULL && (field->kind == VALUE_TEXT ||
	    field->kind == VALUE_LINES))
		return fold_key(cx->arena, f->field_value);
	return text_or_none(f->field_value);
}

static bool
fill_filter(struct ctx *cx, const struct queue_filter *f,
    struct store_queue_filter *out)
{
	*out = (struct store_queue_filter){
		.type = text_or_none(f->type),
		.status = text_or_none(f->status),
		.phase = text_or_none(f->phase),
		.risk = f->risk,
		.lead = f->lead,
		.team = f->team,
		.overdue = f->overdue,
		.undated = f->undated,
		.silent = f->silent,
		.unscreened = f->unscreened,
		.field = text_or_none(f->field),
		.value = "",
		.words = "",
		.person = f->person,
		.label = f->label,
		.sort = sorts[f->sort].sort,
		.descending = f->descending,
		.after = text_or_none(f->after),
		.limit = f->limit > 0 ? f->limit : 50,
	};
	if (out->field[0] != '\0')
		out->value = value_key(cx, f);
	if (f->version != 0 && out->type[0] != '\0' && (store_type_find(cx,
	    out->type, f->version, &out->version) != OK ||
	    out->version == 0))
		return false;
	if (text_or_none(f->text)[0] == '\0')
		return true;
	out->words = store_search_words(cx, f->text);
	out->begins = may_begin(out->words);
	return out->words[0] != '\0';	/* only dots: nothing is found */
}

enum err
queue_list(struct ctx *cx, const struct queue_filter *f,
    struct queue_page *out)
{
	struct store_queue_filter s;
	struct dossier *d;
	enum err e;
	int i, limit;

	*out = (struct queue_page){ .next = "" };
	if (!fill_filter(cx, f, &s))
		return OK;
	limit = s.limit++;		/* one more says that there is more */
	if ((e = store_queue_list(cx, &s, &out->dossiers)) != OK)
		return e;
	for (d = out->dossiers, i = 1; d != NULL; d = d->next, i++)
		if (i == limit && d->next != NULL) {
			out->next = d->number;
			d->next = NULL;
		}
	out->count = i - 1;		/* all of them, when that is all */
	if (f->uncounted || (out->next[0] == '\0' && s.after[0] == '\0'))
		return fill_types(cx, out->dossiers);
	s.after = "";
	if ((e = store_queue_count(cx, &s, MOST, &out->count)) != OK)
		return e;
	return fill_types(cx, out->dossiers);
}

enum err
queue_risks(struct ctx *cx, struct dossier *list)
{
	return store_queue_risks(cx, list);
}

enum err
queue_values(struct ctx *cx, struct dossier *list,
    const char *const *fields, size_t n)
{
	return store_queue_values(cx, list, fields, n);
}

void
queue_exported(struct ctx *cx, const char *query, int64_t rows)
{
	struct event_body *b = event_body(cx);

	event_fact(b, "list", query);
	event_number(b, "rows", rows);
	event_look_topic(cx, "exports", "list.exported", b);
}

/* The first row after a place, "" none. */
static enum err
first_after(struct ctx *cx, struct store_queue_filter *f,
    const char *number, bool back, const char **out)
{
	struct store_queue_filter s = *f;
	struct dossier *d;
	enum err e;

	s.after = number;
	s.limit = 1;
	s.descending = f->descending != back;
	e = store_queue_list(cx, &s, &d);
	*out = e != OK || d == NULL ? "" : d->number;
	return e;
}

enum err
queue_around(struct ctx *cx, const struct queue_filter *f,
    const char *number, struct queue_place *out)
{
	struct store_queue_filter s;
	const char *here;
	int64_t before = 0;
	enum err e;

	*out = (struct queue_place){ .previous = "", .next = "" };
	if (!fill_filter(cx, f, &s))
		return OK;
	s.after = "";
	if ((e = store_queue_count(cx, &s, MOST, &out->count)) != OK ||
	    (e = first_after(cx, &s, number, true, &out->previous)) != OK ||
	    (e = first_after(cx, &s, number, false, &out->next)) != OK ||
	    (e = first_after(cx, &s, out->previous, false, &here)) != OK)
		return e;
	if (strcmp(here, number) != 0)
		return OK;
	s.after = number;
	s.descending = !s.descending;
	if ((e = store_queue_count(cx, &s, MOST, &before)) != OK)
		return e;
	out->at = before + 1;
	return OK;
}

/* Numbers are typed as they come: c-2026-48392070, blanks around. */
static const char *
as_number(struct ctx *cx, const char *typed)
{
	char *s = fold_tidy(cx->arena, typed, false), *p;

	for (p = s; *p != '\0'; p++)
		if (*p >= 'a' && *p <= 'z')
			*p = (char)(*p - 'a' + 'A');
	return s;
}

/* Takes the exact one out of the list, and cuts the list to its length. */
static void
trim(struct find_page *page)
{
	struct dossier **at = &page->dossiers;
	int n = 0;

	while (*at != NULL) {
		if (page->exact != NULL && (*at)->id == page->exact->id) {
			*at = (*at)->next;
			continue;
		}
		if (++n > FOUND) {
			page->more = true;
			*at = NULL;
			return;
		}
		at = &(*at)->next;
	}
}

/* Two lists, newest first; one that is in both comes once. */
static struct dossier *
merged(struct dossier *a, struct dossier *b)
{
	struct dossier *first = NULL, **tail = &first, **from;

	while (a != NULL && b != NULL) {
		from = a->id >= b->id ? &a : &b;
		if (a->id == b->id)
			b = b->next;
		*tail = *from;
		tail = &(*tail)->next;
		*from = *tail;
	}
	*tail = a != NULL ? a : b;
	return first;
}

/* Whole words first; when that is less than a page, beginnings as well. What
 * is found already is looked up no second time, where that is worth it. */
static enum err
find_words(struct ctx *cx, const char *typed, struct find_page *out)
{
	const char *words = store_search_words(cx, typed);
	struct dossier *d, *more;
	enum err e;
	int n = 0;

	if (words[0] == '\0')
		return OK;
	if ((e = store_queue_find(cx, words, STORE_QUEUE_WHOLE, FOUND + 2,
	    &out->dossiers)) != OK)
		return e;
	for (d = out->dossiers; d != NULL; d = d->next)
		n++;
	if (n > FOUND || !may_begin(words))
		return OK;
	e = store_queue_find(cx, words, n < WORTH ? STORE_QUEUE_BEGINS :
	    STORE_QUEUE_REST, FOUND + 2, &more);
	if (e == OK)
		out->dossiers = merged(out->dossiers, more);
	return e;
}

/* Who is a member finds by what is in the compartment, too. */
static enum err
find_guarded(struct ctx *cx, const char *typed, struct find_page *out)
{
	const char *words = store_search_words(cx, typed);
	struct dossier *more, *d;
	bool member;
	enum err e;

	if (words[0] == '\0' ||
	    (e = compartment_any(cx, &member)) != OK || !member)
		return words[0] == '\0' ? OK : e;
	if ((e = store_queue_guarded(cx, words, may_begin(words), FOUND + 2,
	    &more)) != OK)
		return e;
	for (d = more; d != NULL; d = d->next)
		d->protects = true;
	out->dossiers = merged(out->dossiers, more);
	return OK;
}

enum err
queue_find(struct ctx *cx, const char *text, struct find_page *out)
{
	enum err e;

	*out = (struct find_page){ 0 };
	if (text_or_none(text)[0] == '\0')
		return OK;
	if ((e = store_queue_number(cx, as_number(cx, text),
	    &out->exact)) != OK || (e = find_words(cx, text, out)) != OK ||
	    (e = find_guarded(cx, text, out)) != OK)
		return e;
	trim(out);
	dossier_look_found(cx, out->exact);
	dossier_look_found(cx, out->dossiers);
	if ((e = fill_types(cx, out->exact)) != OK ||
	    (e = fill_types(cx, out->dossiers)) != OK)
		return e;
	return person_find(cx, text, PEOPLE, &out->persons);
}

enum err
queue_counts(struct ctx *cx, struct queue_counts *out)
{
	struct store_queue_counts n;
	enum err e;

	*out = (struct queue_counts){ 0 };
	if ((e = store_queue_counts(cx, &n)) != OK)
		return e;
	out->mine = n.mine;
	out->overdue = n.overdue;
	out->undated = n.undated;
	out->silent = n.silent;
	out->tray = n.tray;
	return OK;
}
