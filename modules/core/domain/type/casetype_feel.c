/* SPDX-License-Identifier: MIT */
/* Between the values of a dossier and those of FEEL. */
#include "domain/type/casetype_feel.h"

#include <string.h>

#include "domain/type/casetype.h"
#include "rules/feel/feel_number.h"
#include "rules/feel/feel_temporal.h"
#include "text/fold.h"
#include "text/number.h"

static struct feel_string
name_of(const char *code)
{
	return (struct feel_string){ code, strlen(code) };
}

const struct feel_type *
casetype_feel_type(const struct type_field *f)
{
	const char *name = "string";

	switch (f->kind) {
	case VALUE_NUMBER:
	case VALUE_MONEY:
		name = "number";
		break;
	case VALUE_DATE:
		name = "date";
		break;
	case VALUE_FLAG:
		name = "boolean";
		break;
	case VALUE_TEXT:
	case VALUE_LINES:
	case VALUE_CHOICE:
	case VALUE_PERSON:
		break;
	}
	return feel_type_own(name, strlen(name));
}

/* What stands at one place of the type: a field, or a whole group where its
 * first field stands. */
struct place {
	const struct type_field *field;
	const struct type_group *group;	/* not NULL: the group */
};

/* The place after this one; field is NULL after the last. */
static struct place
place_after(const struct casetype *t, const struct type_group *row,
    struct place p)
{
	const struct type_field *f = p.field == NULL ? t->fields :
	    p.field->next;

	for (; f != NULL; p.field = f, f = f->next)
		if (f->class < CLASS_GUARDED && (row != NULL ?
		    f->group == row : f->group == NULL ||
		    p.field == NULL || p.field->group != f->group))
			break;
	return (struct place){ f, row != NULL || f == NULL ? NULL :
	    f->group };
}

static size_t
count(const struct casetype *t, const struct type_group *row)
{
	struct place p = { 0 };
	size_t n = 0;

	while ((p = place_after(t, row, p)).field != NULL)
		n++;
	return n;
}

static const struct feel_type *
rows_type(struct arena *a, const struct casetype *t,
    const struct type_group *g)
{
	struct feel_type *row = arena_alloc(a, sizeof(*row));

	row->kind = FEEL_TYPE_CONTEXT;
	row->n = casetype_feel_names(a, t, g, &row->members);
	return feel_type_list(a, row);
}

size_t
casetype_feel_names(struct arena *a, const struct casetype *t,
    const struct type_group *row, const struct feel_member **out)
{
	struct feel_member *m = arena_array(a, count(t, row) + 1, sizeof(*m));
	struct place p = { 0 };
	size_t n = 0;

	for (; (p = place_after(t, row, p)).field != NULL; n++) {
		m[n].name = name_of(p.group != NULL ? p.group->code :
		    p.field->code);
		m[n].type = p.group != NULL ? rows_type(a, t, p.group) :
		    casetype_feel_type(p.field);
	}
	*out = m;
	return n;
}

static const char *
currency_of(const struct type_field *f, const char *canonical)
{
	const char *blank = strchr(canonical, ' ');

	return blank == NULL ? f->currency : blank + 1;
}

bool
casetype_feel_foreign(const struct type_field *f, const char *canonical)
{
	return f->kind == VALUE_MONEY && canonical[0] != '\0' &&
	    strcmp(currency_of(f, canonical), f->currency) != 0;
}

static struct feel_value
money(struct arena *a, const struct type_field *f, const char *canonical)
{
	int64_t minor;

	if (casetype_feel_foreign(f, canonical) || !number_plain_parse(
	    arena_textn(a, canonical, strcspn(canonical, " ")), 0, &minor))
		return feel_value_null;
	return feel_number_scaled(minor, f->decimals);
}

struct feel_value
casetype_feel_value(struct arena *a, const struct type_field *f,
    const char *canonical)
{
	struct feel_value v = feel_value_null;
	int64_t n;

	if (f->kind == VALUE_FLAG)
		return feel_value_boolean(strcmp(canonical, "1") == 0);
	if (canonical[0] == '\0')
		return v;
	switch (f->kind) {
	case VALUE_NUMBER:
		if (number_plain_parse(canonical, f->decimals, &n))
			v = feel_number_scaled(n, f->decimals);
		break;
	case VALUE_MONEY:
		return money(a, f, canonical);
	case VALUE_DATE:
		if (!feel_temporal_date(canonical, strlen(canonical), &v))
			v = feel_value_null;
		break;
	default:
		return feel_value_text(canonical);
	}
	return v;
}

