/* SPDX-License-Identifier: MIT */
/* Facts noted, changed, ended, and said to be in error. */
#include <string.h>

#include "domain/dossier/fact.h"
#include "domain/dossier/fact_check.h"
#include "domain/dossier/undo.h"
#include "domain/spine/event.h"
#include "domain/spine/keep.h"
#include "store/db.h"
#include "store/store_compartment.h"
#include "store/store_dossier.h"
#include "store/store_fact.h"
#include "text/date.h"
#include "text/message.h"

static const char *
today(struct ctx *cx)
{
	return date_today(cx->arena, cx->zone, cx->now);
}

/* What an event has of a value: no row. */
static const char *
said(const struct fact *f, int place)
{
	if (f->kind == FACT_ENCOUNTER && place == ENCOUNTER_PERSON)
		return f->with;
	if (f->kind == FACT_ENCOUNTER && place == ENCOUNTER_APPOINTMENT)
		return f->appointment;
	return f->value[place];
}

/* Members alone are told of it, wherever the dossier lies. */
static enum err
within(struct ctx *cx, const struct dossier *d, const struct fact *f,
    struct event_body *b)
{
	struct compartment *c;
	enum err e;

	if ((e = store_compartment_find(cx, "medical", &c)) != OK)
		return e;
	if (c != NULL && c->id != d->compartment)
		event_within(b, f->no, c->id);
	return OK;
}

/* old NULL: all of it is new. */
static enum err
tell(struct ctx *cx, struct dossier *d, struct undo *u, const char *verb,
    const struct fact *f, const struct fact *old)
{
	const char *noun = fact_field_noun(f->kind), *name;
	const char *kind = arena_printf(cx->arena, "%s.%s", noun, verb);
	struct event_body *b = event_body(cx);
	enum err e;
	int i;

	if ((e = within(cx, d, f, b)) != OK)
		return e;
	event_number(b, "no", f->no);
	event_fact(b, "words", f->value[FACT_WORDS]);
	if (f->kind == FACT_ENCOUNTER)
		event_fact(b, "class", f->value[ENCOUNTER_CLASS]);
	if (f->kind == FACT_ALLERGY)
		event_fact(b, "told_by", f->value[ALLERGY_TOLD_BY]);
	for (i = 0; i < (int)fact_field_places(f->kind); i++) {
		name = arena_printf(cx->arena, "%s.%s", noun,
		    fact_field(f->kind, (enum fact_place)i)->name);
		event_change(b, name, old == NULL ? "" : said(old, i),
		    said(f, i));
	}
	event_why(b, f->value[FACT_WHY]);
	if ((e = undo_step(cx, u, kind)) != OK)
		return e;
	return event_add(cx, d, kind, b);
}

static bool
is_current(const struct fact *f)
{
	return strcmp(f->value[FACT_STATUS], "active") == 0;
}

/* An allergy that holds ends what was said of there being none, and the
 * other way round they stand against each other. */
static enum err
against(struct ctx *cx, const struct dossier *d, const struct fact *f)
{
	struct fact *x;
	enum err e;

	if (f->kind != FACT_ALLERGY || !is_current(f))
		return OK;
	if ((e = store_fact_list(cx, d, FACT_ALLERGY, NULL, INT64_MAX,
	    &x)) != OK)
		return e;
	for (; x != NULL; x = x->next) {
		if (x->rank == 2 || x->no == f->no)
			continue;
		if (fact_is_none(f) && !fact_is_none(x))
			return refuse(cx, ERR_CONFLICT, _("There is an "
			    "allergy: %s. Change that first."),
			    x->value[FACT_WORDS]);
		if (!fact_is_none(x))
			continue;
		x->value[FACT_STATUS] = "inactive";
		x->value[FACT_ENDS] = today(cx);
		if ((e = store_fact_save(cx, x)) != OK)
			return e;
	}
	return OK;
}

static enum err
add(struct ctx *cx, struct dossier *d, const char *verb, struct fact *f)
{
	struct undo *u = NULL;
	enum err e;

	if ((e = undo_watch(cx, d, UNDO_FACTS, &u)) != OK ||
	    (e = against(cx, d, f)) != OK ||
	    (e = store_dossier_next(cx, d, &f->no)) != OK ||
	    (e = store_fact_add(cx, d, f)) != OK)
		return e;
	return tell(cx, d, u, verb, f, NULL);
}

enum err
fact_act_add(struct ctx *cx, struct dossier *d, enum fact_kind kind,
    const char *const typed[FACT_PLACES], struct fact **out)
{
	struct fact *f = arena_alloc(cx->arena, sizeof(*f));
	const char *all[FACT_PLACES];
	enum err e;
	int i;

	*out = NULL;
	f->kind = kind;
	for (i = 0; i < FACT_PLACES; i++)
		all[i] = typed[i] == NULL ? "" : typed[i];
	if (all[FACT_STATUS][0] == '\0')
		all[FACT_STATUS] = kind == FACT_ENCOUNTER ? "finished" :
		    "active";
	if (kind == FACT_ALERT && all[FACT_BEGINS][0] == '\0')
		all[FACT_BEGINS] = today(cx);
	if (kind == FACT_ALLERGY && all[ALLERGY_TOLD_ON][0] == '\0' &&
	    all[ALLERGY_TOLD_BY][0] != '\0')
		all[ALLERGY_TOLD_ON] = today(cx);
	if ((e = keep_open(cx, d)) != OK ||
	    (e = fact_check(cx, d, f, all, NULL)) != OK)
		return e;
	if (fact_is_none(f))
		return refuse_field(cx, "code", "%s", _("Say on the list of "
		    "allergies that there are none, by whom and when."));
	*out = f;
	return add(cx, d, "noted", f);
}

