/* SPDX-License-Identifier: MIT */
/* Persons in roles on a dossier. */
#include "domain/dossier/party.h"

#include <string.h>

#include "domain/dossier/rulepack_gate.h"
#include "domain/dossier/undo.h"
#include "domain/people/wall.h"
#include "domain/spine/event.h"
#include "domain/spine/keep.h"
#include "domain/type/casetype.h"
#include "store/store_dossier.h"
#include "store/store_party.h"
#include "store/store_person.h"
#include "text/message.h"

const char *
party_role(struct ctx *cx, const struct casetype *type, const char *role)
{
	if (strcmp(role, "lead") == 0)
		return _("Lead");
	if (type != NULL && casetype_term(type->roles, role) != NULL)
		return casetype_word(cx, type->roles, role);
	return strcmp(role, "requester") == 0 ? _("Requester") : role;
}

static enum err
role_ok(struct ctx *cx, const struct dossier *d, int64_t person,
    const char *role)
{
	const struct party *p;

	if (strcmp(role, "lead") == 0)
		return refuse_field(cx, "role", "%s", _("The lead is changed "
		    "by handing the case over."));
	if (strcmp(role, "requester") != 0 &&
	    casetype_term(d->type->roles, role) == NULL)
		return refuse_field(cx, "role", "%s",
		    _("Choose one of the roles."));
	for (p = d->parties; p != NULL; p = p->next)
		if (p->ended == 0 && p->person == person &&
		    strcmp(p->role, role) == 0)
			return refuse(cx, ERR_CONFLICT,
			    _("%s has this role already."), p->name);
	return OK;
}

/* Lists show one requester: who still is one, the first of them. */
static enum err
requesters_changed(struct ctx *cx, struct dossier *d, const char *role)
{
	const struct party *p;
	enum err e;

	if (strcmp(role, "requester") != 0)
		return OK;
	if ((e = store_party_requester(cx, d)) != OK ||
	    (e = store_party_list(cx, d)) != OK)
		return e;
	d->requester = "";
	for (p = d->parties; p != NULL; p = p->next)
		if (p->person == d->requester_id)
			d->requester = p->name;
	return OK;
}

enum err
party_add(struct ctx *cx, struct dossier *d, int64_t person,
    const char *role)
{
	struct event_body *b;
	struct undo *u = NULL;
	struct person *p;
	int64_t no;
	enum err e;

	if ((e = keep_open(cx, d)) != OK ||
	    (e = store_person_get(cx, person, &p)) != OK)
		return e;
	if (p == NULL)
		return refuse_field(cx, "person", "%s",
		    _("There is no such person. Look again."));
	if ((e = store_party_list(cx, d)) != OK ||
	    (e = role_ok(cx, d, person, role)) != OK ||
	    (e = wall_check(cx, d, "person", person, p->name)) != OK ||
	    (e = rulepack_gate_role(cx, d, person, p->name, role)) != OK ||
	    (e = undo_watch(cx, d, UNDO_PARTIES, &u)) != OK ||
	    (e = store_dossier_next(cx, d, &no)) != OK ||
	    (e = store_party_add(cx, d, no, person, role)) != OK ||
	    (e = requesters_changed(cx, d, role)) != OK ||
	    (e = store_party_list(cx, d)) != OK ||
	    (e = undo_step(cx, u, "party.added")) != OK)
		return e;
	b = event_body(cx);
	event_fact(b, "role", role);
	event_fact(b, "person", p->name);
	event_fact(b, "number", p->number);
	return event_add(cx, d, "party.added", b);
}

enum err
party_end(struct ctx *cx, struct dossier *d, int64_t no, const char *why)
{
	struct event_body *b;
	struct undo *u = NULL;
	struct party *p;
	enum err e;

	if ((e = keep_open(cx, d)) != OK ||
	    (e = keep_text(cx, "why", why, 0, KEEP_REASON, true,
	    &why)) != OK ||
	    (e = store_party_list(cx, d)) != OK)
		return e;
	for (p = d->parties; p != NULL && p->no != no; p = p->next)
		;
	if (p == NULL)
		return refuse(cx, ERR_MISSING, "%s",
		    _("This case has no such person."));
	if (p->ended != 0)
		return refuse(cx, ERR_CONFLICT, "%s",
		    _("This role has ended already."));
	if (strcmp(p->role, "lead") == 0)
		return refuse(cx, ERR_INVALID, "%s", _("A case keeps its "
		    "lead. Hand it over to somebody else instead."));
	b = event_body(cx);
	event_fact(b, "role", p->role);
	event_fact(b, "person", p->name);
	event_fact(b, "number", p->number);
	event_why(b, why);
	if ((e = undo_watch(cx, d, UNDO_PARTIES, &u)) != OK ||
	    (e = store_party_end(cx, d, no)) != OK ||
	    (e = requesters_changed(cx, d, p->role)) != OK ||
	    (e = store_party_list(cx, d)) != OK ||
	    (e = undo_step(cx, u, "party.ended")) != OK)
		return e;
	return event_add(cx, d, "party.ended", b);
}
