/* SPDX-License-Identifier: MIT */
/* Conflict checks: made and kept, decided, asked about and answered. */
#include "domain/course/clearance.h"

#include <string.h>

#include "base/digest.h"
#include "domain/course/clearance_field.h"
#include "domain/course/clearance_search.h"
#include "domain/dossier/dossier.h"
#include "domain/dossier/undo.h"
#include "domain/spine/dossier_number.h"
#include "domain/spine/event.h"
#include "domain/spine/keep.h"
#include "store/store_clearance.h"
#include "store/store_dossier.h"
#include "text/fold.h"
#include "text/message.h"

#define TOPIC "conflicts"
#define NAME_MAX 200
#define PURPOSE_MAX 200

const char *
clearance_sum(struct ctx *cx, const struct clearance *c)
{
	struct digest *s = digest_new(cx->arena);
	unsigned char sum[DIGEST_SIZE];
	const struct clearance_name *n;
	const struct clearance_hit *h;

	digest_text(s, "dossier clearance 1");
	digest_text(s, c->salt);
	digest_text(s, c->number);
	digest_text(s, c->purpose);
	for (n = c->names; n != NULL; n = n->next) {
		digest_number(s, n->no);
		digest_text(s, n->name);
		digest_number(s, n->more);
		for (h = n->hits; h != NULL; h = h->next) {
			digest_text(s, h->how);
			digest_text(s, h->found);
			digest_text(s, h->known);
			digest_text(s, h->number);
			digest_text(s, h->title);
			digest_text(s, h->role);
			digest_number(s, h->former);
			digest_number(s, h->closed);
		}
	}
	digest_end(s, sum);
	return digest_hex(cx->arena, sum, sizeof(sum));
}

/* said: of the field that it fills, NULL nothing. */
static enum err
tell(struct ctx *cx, struct dossier *d, const char *kind,
    const struct clearance *c, const char *said, const char *why)
{
	struct event_body *b = event_body(cx);
	struct undo *u = NULL;
	enum err e;

	if (d != NULL && said != NULL && ((cx->act != NULL &&
	    (e = undo_watch(cx, d, UNDO_ROW | UNDO_VALUES, &u)) != OK) ||
	    (e = clearance_field_write(cx, d, said, b)) != OK ||
	    (e = undo_step(cx, u, kind)) != OK))
		return e;
	event_fact(b, "clearance", c->number);
	if (strcmp(kind, "clearance.made") == 0)
		event_fact(b, "sha256", c->sha256);
	if (strcmp(kind, "clearance.answered") == 0)
		event_fact(b, "answer", c->answer);
	if (why[0] != '\0')
		event_why(b, why);
	return d != NULL ? event_add(cx, d, kind, b) :
	    event_add_topic(cx, TOPIC, kind, b);
}

static enum err
keep(struct ctx *cx, struct dossier *d, struct clearance *c,
    const char *said)
{
	unsigned char salt[16];
	struct clearance_name *n;
	struct clearance_hit *h;
	int64_t no = 0;
	int tries;
	enum err e;

	for (n = c->names; n != NULL; n = n->next) {
		if ((e = clearance_search(cx, n, c->dossier)) != OK)
			return e;
		for (h = n->hits; h != NULL; h = h->next) {
			h->no = ++no;
			h->name = n->no;
		}
	}
	digest_random(salt, sizeof(salt));
	c->salt = digest_hex(cx->arena, salt, sizeof(salt));
	c->maker = cx->viewer;
	for (tries = 0; tries < DOSSIER_NUMBER_TRIES; tries++) {
		c->number = dossier_number_clearance(cx);
		c->sha256 = clearance_sum(cx, c);
		if ((e = store_clearance_add(cx, c)) != OK)
			return e;
		if (c->id != 0)
			return tell(cx, d, "clearance.made", c, said, "");
	}
	return dossier_number_none(cx);
}

/* A line each, no name twice. */
static enum err
read_names(struct ctx *cx, const char *typed, struct clearance *c)
{
	struct clearance_name **tail = &c->names, *n;
	const char *s, *name;
	int64_t no = 0;
	size_t len;
	enum err e;

	for (s = typed; *s != '\0'; s += len + (s[len] == '\n')) {
		len = strcspn(s, "\n");
		if ((e = keep_text(cx, "names", arena_textn(cx->arena, s,
		    len), 0, NAME_MAX, false, &name)) != OK)
			return e;
		for (n = c->names; n != NULL && strcmp(fold(cx->arena,
		    n->name), fold(cx->arena, name)) != 0; n = n->next)
			;
		if (n != NULL || name[0] == '\0')
			continue;
		n = arena_alloc(cx->arena, sizeof(*n));
		n->name = name;
		n->no = ++no;
		*tail = n;
		tail = &n->next;
	}
	return no <= CLEARANCE_NAMES ? OK : refuse_field(cx, "names",
	    _("At most %d names at once."), CLEARANCE_NAMES);
}

