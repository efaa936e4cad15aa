/* SPDX-License-Identifier: MIT */
/* Fields that other versions of a type have. */
#include "domain/type/casetype_former.h"

#include "domain/type/casetype.h"

/* The values whose fields are strange to the type. */
static struct casetype_former *
strange(struct ctx *cx, const struct casetype *type, const struct value *v)
{
	struct casetype_former *list = NULL, **tail = &list;

	for (; v != NULL; v = v->next) {
		if (casetype_field(type, v->field) != NULL)
			continue;
		*tail = arena_alloc(cx->arena, sizeof(**tail));
		(*tail)->value = v;
		tail = &(*tail)->next;
	}
	return list;
}

/* Names those that this version knows; how many are still nameless. */
static int
name(struct casetype_former *list, const struct casetype *t)
{
	int left = 0;

	for (; list != NULL; list = list->next) {
		if (list->field == NULL && (list->field = casetype_field(t,
		    list->value->field)) != NULL)
			list->version = t->version;
		left += list->field == NULL;
	}
	return left;
}

enum err
casetype_former(struct ctx *cx, const struct casetype *type,
    const struct value *values, struct casetype_former **out)
{
	struct casetype_version *v;
	const struct casetype *t;
	struct casetype_former **at;
	int left = 1;
	enum err e;

	if ((*out = strange(cx, type, values)) == NULL)
		return OK;
	if ((e = casetype_versions(cx, type->code, &v)) != OK)
		return e;
	for (; v != NULL && left > 0; v = v->next) {
		if (v->version == type->version)
			continue;
		if ((e = casetype_version(cx, type->code, v->version,
		    &t)) != OK)
			return e;
		left = name(*out, t);
	}
	for (at = out; *at != NULL;)
		if ((*at)->field == NULL)
			*at = (*at)->next;
		else
			at = &(*at)->next;
	return OK;
}