static struct feel_value
row_value(struct arena *a, const struct casetype *t,
    const struct type_group *g, int64_t no, const struct value *values)
{
	struct feel_value_entries row = { 0 };
	const struct type_field *f;

	for (f = t->fields; f != NULL; f = f->next)
		if (f->group == g)
			feel_value_put(a, &row, name_of(f->code),
			    casetype_feel_value(a, f, casetype_value_text(
			    values, f->code, no)));
	return feel_value_made(a, &row);
}

static struct feel_value
rows_value(struct arena *a, const struct casetype *t,
    const struct type_group *g, const struct value *values)
{
	struct feel_value_items rows = { 0 };
	int64_t no = 0;

	while ((no = casetype_value_row(t, values, g, no)) != 0)
		feel_value_add(a, &rows, row_value(a, t, g, no, values));
	return feel_value_end(a, &rows);
}

struct feel_value *
casetype_feel_values(struct arena *a, const struct casetype *t,
    const struct type_group *row, int64_t no, const struct value *values)
{
	struct feel_value *v = arena_array(a, count(t, row) + 1, sizeof(*v));
	struct place p = { 0 };
	size_t n = 0;

	for (; (p = place_after(t, row, p)).field != NULL; n++)
		v[n] = p.group != NULL ? rows_value(a, t, p.group, values) :
		    casetype_feel_value(a, p.field, casetype_value_text(values,
		    p.field->code, row == NULL ? 0 : no));
	return v;
}

struct feel_value
casetype_feel_context(struct arena *a, const struct casetype *t,
    const struct value *values)
{
	struct feel_value *v = casetype_feel_values(a, t, NULL, 0, values);
	struct feel_value_entries all = { 0 };
	const struct feel_member *names;
	size_t i, n = casetype_feel_names(a, t, NULL, &names);

	for (i = 0; i < n; i++)
		feel_value_put(a, &all, names[i].name, v[i]);
	return feel_value_made(a, &all);
}

/* Rounded and scaled; false: it does not fit, or is out of bounds. */
static bool
scaled(const struct type_field *f, struct feel_value v, int64_t *out)
{
	struct feel_decimal d;

	return v.kind == FEEL_NUMBER &&
	    feel_number_round(v.number, f->decimals, FEEL_HALF_UP, &d) &&
	    feel_number_unscale(d, f->decimals, out) &&
	    (!f->bounded || (*out >= f->least && *out <= f->most));
}

static bool
text_value(struct arena *a, const struct type_field *f, struct feel_value v,
    const char **out)
{
	const char *text;

	if (v.kind != FEEL_STRING)
		return false;
	text = arena_textn(a, v.string.text, v.string.len);
	if (strlen(text) != v.string.len)	/* a zero within */
		return false;
	*out = fold_tidy(a, text, f->kind == VALUE_LINES);
	if (f->kind == VALUE_CHOICE)
		return casetype_term(f->choices, *out) != NULL;
	return f->kind == VALUE_PERSON || fold_length(*out) <= f->max;
}

bool
casetype_feel_text(struct arena *a, const struct type_field *f,
    struct feel_value v, const char **out)
{
	int64_t n;

	*out = "";
	if (v.kind == FEEL_NULL)
		return true;
	switch (f->kind) {
	case VALUE_NUMBER:
		if (!scaled(f, v, &n))
			return false;
		*out = number_plain(a, n, f->decimals);
		return true;
	case VALUE_MONEY:
		if (!scaled(f, v, &n))
			return false;
		*out = arena_printf(a, "%lld %s", (long long)n, f->currency);
		return true;
	case VALUE_DATE:
		if (v.kind != FEEL_DATE || v.date.year < 1 ||
		    v.date.year > 9999)
			return false;
		*out = arena_printf(a, "%04d-%02u-%02u", (int)v.date.year,
		    v.date.month, v.date.day);
		return true;
	case VALUE_FLAG:
		*out = feel_value_true(v) ? "1" : "";
		return v.kind == FEEL_BOOLEAN;
	default:
		return text_value(a, f, v, out);
	}
}
