/* SPDX-License-Identifier: MIT */
/* A request arrives and is a dossier from that moment on. */
#include "domain/dossier/dossier_register.h"

#include <string.h>

#include "domain/dossier/dossier.h"
#include "domain/dossier/dossier_keep.h"
#include "domain/dossier/dossier_values.h"
#include "domain/people/wall.h"
#include "domain/spine/dossier_number.h"
#include "domain/spine/event.h"
#include "domain/spine/keep.h"
#include "domain/spine/medium.h"
#include "domain/type/casetype.h"
#include "store/store_compartment.h"
#include "store/store_dossier.h"
#include "store/store_note.h"
#include "store/store_party.h"
#include "store/store_person.h"
#include "text/message.h"

/* Type and team: which dossier it is, and whether the viewer may. */
static enum err
place(struct ctx *cx, const struct dossier_new *n, struct dossier *d)
{
	struct store_dossier_scope s;
	enum err e;

	e = casetype_current(cx, n->type, &d->type);
	if (e == ERR_MISSING)
		return refuse_field(cx, "type", "%s",
		    _("Choose one of the types."));
	if (e != OK || (e = store_dossier_scope(cx, n->scope, &s)) != OK)
		return e;
	if (s.id == 0 || strcmp(s.type, d->type->code) != 0)
		return refuse_field(cx, "scope", "%s",
		    _("Choose a team that handles this type."));
	if (s.level < LEVEL_WORK && !n->imported)
		return refuse(cx, ERR_FORBIDDEN, "%s", _("You do not work on "
		    "cases of this type in this team. Choose another."));
	d->type_id = d->type->id;
	d->scope = s.id;
	d->team = s.team;
	d->team_name = s.team_name;
	d->level = n->imported ? LEVEL_MANAGE : s.level;
	return OK;
}

static enum err
requester(struct ctx *cx, const struct dossier_new *n, struct dossier *d,
    const char **number)
{
	struct person *p = NULL;
	enum err e;

	*number = "";
	d->requester = "";
	if (n->requester == 0)
		return OK;
	if ((e = store_person_get(cx, n->requester, &p)) != OK)
		return e;
	if (p == NULL)
		return refuse_field(cx, "requester", "%s",
		    _("There is no such person. Look again."));
	d->requester_id = p->id;
	d->requester = p->name;
	*number = p->number;
	return n->imported ? OK : wall_check(cx, NULL, "requester", p->id,
	    p->name);
}

static enum err
check(struct ctx *cx, const struct dossier_new *n, struct dossier *d,
    const char **text)
{
	enum err e, bad = OK;

	if ((e = keep_text(cx, "title", n->title, 1, 200, false,
	    &d->title)) != OK)
		bad = e;
	if ((e = keep_text(cx, "text", n->text, 0, KEEP_NOTE, true,
	    text)) != OK)
		bad = e;
	d->medium = n->medium;
	if (!medium_known(n->medium))
		bad = refuse_field(cx, "medium", "%s",
		    _("Choose how the request arrived."));
	d->received = n->received == 0 ? cx->now : n->received;
	if (d->received > cx->now)
		bad = refuse_field(cx, "received", "%s",
		    _("The arrival lies in the future. Correct it."));
	return bad;
}

enum err
dossier_register_add(struct ctx *cx, struct dossier *d)
{
	enum err e;
	int i;

	for (i = 0; i < DOSSIER_NUMBER_TRIES; i++) {
		d->number = dossier_number_new(cx, d->type->prefix);
		if ((e = store_dossier_add(cx, d)) != OK || d->id != 0)
			return e;
	}
	return dossier_number_none(cx);
}

enum err
dossier_register_row(struct ctx *cx, struct dossier *d)
{
	d->status = "open";
	d->verdict = d->outcome = "";
	d->lead_name = "";
	d->phase = d->type->phases == NULL ? "" : d->type->phases->code;
	d->opened = d->touched = cx->now;
	d->version = 1;
	return dossier_register_add(cx, d);
}

/* The type says that its cases lie whole in a compartment: so they do before
 * anything is told of them. Who registers it need be no member. */
