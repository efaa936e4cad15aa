/* SPDX-License-Identifier: MIT */
/* Keys of a trace become fields; what fits no field is only told. */
#include "domain/desk/import_value.h"

#include <string.h>

#include "base/config.h"
#include "domain/dossier/dossier_values.h"
#include "domain/people/person.h"
#include "domain/type/casetype.h"
#include "domain/type/casetype_name.h"
#include "store/store_dossier.h"
#include "store/store_import.h"
#include "store/store_person.h"
#include "text/date.h"
#include "text/fold.h"

#define NAME 200	/* characters that a person's name may have */

const char *
import_value_text(struct arena *a, const char *text, size_t max)
{
	char *tidy = fold_tidy(a, text, false), *s = tidy;

	for (; *s != '\0' && max > 0; max--)
		do
			s++;
		while (((unsigned char)*s & 0xc0) == 0x80);
	*s = '\0';
	return tidy;
}

enum err
import_value_person(struct import_case *c, const char *called, int64_t *out)
{
	const char *name = import_value_text(c->cx->arena, called, NAME);
	struct person_new n = { .name = name, .given = "", .family = "",
	    .email = "", .phone = "", .address = "", .language = "" };
	struct person *p;
	int64_t *known;
	enum err e;

	*out = 0;
	if (name[0] == '\0')
		return OK;
	import_names_add(c->people, name, &known);
	if ((*out = *known) != 0)
		return OK;
	if ((e = store_import_person(c->cx, c->log, name, out)) != OK)
		return e;
	if (*out == 0) {
		if ((e = person_add(c->cx, &n, &p)) != OK)
			return e;
		*out = p->id;
		if ((e = store_import_person_put(c->cx, c->log, name,
		    p->id)) != OK)
			return e;
	}
	*known = *out;
	return OK;
}

const char *
import_value_choice(struct ctx *cx, const struct type_field *f,
    const char *value)
{
	const char *key = fold(cx->arena, value);
	const struct term *t;
	int i;

	for (t = f->choices; t != NULL; t = t->next) {
		if (strcmp(t->code, value) == 0)
			return t->code;
		for (i = 0; i < LANGUAGES; i++)
			if (t->label.text[i] != NULL && strcmp(key,
			    fold(cx->arena, t->label.text[i])) == 0)
				return t->code;
	}
	return "";
}

static enum err
person(struct import_case *c, const char *name, const char **out)
{
	struct person *p;
	int64_t id;
	enum err e;

	e = import_value_person(c, name, &id);
	if (e != OK || id == 0 ||
	    (e = store_person_get(c->cx, id, &p)) != OK)
		return e;
	*out = p == NULL ? "" : p->number;
	return OK;
}

/* "" when the value is not of the field's kind. */
static enum err
canonical(struct import_case *c, const struct type_field *f,
    const char *value, const char **out)
{
	struct ctx *cx = c->cx;
	const char *zone = cx->conf->timezone, *lang = cx->lang;
	int64_t when;
	enum err e;

	*out = "";
	switch (f->kind) {
	case VALUE_PERSON:
		return person(c, value, out);
	case VALUE_CHOICE:
		*out = import_value_choice(cx, f, value);
		return OK;
	case VALUE_FLAG:
		if (strcmp(value, "true") == 0)
			*out = "1";
		return OK;
	case VALUE_DATE:
		if (xml_xes_moment(zone, value, &when)) {
			*out = date_today(cx->arena, zone, when);
			return OK;
		}
		break;
	default:
		break;
	}
	cx->lang = "en";	/* a log has points, whoever imports it */
	e = casetype_value(cx, f, value, out);
	cx->lang = lang;
	if (e == ERR_INVALID) {
		cx->mistakes = NULL;
		cx->why = NULL;
		*out = "";
		return OK;
	}
	return e;
}

static enum err
put(struct import_case *c, const struct type_field *f, const char *text)
{
	struct store_dossier_value row = { .field = f->code, .text = text,
	    .no = f->group == NULL ? 0 : 1 };
	struct casetype_columns columns;
	enum err e;

	if ((e = casetype_columns(c->cx, f, text, &columns)) != OK)
		return e;
	row.key = columns.key;
	row.counted = columns.has_number;
	row.number = columns.number;
	row.date = columns.date;
	return store_dossier_value_put(c->cx, c->d, &row);
}

/* Every field that takes this key; *taken when one could. */
static enum err
fields(struct import_case *c, const struct xml_xes_attr *x,
    struct event_body *b, bool *taken)
{
	const struct type_xes_value *v;
	const struct type_field *f;
	const char *text;
	enum err e;

	*taken = false;
	v = c->type->xes == NULL ? NULL : c->type->xes->values;
	for (; v != NULL; v = v->next) {
		if (strcmp(v->key, x->key) != 0)
			continue;
		f = casetype_field(c->type, v->field);
		if ((e = canonical(c, f, x->value, &text)) != OK)
			return e;
		if (text[0] == '\0')
			continue;
		if ((e = put(c, f, text)) != OK)
			return e;
		event_after(b, casetype_name(c->cx, f->code,
		    f->group == NULL ? 0 : 1), text);
		*taken = true;
	}
	return OK;
}

enum err
import_value_all(struct import_case *c, struct event_body *b)
{
	const struct xml_xes_attr *x;
	size_t computed = 0;
	bool taken;
	enum err e;

	for (x = c->attrs; x != NULL; x = x->next) {
		if ((e = fields(c, x, b, &taken)) != OK)
			return e;
		if (!taken && strcmp(x->key, "concept:name") != 0)
			event_fact(b, arena_printf(c->cx->arena, "log.%s",
			    x->key), x->value);
	}
	return dossier_values_compute(c->cx, c->d, b, &computed);
}
