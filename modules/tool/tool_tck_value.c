/* SPDX-License-Identifier: MIT */
/* Values of the TCK's tests. */
#include <string.h>

#include "rules/feel/feel_number.h"
#include "rules/feel/feel_temporal.h"
#include "tool/tool_tck.h"

static bool
is(const struct xml_tck_value *v, const char *type)
{
	return strcmp(v->type, type) == 0;
}

static bool
number(const struct xml_tck_value *v)
{
	static const char *const types[] = { "decimal", "double", "float",
	    "integer", "int", "long", "short", NULL };
	size_t i;

	for (i = 0; types[i] != NULL; i++)
		if (is(v, types[i]))
			return true;
	return false;
}

static bool
plain(struct arena *a, const struct xml_tck_value *v, struct feel_value *out)
{
	const char *s = v->text + strspn(v->text, " \t\r\n");
	size_t len = strlen(s);

	if (is(v, "string") || is(v, "")) {
		*out = feel_value_text(v->text);
		return true;
	}
	while (len > 0 && strchr(" \t\r\n", s[len - 1]) != NULL)
		len--;
	if (is(v, "boolean")) {
		*out = feel_value_boolean(*s == 't' || *s == '1');
		return true;
	}
	return number(v) ? feel_number_parse(s, len, out) :
	    is(v, "date") ? feel_temporal_date(s, len, out) :
	    is(v, "time") ? feel_temporal_time(a, s, len, out) :
	    is(v, "dateTime") ? feel_temporal_date_time(a, s, len, out) :
	    strstr(v->type, "uration") != NULL &&
	    feel_temporal_duration(s, len, out);
}

bool
tool_tck_value(struct arena *a, const struct xml_tck_value *v,
    struct feel_value *out)
{
	struct feel_value_entries entries = { 0 };
	struct feel_value_items items = { 0 };
	const struct xml_tck_value *m;
	struct feel_value one;

	*out = feel_value_null;
	if (v->kind == XML_TCK_NULL)
		return true;
	if (v->kind == XML_TCK_PLAIN)
		return plain(a, v, out);
	for (m = v->first; m != NULL; m = m->next) {
		if (!tool_tck_value(a, m, &one))
			return false;
		if (v->kind == XML_TCK_LIST)
			feel_value_add(a, &items, one);
		else
			feel_value_put(a, &entries, (struct feel_string){
			    m->name, strlen(m->name) }, one);
	}
	*out = v->kind == XML_TCK_LIST ? feel_value_end(a, &items) :
	    feel_value_made(a, &entries);
	return true;
}

static bool
near(struct feel_decimal a, struct feel_decimal b)
{
	struct feel_value most = feel_number_scaled(1, 8);
	struct feel_decimal away;

	return feel_number_subtract(a, b, &away) &&
	    feel_number_order(feel_number_abs(away), most.number) <= 0;
}

static bool
same_list(const struct feel_list *a, const struct feel_list *b)
{
	size_t i;

	if (a->n != b->n)
		return false;
	for (i = 0; i < a->n; i++)
		if (!tool_tck_same(a->items[i], b->items[i]))
			return false;
	return true;
}

static bool
same_context(const struct feel_context *a, const struct feel_context *b)
{
	const struct feel_value *v;
	size_t i;

	if (a->n != b->n)
		return false;
	for (i = 0; i < a->n; i++) {
		v = feel_value_get(b, a->entries[i].key);
		if (v == NULL || !tool_tck_same(a->entries[i].value, *v))
			return false;
	}
	return true;
}

bool
tool_tck_same(struct feel_value got, struct feel_value wanted)
{
	if (got.kind != wanted.kind)
		return false;
	switch (got.kind) {
	case FEEL_NULL:
		return true;
	case FEEL_NUMBER:
		return near(got.number, wanted.number);
	case FEEL_LIST:
		return same_list(got.list, wanted.list);
	case FEEL_CONTEXT:
		return same_context(got.context, wanted.context);
	default:
		return feel_value_equal(got, wanted) == FEEL_YES;
	}
}
