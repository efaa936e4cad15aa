/* SPDX-License-Identifier: MIT */
/* Fields, groups and rows by the names that forms and events give them. */
#include "domain/type/casetype_name.h"

#include <stdlib.h>
#include <string.h>

#define ROW_LONGEST 9	/* digits of a row's number */

const char *
casetype_name(struct ctx *cx, const char *code, int64_t no)
{
	return no == 0 ? arena_printf(cx->arena, "f.%s", code) :
	    arena_printf(cx->arena, "f.%s.%lld", code, (long long)no);
}

static bool
is(const char *code, const char *word, size_t len)
{
	return strncmp(code, word, len) == 0 && code[len] == '\0';
}

/* The row behind the code: a number without zeros before it. */
static bool
read_row(const char *s, int64_t *out)
{
	size_t n;

	*out = 0;
	if (*s == '\0')
		return true;
	if (*s++ != '.' || *s < '1' || *s > '9')
		return false;
	n = strspn(s, "0123456789");
	*out = strtoll(s, NULL, 10);
	return n <= ROW_LONGEST && s[n] == '\0';
}

bool
casetype_name_read(const struct casetype *type, const char *name,
    struct casetype_named *out)
{
	size_t len;

	*out = (struct casetype_named){ 0 };
	if (strncmp(name, "f.", 2) != 0)
		return false;
	name += 2;
	len = strcspn(name, ".");
	if (!read_row(name + len, &out->no))
		return false;
	out->field = type->fields;
	while (out->field != NULL && !is(out->field->code, name, len))
		out->field = out->field->next;
	if (out->field != NULL) {
		out->group = out->field->group;
		return (out->no != 0) == (out->group != NULL);
	}
	out->group = type->groups;
	while (out->group != NULL && !is(out->group->code, name, len))
		out->group = out->group->next;
	return out->group != NULL;
}

const char *
casetype_name_unit(struct ctx *cx, const struct casetype *type,
    const char *name)
{
	struct casetype_named at;

	return type != NULL && casetype_name_read(type, name, &at) &&
	    at.group != NULL ?
	    casetype_name(cx, at.group->code, at.no) : name;
}
