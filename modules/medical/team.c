/* SPDX-License-Identifier: MIT */
/* The care team: who, in which role, since when. */
#include "medical/team.h"

#include <string.h>

#include "domain/desk/careteam.h"
#include "domain/dossier/party.h"
#include "domain/people/person.h"
#include "domain/spine/keep.h"
#include "medical/medical.h"
#include "text/message.h"

#define FOUND_ROWS 20

const struct field team_page_form[] = {
	{ "find", FIELD_TEXT, .max = 200 },
	{ 0 }
};
const struct field team_form[] = {
	{ "find", FIELD_TEXT, .max = 200 },
	{ "person", FIELD_TEXT, .max = 20 },
	{ "role", FIELD_TEXT, .max = 60 },
	{ 0 }
};
const struct field team_end_form[] = {
	{ "why", FIELD_LINES, .max = KEEP_REASON },
	{ 0 }
};

void
team_show(struct request *rq, const struct dossier *d, bool all)
{
	const struct party *p;
	struct view *v;
	bool lead;

	for (p = d->parties; p != NULL; p = p->next) {
		if (!all && (p->ended != 0 || !careteam_is(p)))
			continue;
		lead = strcmp(p->role, "lead") == 0;
		v = view_item(rq->view, p->ended == 0 ? "team" : "former");
		view_int(v, "no", p->no);
		view_text(v, "number", p->number);
		view_text(v, "name", p->name);
		view_text(v, "role", careteam_role(&rq->cx, d, p->role));
		view_moment(v, "added", p->added);
		view_moment(v, "ended", p->ended);
		view_flag(v, "lead", lead);
	}
}

/* Whom the search finds, of the staff and from outside. */
static enum err
show_found(struct request *rq)
{
	const char *find = form_text(rq, "find");
	struct person *p;
	struct view *v;
	enum err e;

	view_text(rq->view, "find", find);
	if (find[0] == '\0')
		return OK;
	if ((e = person_find(&rq->cx, find, FOUND_ROWS, &p)) != OK)
		return e;
	for (; p != NULL; p = p->next) {
		v = view_option(rq->view, "found", p->number, p->name);
		view_flag(v, "staff", p->login[0] != '\0');
		view_text(v, "phone", p->phone);
	}
	return OK;
}

enum err
get_team(struct request *rq)
{
	struct dossier *d;
	enum err e;

	if ((e = patient_page_open(rq, &d)) != OK ||
	    (e = show_found(rq)) != OK)
		return e;
	team_show(rq, d, true);
	view_terms(rq->view, "roles", d->type->roles, rq->cx.lang);
	view_flag(rq->view, "may_hand_over", d->closed == 0 &&
	    d->level >= LEVEL_WORK && d->verdict[0] != '\0' &&
	    (rq->cx.rights & RIGHT_LEAD) != 0);
	return reply_page(rq, "medical/team.html");
}

enum err
post_team_add(struct request *rq)
{
	struct dossier *d;
	struct person *p;
	enum err e;

	if ((e = medical_open(&rq->cx, rq->number, rq->level, &d)) != OK)
		return e;
	e = person_open(&rq->cx, form_text(rq, "person"), &p);
	if (e == ERR_MISSING)
		return refuse_field(&rq->cx, "person", "%s",
		    _("Choose a person from the list."));
	if (e != OK || (e = careteam_add(&rq->cx, d, p,
	    form_text(rq, "role"))) != OK)
		return e;
	reply_notice(rq, _("%s is on the care team now."), p->name);
	return reply_redirect(rq, MEDICAL "/%s/team", d->number);
}

static enum err
find_party(struct request *rq, const struct dossier *d,
    const struct party **out)
{
	const struct party *p = d->parties;

	while (p != NULL && (p->no != rq->no || p->ended != 0 ||
	    strcmp(p->role, "lead") == 0))
		p = p->next;
	*out = p;
	return p != NULL ? OK : refuse(&rq->cx, ERR_MISSING, "%s",
	    _("This person has no such role on the case. Go back to the "
	    "care team."));
}

enum err
get_team_end(struct request *rq)
{
	const struct party *p;
	struct dossier *d;
	enum err e;

	if ((e = patient_page_open(rq, &d)) != OK ||
	    (e = find_party(rq, d, &p)) != OK)
		return e;
	view_int(rq->view, "no", p->no);
	view_text(rq->view, "name", p->name);
	view_text(rq->view, "role", careteam_role(&rq->cx, d, p->role));
	return reply_page(rq, "medical/team-end.html");
}

enum err
post_team_end(struct request *rq)
{
	const struct party *p;
	struct dossier *d;
	enum err e;

	if ((e = medical_open(&rq->cx, rq->number, rq->level, &d)) != OK ||
	    (e = find_party(rq, d, &p)) != OK ||
	    (e = party_end(&rq->cx, d, p->no, form_text(rq, "why"))) != OK)
		return e;
	reply_notice(rq, "%s", _("The role is ended. It stays in the "
	    "history."));
	return reply_redirect(rq, MEDICAL "/%s/team", d->number);
}
