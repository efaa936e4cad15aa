/* SPDX-License-Identifier: MIT */
/* Limits of authority: given, withdrawn, looked up. */
#include "domain/people/authority.h"

#include <string.h>

#include "base/config.h"
#include "base/count.h"
#include "domain/spine/dossier_number.h"
#include "domain/spine/event.h"
#include "domain/spine/keep.h"
#include "domain/type/casetype.h"
#include "store/store_access.h"
#include "store/store_authority.h"
#include "store/store_staff.h"
#include "text/date.h"
#include "text/message.h"
#include "text/number.h"

#define KIND_MAX 60
#define LISTED 100	/* labels and kinds that a form offers */

const char *
authority_today(struct ctx *cx)
{
	return date_today(cx->arena, cx->conf != NULL ? cx->conf->timezone :
	    cx->zone, cx->now);
}

bool
authority_covers(const struct authority *a, bool has_amount, int64_t amount,
    const char *currency)
{
	return !has_amount || ((a->currency[0] == '\0' ||
	    strcmp(a->currency, currency) == 0) && amount > 0 &&
	    (a->any || a->amount >= amount));
}

const char *
authority_show(struct ctx *cx, const struct authority *a)
{
	return a->any ? _("any amount") : arena_printf(cx->arena,
	    _("up to %s"), number_money(cx->arena, cx->lang, a->amount,
	    a->currency));
}

const char *
authority_whose(const struct authority *a)
{
	return a->person != 0 ? a->person_name : a->label;
}

/* Nobody gives themselves authority, nor by what they are. */
static enum err
themselves(struct ctx *cx, const char *field)
{
	return refuse_field(cx, field, "%s", _("Nobody gives themselves "
	    "authority. Another administrator does it."));
}

static enum err
of_label(struct ctx *cx, const struct authority_new *n, struct authority *a)
{
	const char *const *l = authority_labels(cx);
	struct store_access_role *r;
	enum err e;

	while (*l != NULL && strcmp(*l, n->label) != 0)
		l++;
	if (*l == NULL)
		return refuse_field(cx, "label", "%s",
		    _("Choose one of the roles."));
	if ((e = store_access_roles(cx, cx->viewer, &r)) != OK)
		return e;
	for (; r != NULL; r = r->next)
		if (strcmp(r->label, *l) == 0)
			return themselves(cx, "label");
	a->label = *l;
	return OK;
}

static enum err
whose(struct ctx *cx, const struct authority_new *n, struct authority *a)
{
	bool person = n->person[0] != '\0', label = n->label[0] != '\0';
	struct staff *s = NULL;
	enum err e;

	if (person == label)
		return refuse_field(cx, "person", "%s", person ?
		    _("Choose a person or a role, not both.") :
		    _("Choose whose limit it is: a person or a role."));
	if (label)
		return of_label(cx, n, a);
	if ((e = store_staff_by_login(cx, n->person, &s)) != OK)
		return e;
	if (s == NULL || !s->enabled)
		return refuse_field(cx, "person", "%s",
		    _("Choose somebody of the staff."));
	if (s->id == cx->viewer)
		return themselves(cx, "person");
	a->person = s->id;
	a->person_number = s->number;
	a->person_name = s->name;
	return OK;
}

static enum err
how_much(struct ctx *cx, const struct authority_new *n, struct authority *a)
{
	enum err e;

	a->any = n->any;
	a->currency = "";
	if (n->any)
		return n->amount[0] == '\0' ? OK : refuse_field(cx, "amount",
		    "%s", _("Write an amount or choose any amount, not "
		    "both."));
	if (n->amount[0] == '\0')
		return refuse_field(cx, "amount", "%s", _("Write the highest "
		    "amount, or choose any amount."));
	if ((e = casetype_value_money(cx, "amount", "", n->amount, &a->amount,
	    &a->currency)) != OK)
		return e;
	return a->amount > 0 ? OK : refuse_field(cx, "amount", "%s",
	    _("The amount is to be more than nothing."));
}

static enum err
how_long(struct ctx *cx, const struct authority_new *n, struct authority *a)
{
	const char *today = authority_today(cx);

	a->begins = n->begins[0] == '\0' ? today : n->begins;
	a->ends = n->ends;
	if (!date_civil_ok(a->begins))
		return refuse_field(cx, "begins", "%s",
		    _("This date cannot be. Correct it."));
	if (a->ends[0] != '\0' && !date_civil_ok(a->ends))
		return refuse_field(cx, "ends", "%s",
		    _("This date cannot be. Correct it."));
	/* What was approved without authority is not covered afterwards. */
	if (strcmp(a->begins, today) < 0)
		return refuse_field(cx, "begins", "%s",
		    _("A limit begins today or later."));
	if (a->ends[0] != '\0' && strcmp(a->ends, a->begins) < 0)
		return refuse_field(cx, "ends", "%s",
		    _("It cannot end before it begins."));
	return OK;
}

