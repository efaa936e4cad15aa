/* SPDX-License-Identifier: MIT */
/* The words of a dossier: the store knows its people, the type its fields. */
#include "domain/people/search.h"

#include <string.h>

#include "base/count.h"
#include "domain/type/casetype.h"
#include "domain/type/casetype_former.h"
#include "domain/type/form_model.h"
#include "store/store_filled.h"
#include "store/store_guarded.h"
#include "store/store_search.h"
#include "text/fold.h"

/* Whether an act of this kind changes what the case is found by. */
static bool
matters(const char *kind)
{
	static const char *const kinds[] = { "dossier.registered",
	    "dossier.accepted", "dossier.changed", "dossier.handed_over",
	    "party.added", "party.ended",
	    "proceeding.added", "proceeding.changed",
	    "proceeding.docketed", "docket.added", "docket.changed",
	    "docket.struck",
	    "label.added", "label.removed",
	    "goal.added", "goal.changed",
	    "form.saved", "form.completed", "form.corrected",
	    "act.undone", "decision.made",
	    "clearance.made", "clearance.cleared", "clearance.waived",
	    "clearance.refused",
	    "decision.overridden", "dossier.merged", "dossier.merged_away",
	    "dossier.split", "dossier.split_off",
	    "dossier.version_moved" };
	size_t i;

	for (i = 0; i < COUNT(kinds); i++)
		if (strcmp(kinds[i], kind) == 0)
			return true;
	return false;
}

static enum err
value_words(struct ctx *cx, const struct type_field *f, const char *text,
    const char **out)
{
	struct casetype_columns c;
	enum err e;

	if ((e = casetype_columns(cx, f, text, &c)) == OK &&
	    c.words[0] != '\0')
		*out = arena_printf(cx->arena, "%s %s", *out, c.words);
	return e;
}

/* Also of values that an earlier version of the type had a field for. */
static enum err
field_words(struct ctx *cx, const struct casetype *t, const struct value *v,
    const char **out)
{
	struct casetype_former *former;
	const struct type_field *f;
	enum err e;

	*out = "";
	if ((e = casetype_former(cx, t, v, &former)) != OK)
		return e;
	for (; former != NULL; former = former->next)
		if ((e = value_words(cx, former->field, former->value->text,
		    out)) != OK)
			return e;
	for (; v != NULL; v = v->next)
		if ((f = casetype_field(t, v->field)) != NULL &&
		    (e = value_words(cx, f, v->text, out)) != OK)
			return e;
	return OK;
}

static enum err
forms_of(struct ctx *cx, int64_t dossier, struct filled **out)
{
	const struct dossier d = { .id = dossier };
	enum err e = store_filled_rules(cx, &d, out);

	return e != OK || *out == NULL ? e :
	    store_filled_answers(cx, &d, *out, 0);
}

/* What was answered in forms of the type's, and of the versions before, that
 * are in a compartment, 0 in none. */
static enum err
form_words(struct ctx *cx, const struct filled *f, int64_t compartment,
    const char **out)
{
	const struct type_form_question *q;
	const struct form_model *m;
	const struct casetype *t;
	const struct value *v;
	enum err e;

	for (; f != NULL; f = f->next) {
		if (f->compartment != compartment)
			continue;
		if ((e = casetype_by_id(cx, f->type_id, &t)) != OK ||
		    (e = form_model(cx, t, f->code, &m)) != OK)
			return e;
		for (v = m == NULL ? NULL : f->answers; v != NULL;
		    v = v->next)
			if ((q = form_model_question(m->form, v->field)) !=
			    NULL && !q->many && (e = value_words(cx,
			    &q->field, v->text, out)) != OK)
				return e;
	}
	return OK;
}

/* Of the list, the one of a compartment; a new one has no words. */
static struct store_guarded *
guarded_in(struct ctx *cx, struct store_guarded **list, int64_t compartment)
{
	struct store_guarded *g = *list;

	while (g != NULL && g->compartment != compartment)
		g = g->next;
	if (g == NULL) {
		g = arena_alloc(cx->arena, sizeof(*g));
		*g = (struct store_guarded){ *list, compartment, "" };
		*list = g;
	}
	return g;
}

/* What members of compartments find it by: only what differs is written. */
static enum err
guard(struct ctx *cx, int64_t dossier, const struct filled *forms)
{
	struct store_guarded *kept, *new, *g;
	const struct filled *f;
	const char *had, *has;
	enum err e;

	if ((e = store_guarded_kept(cx, dossier, &kept)) != OK ||
	    (e = store_guarded_prose(cx, dossier, &new)) != OK)
		return e;
	for (g = kept; g != NULL; g = g->next)
		(void)guarded_in(cx, &new, g->compartment);
	for (f = forms; f != NULL; f = f->next)
		if (f->compartment != 0)
			(void)guarded_in(cx, &new, f->compartment);
	for (g = new; g != NULL; g = g->next) {
		had = guarded_in(cx, &kept, g->compartment)->words;
		if ((e = form_words(cx, forms, g->compartment,
		    &g->words)) != OK)
			return e;
		has = fold_words(cx->arena, g->words);
		if ((e = store_guarded_add(cx, dossier, g->compartment,
		    fold_words_new(cx->arena, had, has))) != OK ||
		    (e = store_guarded_drop(cx, dossier, g->compartment,
		    fold_words_new(cx->arena, has, had))) != OK)
			return e;
	}
	return OK;
}

enum err
search_write(struct ctx *cx, int64_t dossier)
{
	const struct casetype *t;
	const char *words = "";
	struct filled *forms;
	struct value *values;
	int64_t type;
	enum err e;

	if ((e = store_search_fields(cx, dossier, &type, &values)) != OK)
		return e;
	if (values != NULL && ((e = casetype_by_id(cx, type, &t)) != OK ||
	    (e = field_words(cx, t, values, &words)) != OK))
		return e;
	if ((e = forms_of(cx, dossier, &forms)) != OK ||
	    (e = form_words(cx, forms, 0, &words)) != OK ||
	    (e = store_search_write(cx, dossier, words)) != OK)
		return e;
	return guard(cx, dossier, forms);
}

enum err
search_follow(struct ctx *cx, struct dossier *d, const struct event *ev)
{
	struct filled *forms;
	enum err e;

	if (matters(ev->kind))
		return search_write(cx, d->id);
	if (ev->within == 0)
		return OK;
	e = forms_of(cx, d->id, &forms);
	return e != OK ? e : guard(cx, d->id, forms);
}

enum err
search_add(struct ctx *cx, int64_t dossier, const char *text)
{
	return store_search_add(cx, dossier, text);
}

enum err
search_person(struct ctx *cx, int64_t person)
{
	int64_t *of;
	size_t i, n;
	enum err e;

	if ((e = store_search_of(cx, person, &of, &n)) != OK)
		return e;
	for (i = 0; i < n; i++)
		if ((e = search_write(cx, of[i])) != OK)
			return e;
	return OK;
}
