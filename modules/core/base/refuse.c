/* SPDX-License-Identifier: MIT */
/* Refusals: one sentence for the page, and one for each wrong field. */
#include "base/refuse.h"

#include <stdarg.h>

#include "base/ctx.h"

enum err
refuse(struct ctx *cx, enum err e, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	cx->why = arena_vprintf(cx->arena, fmt, ap);
	va_end(ap);
	return e;
}

enum err
refuse_field(struct ctx *cx, const char *field, const char *fmt, ...)
{
	struct mistake **tail = &cx->mistakes, *m;
	va_list ap;

	m = arena_alloc(cx->arena, sizeof(*m));
	m->field = arena_text(cx->arena, field);
	va_start(ap, fmt);
	m->text = arena_vprintf(cx->arena, fmt, ap);
	va_end(ap);
	while (*tail != NULL)
		tail = &(*tail)->next;
	*tail = m;
	cx->why = cx->mistakes->text;
	return ERR_INVALID;
}

bool
refuse_any(const struct ctx *cx)
{
	return cx->mistakes != NULL;
}