enum err
clearance_typed(struct ctx *cx, const struct clearance_new *new,
    struct clearance **out)
{
	struct clearance *c = arena_alloc(cx->arena, sizeof(*c));
	enum err e, bad;

	*out = NULL;
	bad = keep_text(cx, "purpose", new->purpose, 0, PURPOSE_MAX, false,
	    &c->purpose);
	if ((e = read_names(cx, new->names, c)) != OK || (e = bad) != OK)
		return e;
	if (c->names == NULL)
		return refuse_field(cx, "names", "%s",
		    _("Type at least one name."));
	if ((e = keep(cx, NULL, c, NULL)) == OK)
		*out = c;
	return e;
}

static enum err
run(struct ctx *cx, struct dossier *d, const char *said,
    struct clearance **out)
{
	struct clearance *c = arena_alloc(cx->arena, sizeof(*c));
	enum err e;

	*out = NULL;
	if ((e = keep_level(cx, d, LEVEL_WORK)) != OK ||
	    (e = store_clearance_search_names(cx, d, CLEARANCE_NAMES,
	    &c->names)) != OK)
		return e;
	if (c->names == NULL)
		return refuse(cx, ERR_CONFLICT, "%s", _("Nobody is on this "
		    "matter yet. Add the parties first."));
	c->dossier = d->id;
	c->purpose = "";
	if ((e = keep(cx, d, c, said)) == OK)
		*out = c;
	return e;
}

enum err
clearance_run(struct ctx *cx, struct dossier *d, struct clearance **out)
{
	return run(cx, d, NULL, out);
}

/* A conflict that was found stays one. */
enum err
clearance_renew(struct ctx *cx, struct dossier *d)
{
	const struct type_field *f = clearance_field(d->type);
	struct clearance *c;
	enum err e;

	if ((e = store_dossier_values(cx, d)) != OK)
		return e;
	return run(cx, d, f == NULL || strcmp(dossier_value(d, f->code),
	    "conflict") == 0 ? NULL : "", &c);
}

static enum err
none(struct ctx *cx)
{
	return refuse(cx, ERR_MISSING, "%s", _("There is no such conflict "
	    "check, or it is not for you."));
}

enum err
clearance_open(struct ctx *cx, const char *number, struct clearance **out)
{
	enum err e;

	if ((e = store_clearance_find(cx, number, out)) != OK)
		return e;
	if (*out == NULL)
		return none(cx);
	if ((e = store_clearance_fill(cx, *out, false)) != OK)
		return e;
	return store_clearance_hidden(cx, *out);
}

enum err
clearance_mine(struct ctx *cx, int limit, struct clearance **out)
{
	return store_clearance_mine(cx, limit, out);
}

enum err
clearance_of(struct ctx *cx, const struct dossier *d, int limit,
    struct clearance **out)
{
	enum err e;

	*out = NULL;
	if ((e = keep_level(cx, d, LEVEL_READ)) != OK)
		return e;
	return store_clearance_of(cx, d, limit, out);
}

enum err
clearance_latest(struct ctx *cx, const struct dossier *d,
    struct clearance **out, bool *stale)
{
	struct clearance_name *now, *n;
	enum err e;

	*stale = false;
	if ((e = clearance_of(cx, d, 1, out)) != OK ||
	    (e = store_clearance_search_names(cx, d, CLEARANCE_NAMES,
	    &now)) != OK)
		return e;
	if (*out == NULL)
		*stale = now != NULL;
	else if ((e = store_clearance_fill(cx, *out, false)) != OK)
		return e;
	for (; *out != NULL && now != NULL && !*stale; now = now->next) {
		for (n = (*out)->names; n != NULL &&
		    strcmp(n->name, now->name) != 0; n = n->next)
			;
		*stale = n == NULL;
	}
	return OK;
}

/* What the officer said, or has not said yet, binds who may not see why. */
static enum err
answered(struct ctx *cx, const struct clearance *c, const char *state)
{
	if (!c->hidden || strcmp(state, "conflict") == 0)
		return OK;
	if (c->answered == 0)
		return refuse_field(cx, "state", "%s", c->asked == 0 ?
		    _("Ask the officer first.") :
		    _("The officer has not answered yet."));
	return strcmp(c->answer, "conflict") != 0 ? OK : refuse_field(cx,
	    "state", "%s", _("The officer says that there is a conflict."));
}

