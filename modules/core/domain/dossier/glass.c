/* SPDX-License-Identifier: MIT */
/* Emergency access: opening, telling, reviewing. */
#include "domain/dossier/glass.h"

#include <string.h>

#include "base/config.h"
#include "base/count.h"
#include "base/day.h"
#include "base/log.h"
#include "domain/dossier/dossier.h"
#include "domain/spine/calendar.h"
#include "domain/spine/dossier_number.h"
#include "domain/spine/event.h"
#include "domain/spine/keep.h"
#include "domain/type/casetype.h"
#include "rules/time/worktime.h"
#include "store/store_access.h"
#include "store/store_dossier.h"
#include "store/store_glass.h"
#include "store/store_look.h"
#include "text/fold.h"
#include "text/message.h"

#define REVIEW_DAYS 3		/* working days */
#define SHOWN_SECONDS (7 * DAY)	/* to its lead, once reviewed */

static const struct { const char *code, *word; } reasons[] = {
	{ "danger", N_("Somebody is in danger") },
	{ "deadline", N_("A deadline would be missed") },
	{ "cover", N_("The person in charge cannot be reached") },
	{ "authority", N_("An authority asks, and the law allows it") },
	{ "other", N_("Another reason") }
};

const char *
glass_reason(size_t n, const char **word)
{
	if (n >= COUNT(reasons))
		return NULL;
	*word = _(reasons[n].word);
	return reasons[n].code;
}

const char *
glass_reason_word(const char *code)
{
	const char *word;
	size_t n;

	for (n = 0; glass_reason(n, &word) != NULL; n++)
		if (strcmp(reasons[n].code, code) == 0)
			return word;
	return code;
}

/* The end of the third working day from today, by the house's calendar. */
static enum err
review_due(struct ctx *cx, int64_t *out)
{
	const struct calendar *c;
	int64_t today, day;
	enum err e;

	if ((e = calendar_house(cx, &c)) != OK)
		return e;
	today = worktime_day_of(c, cx->now);
	if (!worktime_add_days(c, today, REVIEW_DAYS, &day))
		day = today + REVIEW_DAYS;
	*out = worktime_start_of(c, day + 1) - 1;
	return OK;
}

enum err
glass_waiting(struct ctx *cx, const struct glass **out)
{
	struct glass *g;
	enum err e = store_glass_waiting(cx, &g);

	*out = g;
	return e;
}

/* The same whether there is no such dossier, or none that opens so. */
static enum err
stays_shut(struct ctx *cx)
{
	cx->why = NULL;
	log_warn("emergency access: person %lld named a case that it does "
	    "not open", (long long)cx->viewer);
	return refuse_field(cx, "number", "%s", _("No case with this number "
	    "can be opened in this way. Check the number, or ask your "
	    "manager."));
}

/* May it be opened by whoever does not see it? */
static enum err
opens(struct ctx *cx, const char *number, int64_t *id)
{
	const struct casetype *type;
	struct dossier *d;
	bool walled;
	enum err e;

	if ((e = dossier_open(cx, number, LEVEL_READ, &d)) == OK)
		return refuse_field(cx, "number", "%s", _("You can read this "
		    "case already."));
	if (e != ERR_MISSING && e != ERR_FORBIDDEN)
		return e;
	cx->why = NULL;
	if ((e = store_glass_find(cx, number, id)) != OK)
		return e;
	if (*id == 0)
		return stays_shut(cx);
	if ((e = store_dossier_known(cx, *id, &d)) != OK ||
	    (e = casetype_by_id(cx, d->type_id, &type)) != OK ||
	    (e = store_access_walled(cx, *id, cx->viewer, &walled)) != OK)
		return e;
	return walled || type->no_glass ? stays_shut(cx) : OK;
}

/* The row, told to whoever is to know. */
static enum err
keep(struct ctx *cx, struct dossier *d, struct glass *g)
{
	struct event_body *b = event_body(cx);
	int tries = DOSSIER_NUMBER_TRIES;
	enum err e;

	g->dossier = d->id;
	if ((e = review_due(cx, &g->due)) != OK)
		return e;
	for (; g->id == 0 && tries > 0; tries--) {
		g->number = dossier_number_glass(cx);
		if ((e = store_glass_add(cx, g)) != OK)
			return e;
	}
	if (g->id == 0)
		return dossier_number_none(cx);
	event_fact(b, "glass", g->number);
	event_fact(b, "reason", g->reason);
	event_number(b, "until", g->until);
	event_why(b, g->words);
	if ((e = event_add(cx, d, "glass.broken", b)) != OK)
		return e;
	if (cx->conf == NULL || *cx->conf->mail_from == '\0')
		return OK;
	return store_glass_tell(cx, g, d->lead);
}

