/* SPDX-License-Identifier: MIT */
/* One name, looked up in the register and in dockets. */
#include "domain/course/clearance_search.h"

#include <string.h>

#include "base/count.h"
#include "domain/people/person.h"
#include "store/store_clearance.h"
#include "store/store_person.h"
#include "text/fold.h"
#include "text/near.h"

#define PERSONS 200	/* whose names are held against the typed one */
#define HITS 100	/* of one name: seen ones, others, and so for dockets */
#define DOCKETS 1000	/* names in dockets that are held against it */
#define WORDS 20	/* of a name that are compared */
#define LONG 5		/* letters of a word that may have a slip */

struct words {
	const char *word[WORDS];
	size_t n;
};

/* What says of a name what it is, not whose. */
static bool
is_small(const char *word)
{
	static const char *const small[] = { "ag", "gmbh", "kg", "ohg", "ug",
	    "se", "sa", "sas", "sarl", "srl", "spa", "sl", "bv", "nv", "ltd",
	    "llc", "llp", "lp", "plc", "inc", "corp", "co", "company",
	    "corporation", "incorporated", "limited", "and", "und", "et",
	    "e", "y", "the", "of", "de", "da", "do", "von", "van", "der",
	    "la", "le", "vs", "v", "mr", "mrs", "ms", "dr", "prof", "herr",
	    "frau" };
	size_t i;

	for (i = 0; i < COUNT(small); i++)
		if (strcmp(small[i], word) == 0)
			return true;
	return false;
}

/* Its words, the longest first: the rarest, most likely. A name of small
 * words alone is all of them. */
static struct words
words_of(struct ctx *cx, const char *name)
{
	const char *w = fold_words(cx->arena, name), *one;
	struct words all = { .n = 0 }, out = { .n = 0 };
	size_t len, i, j;

	for (; all.n < WORDS && *w != '\0'; w += len + (w[len] == ' ')) {
		if ((len = strcspn(w, " ")) > 0)
			all.word[all.n++] = arena_textn(cx->arena, w, len);
	}
	for (i = 0; i < all.n; i++) {
		one = all.word[i];
		if (is_small(one))
			continue;
		for (j = out.n++; j > 0 && strlen(out.word[j - 1]) <
		    strlen(one); j--)
			out.word[j] = out.word[j - 1];
		out.word[j] = one;
	}
	return out.n > 0 ? out : all;
}

/* Is each word of the one among those of the other? */
static bool
within(struct ctx *cx, const struct words *one, const struct words *other)
{
	size_t i, j;

	for (i = 0; i < one->n; i++) {
		for (j = 0; j < other->n; j++)
			if (strcmp(one->word[i], other->word[j]) == 0 ||
			    (fold_length(one->word[i]) >= LONG &&
			    near_edits(cx->arena, one->word[i],
			    other->word[j]) <= 1))
				break;
		if (j == other->n)
			return false;
	}
	return one->n > 0;
}

const char *
clearance_search_like(struct ctx *cx, const char *typed, const char *name)
{
	struct words a, b;

	switch (near_names(cx->arena, fold(cx->arena, typed),
	    fold(cx->arena, name))) {
	case NEAR_SAME:
		return "same";
	case NEAR_ORDER:
		return "order";
	case NEAR_ALIKE:
		return "alike";
	case NEAR_NOT:
		break;
	}
	a = words_of(cx, typed);
	b = words_of(cx, name);
	return within(cx, &a, &b) || within(cx, &b, &a) ? "part" : "";
}

/* Whose name or other name is like it: ->likely says how, ->family which
 * other name was met. */
static size_t
judge(struct ctx *cx, const struct clearance_name *n, struct person *list,
    int64_t ids[PERSONS])
{
	const struct identifier *i;
	struct person *p;
	size_t m = 0;

	for (p = list; p != NULL && m < PERSONS; p = p->next) {
		p->likely = clearance_search_like(cx, n->name, p->name);
		p->family = "";
		for (i = p->identifiers; i != NULL &&
		    p->likely[0] == '\0'; i = i->next) {
			p->likely = clearance_search_like(cx, n->name,
			    i->value);
			if (p->likely[0] != '\0')
				p->family = i->value;
		}
		if (p->likely[0] != '\0')
			ids[m++] = p->id;
	}
	return m;
}

static void
append(struct clearance_name *n, struct clearance_hit *h)
{
	struct clearance_hit **tail = &n->hits;

	while (*tail != NULL)
		tail = &(*tail)->next;
	*tail = h;
}

/* As many as were asked for: there may be more. */
static bool
is_full(const struct clearance_hit *h, int limit)
{
	for (; h != NULL && limit > 0; h = h->next)
		limit--;
	return limit == 0;
}

static enum err
add_roles(struct ctx *cx, struct clearance_name *n, struct person *list,
    const int64_t *ids, size_t m, int64_t but)
{
	struct clearance_hit *found, *h;
	const struct person *p;
	int seen;
	enum err e;

	for (seen = 1; seen >= 0; seen--) {
		if ((e = store_clearance_search_roles(cx, ids, m, but,
		    seen == 1, HITS, &found)) != OK)
			return e;
		n->more |= is_full(found, HITS);
		for (h = found; h != NULL; h = h->next) {
			for (p = list; p != NULL && p->id != h->person;)
				p = p->next;
			h->how = p == NULL ? "" : p->likely;
			h->known = p == NULL ? "" : p->family;
		}
		append(n, found);
	}
	return OK;
}

/* Those whose name is like it, so many at most. */
static void
keep_like(struct ctx *cx, struct clearance_name *n, struct clearance_hit **h)
{
	int kept = 0;

	while (*h != NULL) {
		(*h)->how = clearance_search_like(cx, n->name, (*h)->found);
		if ((*h)->how[0] == '\0')
			*h = (*h)->next;
		else if (kept++ == HITS) {
			n->more = true;
			*h = NULL;
		} else
			h = &(*h)->next;
	}
}

static enum err
add_dockets(struct ctx *cx, struct clearance_name *n,
    const struct store_person_set *sets, size_t m, int64_t but)
{
	struct clearance_hit *found;
	int seen;
	enum err e;

	for (seen = 1; seen >= 0; seen--) {
		if ((e = store_clearance_search_dockets(cx, sets, m, but,
		    seen == 1, DOCKETS, &found)) != OK)
			return e;
		n->more |= is_full(found, DOCKETS);
		keep_like(cx, n, &found);
		append(n, found);
	}
	return OK;
}

enum err
clearance_search(struct ctx *cx, struct clearance_name *n, int64_t but)
{
	struct words w = words_of(cx, n->name);
	struct store_person_set sets[STORE_PERSON_WORDS];
	int64_t ids[PERSONS];
	struct person *list, *p;
	size_t m, found = 0;
	enum err e;

	if (w.n > STORE_PERSON_WORDS)
		w.n = STORE_PERSON_WORDS;
	if ((e = person_likely_sets(cx, w.word, w.n, sets, &m)) != OK ||
	    m == 0)
		return e;
	e = m == 1 ? store_person_near_any(cx, &sets[0], PERSONS, &list) :
	    store_person_near(cx, sets, m, true, PERSONS, &list);
	if (e != OK || (e = store_clearance_search_aliases(cx, list)) != OK)
		return e;
	for (p = list; p != NULL; p = p->next)
		found++;
	n->more = found == PERSONS;
	m = m > w.n ? w.n : m;
	found = judge(cx, n, list, ids);
	if ((e = add_roles(cx, n, list, ids, found, but)) != OK)
		return e;
	return add_dockets(cx, n, sets, m, but);
}
