/* SPDX-License-Identifier: MIT */
/* The people of a dossier: found or made, given a role, ended. */
#include <string.h>

#include "casework/access/shares.h"
#include "casework/case/pages_case.h"
#include "casework/people/persons.h"
#include "casework/shared/show.h"
#include "domain/dossier/dossier.h"
#include "domain/dossier/party.h"
#include "domain/people/person.h"
#include "text/message.h"

#define FOUND_ROWS 20

const struct field party_find_form[] = {
	{ "find", FIELD_TEXT, .max = 200 },
	{ 0 }
};

const struct field party_form[] = {
	{ "find", FIELD_TEXT, .max = 200 },
	{ "person", FIELD_TEXT, .min = 1, .max = 20 },
	{ "role", FIELD_TEXT, .min = 1, .max = 60 },
	{ 0 }
};

const struct field party_new_form[] = {
	PERSONS_FIELDS,
	{ "role", FIELD_TEXT, .min = 1, .max = 60 },
	{ "sure", FIELD_FLAG },
	{ 0 }
};

static void
show_parties(struct request *rq, const struct dossier *d)
{
	const struct party *p;
	struct view *v;
	bool lead;

	for (p = d->parties; p != NULL; p = p->next) {
		lead = strcmp(p->role, "lead") == 0;
		v = view_item(rq->view, "parties");
		view_int(v, "no", p->no);
		view_text(v, "number", p->number);
		view_text(v, "name", p->name);
		view_text(v, "role", party_role(&rq->cx, d->type, p->role));
		view_moment(v, "added", p->added);
		view_moment(v, "ended", p->ended);
		view_flag(v, "may_end", p->ended == 0 && !lead);
		view_flag(v, "change_lead", p->ended == 0 && lead &&
		    (rq->cx.rights & RIGHT_LEAD) != 0);
	}
}

enum err
get_dossier_people(struct request *rq)
{
	const char *find = form_text(rq, "find");
	struct person *p = NULL;
	struct dossier *d;
	enum err e;

	if ((e = show_open(rq, &d)) != OK)
		return e;
	if (find[0] != '\0' &&
	    (e = person_find(&rq->cx, find, FOUND_ROWS, &p)) != OK)
		return e;
	for (; p != NULL; p = p->next)
		persons_show(view_item(rq->view, "found"), p);
	view_text(rq->view, "find", find);
	view_terms(rq->view, "roles", d->type->roles, rq->cx.lang);
	show_parties(rq, d);
	if ((e = shares_show_open(rq, d)) != OK)
		return e;
	return reply_page(rq, "casework/parties.html");
}

enum err
post_dossier_people_add(struct request *rq)
{
	struct dossier *d;
	struct person *p;
	enum err e;

	if ((e = dossier_open(&rq->cx, rq->number, rq->level, &d)) != OK)
		return e;
	e = person_open(&rq->cx, form_text(rq, "person"), &p);
	if (e == ERR_MISSING)
		return refuse_field(&rq->cx, "person",
		    _("Choose a person from the list."));
	if (e != OK)
		return e;
	if ((e = party_add(&rq->cx, d, p->id, form_text(rq, "role"))) != OK)
		return e;
	reply_notice(rq, _("%s was added to the case."), p->name);
	return reply_redirect(rq, "/dossiers/%s", d->number);
}

enum err
get_dossier_people_new(struct request *rq)
{
	struct dossier *d;
	enum err e;

	if ((e = show_open(rq, &d)) != OK)
		return e;
	view_terms(rq->view, "roles", d->type->roles, rq->cx.lang);
	persons_choices(rq, NULL);
	if ((e = persons_show_likely(rq)) != OK)
		return e;
	return reply_page(rq, "casework/party-new.html");
}

/* Makes the person and the party in one transaction. */
enum err
post_dossier_people_new(struct request *rq)
{
	struct dossier *d;
	struct person *p;
	enum err e;

	if ((e = dossier_open(&rq->cx, rq->number, rq->level, &d)) != OK)
		return e;
	if ((e = persons_make(rq, &p)) != OK)
		return e;
	if ((e = party_add(&rq->cx, d, p->id, form_text(rq, "role"))) != OK)
		return e;
	reply_notice(rq, _("%s was added to the case."), p->name);
	return reply_redirect(rq, "/dossiers/%s", d->number);
}

static enum err
find_party(struct request *rq, const struct dossier *d,
    const struct party **out)
{
	const struct party *p;

	for (p = d->parties; p != NULL; p = p->next)
		if (p->no == rq->no) {
			*out = p;
			return OK;
		}
	refuse(&rq->cx, ERR_MISSING,
	    _("This person is not on the case. Go back to the case."));
	return ERR_MISSING;
}

enum err
get_dossier_people_end(struct request *rq)
{
	const struct party *p;
	struct dossier *d;
	enum err e;

	if ((e = show_open(rq, &d)) != OK)
		return e;
	if ((e = find_party(rq, d, &p)) != OK)
		return e;
	view_text(rq->view, "name", p->name);
	view_text(rq->view, "role", party_role(&rq->cx, d->type, p->role));
	view_int(rq->view, "no", p->no);
	return reply_page(rq, "casework/party-end.html");
}

enum err
post_dossier_people_end(struct request *rq)
{
	struct dossier *d;
	enum err e;

	if ((e = dossier_open(&rq->cx, rq->number, rq->level, &d)) != OK)
		return e;
	e = party_end(&rq->cx, d, rq->no, form_text(rq, "why"));
	if (e != OK)
		return e;
	reply_notice(rq, _("The role was ended. It stays in the history."));
	return reply_redirect(rq, "/dossiers/%s", d->number);
}
