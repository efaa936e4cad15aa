/* SPDX-License-Identifier: MIT */
/* Who may not work on what: said to whom may know why, and plainly else. */
#include "domain/people/wall.h"

#include "model/right.h"
#include "store/store_wall.h"
#include "text/date.h"
#include "text/message.h"

static bool
may_know(const struct ctx *cx, const struct dossier *d)
{
	return d->level >= LEVEL_MANAGE || (cx->rights & RIGHT_AUDIT) != 0;
}

static const char *
day(struct ctx *cx, int64_t moment)
{
	return date_text(cx->arena, cx->lang, cx->zone, moment, cx->now,
	    DATE_DAY);
}

enum err
wall_check_refuse(struct ctx *cx, const struct dossier *d, const char *field,
    int64_t person, const char *name)
{
	struct wall *w = NULL;
	enum err e;

	if (may_know(cx, d) &&
	    (e = store_wall_between(cx, d, person, &w)) != OK)
		return e;
	if (w == NULL)
		return refuse_field(cx, field,
		    _("%s may not work on this case."), name);
	if (w->party != 0)
		return refuse_field(cx, field, _("%s may not work on this "
		    "case: since %s there is a wall to %s."), name,
		    day(cx, w->begins), w->party_name);
	return refuse_field(cx, field, _("%s may not work on this case: "
	    "since %s there is a wall."), name, day(cx, w->begins));
}

enum err
wall_check(struct ctx *cx, const struct dossier *d, const char *field,
    int64_t party, const char *name)
{
	struct wall *w = NULL;
	bool mine;
	enum err e;

	if (party == 0)
		return OK;
	if ((e = store_wall_mine(cx, party, &mine)) != OK)
		return e;
	if (mine)
		return refuse_field(cx, field, _("You cannot work on a case "
		    "with %s. Pass this on to a colleague, and ask an "
		    "auditor."), name);
	if (d == NULL || (e = store_wall_clash(cx, d, party, &w)) != OK ||
	    w == NULL)
		return d == NULL ? OK : e;
	if (!may_know(cx, d))
		return refuse_field(cx, field, _("%s cannot be added as "
		    "things stand. Ask who manages the case, or an "
		    "auditor."), name);
	return refuse_field(cx, field, _("%s works on this case, and since "
	    "%s there is a wall to %s. Hand that work on first, or ask an "
	    "auditor."), w->staff_name, day(cx, w->begins), name);
}