enum err
fact_act_none(struct ctx *cx, struct dossier *d, const char *told_by,
    const char *told_on, struct fact **out)
{
	const char *typed[FACT_PLACES] = {
	    [FACT_WORDS] = "No known allergies", [FACT_CODE] =
	    FACT_NONE_CODE, [FACT_SYSTEM] = FACT_SNOMED,
	    [FACT_STATUS] = "active", [ALLERGY_VERIFICATION] = "confirmed",
	    [ALLERGY_TOLD_BY] = told_by, [ALLERGY_TOLD_ON] = told_on };
	struct fact *f = arena_alloc(cx->arena, sizeof(*f));
	enum err e;
	int i;

	*out = NULL;
	f->kind = FACT_ALLERGY;
	for (i = 0; i < FACT_PLACES; i++)
		if (typed[i] == NULL)
			typed[i] = "";
	if (typed[ALLERGY_TOLD_ON][0] == '\0')
		typed[ALLERGY_TOLD_ON] = today(cx);
	if ((e = keep_open(cx, d)) != OK ||
	    (e = fact_check(cx, d, f, typed, NULL)) != OK)
		return e;
	if (f->value[ALLERGY_TOLD_BY][0] == '\0')
		return refuse_field(cx, "told_by", "%s",
		    _("Say who told it."));
	*out = f;
	return add(cx, d, "denied", f);
}

/* f is what it becomes, old what it was. */
static enum err
save(struct ctx *cx, struct dossier *d, const char *verb, struct fact *f,
    const struct fact *old)
{
	struct undo *u = NULL;
	enum err e;

	if ((e = undo_watch(cx, d, UNDO_FACTS, &u)) != OK ||
	    (e = against(cx, d, f)) != OK ||
	    (e = store_fact_save(cx, f)) != OK)
		return e;
	return tell(cx, d, u, verb, f, old);
}

static enum err
may_change(struct ctx *cx, struct dossier *d, const struct fact *f)
{
	enum err e = keep_open(cx, d);

	if (e != OK || !fact_is_error(f))
		return e;
	return refuse(cx, ERR_CONFLICT, "%s", _("This was entered in error "
	    "and stays as it is. Enter it again if it holds."));
}

enum err
fact_act_change(struct ctx *cx, struct dossier *d, struct fact *f,
    const char *const typed[FACT_PLACES], int64_t version)
{
	const struct fact old = *f;
	const char *all[FACT_PLACES];
	enum err e;
	int i;

	for (i = 0; i < FACT_PLACES; i++)
		all[i] = typed[i] == NULL ? "" : typed[i];
	if ((e = may_change(cx, d, f)) != OK ||
	    (e = fact_check(cx, d, f, all, &old)) != OK)
		return e;
	if (version != old.version)
		return db_stale(cx);
	if (fact_is_none(f) != fact_is_none(&old))
		return refuse_field(cx, "code", "%s", _("Say on the list of "
		    "allergies that there are none, by whom and when."));
	for (i = 0; i < FACT_PLACES; i++)
		if (strcmp(f->value[i], old.value[i]) != 0)
			return save(cx, d, "changed", f, &old);
	return OK;
}

enum err
fact_act_void(struct ctx *cx, struct dossier *d, struct fact *f,
    const char *why)
{
	struct fact old = *f;
	enum err e;

	if ((e = may_change(cx, d, f)) != OK ||
	    (e = keep_reason(cx, "why", why, &f->value[FACT_WHY])) != OK)
		return e;
	f->value[FACT_STATUS] = FACT_ERROR;
	if (f->kind == FACT_PROBLEM || f->kind == FACT_ALLERGY) {
		/* con-5, ait-2: then there is no clinical status */
		f->value[FACT_STATUS] = "";
		f->value[f->kind == FACT_PROBLEM ? PROBLEM_VERIFICATION :
		    ALLERGY_VERIFICATION] = FACT_ERROR;
	}
	return save(cx, d, "voided", f, &old);
}

enum err
fact_act_end(struct ctx *cx, struct dossier *d, struct fact *f,
    const char *day, const char *why)
{
	static const char *const ended[] = { "resolved", "resolved",
	    "stopped", "finished", "inactive" };
	const struct fact old = *f;
	const char *typed[FACT_PLACES];
	enum err e;

	if ((e = may_change(cx, d, f)) != OK)
		return e;
	if (!fact_holds(cx, f) || strcmp(f->value[FACT_STATUS],
	    "finished") == 0)
		return refuse(cx, ERR_CONFLICT, "%s",
		    _("This has ended already."));
	fact_show_typed(cx, f, typed);
	typed[FACT_STATUS] = ended[f->kind];
	typed[FACT_WHY] = why == NULL ? "" : why;
	if (f->kind == FACT_ENCOUNTER || f->kind == FACT_ALERT ||
	    f->kind == FACT_MEDICATION || f->kind == FACT_PROBLEM)
		typed[FACT_ENDS] = day != NULL && day[0] != '\0' ? day :
		    f->kind == FACT_ENCOUNTER ? date_text(cx->arena,
		    cx->lang, cx->zone, cx->now, cx->now, DATE_INPUT) :
		    today(cx);
	if ((e = fact_check(cx, d, f, typed, &old)) != OK)
		return e;
	return save(cx, d, f->kind == FACT_MEDICATION ? "stopped" : "ended",
	    f, &old);
}