enum err
glass_break(struct ctx *cx, const char *number, const char *reason,
    const char *words, struct dossier **out)
{
	struct glass new = { .reason = reason,
	    .until = cx->now + GLASS_SECONDS };
	const struct glass *before;
	int64_t id = 0;
	enum err e;

	*out = NULL;
	if ((e = glass_waiting(cx, &before)) != OK)
		return e;
	if (before != NULL)
		return refuse(cx, ERR_CONFLICT, "%s", _("Your last emergency "
		    "access has not been reviewed yet. Until it is, you "
		    "cannot open another case in this way."));
	if (strcmp(glass_reason_word(reason), reason) == 0)
		return refuse_field(cx, "reason", "%s",
		    _("Choose a reason."));
	if ((e = keep_text(cx, "words", words, 1, KEEP_REASON, true,
	    &new.words)) != OK)
		return e;
	if (fold_length(new.words) < GLASS_WORDS)
		return refuse_field(cx, "words", _("Say more: at least %d "
		    "characters."), GLASS_WORDS);
	number = fold_tidy(cx->arena, number, false);
	if ((e = opens(cx, number, &id)) != OK ||
	    (e = store_glass_grant(cx, id, new.until)) != OK)
		return e;
	if ((e = dossier_open(cx, number, LEVEL_READ, out)) != OK)
		return e == ERR_MISSING ? stays_shut(cx) : e;
	return keep(cx, *out, &new);
}

enum err
glass_list(struct ctx *cx, bool reviewed, const char *after, int limit,
    struct glass **out)
{
	return store_glass_list(cx, reviewed, after, limit, out);
}

enum err
glass_open(struct ctx *cx, const char *number, struct glass **out)
{
	enum err e;

	if ((e = store_glass_get(cx, number, out)) != OK || *out != NULL)
		return e;
	return refuse(cx, ERR_MISSING, "%s",
	    _("There is no such emergency access. Go back to the list."));
}

enum err
glass_count(struct ctx *cx, int64_t *out, int64_t *late)
{
	return store_glass_open(cx, out, late);
}

enum err
glass_led(struct ctx *cx, struct glass **out)
{
	return store_glass_led(cx, cx->now - SHOWN_SECONDS, out);
}

enum err
glass_remind(struct ctx *cx, int64_t after, int64_t *out)
{
	*out = 0;
	if (cx->conf == NULL || *cx->conf->mail_from == '\0')
		return OK;
	return store_glass_remind(cx, after, out);
}

enum err
glass_end(struct ctx *cx, int64_t after)
{
	return store_glass_end(cx, after - GLASS_SECONDS);
}

enum err
glass_looks(struct ctx *cx, const struct glass *g, struct looked **out)
{
	struct store_look_filter f = { .kind = "", .actor = g->person,
	    .from = g->opened, .until = g->until + 1, .limit = 200 };
	struct dossier *d;
	enum err e;

	if ((e = store_dossier_known(cx, g->dossier, &d)) != OK)
		return e;
	return store_look_list(cx, d, &f, out);
}

enum err
glass_review(struct ctx *cx, struct glass *g, const char *finding,
    const char *remark)
{
	struct event_body *b = event_body(cx);
	struct dossier *d;
	enum err e;

	if (g->person == cx->viewer)
		return refuse(cx, ERR_FORBIDDEN, "%s", _("Nobody reviews "
		    "their own emergency access."));
	if (g->reviewed != 0)
		return refuse(cx, ERR_CONFLICT, _("%s has reviewed this "
		    "already."), g->reviewer);
	if (strcmp(finding, "justified") != 0 &&
	    strcmp(finding, "unjustified") != 0)
		return refuse_field(cx, "finding", "%s",
		    _("Choose what you found."));
	if ((e = keep_text(cx, "remark", remark, 1, KEEP_REASON, true,
	    &g->remark)) != OK)
		return e;
	g->finding = finding;
	if ((e = store_glass_review(cx, g)) != OK ||
	    (e = store_dossier_known(cx, g->dossier, &d)) != OK ||
	    (e = casetype_by_id(cx, d->type_id, &d->type)) != OK)
		return e;
	event_fact(b, "glass", g->number);
	event_fact(b, "person", g->person_name);
	event_fact(b, "finding", finding);
	event_why(b, g->remark);
	return event_add(cx, d, "glass.reviewed", b);
}
