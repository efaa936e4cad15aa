/* SPDX-License-Identifier: MIT */
/* A type as it is written after "instance of" (rule 52). */
#include <string.h>

#include "base/buf.h"
#include "rules/feel/feel_type.h"

#define DEEPEST 20

static void
write(struct buf *b, const struct feel_type *t, int depth)
{
	static const char *const names[] = {
		[FEEL_TYPE_ANY] = "Any", [FEEL_TYPE_NULL] = "Null",
		[FEEL_TYPE_BOOLEAN] = "boolean", [FEEL_TYPE_NUMBER] = "number",
		[FEEL_TYPE_STRING] = "string", [FEEL_TYPE_DATE] = "date",
		[FEEL_TYPE_TIME] = "time",
		[FEEL_TYPE_DATE_TIME] = "date and time",
		[FEEL_TYPE_DAYS] = "days and time duration",
		[FEEL_TYPE_MONTHS] = "years and months duration",
		[FEEL_TYPE_LIST] = "list", [FEEL_TYPE_CONTEXT] = "context",
		[FEEL_TYPE_RANGE] = "range", [FEEL_TYPE_FUNCTION] = "function"
	};
	size_t i;

	if (t == NULL || depth > DEEPEST) {
		buf_text(b, t == NULL ? "Any" : "\xe2\x80\xa6");
		return;
	}
	if (t->name != NULL) {
		buf_text(b, t->name);
		return;
	}
	buf_text(b, names[t->kind]);
	if (t->kind == FEEL_TYPE_LIST || t->kind == FEEL_TYPE_RANGE) {
		buf_char(b, '<');
		write(b, t->of, depth + 1);
		buf_char(b, '>');
	}
	if (t->kind != FEEL_TYPE_CONTEXT && t->kind != FEEL_TYPE_FUNCTION)
		return;
	if (t->n == FEEL_FUNCTION_ANY)
		return;
	buf_char(b, '<');
	for (i = 0; i < t->n; i++) {
		if (i != 0)
			buf_text(b, ", ");
		if (t->kind == FEEL_TYPE_CONTEXT) {
			buf_add(b, t->members[i].name.text,
			    t->members[i].name.len);
			buf_text(b, ": ");
		}
		write(b, t->members[i].type, depth + 1);
	}
	buf_char(b, '>');
	if (t->kind == FEEL_TYPE_FUNCTION) {
		buf_text(b, "->");
		write(b, t->of, depth + 1);
	}
}

char *
feel_type_write(struct arena *a, const struct feel_type *t)
{
	struct buf b = { 0 };
	char *text;

	write(&b, t, 0);
	text = arena_textn(a, b.data, b.len);
	buf_free(&b);
	return text;
}

char *
feel_type_write_a(struct arena *a, const struct feel_type *t)
{
	const char *name = feel_type_write(a, t);

	if (t != NULL && t->kind == FEEL_TYPE_NULL)
		return arena_text(a, "null");
	return arena_printf(a, "%s %s", strncmp(name, "Any", 3) == 0 ? "an" :
	    "a", name);
}
