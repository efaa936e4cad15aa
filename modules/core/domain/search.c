/* SPDX-License-Identifier: MIT */
/* The words of a dossier: the store knows its people, the type its fields. */
#include "domain/search.h"

#include <string.h>

#include "domain/casetype.h"
#include "domain/casetype_former.h"
#include "domain/form_model.h"
#include "store/store_filled.h"
#include "store/store_search.h"

bool
search_is_changed_by(const char *kind)
{
	static const char *const kinds[] = { "dossier.registered",
	    "dossier.accepted", "dossier.changed", "dossier.handed_over",
	    "party.added", "party.ended", "label.added", "label.removed",
	    "goal.added", "goal.changed",
	    "form.saved", "form.completed", "form.corrected",
	    "act.undone", "decision.made",
	    "decision.overridden", "dossier.merged", "dossier.merged_away",
	    "dossier.split", "dossier.split_off",
	    "dossier.version_moved" };
	size_t i;

	for (i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
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

/* What was answered in forms of the type's, and of the versions before; what
 * is in a compartment has no words. */
static enum err
form_words(struct ctx *cx, int64_t dossier, const char **out)
{
	const struct dossier d = { .id = dossier };
	const struct type_form_question *q;
	const struct form_model *m;
	const struct casetype *t;
	const struct value *v;
	struct filled *f;
	enum err e;

	if ((e = store_filled_list(cx, &d, &f)) != OK || f == NULL ||
	    (e = store_filled_answers(cx, &d, f, 0)) != OK)
		return e;
	for (; f != NULL; f = f->next) {
		if (f->compartment != 0)
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

enum err
search_write(struct ctx *cx, int64_t dossier)
{
	const struct casetype *t;
	const char *words = "";
	struct value *values;
	int64_t type;
	enum err e;

	if ((e = store_search_fields(cx, dossier, &type, &values)) != OK)
		return e;
	if (values != NULL && ((e = casetype_by_id(cx, type, &t)) != OK ||
	    (e = field_words(cx, t, values, &words)) != OK))
		return e;
	if ((e = form_words(cx, dossier, &words)) != OK)
		return e;
	return store_search_write(cx, dossier, words);
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
