/* SPDX-License-Identifier: MIT */
/* Keeping staff current: asked outside, written in small transactions. */
#include "domain/people/staff_sync.h"

#include <stdlib.h>
#include <string.h>

#include "base/config.h"
#include "directory/directory.h"
#include "domain/people/access_roles.h"
#include "domain/people/staff.h"
#include "store/db.h"
#include "store/store_staff.h"
#include "text/message.h"

#define BATCH 50	/* people written in one transaction */
#define FEW 5		/* that many may leave at once, whatever the share */

/* One change to be made: an entry, a known person, or both. */
struct change {
	const struct directory_person *entry;	/* NULL: gone */
	const struct staff *known;		/* NULL: new */
};

struct plan {
	struct change *changes;
	size_t n;
	int shut;
};

static int
by_id(const void *a, const void *b)
{
	const struct directory_person *const *x = a, *const *y = b;

	return strcmp((*x)->id, (*y)->id);
}

/* The answer in the order of its ids. */
static const struct directory_person **
sorted(struct ctx *cx, const struct directory_person *list, size_t *n)
{
	const struct directory_person *p, **out;

	for (*n = 0, p = list; p != NULL; p = p->next)
		++*n;
	out = arena_array(cx->arena, *n + 1, sizeof(*out));
	for (*n = 0, p = list; p != NULL; p = p->next)
		out[(*n)++] = p;
	qsort(out, *n, sizeof(*out), by_id);
	return out;
}

static bool
is_known(const struct staff *known, const char *id)
{
	for (; known != NULL; known = known->next)
		if (strcmp(known->directory_id, id) == 0)
			return true;
	return false;
}

static struct plan
make_plan(struct ctx *cx, const struct staff *known,
    const struct directory_person *answer)
{
	struct directory_person wanted = { 0 };
	const struct directory_person *at = &wanted, **all, **hit;
	const struct staff *s;
	struct plan p = { 0 };
	size_t n, i, most;

	all = sorted(cx, answer, &n);
	for (most = n, s = known; s != NULL; s = s->next)
		most++;
	p.changes = arena_array(cx->arena, most + 1, sizeof(*p.changes));
	for (s = known; s != NULL; s = s->next) {
		wanted.id = s->directory_id;
		hit = bsearch(&at, all, n, sizeof(*all), by_id);
		if (hit == NULL || (*hit)->disabled)
			p.shut++;
		else
			p.changes[p.n].entry = *hit;
		p.changes[p.n++].known = s;
	}
	for (i = 0; i < n; i++)
		if (!all[i]->disabled && !is_known(known, all[i]->id))
			p.changes[p.n++].entry = all[i];
	return p;
}

static enum err
apply(struct ctx *cx, const struct change *c, struct staff_sync *out)
{
	struct store_access_role *roles;
	struct staff *now;
	int64_t person;
	enum err e;

	if (c->known == NULL) {
		/* Whoever has no role here gets no row either. */
		if ((e = access_roles_wanted(cx, c->entry->login,
		    c->entry->groups, &roles)) != OK || roles == NULL)
			return e;
	} else {
		if ((e = store_staff_get(cx, c->known->id, &now)) != OK)
			return e;
		/* Whoever signed in meanwhile brought a newer answer. */
		if (now == NULL || now->checked > cx->now)
			return OK;
		if (c->entry == NULL) {
			out->shut++;
			return staff_leave(cx, now);
		}
	}
	if (c->known != NULL)
		out->refreshed++;
	else
		out->added++;
	return staff_take(cx, c->entry, cx->now, &person);
}

static enum err
carry_out(struct ctx *cx, const struct plan *p, struct staff_sync *out)
{
	size_t i = 0, end;
	enum err e;

	while (i < p->n) {
		if ((e = db_begin(cx, DB_WRITE)) != OK)
			return e;
		end = p->n - i < BATCH ? p->n : i + BATCH;
		for (; e == OK && i < end; i++)
			e = apply(cx, &p->changes[i], out);
		if (e != OK) {
			db_rollback(cx);
			return e;
		}
		if ((e = db_commit(cx)) != OK)
			return e;
	}
	return OK;
}

static enum err
known_staff(struct ctx *cx, bool live, struct staff **out)
{
	enum err e;

	if ((e = db_begin(cx, DB_READ)) != OK)
		return e;
	e = live ? store_staff_live(cx, cx->now - cx->conf->session_idle,
	    cx->now - cx->conf->session_whole, out) :
	    store_staff_all(cx, out);
	db_rollback(cx);
	return e;
}

static enum err
ask(struct ctx *cx, bool live, const struct staff *known, int n,
    struct directory_person **out)
{
	const char **ids;
	size_t i = 0;

	if (!live)
		return directory_everybody(cx, out);
	ids = arena_array(cx->arena, (size_t)n + 1, sizeof(*ids));
	for (; known != NULL; known = known->next)
		ids[i++] = known->directory_id;
	return directory_find(cx, ids, i, out);
}

enum err
staff_sync(struct ctx *cx, bool live, bool force, struct staff_sync *out)
{
	struct directory_person *answer = NULL;
	struct staff *known, *s;
	struct plan p;
	enum err e;

	memset(out, 0, sizeof(*out));
	if ((e = known_staff(cx, live, &known)) != OK)
		return e;
	for (s = known; s != NULL; s = s->next)
		out->asked++;
	if (live && known == NULL)
		return OK;
	if ((e = ask(cx, live, known, out->asked, &answer)) != OK)
		return e;
	p = make_plan(cx, known, answer);
	if (!force && p.shut > FEW && p.shut * 2 > out->asked)
		return refuse(cx, ERR_BUSY, _("%d of %d people would be shut "
		    "out. Nothing was changed; add --force if this is "
		    "meant."), p.shut, out->asked);
	return carry_out(cx, &p, out);
}
