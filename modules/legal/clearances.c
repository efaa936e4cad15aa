/* SPDX-License-Identifier: MIT */
/* Conflict checks: of names before there is a matter, and of a matter. */
#include "legal/clearances.h"

#include <string.h>

#include "domain/course/clearance.h"
#include "domain/dossier/dossier.h"
#include "domain/dossier/party.h"
#include "domain/people/person.h"
#include "domain/people/wall.h"
#include "domain/spine/keep.h"
#include "domain/type/casetype.h"
#include "legal/legal.h"
#include "text/message.h"

#define ROWS 50
#define STATES { "clear", "waived", "conflict", NULL }

static const char *const states[] = STATES;

const struct field clearance_form[] = {
	{ "purpose", FIELD_TEXT, .max = 200 },
	{ "names", FIELD_LINES, .min = 1, .max = 20000 },
	{ 0 }
};
const struct field clearance_decide_form[] = {
	{ "state", FIELD_CHOICE, .min = 1, .choices = states },
	{ "why", FIELD_LINES, .max = KEEP_REASON },
	{ 0 }
};
const struct field clearance_wall_form[] = {
	{ "staff", FIELD_TEXT, .min = 1, .max = 20 },
	{ "reason", FIELD_LINES, .min = 1, .max = KEEP_REASON },
	{ 0 }
};

void
clearances_show(struct view *v, const struct clearance *c)
{
	view_text(v, "number", c->number);
	view_text(v, "matter", c->dossier_number);
	view_text(v, "title", c->dossier_title);
	view_text(v, "purpose", c->purpose);
	view_moment(v, "made", c->made);
	view_text(v, "maker", c->maker_name);
	view_text(v, "state", c->state);
	view_text(v, "reason", c->reason);
	view_moment(v, "decided", c->decided);
	view_text(v, "decider", c->decider);
	view_moment(v, "asked", c->asked);
	view_text(v, "asker", c->asker_name);
	view_text(v, "answer", c->answer);
	view_moment(v, "answered", c->answered);
	view_text(v, "officer", c->officer);
}

static const char *
how(const char *code)
{
	return strcmp(code, "same") == 0 ? _("same name") :
	    strcmp(code, "order") == 0 ? _("same name, written otherwise") :
	    strcmp(code, "alike") == 0 ? _("similar name") :
	    _("part of the name");
}

static enum err
show_hit(struct request *rq, struct view *v, const struct clearance_hit *h,
    bool officer)
{
	const struct casetype *type;
	enum err e;

	if ((e = casetype_by_id(&rq->cx, h->type_id, &type)) != OK)
		return e;
	view_int(v, "no", h->no);
	view_text(v, "how", how(h->how));
	view_text(v, "found", h->found);
	view_text(v, "known", h->known);
	view_text(v, "person", h->person_number);
	view_text(v, "number", h->number);
	view_text(v, "role", h->person != 0 ? party_role(&rq->cx, type,
	    h->role) : strcmp(h->role, "counsel") == 0 ? _("counsel") :
	    h->role);
	view_flag(v, "docket", h->person == 0);
	view_flag(v, "former", h->former);
	view_flag(v, "closed", h->closed);
	view_flag(v, "matter", matter_is(type));
	view_text(v, "lead", h->lead);
	if (!officer)
		view_text(v, "title", h->title);
	return OK;
}

enum err
clearances_show_names(struct request *rq, const struct clearance *c,
    bool officer)
{
	const struct clearance_name *n;
	const struct clearance_hit *h;
	struct view *v;
	enum err e;

	for (n = c->names; n != NULL; n = n->next) {
		v = view_item(rq->view, "names");
		view_text(v, "name", n->name);
		view_flag(v, "more", n->more);
		view_flag(v, "hidden", n->hidden);
		view_flag(v, "free", n->hits == NULL && !n->hidden &&
		    !n->more);
		for (h = n->hits; h != NULL; h = h->next)
			if ((e = show_hit(rq, view_item(v, "hits"), h,
			    officer)) != OK)
				return e;
	}
	return OK;
}

enum err
clearances_staff(struct request *rq)
{
	struct person *p;
	enum err e;

	if ((e = person_staff(&rq->cx, &p)) != OK)
		return e;
	for (; p != NULL; p = p->next)
		if (p->id != rq->cx.viewer)
			view_option(rq->view, "people", p->number, p->name);
	return OK;
}

enum err
clearances_staff_id(struct request *rq, int64_t *out)
{
	struct person *p;
	enum err e;

	if ((e = person_staff(&rq->cx, &p)) != OK)
		return e;
	while (p != NULL && strcmp(p->number, form_text(rq, "staff")) != 0)
		p = p->next;
	*out = p == NULL ? 0 : p->id;
	return p != NULL ? OK : refuse_field(&rq->cx, "staff", "%s",
	    _("Choose a member of staff from the list."));
}

