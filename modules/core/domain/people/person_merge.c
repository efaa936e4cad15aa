/* SPDX-License-Identifier: MIT */
/* Two records of one human: one takes the other in. */
#include <string.h>

#include "domain/people/person.h"
#include "domain/people/search.h"
#include "domain/spine/event.h"
#include "domain/spine/keep.h"
#include "store/store_person.h"
#include "store/store_wall.h"
#include "text/fold.h"
#include "text/message.h"

static void
add_identifier(struct ctx *cx, struct person *p, const char *kind,
    const char *value)
{
	struct identifier **tail = &p->identifiers;

	for (; *tail != NULL; tail = &(*tail)->next)
		if (strcmp(store_person_key(cx, (*tail)->value),
		    store_person_key(cx, value)) == 0)
			return;
	*tail = arena_alloc(cx->arena, sizeof(**tail));
	(*tail)->next = NULL;
	(*tail)->kind = kind;
	(*tail)->value = value;
}

static void
add_address(struct ctx *cx, struct person *p, const char *kind,
    const char *text)
{
	struct address **tail = &p->addresses;

	for (; *tail != NULL; tail = &(*tail)->next)
		if (strcmp((*tail)->text, text) == 0)
			return;
	*tail = arena_alloc(cx->arena, sizeof(**tail));
	(*tail)->next = NULL;
	(*tail)->kind = kind;
	(*tail)->text = text;
}

/* An empty field takes what the other has; a second e-mail or phone is an
 * identifier, a second address a further one, the name another one: nothing
 * is lost. */
static void
take_in(struct ctx *cx, struct person *p, const struct person *o)
{
	const struct identifier *i;
	const struct address *a;

	if (p->email[0] == '\0')
		p->email = o->email;
	else if (o->email[0] != '\0' && strcmp(p->email, o->email) != 0)
		add_identifier(cx, p, "email", o->email);
	if (p->phone[0] == '\0')
		p->phone = o->phone;
	else if (o->phone[0] != '\0' && strcmp(store_person_phone(cx,
	    p->phone), store_person_phone(cx, o->phone)) != 0)
		add_identifier(cx, p, "phone", o->phone);
	if (p->address[0] == '\0')
		p->address = o->address;
	else if (o->address[0] != '\0' && strcmp(p->address,
	    o->address) != 0)
		add_address(cx, p, "other", o->address);
	if (p->language[0] == '\0')
		p->language = o->language;
	for (i = o->identifiers; i != NULL; i = i->next)
		add_identifier(cx, p, i->kind, i->value);
	if (strcmp(fold(cx->arena, p->name), fold(cx->arena, o->name)) != 0)
		add_identifier(cx, p, STORE_PERSON_ALIAS, o->name);
	for (a = o->addresses; a != NULL; a = a->next)
		add_address(cx, p, a->kind, a->text);
}

static enum err
may(struct ctx *cx, const struct person *p, const struct person *o)
{
	if (p->id == o->id)
		return refuse_field(cx, "other", "%s", _("This is the same "
		    "record. Choose the other one."));
	if (p->login[0] != '\0' || o->login[0] != '\0')
		return refuse_field(cx, "other", "%s", _("Members of staff "
		    "come from the directory and stay as they are."));
	if (p->organisation != o->organisation)
		return refuse_field(cx, "other", "%s", _("A person and an "
		    "organisation are never one."));
	return OK;
}

static enum err
tell(struct ctx *cx, const struct person *p, const struct person *o,
    const char *why)
{
	struct event_body *b = event_body(cx);

	event_fact(b, "number", p->number);
	event_fact(b, "merged", o->number);
	event_before(b, "name", o->name);
	event_before(b, "email", o->email);
	event_before(b, "phone", o->phone);
	event_before(b, "address", o->address);
	event_after(b, "name", p->name);
	event_after(b, "email", p->email);
	event_after(b, "phone", p->phone);
	event_after(b, "address", p->address);
	event_why(b, why);
	return event_add_topic(cx, "persons", "person.merged", b);
}

enum err
person_merge(struct ctx *cx, struct person *p, const char *other,
    const char *why)
{
	struct person *o, nothing;
	enum err e;

	if ((e = person_open(cx, other, &o)) != OK)
		return e == ERR_MISSING ? refuse_field(cx, "other", "%s",
		    _("Choose one of those that were found.")) : e;
	if ((e = may(cx, p, o)) != OK ||
	    (e = keep_reason(cx, "why", why, &why)) != OK)
		return e;
	nothing = *o;
	nothing.identifiers = NULL;
	nothing.addresses = NULL;
	take_in(cx, p, o);
	if ((e = store_person_merge(cx, o, p)) != OK ||
	    (e = store_wall_follow_party(cx, p->id)) != OK ||
	    (e = store_person_more_save(cx, &nothing)) != OK ||
	    (e = store_person_save(cx, p)) != OK ||
	    (e = store_person_more_save(cx, p)) != OK ||
	    (e = search_person(cx, p->id)) != OK)
		return e;
	return tell(cx, p, o, why);
}
