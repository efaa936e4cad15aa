/* SPDX-License-Identifier: MIT */
/* Labels: who may make one, put it on, take it off. */
#include "domain/dossier/label.h"

#include "base/digest.h"
#include "domain/dossier/undo.h"
#include "domain/people/search.h"
#include "domain/spine/event.h"
#include "domain/spine/keep.h"
#include "store/store_label.h"
#include "text/fold.h"
#include "text/message.h"

#define NAME_MOST 40
#define MOST 20000	/* dossiers whose words are refreshed in one act */

enum err
label_all(struct ctx *cx, struct dossier_label **out)
{
	return store_label_list(cx, out);
}

enum err
label_open(struct ctx *cx, const char *code, struct dossier_label **out)
{
	enum err e;

	if ((e = store_label_find(cx, code, NULL, out)) != OK)
		return e;
	return *out != NULL ? OK : refuse(cx, ERR_MISSING, "%s",
	    _("There is no such label any more."));
}

enum err
label_of(struct ctx *cx, struct dossier *list)
{
	return store_label_of(cx, list);
}

/* Runs of blanks as one. */
static const char *
squeezed(struct ctx *cx, const char *name)
{
	char *to = arena_text(cx->arena, name), *out = to;

	for (; *name != '\0'; name++)
		if (*name != ' ' || to == out || to[-1] != ' ')
			*to++ = *name;
	*to = '\0';
	return out;
}

/* A name that is fit and not another label's. */
static enum err
fit_name(struct ctx *cx, const char *typed, int64_t own, const char **out)
{
	struct dossier_label *l;
	enum err e;

	if ((cx->rights & RIGHT_LEAD) == 0)
		return refuse(cx, ERR_FORBIDDEN, "%s",
		    _("Labels are kept by those who lead cases."));
	if ((e = keep_text(cx, "name", squeezed(cx, typed), 1,
	    NAME_MOST, false, out)) != OK || (e = store_label_find(cx, NULL,
	    fold(cx->arena, *out), &l)) != OK)
		return e;
	if (l != NULL && l->id != own)
		return refuse_field(cx, "name",
		    _("There is a label “%s” already."), l->name);
	return OK;
}

enum err
label_make(struct ctx *cx, const char *name, struct dossier_label **out)
{
	struct event_body *b = event_body(cx);
	struct dossier_label *l, *taken;
	enum err e;

	if ((e = fit_name(cx, name, 0, &name)) != OK)
		return e;
	l = arena_alloc(cx->arena, sizeof(*l));
	l->name = name;
	l->code = fold_code(cx->arena, name, '-');
	if ((e = store_label_find(cx, l->code, NULL, &taken)) != OK)
		return e;
	if (taken != NULL)		/* "a+b" after "a b" */
		l->code = arena_printf(cx->arena, "%s-%u", l->code,
		    (unsigned int)digest_below(1000000));
	if ((e = store_label_add(cx, l, fold(cx->arena, name))) != OK)
		return e;
	*out = l;
	event_fact(b, "label", name);
	return event_add_topic(cx, "settings", "label.made", b);
}

/* The rows that carry it; refused when they are more than one act takes. */
static enum err
carriers(struct ctx *cx, const struct dossier_label *l, int64_t **out,
    size_t *n)
{
	enum err e;

	if ((e = store_label_dossiers(cx, l->id, MOST + 1, out, n)) != OK)
		return e;
	return *n <= MOST ? OK : refuse(cx, ERR_CONFLICT, _("“%s” is on so "
	    "many cases that it can no longer be changed. Make a new label "
	    "instead."), l->name);
}

static enum err
refresh(struct ctx *cx, const int64_t *ids, size_t n)
{
	enum err e = OK;
	size_t i;

	for (i = 0; i < n && e == OK; i++)
		e = search_write(cx, ids[i]);
	return e;
}

enum err
label_rename(struct ctx *cx, struct dossier_label *l, const char *name)
{
	struct event_body *b = event_body(cx);
	const char *old = l->name;
	int64_t *ids;
	size_t n;
	enum err e;

	if ((e = fit_name(cx, name, l->id, &name)) != OK ||
	    (e = carriers(cx, l, &ids, &n)) != OK ||
	    (e = store_label_rename(cx, l->id, name,
	    fold(cx->arena, name))) != OK || (e = refresh(cx, ids, n)) != OK)
		return e;
	l->name = name;
	event_fact(b, "label", name);
	event_change(b, "name", old, name);
	return event_add_topic(cx, "settings", "label.renamed", b);
}

enum err
label_merge(struct ctx *cx, struct dossier_label *l,
    const struct dossier_label *into)
{
	struct event_body *b = event_body(cx);
	int64_t *ids;
	size_t n;
	enum err e;

	if ((cx->rights & RIGHT_LEAD) == 0)
		return refuse(cx, ERR_FORBIDDEN, "%s",
		    _("Labels are kept by those who lead cases."));
	if (l->id == into->id)
		return refuse_field(cx, "into", "%s",
		    _("Choose another label."));
	if ((e = carriers(cx, l, &ids, &n)) != OK ||
	    (e = store_label_merge(cx, l->id, into->id)) != OK ||
	    (e = refresh(cx, ids, n)) != OK)
		return e;
	event_fact(b, "label", into->name);
	event_change(b, "name", l->name, into->name);
	return event_add_topic(cx, "settings", "label.merged", b);
}

/* A change of what one dossier carries: its row, its step back, its event. */
static enum err
change(struct ctx *cx, struct dossier *d, const struct dossier_label *l,
    bool put, const char *why)
{
	const char *kind = put ? "label.added" : "label.removed";
	struct event_body *b = event_body(cx);
	struct undo *u = NULL;
	bool changed;
	enum err e;

	if ((e = keep_level(cx, d, LEVEL_WORK)) != OK ||
	    (e = keep_text(cx, "why", why, 0, KEEP_REASON, true,
	    &why)) != OK ||
	    (e = undo_watch(cx, d, UNDO_LABELS, &u)) != OK ||
	    (e = put ? store_label_put(cx, d, l->id, &changed) :
	    store_label_take(cx, d, l->id, &changed)) != OK)
		return e;
	if (!changed)
		return refuse(cx, ERR_CONFLICT, put ?
		    _("The case carries the label “%s” already.") :
		    _("The case does not carry the label “%s”."), l->name);
	if ((e = undo_step(cx, u, kind)) != OK)
		return e;
	event_fact(b, "label", l->name);
	event_why(b, why);
	return event_add(cx, d, kind, b);
}

enum err
label_put(struct ctx *cx, struct dossier *d, const struct dossier_label *l,
    const char *why)
{
	return change(cx, d, l, true, why);
}

enum err
label_take(struct ctx *cx, struct dossier *d, const struct dossier_label *l,
    const char *why)
{
	return change(cx, d, l, false, why);
}