static enum err
may_act(struct ctx *cx, const struct clearance *c, const struct dossier *d)
{
	if (d == NULL)
		return c->dossier == 0 && c->maker == cx->viewer ? OK :
		    none(cx);
	return d->id != c->dossier ? none(cx) :
	    keep_level(cx, d, LEVEL_WORK);
}

static bool
has_hit(const struct clearance *c)
{
	const struct clearance_name *n;

	for (n = c->names; n != NULL; n = n->next)
		if (n->hits != NULL || n->more)
			return true;
	return c->hidden;
}

enum err
clearance_decide(struct ctx *cx, struct clearance *c, struct dossier *d,
    const char *state, const char *why)
{
	static const char *const kinds[][2] = {
		{ "clear", "clearance.cleared" },
		{ "waived", "clearance.waived" },
		{ "conflict", "clearance.refused" }
	};
	enum err e, bad = OK;
	size_t i;

	if ((e = may_act(cx, c, d)) != OK)
		return e;
	if (c->decided != 0)
		return refuse(cx, ERR_CONFLICT, "%s", _("This check is "
		    "decided. Run a new one to decide anew."));
	for (i = 0; i < 3 && strcmp(kinds[i][0], state) != 0; i++)
		;
	if (i == 3)
		bad = refuse_field(cx, "state", "%s", _("Choose one."));
	else
		bad = answered(cx, c, state);
	if ((e = keep_text(cx, "why", why, i > 0 || has_hit(c) ? 1 : 0,
	    KEEP_REASON, true, &why)) != OK || (e = bad) != OK ||
	    (e = store_clearance_decide(cx, c, state, why)) != OK)
		return e;
	return tell(cx, d, kinds[i][1], c, state, why);
}

enum err
clearance_ask(struct ctx *cx, struct clearance *c, struct dossier *d)
{
	enum err e;

	if ((e = may_act(cx, c, d)) != OK)
		return e;
	if (!c->hidden || c->asked != 0)
		return refuse(cx, ERR_CONFLICT, "%s", c->asked != 0 ?
		    _("The officer was asked already.") :
		    _("There is nothing to ask the officer."));
	if ((e = store_clearance_ask(cx, c)) != OK)
		return e;
	return tell(cx, d, "clearance.asked", c, NULL, "");
}

static enum err
officer(struct ctx *cx)
{
	return (cx->rights & RIGHT_AUDIT) != 0 ? OK : refuse(cx,
	    ERR_FORBIDDEN, "%s", _("Auditors answer questions on "
	    "conflicts."));
}

enum err
clearance_asked(struct ctx *cx, int limit, struct clearance **out)
{
	enum err e;

	*out = NULL;
	if ((e = officer(cx)) != OK)
		return e;
	return store_clearance_asked(cx, limit, out);
}

enum err
clearance_asked_open(struct ctx *cx, const char *number,
    struct clearance **out)
{
	enum err e;

	if ((e = officer(cx)) != OK ||
	    (e = store_clearance_find_asked(cx, number, out)) != OK)
		return e;
	return *out != NULL ? store_clearance_fill(cx, *out, true) :
	    none(cx);
}

/* Told in a chain of its own: whoever reads the matter is not to read the
 * officer's remark. */
enum err
clearance_answer(struct ctx *cx, const struct clearance *c,
    const char *answer, const char *remark)
{
	struct clearance said = *c;
	enum err e, bad = OK;

	if ((e = officer(cx)) != OK)
		return e;
	if (c->answered != 0)
		return refuse(cx, ERR_CONFLICT, "%s",
		    _("This was answered already."));
	if (c->asker == cx->viewer || c->maker == cx->viewer)
		return refuse(cx, ERR_FORBIDDEN, "%s", _("Nobody answers "
		    "their own question. Ask another auditor."));
	if (strcmp(answer, "free") != 0 && strcmp(answer, "wall") != 0 &&
	    strcmp(answer, "conflict") != 0)
		bad = refuse_field(cx, "answer", "%s", _("Choose one."));
	if ((e = keep_reason(cx, "remark", remark, &remark)) != OK ||
	    (e = bad) != OK ||
	    (e = store_clearance_answer(cx, c, answer, remark)) != OK)
		return e;
	said.answer = answer;
	return tell(cx, NULL, "clearance.answered", &said, NULL, remark);
}
