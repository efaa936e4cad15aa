/* SPDX-License-Identifier: MIT */
/* Changing a person or organisation, also when two do it at once. */
#include <string.h>

#include "casework/people/pages_people.h"
#include "casework/people/persons.h"
#include "casework/shared/conflict.h"
#include "domain/people/person.h"
#include "text/message.h"

#define UNITS 7

const struct field person_change_form[] = {
	PERSONS_FIELDS,
	CONFLICT_FIELDS,
	{ 0 }
};

/* A name as the form writes it: parts, or the one of an organisation. It is
 * one thing, never put together of what two people typed. */
struct naming {
	bool organisation;
	const char *given, *family, *name;
};

static const char *
naming_text(struct ctx *cx, const struct naming *n)
{
	return arena_printf(cx->arena, "%d\x1f%s\x1f%s\x1f%s",
	    n->organisation, n->given, n->family, n->name);
}

static const char *
naming_words(struct ctx *cx, const struct naming *n)
{
	if (n->organisation)
		return arena_printf(cx->arena, _("%s (organisation)"),
		    n->name);
	return n->name[0] != '\0' ? n->name : arena_printf(cx->arena,
	    "%s%s%s", n->given, n->given[0] == '\0' ||
	    n->family[0] == '\0' ? "" : " ", n->family);
}

static struct naming
naming_of(const struct person *p)
{
	bool whole = p->organisation ||
	    (p->given[0] == '\0' && p->family[0] == '\0');

	return (struct naming){ p->organisation, p->given, p->family,
	    whole ? p->name : "" };
}

static const char *
identifiers_text(struct ctx *cx, const struct identifier *i)
{
	const char *all = "";

	for (; i != NULL; i = i->next)
		if (i->value[0] != '\0')
			all = arena_printf(cx->arena, "%s%s%s: %s", all,
			    all[0] == '\0' ? "" : "\n",
			    person_words_identifier(person_words_code(cx,
			    i->kind)), i->value);
	return all;
}

static const char *
addresses_text(struct ctx *cx, const struct address *a)
{
	const char *all = "";

	for (; a != NULL; a = a->next)
		if (a->text[0] != '\0')
			all = arena_printf(cx->arena, "%s%s%s: %s", all,
			    all[0] == '\0' ? "" : "\n",
			    person_words_address(a->kind), a->text);
	return all;
}

/* The person as stored and as typed. */
static void
person_units(struct request *rq, const struct person *p,
    const struct person_new *n, struct conflict_unit out[UNITS])
{
	const struct naming stored = naming_of(p), mine = {
	    n->organisation, n->given, n->family, n->name };
	struct ctx *cx = &rq->cx;
	const struct conflict_unit u[UNITS] = {
		{ "name", _("Name"), naming_text(cx, &stored),
		    naming_text(cx, &mine), naming_words(cx, &stored),
		    naming_words(cx, &mine) },
		{ "email", _("E-mail"), p->email, n->email },
		{ "phone", _("Phone"), p->phone, n->phone },
		{ "address", _("Address"), p->address, n->address },
		{ "language", _("Language"), p->language, n->language,
		    persons_language(p->language),
		    persons_language(n->language) },
		{ "identifiers", _("Identifiers"),
		    identifiers_text(cx, p->identifiers),
		    identifiers_text(cx, n->identifiers) },
		{ "addresses", _("Further addresses"),
		    addresses_text(cx, p->addresses),
		    addresses_text(cx, n->addresses) }
	};

	memcpy(out, u, sizeof(u));
}

/* What was typed, and where somebody saved meanwhile what holds of it. */
static enum err
typed_change(struct request *rq, struct conflict *c, const struct person *p,
    struct person_new *out)
{
	struct conflict_unit u[UNITS];
	struct event *events;
	bool mine[UNITS];
	size_t i;
	enum err e;

	persons_typed(rq, out);
	if (!conflict_stale(c))
		return OK;
	if ((e = person_latest(&rq->cx, &events)) != OK)
		return e;
	person_units(rq, p, out, u);
	for (i = 0; i < UNITS; i++) {
		conflict_who(c, NULL, events, "number", p->number, &u[i]);
		mine[i] = conflict_mine(c, &u[i]);
	}
	if (!mine[0]) {
		out->organisation = p->organisation;
		out->given = p->given;
		out->family = p->family;
		out->name = p->name;
	}
	out->email = mine[1] ? out->email : p->email;
	out->phone = mine[2] ? out->phone : p->phone;
	out->address = mine[3] ? out->address : p->address;
	out->language = mine[4] ? out->language : p->language;
	out->identifiers = mine[5] ? out->identifiers : p->identifiers;
	out->addresses = mine[6] ? out->addresses : p->addresses;
	return conflict_end(c);
}

static void
begin_person(struct request *rq, struct conflict *c, const struct person *p)
{
	static const struct person_new none = { .name = "", .given = "",
	    .family = "", .email = "", .phone = "", .address = "",
	    .language = "" };
	struct conflict_unit u[UNITS];
	size_t i;

	person_units(rq, p, &none, u);
	for (i = 0; i < UNITS; i++)
		conflict_begin(c, u[i].name, u[i].stored);
	conflict_begun(c, NULL);
	form_start(rq, "kind", p->organisation ? "organisation" : "person");
	form_start(rq, "given", p->given);
	form_start(rq, "family", p->family);
	form_start(rq, "name", naming_of(p).name);
	form_start(rq, "email", p->email);
	form_start(rq, "phone", p->phone);
	form_start(rq, "address", p->address);
	form_start(rq, "language", p->language);
}

static enum err
open_it(struct request *rq, struct person **out)
{
	enum err e;

	e = person_open(&rq->cx, request_part(rq, "person"), out);
	if (e == OK && (*out)->login[0] != '\0')
		return refuse(&rq->cx, ERR_FORBIDDEN,
		    _("Data of staff come from the directory. "
		    "Ask for the change there."));
	return e;
}

enum err
get_person_change(struct request *rq)
{
	struct person_new new;
	struct conflict *c;
	struct person *p;
	enum err e;

	if ((e = open_it(rq, &p)) != OK)
		return e;
	c = conflict_new(rq, p->version);
	if (conflict_again(c) &&
	    typed_change(rq, c, p, &new) == ERR_CONFLICT)
		return conflict_page(c, arena_printf(rq->cx.arena,
		    "/people/%s", p->number));
	persons_show(view_part(rq->view, "person"), p);
	begin_person(rq, c, p);
	persons_choices(rq, p);
	return reply_page(rq, "casework/person-change.html");
}

enum err
post_person_change(struct request *rq)
{
	struct person_new new;
	struct conflict *c;
	struct person *p;
	enum err e;

	if ((e = open_it(rq, &p)) != OK)
		return e;
	c = conflict_new(rq, p->version);
	if ((e = typed_change(rq, c, p, &new)) != OK ||
	    (e = person_change(&rq->cx, p, &new, p->version)) != OK)
		return e;
	conflict_notice(c, _("The person was saved."));
	return reply_redirect(rq, "/people/%s", p->number);
}
