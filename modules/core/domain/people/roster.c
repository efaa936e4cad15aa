/* SPDX-License-Identifier: MIT */
/* Accounts, sessions and rights, for whoever looks after them. */
#include "domain/people/roster.h"

#include "base/config.h"
#include "domain/people/visit.h"
#include "domain/spine/event.h"
#include "domain/spine/keep.h"
#include "store/store_access.h"
#include "store/store_roster.h"
#include "text/fold.h"

/* Since when a session that still lives was used, and was made. */
static int64_t
used(const struct ctx *cx)
{
	return cx->now - cx->conf->session_idle;
}

static int64_t
created(const struct ctx *cx)
{
	return cx->now - cx->conf->session_whole;
}

enum err
roster_list(struct ctx *cx, const char *text, const char *after,
    struct roster_member **out)
{
	struct roster_member *m = NULL;
	enum err e;

	if (after[0] != '\0' && (e = roster_get(cx, after, &m)) != OK)
		return e;
	return store_roster_list(cx, fold(cx->arena, text),
	    m == NULL ? 0 : m->person, ROSTER_PAGE + 1, used(cx),
	    created(cx), out);
}

enum err
roster_get(struct ctx *cx, const char *number, struct roster_member **out)
{
	enum err e;

	if ((e = store_roster_get(cx, number, used(cx), created(cx),
	    out)) != OK)
		return e;
	return *out != NULL ? OK : ERR_MISSING;
}

enum err
roster_sessions(struct ctx *cx, struct roster_session **out)
{
	return store_roster_sessions(cx, used(cx), created(cx), ROSTER_MANY,
	    out);
}

enum err
roster_holders(struct ctx *cx, const char *type, const char *team,
    struct roster_holder **out)
{
	return store_roster_holders(cx, type, team, ROSTER_MANY, out);
}

enum err
roster_scopes(struct ctx *cx, struct roster_scope **out)
{
	return store_roster_scopes(cx, out);
}

enum err
roster_labels(struct ctx *cx, struct roster_label **out)
{
	return store_roster_labels(cx, out);
}

enum err
roster_state(struct ctx *cx, struct roster_state *out)
{
	return store_roster_state(cx, used(cx), created(cx), out);
}

enum err
roster_holds(struct ctx *cx, int64_t person, struct roster_hold **out)
{
	struct store_access_hold *h;
	struct roster_hold **tail = out, *r;
	enum err e;

	*out = NULL;
	if ((e = store_access_holds(cx, person, &h)) != OK)
		return e;
	for (; h != NULL; h = h->next) {
		r = arena_alloc(cx->arena, sizeof(*r));
		r->type = h->type;
		r->team = h->team;
		r->team_code = h->team_code;
		r->level = h->level;
		*tail = r;
		tail = &r->next;
	}
	return OK;
}

enum err
roster_sign_out(struct ctx *cx, const struct roster_member *m,
    const char *why)
{
	struct event_body *b = event_body(cx);
	enum err e;

	if ((e = keep_text(cx, "why", why, 0, 500, false,
	    &why)) != OK || (e = visit_end_all(cx, m->person)) != OK)
		return e;
	event_fact(b, "person", m->name);
	event_fact(b, "number", m->number);
	event_fact(b, "login", m->login);
	event_why(b, why);
	return event_add_topic(cx, "rights", "session.ended", b);
}
