/* SPDX-License-Identifier: MIT */
/* Who has what, and why: groups give roles, roles give scopes. */
#include "admin.h"

#include <string.h>

#include "base/config.h"
#include "domain/people/access_words.h"
#include "domain/people/roster.h"
#include "domain/type/casetype.h"
#include "text/message.h"

static int64_t
people_of(const struct roster_label *l, const char *label)
{
	for (; l != NULL; l = l->next)
		if (strcmp(l->label, label) == 0)
			return l->people;
	return 0;
}

/* A section of dossier.conf each. */
static enum err
show_groups(struct request *rq)
{
	const struct config_group *g;
	struct roster_label *labels;
	struct view *v;
	enum err e;

	if ((e = roster_labels(&rq->cx, &labels)) != OK)
		return e;
	for (g = rq->cx.conf->groups; g != NULL; g = g->next) {
		v = view_item(rq->view, "groups");
		view_text(v, "label", g->label);
		view_text(v, "group", g->group);
		view_text(v, "role", access_words_role(g->role));
		view_text(v, "types", access_words_types(&rq->cx, g->types));
		view_text(v, "team", strcmp(g->team, "*") == 0 ?
		    _("All teams") : g->team);
		if (g->types[0] != '\0')
			view_text(v, "level",
			    access_words_level((enum level)g->level));
		view_int(v, "people", people_of(labels, g->label));
	}
	return OK;
}

static const char *
type_label(struct request *rq, const char *code)
{
	const struct casetype *t;

	if (casetype_current(&rq->cx, code, &t) == OK)
		return message_label(&t->label, rq->cx.lang);
	rq->cx.why = NULL;
	return code;
}

enum err
get_rights(struct request *rq)
{
	struct roster_scope *s;
	struct view *v;
	enum err e;

	if ((e = show_groups(rq)) != OK ||
	    (e = roster_scopes(&rq->cx, &s)) != OK)
		return e;
	for (; s != NULL; s = s->next) {
		v = view_item(rq->view, "scopes");
		view_text(v, "type", s->type);
		view_text(v, "label", type_label(rq, s->type));
		view_text(v, "team", s->team);
		view_text(v, "team_code", s->team_code);
		view_int(v, "read", s->at[LEVEL_READ]);
		view_int(v, "work", s->at[LEVEL_WORK]);
		view_int(v, "decide", s->at[LEVEL_DECIDE]);
		view_int(v, "manage", s->at[LEVEL_MANAGE]);
		view_flag(v, "nobody", s->at[LEVEL_WORK] +
		    s->at[LEVEL_DECIDE] + s->at[LEVEL_MANAGE] == 0);
	}
	view_text(rq->view, "tab", "rights");
	return reply_page(rq, "admin/rights.html");
}

enum err
get_scope(struct request *rq)
{
	const char *type = request_part(rq, "type");
	const char *team = request_part(rq, "team");
	struct roster_holder *h;
	struct roster_scope *s;
	struct view *v;
	enum err e;

	if ((e = roster_scopes(&rq->cx, &s)) != OK)
		return e;
	while (s != NULL && (strcmp(s->type, type) != 0 ||
	    strcmp(s->team_code, team) != 0))
		s = s->next;
	if (s == NULL)
		return ERR_MISSING;
	if ((e = roster_holders(&rq->cx, type, team, &h)) != OK)
		return e;
	view_text(rq->view, "label", type_label(rq, type));
	view_text(rq->view, "team", s->team);
	for (; h != NULL; h = h->next) {
		v = view_item(rq->view, "holders");
		view_text(v, "number", h->number);
		view_text(v, "name", h->name);
		view_text(v, "level", access_words_level(h->level));
		view_text(v, "labels", h->labels);
	}
	return reply_page(rq, "admin/scope.html");
}
