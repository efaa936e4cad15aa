/* SPDX-License-Identifier: MIT */
/* Who is registered already and may be the one that is typed. */
#include <string.h>

#include "domain/people/person.h"
#include "store/store_person.h"
#include "text/fold.h"
#include "text/message.h"
#include "text/near.h"

#define PHONE_END 8	/* digits that two spellings of a number share */
#define KNOWN 20	/* persons that share something exactly */
#define CANDIDATES 200	/* whose names are held against the typed one */
#define SHOWN 20
#define WORDS 60	/* that stand for the words of one name */

struct search {
	struct ctx *cx;
	bool all;
	const char *name, *email, *phone;	/* folded, its end */
	const struct identifier *identifiers;
	int64_t holders[KNOWN];		/* who has one of these */
	size_t nholders;
	struct person *found, **tail;
	int n;
};

const char *
person_likely_phone(struct ctx *cx, const char *phone)
{
	const char *key = store_person_phone(cx, phone);

	return strlen(key) < PHONE_END ? "" :
	    arena_textn(cx->arena, key, PHONE_END);
}

static const char *
join(struct ctx *cx, const char *why, bool same, const char *what)
{
	if (!same)
		return why;
	return why[0] == '\0' ? what :
	    arena_printf(cx->arena, "%s, %s", why, what);
}

static bool
has_identifier(const struct search *s, const struct person *p)
{
	size_t i;

	for (i = 0; i < s->nholders; i++)
		if (s->holders[i] == p->id)
			return true;
	return false;
}

static const char *
name_reason(struct search *s, const struct person *p)
{
	switch (near_names(s->cx->arena, fold(s->cx->arena, p->name),
	    s->name)) {
	case NEAR_SAME:
		return _("same name");
	case NEAR_ORDER:
		return _("same name, written otherwise");
	case NEAR_ALIKE:
		return _("similar name");
	case NEAR_NOT:
		break;
	}
	return "";
}

/* Why: what is the same, for the clerk to judge. "" : nothing. */
static const char *
reason(struct search *s, const struct person *p)
{
	const char *phone = store_person_phone(s->cx, p->phone);
	const char *why = s->name[0] == '\0' ? "" : name_reason(s, p);

	why = join(s->cx, why, s->email[0] != '\0' &&
	    strcmp(fold(s->cx->arena, p->email), s->email) == 0,
	    _("same e-mail address"));
	why = join(s->cx, why, s->phone[0] != '\0' &&
	    strncmp(phone, s->phone, PHONE_END) == 0,
	    _("same phone number"));
	return join(s->cx, why, has_identifier(s, p), _("same identifier"));
}

static void
take(struct search *s, struct person *p)
{
	const struct person *q;
	struct person *next;

	for (; p != NULL && s->n < SHOWN; p = next) {
		next = p->next;
		for (q = s->found; q != NULL && q->id != p->id; q = q->next)
			;
		if (q != NULL || (p->likely = reason(s, p))[0] == '\0')
			continue;
		p->next = NULL;
		*s->tail = p;
		s->tail = &p->next;
		s->n++;
	}
}

/* What is exactly the same. */
static enum err
known(struct search *s)
{
	const struct store_person_known k = { s->name, s->email, s->phone,
	    s->identifiers };
	struct person *list;
	enum err e;

	if ((e = store_person_near_holders(s->cx, s->identifiers, s->holders,
	    KNOWN, &s->nholders)) != OK ||
	    (e = store_person_near_known(s->cx, &k, s->all, KNOWN,
	    &list)) != OK)
		return e;
	take(s, list);
	return OK;
}

/* The words, each with those that are nearly it; itself first, for there may
 * be more of them than are looked at. One that nobody has, nor a like one, has
 * no set. */
static size_t
sets_of(struct ctx *cx, const char *const *words, size_t n,
    const struct store_person_word *near, struct store_person_set *sets)
{
	const struct store_person_word *w;
	struct store_person_set *set;
	size_t i, m = 0, found;

	for (i = 0; i < n; i++) {
		set = &sets[m];
		set->words[0] = words[i];
		set->n = 1;
		for (found = 0, w = near; w != NULL; w = w->next) {
			if (near_edits(cx->arena, words[i], w->word) > 1)
				continue;
			found++;
			if (set->n < STORE_PERSON_SET &&
			    strcmp(words[i], w->word) != 0)
				set->words[set->n++] = w->word;
		}
		m += found > 0;
	}
	return m;
}

enum err
person_likely_sets(struct ctx *cx, const char *const *words, size_t n,
    struct store_person_set *sets, size_t *out)
{
	const char *keys[STORE_PERSON_WORDS * NEAR_KEYS];
	struct store_person_word *near;
	size_t i, nkeys = 0;
	enum err e;

	*out = 0;
	for (i = 0; i < n; i++)
		nkeys += near_keys(cx->arena, words[i], keys + nkeys);
	if (n == 0 || (e = store_person_near_words(cx, keys, nkeys, WORDS,
	    &near)) != OK)
		return n == 0 ? OK : e;
	*out = sets_of(cx, words, n, near, sets);
	return OK;
}

static size_t
words_of(struct ctx *cx, const char *name, const char **words)
{
	const char *w = fold_words(cx->arena, name);
	size_t n = 0, len;

	while (n < STORE_PERSON_WORDS && *w != '\0') {
		len = strcspn(w, " ");
		words[n++] = arena_textn(cx->arena, w, len);
		w += len + (w[len] == ' ');
	}
	return n;
}

/* What is nearly the same name. */
static enum err
alike(struct search *s)
{
	const char *words[STORE_PERSON_WORDS];
	struct store_person_set sets[STORE_PERSON_WORDS];
	struct person *list;
	size_t n = words_of(s->cx, s->name, words), i;
	enum err e;

	if ((e = person_likely_sets(s->cx, words, n, sets, &i)) != OK)
		return e;
	if (i < n && i < 2)	/* no word of another name can be paired */
		return OK;
	if ((e = store_person_near(s->cx, sets, i, s->all, CANDIDATES,
	    &list)) == OK)
		take(s, list);
	return e;
}

enum err
person_likely(struct ctx *cx, const struct person_new *n,
    struct person **out)
{
	struct search s = { .cx = cx,
	    .all = (cx->rights & RIGHT_INTAKE) != 0,
	    .identifiers = n->identifiers, .tail = &s.found };
	const char *name = n->name;
	enum err e;

	*out = NULL;
	if (!n->organisation && (name == NULL || name[0] == '\0'))
		name = arena_printf(cx->arena, "%s %s",
		    n->given == NULL ? "" : n->given,
		    n->family == NULL ? "" : n->family);
	s.name = fold(cx->arena, name == NULL ? "" : name);
	s.email = fold(cx->arena, n->email == NULL ? "" : n->email);
	s.phone = person_likely_phone(cx, n->phone == NULL ? "" : n->phone);
	if ((e = known(&s)) != OK || (s.name[0] != '\0' &&
	    (e = alike(&s)) != OK))
		return e;
	*out = s.found;
	return OK;
}
