/* SPDX-License-Identifier: MIT */
/* These are one person: two records of the register become one. */

#include "casework/people/pages_people.h"
#include "casework/people/persons.h"
#include "domain/people/person.h"
#include "domain/spine/keep.h"
#include "text/message.h"

#define FOUND 20

const struct field person_merge_page_form[] = {
	{ "find", FIELD_TEXT, .max = 200 },
	{ 0 }
};

const struct field person_merge_form[] = {
	{ "find", FIELD_TEXT, .max = 200 },
	{ "other", FIELD_TEXT, .min = 1, .max = 20 },	/* a number */
	{ "why", FIELD_LINES, .min = 1, .max = KEEP_REASON },
	{ 0 }
};

/* Who could be the same: of one kind, not staff, not itself. */
static bool
could_be(const struct person *p, const struct person *o)
{
	return o->id != p->id && o->login[0] == '\0' &&
	    o->organisation == p->organisation;
}

/* Without a word to look for: who is nearly the same. */
static enum err
others(struct request *rq, const struct person *p, const char *find,
    struct person **out)
{
	const struct person_new as = { .organisation = p->organisation,
	    .name = p->name, .given = p->given, .family = p->family,
	    .email = p->email, .phone = p->phone,
	    .identifiers = p->identifiers };

	return find[0] == '\0' ? person_likely(&rq->cx, &as, out) :
	    person_find(&rq->cx, find, FOUND, out);
}

enum err
get_person_merge(struct request *rq)
{
	const char *find = form_text(rq, "find");
	struct person *p, *o;
	enum err e;

	e = person_open(&rq->cx, request_part(rq, "person"), &p);
	if (e != OK)
		return e;
	if ((e = others(rq, p, find, &o)) != OK)
		return e;
	for (; o != NULL; o = o->next)
		if (could_be(p, o))
			persons_show(view_item(rq->view, "found"), o);
	persons_show(view_part(rq->view, "person"), p);
	view_text(rq->view, "find", find);
	form_start(rq, "find", find);
	return reply_page(rq, "casework/person-merge.html");
}

enum err
post_person_merge(struct request *rq)
{
	struct person *p;
	enum err e;

	e = person_open(&rq->cx, request_part(rq, "person"), &p);
	if (e != OK || (e = person_merge(&rq->cx, p, form_text(rq, "other"),
	    form_text(rq, "why"))) != OK)
		return e;
	reply_notice(rq, _("%s is one record now."), p->name);
	return reply_redirect(rq, "/people/%s", p->number);
}
