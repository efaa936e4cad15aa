/* SPDX-License-Identifier: MIT */
/* Compartments and their members. */
#include "domain/people/compartment.h"

#include <string.h>

#include "base/count.h"
#include "domain/spine/event.h"
#include "domain/spine/keep.h"
#include "model/right.h"
#include "store/store_access.h"
#include "store/store_compartment.h"
#include "store/store_staff.h"
#include "text/fold.h"
#include "text/message.h"

#define NAME_MAX 60

enum err
compartment_list(struct ctx *cx, struct compartment **out)
{
	return store_compartment_list(cx, out);
}

const char *
compartment_word(const char *name)
{
	static const char *const ours[] = { N_("Medical"),
	    N_("Legal privilege"), N_("Personnel") };
	size_t i;

	for (i = 0; i < COUNT(ours); i++)
		if (strcmp(ours[i], name) == 0)
			return _(ours[i]);
	return name;
}

enum err
compartment_open(struct ctx *cx, const char *code, struct compartment **out)
{
	enum err e;

	if ((e = store_compartment_find(cx, code, out)) != OK)
		return e;
	return *out != NULL ? OK : refuse(cx, ERR_MISSING, "%s",
	    _("There is no such compartment."));
}

static enum err
may(struct ctx *cx)
{
	return (cx->rights & RIGHT_ADMIN) != 0 ? OK : refuse(cx,
	    ERR_FORBIDDEN, "%s", _("Administrators say who is a member of "
	    "a compartment."));
}

enum err
compartment_make(struct ctx *cx, const char *name, bool privilege)
{
	struct event_body *b = event_body(cx);
	struct compartment *all;
	const char *code;
	enum err e;

	if ((e = may(cx)) != OK || (e = keep_text(cx, "name", name,
	    1, NAME_MAX, false, &name)) != OK ||
	    (e = store_compartment_list(cx, &all)) != OK)
		return e;
	code = fold_code(cx->arena, name, '_');
	for (; all != NULL; all = all->next)
		if (strcmp(all->code, code) == 0 || strcmp(fold(cx->arena,
		    all->name), fold(cx->arena, name)) == 0)
			return refuse_field(cx, "name", _("There is a "
			    "compartment “%s” already."),
			    compartment_word(all->name));
	if ((e = store_compartment_add(cx, code, name,
	    privilege)) != OK)
		return e;
	event_fact(b, "compartment", name);
	event_fact(b, "code", code);
	if (privilege)
		event_fact(b, "privilege", "1");
	return event_add_topic(cx, "rights", "compartment.made", b);
}

enum err
compartment_privilege(struct ctx *cx, const struct compartment *c)
{
	struct event_body *b = event_body(cx);
	enum err e;

	if ((e = may(cx)) != OK)
		return e;
	if (c->privilege)
		return refuse(cx, ERR_CONFLICT, "%s", _("This compartment is "
		    "privileged already."));
	if ((e = store_compartment_privilege(cx, c->id)) != OK)
		return e;
	event_fact(b, "compartment", c->name);
	event_fact(b, "code", c->code);
	return event_add_topic(cx, "rights", "compartment.privileged", b);
}

enum err
compartment_members(struct ctx *cx, const struct compartment *c,
    struct compartment_member **out)
{
	enum err e = may(cx);

	*out = NULL;
	return e != OK ? e : store_compartment_members(cx, c->id, out);
}

enum err
compartment_member(struct ctx *cx, const struct compartment *c,
    const char *number, struct compartment_member **out)
{
	enum err e;

	if ((e = compartment_members(cx, c, out)) != OK)
		return e;
	while (*out != NULL && strcmp((*out)->number, number) != 0)
		*out = (*out)->next;
	return *out != NULL ? OK : refuse(cx, ERR_MISSING, "%s",
	    _("This person is no member."));
}

static struct event_body *
told(struct ctx *cx, const struct compartment *c, const char *name,
    const char *number, const char *why)
{
	struct event_body *b = event_body(cx);

	event_fact(b, "person", name);
	event_fact(b, "number", number);
	event_fact(b, "compartment", c->name);
	event_fact(b, "code", c->code);
	event_why(b, why);
	return b;
}

/* The member of staff of a sign-in name, who may see cases at all. */
static enum err
somebody(struct ctx *cx, const char *login, struct store_access_staff *out)
{
	struct staff *found;
	enum err e;

	*out = (struct store_access_staff){ .name = "" };
	if ((e = store_staff_by_login(cx, login, &found)) != OK ||
	    (found != NULL &&
	    (e = store_access_staff(cx, found->id, out)) != OK))
		return e;
	if (out->person == cx->viewer)
		return refuse_field(cx, "login", "%s", _("Nobody makes "
		    "themselves a member. Ask another administrator."));
	if (out->person == 0 || !out->enabled ||
	    (out->rights & RIGHT_STAFF) == 0)
		return refuse_field(cx, "login", "%s", _("No member of the "
		    "staff who works on cases signs in by this name."));
	return OK;
}

enum err
compartment_admit(struct ctx *cx, const struct compartment *c,
    const char *login, int64_t until, const char *why)
{
	struct compartment_member m = { .until = until };
	struct store_access_staff who;
	struct event_body *b;
	enum err e, bad = OK;

	if ((e = may(cx)) != OK)
		return e;
	if ((e = keep_reason(cx, "why", why, &m.reason)) != OK)
		bad = e;
	if (until != 0 && until <= cx->now)
		bad = refuse_field(cx, "until", "%s",
		    _("Choose a day in the future."));
	if ((e = somebody(cx, login, &who)) != OK || (e = bad) != OK)
		return e;
	m.person = who.person;
	if ((e = store_compartment_admit(cx, c->id, &m)) != OK)
		return e;
	b = told(cx, c, who.name, who.number, m.reason);
	event_count(b, "until", until);
	return event_add_topic(cx, "rights", "compartment.admitted", b);
}

enum err
compartment_dismiss(struct ctx *cx, const struct compartment *c,
    const struct compartment_member *m, const char *why)
{
	enum err e;

	if ((e = may(cx)) != OK ||
	    (e = keep_reason(cx, "why", why, &why)) != OK ||
	    (e = store_compartment_dismiss(cx, c->id, m->person)) != OK)
		return e;
	return event_add_topic(cx, "rights", "compartment.dismissed",
	    told(cx, c, m->name, m->number, why));
}

enum err
compartment_held(struct ctx *cx, const char *code, struct compartment **out)
{
	enum err e;

	if ((e = store_compartment_find(cx, code, out)) != OK)
		return e;
	return *out != NULL && (*out)->held ? OK : refuse_field(cx,
	    "compartment", "%s", _("Choose a compartment that you are a "
	    "member of."));
}

enum err
compartment_any(struct ctx *cx, bool *out)
{
	return store_compartment_holds(cx, 0, cx->viewer, out);
}

enum err
compartment_admits(struct ctx *cx, int64_t compartment, const char *field,
    int64_t person, const char *name)
{
	bool holds;
	enum err e;

	if (compartment == 0 || person == 0)
		return OK;
	if ((e = store_compartment_holds(cx, compartment, person,
	    &holds)) != OK)
		return e;
	return holds ? OK : refuse_field(cx, field, _("%s is no member of "
	    "the compartment that this is in."), name);
}
