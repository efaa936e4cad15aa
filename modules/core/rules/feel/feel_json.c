/* SPDX-License-Identifier: MIT */
/* Values from JSON, as their types ask, and to it. */
#include "rules/feel/feel_json.h"

#include <string.h>

#include "rules/feel/feel_number.h"
#include "rules/feel/feel_temporal.h"

struct reading {
	struct arena *arena;
	const char **why;
};

static bool read_as(struct reading *, const char *name,
    const struct json_tree *, const struct feel_type *, struct feel_value *);

static bool
wrong(struct reading *r, const char *name, const struct json_tree *t,
    const struct feel_type *type)
{
	static const char *const kinds[] = { "null", "false", "true",
	    "a number", "a text", "a list", "an object" };
	char *wanted = feel_type_write(r->arena, type);

	if (t->kind == JSON_TREE_TEXT || t->kind == JSON_TREE_NUMBER)
		*r->why = arena_printf(r->arena, "%s: “%.60s” is not a %s.",
		    name, t->text, wanted);
	else
		*r->why = arena_printf(r->arena, "%s: %s is not a %s.", name,
		    kinds[t->kind], wanted);
	return false;
}

/* A text where the type asks for something else. */
static bool
read_text(struct reading *r, const char *name, const struct json_tree *t,
    const struct feel_type *type, struct feel_value *out)
{
	bool ok;

	switch (type->kind) {
	case FEEL_TYPE_ANY:
	case FEEL_TYPE_STRING:
		*out = feel_value_string(t->text, t->len);
		return true;
	case FEEL_TYPE_DATE:
		ok = feel_temporal_date(t->text, t->len, out);
		break;
	case FEEL_TYPE_TIME:
		ok = feel_temporal_time(r->arena, t->text, t->len, out);
		break;
	case FEEL_TYPE_DATE_TIME:
		ok = feel_temporal_date_time(r->arena, t->text, t->len, out);
		break;
	case FEEL_TYPE_DAYS:
	case FEEL_TYPE_MONTHS:
		ok = feel_temporal_duration(t->text, t->len, out) &&
		    (out->kind == FEEL_DAYS) ==
		    (type->kind == FEEL_TYPE_DAYS);
		break;
	default:
		ok = false;
	}
	return ok || wrong(r, name, t, type);
}

/* Lists of one type; of is NULL for any. */
static bool
read_list(struct reading *r, const char *name, const struct json_tree *t,
    const struct feel_type *of, struct feel_value *out)
{
	struct feel_value_items items = { 0 };
	const struct json_tree *m;
	struct feel_value v;
	size_t i = 0;

	for (m = t->first; m != NULL; m = m->next) {
		if (!read_as(r, arena_printf(r->arena, "%s[%zu]", name, ++i),
		    m, of, &v))
			return false;
		feel_value_add(r->arena, &items, v);
	}
	*out = feel_value_end(r->arena, &items);
	return true;
}

static bool
read_object(struct reading *r, const char *name, const struct json_tree *t,
    const struct feel_type *type, struct feel_value *out)
{
	struct feel_value_entries entries = { 0 };
	const struct json_tree *m;
	struct feel_string key;
	struct feel_value v;

	for (m = t->first; m != NULL; m = m->next) {
		key = (struct feel_string){ m->name, strlen(m->name) };
		if (!read_as(r, *name == '\0' ? m->name :
		    arena_printf(r->arena, "%s.%s", name, m->name), m,
		    feel_type_member(type, key), &v))
			return false;
		feel_value_put(r->arena, &entries, key, v);
	}
	*out = feel_value_made(r->arena, &entries);
	return true;
}

static bool
read_plain(struct reading *r, const char *name, const struct json_tree *t,
    const struct feel_type *type, struct feel_value *out)
{
	bool any = type->kind == FEEL_TYPE_ANY;

	switch (t->kind) {
	case JSON_TREE_NULL:
		*out = feel_value_null;
		return true;
	case JSON_TREE_FALSE:
	case JSON_TREE_TRUE:
		*out = feel_value_boolean(t->kind == JSON_TREE_TRUE);
		return any || type->kind == FEEL_TYPE_BOOLEAN ||
		    wrong(r, name, t, type);
	case JSON_TREE_NUMBER:
		return ((any || type->kind == FEEL_TYPE_NUMBER) &&
		    feel_number_parse(t->text, t->len, out)) ||
		    wrong(r, name, t, type);
	case JSON_TREE_TEXT:
		return read_text(r, name, t, type, out);
	case JSON_TREE_LIST:
		return any ? read_list(r, name, t, NULL, out) :
		    wrong(r, name, t, type);
	case JSON_TREE_OBJECT:
		return any || type->kind == FEEL_TYPE_CONTEXT ?
		    read_object(r, name, t, type, out) :
		    wrong(r, name, t, type);
	}
	return false;
}

static bool
read_as(struct reading *r, const char *name, const struct json_tree *t,
    const struct feel_type *type, struct feel_value *out)
{
	static const struct feel_type any = { .kind = FEEL_TYPE_ANY };
	struct feel_value one;

	if (type == NULL)
		type = &any;
	if (type->kind != FEEL_TYPE_LIST || t->kind == JSON_TREE_NULL)
		return read_plain(r, name, t, type, out);
	if (t->kind == JSON_TREE_LIST)
		return read_list(r, name, t, type->of, out);
	if (!read_as(r, name, t, type->of, &one))
		return false;
	*out = feel_value_list(r->arena, &one, 1);
	return true;
}

bool
feel_json_read(struct arena *a, const char *name, const struct json_tree *t,
    const struct feel_type *type, struct feel_value *out, const char **why)
{
	struct reading r = { a, why };

	return read_as(&r, name, t, type, out);
}

static void
write_members(struct arena *a, struct json_out *o, struct feel_value v)
{
	size_t i;

	if (v.kind == FEEL_LIST) {
		json_out_open(o, '[');
		for (i = 0; i < v.list->n; i++)
			feel_json_write(a, o, v.list->items[i]);
		json_out_close(o, ']');
		return;
	}
	json_out_open(o, '{');
	for (i = 0; i < v.context->n; i++) {
		json_out_namen(o, v.context->entries[i].key.text,
		    v.context->entries[i].key.len);
		feel_json_write(a, o, v.context->entries[i].value);
	}
	json_out_close(o, '}');
}

void
feel_json_write(struct arena *a, struct json_out *o, struct feel_value v)
{
	switch (v.kind) {
	case FEEL_NULL:
		json_out_null(o);
		break;
	case FEEL_BOOLEAN:
		json_out_flag(o, v.boolean);
		break;
	case FEEL_NUMBER:
		json_out_number(o, feel_number_write(a, v.number));
		break;
	case FEEL_STRING:
		json_out_textn(o, v.string.text, v.string.len);
		break;
	case FEEL_LIST:
	case FEEL_CONTEXT:
		write_members(a, o, v);
		break;
	case FEEL_DATE:
	case FEEL_TIME:
	case FEEL_DATE_TIME:
	case FEEL_DAYS:
	case FEEL_MONTHS:
	case FEEL_RANGE:
	case FEEL_FUNCTION:
		json_out_text(o, feel_value_write(a, v));
		break;
	}
}