/* Every mistake is named at once. */
static enum err
fill(struct ctx *cx, const struct authority_new *n, struct authority *a)
{
	enum err e[5];
	size_t i;

	a->label = a->person_name = a->person_number = "";
	a->withdrawn_by = a->withdrawn_why = a->given_by = "";
	e[0] = whose(cx, n, a);
	e[1] = keep_text(cx, "kind", n->kind, 0, KIND_MAX, false,
	    &a->kind);
	e[2] = how_much(cx, n, a);
	e[3] = how_long(cx, n, a);
	e[4] = keep_reason(cx, "reason", n->reason, &a->reason);
	for (i = 0; i < COUNT(e); i++)
		if (e[i] != OK)
			return e[i];
	return OK;
}

static enum err
tell(struct ctx *cx, const struct authority *a, const char *kind,
    const char *why)
{
	struct event_body *b = event_body(cx);

	event_fact(b, "number", a->number);
	event_fact(b, "whose", authority_whose(a));
	if (a->person != 0)
		event_fact(b, "person", a->person_number);
	event_fact(b, "kind", a->kind);
	event_fact(b, "amount", a->any ? "any" : arena_printf(cx->arena,
	    "%lld %s", (long long)a->amount, a->currency));
	event_fact(b, "begins", a->begins);
	event_fact(b, "ends", a->ends);
	event_why(b, why);
	return event_add_topic(cx, "authority", kind, b);
}

static enum err
may(struct ctx *cx)
{
	return (cx->rights & RIGHT_ADMIN) != 0 ? OK : refuse(cx,
	    ERR_FORBIDDEN, "%s", _("Only administrators give authority."));
}

enum err
authority_give(struct ctx *cx, const struct authority_new *n,
    struct authority **out)
{
	struct authority *a = arena_alloc(cx->arena, sizeof(*a));
	enum err e;
	int i;

	if ((e = may(cx)) != OK || (e = fill(cx, n, a)) != OK)
		return e;
	for (i = 0; i < DOSSIER_NUMBER_TRIES && a->id == 0; i++) {
		a->number = dossier_number_authority(cx);
		if ((e = store_authority_add(cx, a)) != OK)
			return e;
	}
	if (a->id == 0)
		return dossier_number_none(cx);
	*out = a;
	return tell(cx, a, "authority.given", a->reason);
}

enum err
authority_open(struct ctx *cx, const char *number, struct authority **out)
{
	enum err e;

	if ((e = store_authority_find(cx, number, out)) != OK)
		return e;
	return *out != NULL ? OK : refuse(cx, ERR_MISSING, "%s",
	    _("There is no such limit."));
}

enum err
authority_withdraw(struct ctx *cx, struct authority *a, const char *why)
{
	enum err e;

	if ((e = may(cx)) != OK)
		return e;
	if (a->withdrawn != 0)
		return refuse(cx, ERR_CONFLICT, "%s",
		    _("This limit was withdrawn already."));
	if ((e = keep_reason(cx, "why", why,
	    &a->withdrawn_why)) != OK ||
	    (e = store_authority_withdraw(cx, a)) != OK)
		return e;
	a->withdrawn = cx->now;
	return tell(cx, a, "authority.withdrawn", a->withdrawn_why);
}

enum err
authority_list(struct ctx *cx, bool past, const char *after, int limit,
    struct authority_page *out)
{
	struct authority *a = NULL;
	int n = 1;
	enum err e;

	*out = (struct authority_page){ .next = "" };
	if (after[0] != '\0' &&
	    (e = store_authority_find(cx, after, &a)) != OK)
		return e;
	if ((e = store_authority_list(cx, past, authority_today(cx),
	    a == NULL ? 0 : a->id, limit + 1, &out->all)) != OK)
		return e;
	for (a = out->all; a != NULL; a = a->next, n++)
		if (n == limit && a->next != NULL) {
			out->next = a->number;
			a->next = NULL;
		}
	return OK;
}

const char *const *
authority_labels(struct ctx *cx)
{
	const struct config_group *g = cx->conf == NULL ? NULL :
	    cx->conf->groups;
	const char **list = arena_array(cx->arena, LISTED + 1, sizeof(*list));
	size_t n = 0;

	for (; g != NULL && n < LISTED; g = g->next)
		list[n++] = g->label;
	return list;
}

enum err
authority_kinds(struct ctx *cx, const char *const **out)
{
	const char **list = arena_array(cx->arena, LISTED + 1, sizeof(*list));
	size_t n;

	*out = list;
	return store_authority_kinds(cx, list, LISTED, &n);
}

enum err
authority_mine(struct ctx *cx, struct authority **out)
{
	return store_authority_mine(cx, authority_today(cx), out);
}
