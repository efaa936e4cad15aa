/* SPDX-License-Identifier: MIT */
/* Who may see a dossier: restricted or not, and grants until a date. */
#include <string.h>

#include "casework/case/pages_case.h"
#include "casework/shared/choices.h"
#include "casework/shared/show.h"
#include "domain/dossier/dossier.h"
#include "domain/people/access.h"
#include "domain/people/compartment.h"
#include "text/message.h"

static const char *const levels[] = {
	"read", "work", "decide", "manage", NULL
};
static const char *const states[] = { "yes", "no", NULL };

const struct field restrict_form[] = {
	{ "restricted", FIELD_CHOICE, .min = 1, .choices = states },
	{ "why", FIELD_LINES, .min = 1, .max = REASON_MAX },
	{ 0 }
};

const struct field grant_form[] = {
	{ "person", FIELD_TEXT, .min = 1, .max = 20 },
	{ "level", FIELD_CHOICE, .min = 1, .choices = levels },
	{ "until", FIELD_DATE },
	{ "why", FIELD_LINES, .min = 1, .max = REASON_MAX },
	{ 0 }
};

static const char *
level_word(enum level level)
{
	switch (level) {
	case LEVEL_EXISTS:
		return _("Knows that it exists");
	case LEVEL_READ:
		return _("Reads");
	case LEVEL_WORK:
		return _("Works on it");
	case LEVEL_DECIDE:
		return _("Decides");
	case LEVEL_MANAGE:
		return _("Decides who has access");
	default:
		return _("Nothing");
	}
}

static void
show_grant(struct request *rq, struct view *v, const struct dossier *d,
    const struct access_holder *g)
{
	view_flag(v, "lead", g->person == d->lead);
	view_text(v, "number", g->number);
	view_text(v, "name", g->name);
	view_text(v, "level", level_word(g->level));
	view_text(v, "for_whom", g->for_whom);
	view_flag(v, "may_revoke", g->person != d->lead &&
	    (g->for_whom[0] == '\0' || g->own > LEVEL_NONE));
	view_moment(v, "until", g->until);
	view_flag(v, "over", g->until != 0 && g->until <= rq->cx.now);
}

enum err
get_dossier_access(struct request *rq)
{
	struct access_holder *g;
	struct dossier *d;
	enum err e;

	if ((e = show_open(rq, &d)) != OK)
		return e;
	if ((e = access_grants(&rq->cx, d, &g)) != OK)
		return e;
	for (; g != NULL; g = g->next)
		show_grant(rq, view_item(rq->view, "grants"), d, g);
	return reply_page(rq, "casework/access.html");
}

enum err
get_dossier_access_restrict(struct request *rq)
{
	struct dossier *d;
	enum err e;

	if ((e = show_open(rq, &d)) != OK)
		return e;
	return reply_page(rq, "casework/access-restrict.html");
}

const struct field circle_form[] = {
	{ "compartment", FIELD_TEXT, .max = 60 },
	{ "why", FIELD_LINES, .min = 1, .max = REASON_MAX },
	{ 0 }
};

enum err
get_dossier_access_compartment(struct request *rq)
{
	struct dossier *d;
	enum err e;

	if ((e = show_open(rq, &d)) != OK ||
	    (e = choices_compartments(rq, d->compartment)) != OK)
		return e;
	return reply_page(rq, "casework/access-compartment.html");
}

enum err
post_dossier_access_compartment(struct request *rq)
{
	struct dossier *d;
	enum err e;

	if ((e = dossier_open(&rq->cx, rq->number, rq->level, &d)) != OK ||
	    (e = compartment_dossier_put(&rq->cx, d, form_text(rq,
	    "compartment"), form_text(rq, "why"))) != OK)
		return e;
	reply_notice(rq, "%s", d->compartment == 0 ?
	    _("The case is in no compartment any more.") :
	    _("Only members of the compartment know of the case now."));
	return reply_redirect(rq, "/dossiers/%s/access", d->number);
}

enum err
get_dossier_access_grant(struct request *rq)
{
	struct dossier *d;
	size_t i;
	enum err e;

	if ((e = show_open(rq, &d)) != OK)
		return e;
	if ((e = choices_staff(rq, "staff")) != OK)
		return e;
	for (i = 0; levels[i] != NULL; i++)
		view_option(rq->view, "levels", levels[i],
		    level_word((enum level)(LEVEL_READ + i)));
	form_start(rq, "level", "read");
	return reply_page(rq, "casework/access-grant.html");
}

static enum err
find_grant(struct request *rq, const struct dossier *d,
    struct access_holder **out)
{
	const char *number = request_part(rq, "person");
	struct access_holder *g;
	enum err e;

	if ((e = access_grants(&rq->cx, d, &g)) != OK)
		return e;
	for (; g != NULL; g = g->next)
		if (strcmp(g->number, number) == 0) {
			*out = g;
			return OK;
		}
	return refuse(&rq->cx, ERR_MISSING,
	    _("This person has no grant on the case. Go back to the case."));
}

enum err
get_dossier_access_revoke(struct request *rq)
{
	struct access_holder *g;
	struct dossier *d;
	enum err e;

	if ((e = show_open(rq, &d)) != OK)
		return e;
	if ((e = find_grant(rq, d, &g)) != OK)
		return e;
	show_grant(rq, view_part(rq->view, "grant"), d, g);
	return reply_page(rq, "casework/access-revoke.html");
}

enum err
post_dossier_access_restrict(struct request *rq)
{
	bool restricted = strcmp(form_text(rq, "restricted"), "yes") == 0;
	struct dossier *d;
	enum err e;

	if ((e = dossier_open(&rq->cx, rq->number, rq->level, &d)) != OK)
		return e;
	e = access_restrict(&rq->cx, d, restricted, form_text(rq, "why"));
	if (e != OK)
		return e;
	reply_notice(rq, "%s", restricted ?
	    _("Only those listed here see the case now.") :
	    _("The team sees the case again."));
	return reply_redirect(rq, "/dossiers/%s/access", d->number);
}

enum err
post_dossier_access_grant(struct request *rq)
{
	size_t step = 0;
	struct dossier *d;
	int64_t person;
	enum err e;

	if ((e = dossier_open(&rq->cx, rq->number, rq->level, &d)) != OK)
		return e;
	if ((e = choices_staff_id(rq, "person", &person)) != OK)
		return e;
	while (strcmp(levels[step], form_text(rq, "level")) != 0)
		step++;
	e = access_grant(&rq->cx, d, person, (enum level)(LEVEL_READ + step),
	    choices_day_end(rq, "until"), form_text(rq, "why"));
	if (e != OK)
		return e;
	reply_notice(rq, _("Access was given."));
	return reply_redirect(rq, "/dossiers/%s/access", d->number);
}

enum err
post_dossier_access_revoke(struct request *rq)
{
	struct access_holder *g;
	struct dossier *d;
	enum err e;

	if ((e = dossier_open(&rq->cx, rq->number, rq->level, &d)) != OK)
		return e;
	if ((e = find_grant(rq, d, &g)) != OK)
		return e;
	e = access_revoke(&rq->cx, d, g->person, form_text(rq, "why"));
	if (e != OK)
		return e;
	reply_notice(rq, _("Access was taken back from %s."), g->name);
	return reply_redirect(rq, "/dossiers/%s/access", d->number);
}