enum err
get_clearances(struct request *rq)
{
	struct clearance *c;
	enum err e;

	if ((e = clearance_mine(&rq->cx, ROWS, &c)) != OK)
		return e;
	for (; c != NULL; c = c->next)
		clearances_show(view_item(rq->view, "checks"), c);
	return reply_page(rq, "legal/conflicts.html");
}

enum err
post_clearance_make(struct request *rq)
{
	const struct clearance_new n = { .names = form_text(rq, "names"),
	    .purpose = form_text(rq, "purpose") };
	struct clearance *c;
	enum err e;

	if ((e = clearance_typed(&rq->cx, &n, &c)) != OK)
		return e;
	return reply_redirect(rq, "/legal/conflicts/%s", c->number);
}

/* With its matter, where it is of one. */
static enum err
open_it(struct request *rq, struct clearance **c, struct dossier **d)
{
	enum err e = clearance_open(&rq->cx, request_part(rq, "check"), c);

	*d = NULL;
	if (e != OK || (*c)->dossier == 0)
		return e;
	return dossier_open(&rq->cx, (*c)->dossier_number, LEVEL_READ, d);
}

enum err
get_clearance(struct request *rq)
{
	struct clearance *c;
	struct dossier *d;
	struct view *v;
	bool may;
	enum err e;

	if ((e = open_it(rq, &c, &d)) != OK ||
	    (e = clearances_show_names(rq, c, false)) != OK)
		return e;
	v = view_part(rq->view, "check");
	clearances_show(v, c);
	may = d == NULL || d->level >= LEVEL_WORK;
	view_flag(v, "may_decide", may && c->decided == 0);
	view_flag(v, "may_ask", may && c->hidden && c->asked == 0 &&
	    c->decided == 0);
	view_flag(v, "hidden", c->hidden);
	view_flag(v, "may_wall", d != NULL && d->level >= LEVEL_MANAGE);
	form_start(rq, "reason", arena_printf(rq->cx.arena,
	    _("Conflict check %s"), c->number));
	if (d != NULL && d->level >= LEVEL_MANAGE &&
	    (e = clearances_staff(rq)) != OK)
		return e;
	return reply_page(rq, "legal/conflict.html");
}

static enum err
back(struct request *rq, const struct clearance *c)
{
	return reply_redirect(rq, "/legal/conflicts/%s", c->number);
}

enum err
post_clearance_decide(struct request *rq)
{
	struct clearance *c;
	struct dossier *d;
	enum err e;

	if ((e = open_it(rq, &c, &d)) != OK ||
	    (e = clearance_decide(&rq->cx, c, d, form_text(rq, "state"),
	    form_text(rq, "why"))) != OK)
		return e;
	reply_notice(rq, "%s", _("The conflict check is decided."));
	return back(rq, c);
}

enum err
post_clearance_ask(struct request *rq)
{
	struct clearance *c;
	struct dossier *d;
	enum err e;

	if ((e = open_it(rq, &c, &d)) != OK ||
	    (e = clearance_ask(&rq->cx, c, d)) != OK)
		return e;
	reply_notice(rq, "%s", _("The officer was asked. The answer will "
	    "stand here."));
	return back(rq, c);
}

enum err
post_clearance_wall(struct request *rq)
{
	struct wall_new n = { .label = "",
	    .reason = form_text(rq, "reason") };
	struct clearance *c;
	struct wall *w;
	enum err e;

	if ((e = open_it(rq, &c, &n.d)) != OK)
		return e;
	if (n.d == NULL)
		return refuse(&rq->cx, ERR_CONFLICT, "%s", _("These names "
		    "are of no matter yet, so there is nothing to keep "
		    "anybody from."));
	if ((e = clearances_staff_id(rq, &n.staff)) != OK ||
	    (e = wall_set(&rq->cx, &n, &w)) != OK)
		return e;
	reply_notice(rq, "%s", _("The wall stands."));
	return back(rq, c);
}

enum err
clearances_latest(struct request *rq, const struct dossier *d)
{
	struct clearance *c;
	struct view *v;
	bool stale;
	enum err e;

	if ((e = clearance_latest(&rq->cx, d, &c, &stale)) != OK)
		return e;
	v = view_part(rq->view, "check");
	view_flag(v, "stale", stale);
	if (c != NULL)
		clearances_show(v, c);
	return OK;
}

enum err
get_matter_clearances(struct request *rq)
{
	struct clearance *c;
	struct dossier *d;
	enum err e;

	if ((e = matter_page_open(rq, &d)) != OK ||
	    (e = clearances_latest(rq, d)) != OK ||
	    (e = clearance_of(&rq->cx, d, ROWS, &c)) != OK)
		return e;
	for (; c != NULL; c = c->next)
		clearances_show(view_item(rq->view, "checks"), c);
	return reply_page(rq, "legal/matter-conflicts.html");
}

enum err
post_matter_clearance_run(struct request *rq)
{
	struct clearance *c;
	struct dossier *d;
	enum err e;

	if ((e = matter_open(&rq->cx, rq->number, rq->level, &d)) != OK ||
	    (e = clearance_run(&rq->cx, d, &c)) != OK)
		return e;
	return back(rq, c);
}