static enum err
compartment(struct ctx *cx, struct dossier *d)
{
	struct compartment *c;
	enum err e;

	if (d->type->compartment[0] == '\0' || d->compartment != 0)
		return OK;
	if ((e = store_compartment_find(cx, d->type->compartment,
	    &c)) != OK)
		return e;
	if (c == NULL)
		return refuse(cx, ERR_CONFLICT, _("Cases of this type belong "
		    "in a compartment “%s”, which does not exist yet. Tell "
		    "your administrator."), d->type->compartment);
	d->compartment = c->id;
	d->compartment_name = c->name;
	return store_compartment_dossier(cx, d->id, c->id);
}

static enum err
requester_is(struct ctx *cx, struct dossier *d, const char *role)
{
	int64_t no;
	enum err e;

	if ((e = store_dossier_next(cx, d, &no)) != OK)
		return e;
	return store_party_add(cx, d, no, d->requester_id, role);
}

/* What the requester said is the first note; then the requester, who is the
 * patient where there are patients, until somebody says otherwise. */
static enum err
first_things(struct ctx *cx, struct dossier *d, const char *text)
{
	int64_t no;
	enum err e;

	if (text[0] != '\0' &&
	    ((e = store_dossier_next(cx, d, &no)) != OK ||
	    (e = store_note_add(cx, d, no, text, "", 0)) != OK))
		return e;
	if (d->requester_id == 0 ||
	    (e = requester_is(cx, d, "requester")) != OK ||
	    (d->type->views & TYPE_VIEW_MEDICAL) == 0)
		return d->requester_id == 0 ? OK : e;
	return requester_is(cx, d, "patient");
}

/* A request that may be registered. */
struct ready {
	struct dossier *d;
	struct dossier_values *values;
	const char *text;		/* tidied */
	const char *number;		/* the requester's, "" none */
};

/* Every wrong field is named at once. */
static enum err
prepare(struct ctx *cx, const struct dossier_new *n, struct ready *r)
{
	enum err e, f, g;

	r->d = arena_alloc(cx->arena, sizeof(*r->d));
	if ((e = place(cx, n, r->d)) != OK)
		return e;
	e = check(cx, n, r->d, &r->text);
	f = requester(cx, n, r->d, &r->number);
	g = dossier_values_check(cx, r->d, n->values, true, &r->values);
	return e != OK ? e : f != OK ? f : g;
}

enum err
dossier_register_check(struct ctx *cx, const struct dossier_new *n)
{
	struct ready r;

	return prepare(cx, n, &r);
}

static void
tell(struct event_body *b, const struct ready *r, const struct value *facts)
{
	const struct dossier *d = r->d;

	event_fact(b, "number", d->number);
	event_fact(b, "type", d->type->code);
	event_fact(b, "team", d->team_name);
	event_fact(b, "medium", d->medium);
	event_after(b, "title", d->title);
	event_after(b, "phase", d->phase);
	if (r->text[0] != '\0')
		event_fact(b, "text", r->text);
	if (d->requester_id != 0) {
		event_fact(b, "requester", d->requester);
		event_fact(b, "requester_number", r->number);
	}
	for (; facts != NULL; facts = facts->next)
		event_fact(b, facts->field, facts->text);
	event_happened(b, d->received);
}

enum err
dossier_register(struct ctx *cx, const struct dossier_new *n,
    struct dossier **out)
{
	struct event_body *b = event_body(cx);
	struct dossier *d;
	struct ready r;
	size_t changed;
	enum err e;

	*out = NULL;
	if ((e = prepare(cx, n, &r)) != OK)
		return e;
	d = r.d;
	if ((e = dossier_register_row(cx, d)) != OK ||
	    (n->for_case != NULL &&
	    (e = dossier_keep_closed(cx, n->for_case, d)) != OK) ||
	    (e = compartment(cx, d)) != OK ||
	    (e = dossier_keep_phase(cx, d, d->phase, d->received,
	    "")) != OK ||
	    (e = first_things(cx, d, r.text)) != OK ||
	    (e = dossier_values_write(cx, d, r.values, b, &changed)) != OK ||
	    (e = store_dossier_count(cx, d->scope, 1, 1)) != OK ||
	    (e = dossier_keep_due(cx, d)) != OK)
		return e;
	tell(b, &r, n->facts);
	if ((e = event_add(cx, d, "dossier.registered", b)) != OK)
		return e;
	*out = d;
	return OK;
}
