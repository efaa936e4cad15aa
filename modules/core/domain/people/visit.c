/* SPDX-License-Identifier: MIT */
/* Stays of signed-in persons. */
#include "domain/people/visit.h"

#include <stdlib.h>

#include "base/config.h"
#include "domain/people/access.h"
#include "store/migrate.h"
#include "store/store_session.h"

#define USE_EVERY 60			/* seconds between two remarks */
#define KEEP (3 * 24 * 3600)		/* ended ones still say whose */

enum err
visit_make(struct ctx *cx, struct visit *v)
{
	v->created = v->used = cx->now;
	v->ended = 0;
	return store_session_add(cx, v);
}

/* What a clock that was wrong noted as still to come was just now. */
static int64_t
since(const struct ctx *cx, int64_t moment)
{
	return moment > cx->now ? 0 : cx->now - moment;
}

enum err
visit_sweep(struct ctx *cx)
{
	return store_session_sweep(cx, cx->now - KEEP);
}

enum err
visit_enter(struct ctx *cx, struct visit *v)
{
	enum err e;

	v->schema = MIGRATE_NEWEST;
	e = store_session_find(cx, v);
	if (v->schema != MIGRATE_NEWEST)
		return ERR_SCHEMA;
	if (e != OK)
		return e == ERR_MISSING ? ERR_SIGNON : e;
	if (v->ended != 0 ||
	    since(cx, v->used) > cx->conf->session_idle ||
	    since(cx, v->created) > cx->conf->session_whole)
		return ERR_SIGNON;
	return access_enter(cx, v->person);
}

bool
visit_stale(const struct ctx *cx, const struct visit *v)
{
	return llabs(cx->now - v->used) >= USE_EVERY;
}

enum err
visit_use(struct ctx *cx, const struct visit *v)
{
	return store_session_use(cx, v, cx->now);
}

enum err
visit_end(struct ctx *cx, const struct visit *v)
{
	return store_session_end(cx, v, cx->now);
}

enum err
visit_end_all(struct ctx *cx, int64_t person)
{
	return store_session_end_all(cx, person, cx->now);
}

enum err
visit_form_find(struct ctx *cx, struct visit_form *f)
{
	return store_session_form(cx, f);
}

enum err
visit_form_done(struct ctx *cx, const struct visit *v,
    const struct visit_form *f)
{
	return store_session_form_add(cx, v, f, cx->now);
}
