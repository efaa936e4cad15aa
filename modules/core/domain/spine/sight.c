/* SPDX-License-Identifier: MIT */
/* Classes of fields, and who reads them how. */
#include "domain/spine/sight.h"

#include <string.h>

#include "base/config.h"
#include "base/count.h"
#include "domain/spine/event.h"
#include "domain/spine/keep.h"
#include "model/right.h"
#include "store/store_unmask.h"
#include "text/fold.h"
#include "text/message.h"

#define DOTS "•••"
const char sight_dots[] = DOTS;

#define LAST 4			/* characters that a mask leaves */

/* The right that tells a role; who manages or screens is a clerk, too. */
static const struct {
	const char *role;
	unsigned int right;
} roles[] = {
	{ "clerk", RIGHT_INTAKE },
	{ "screener", RIGHT_SCREEN },
	{ "manager", RIGHT_LEAD },
	{ "auditor", RIGHT_AUDIT }
};

/* Is one of the viewer's roles among these words? */
static bool
held(const struct ctx *cx, const char *words)
{
	const char *s = words;
	size_t i, n;

	for (; *(s += strspn(s, " ,\t")) != '\0'; s += n) {
		n = strcspn(s, " ,\t");
		if (n == 1 && *s == '*')
			return (cx->rights & RIGHT_STAFF) != 0;
		for (i = 0; i < COUNT(roles); i++)
			if (strlen(roles[i].role) == n &&
			    strncmp(roles[i].role, s, n) == 0 &&
			    (cx->rights & roles[i].right) != 0)
				return true;
	}
	return false;
}

/* What the house says of a class; as it comes where it says nothing. */
static enum sight
by_roles(const struct ctx *cx, enum field_class class)
{
	static const char *const full[] = {
		[CLASS_IDENTIFIER] = "clerk", [CLASS_MEDICAL] = "manager",
		[CLASS_PRIVILEGED] = "manager", [CLASS_BANK] = "manager"
	};
	static const char *const masked[] = {
		[CLASS_IDENTIFIER] = "*", [CLASS_MEDICAL] = "",
		[CLASS_PRIVILEGED] = "", [CLASS_BANK] = "*"
	};
	const struct config_class *c = cx->conf == NULL ? NULL :
	    &cx->conf->classes[class];

	if (held(cx, c == NULL || c->full == NULL ? full[class] : c->full))
		return SIGHT_FULL;
	return held(cx, c == NULL || c->masked == NULL ? masked[class] :
	    c->masked) ? SIGHT_MASKED : SIGHT_NONE;
}

enum sight
sight_of(const struct ctx *cx, const struct type_field *f)
{
	enum sight s;

	if (f->class < CLASS_GUARDED)
		return SIGHT_FULL;
	s = by_roles(cx, f->class);
	return s == SIGHT_MASKED && cx->clear ? SIGHT_FULL : s;
}

/* The last characters of a text that has more than twice as many. */
static const char *
last(const char *text)
{
	size_t n = fold_length(text), i;

	if (n <= 2 * (size_t)LAST)
		return "";
	for (i = n - LAST; i > 0; i--)
		do
			text++;
		while ((*text & 0xc0) == 0x80);
	return text;
}

const char *
sight_mask(struct ctx *cx, const struct type_field *f, const char *canonical)
{
	return arena_printf(cx->arena, DOTS "%s", f->kind == VALUE_TEXT &&
	    sight_of(cx, f) == SIGHT_MASKED ? last(canonical) : "");
}

bool
sight_any(const struct ctx *cx, const struct casetype *type, enum sight s)
{
	const struct type_field *f;

	for (f = type->guarded ? type->fields : NULL; f != NULL; f = f->next)
		if (f->class >= CLASS_GUARDED && sight_of(cx, f) == s)
			return true;
	return false;
}

enum err
sight_enter(struct ctx *cx, const struct dossier *d)
{
	bool first = !cx->entered, clear = false;
	enum err e;

	if (!d->type->guarded)
		return OK;
	if (cx->session != NULL &&
	    (e = store_unmask_holds(cx, d, &clear)) != OK)
		return e;
	/* a page of two dossiers shows what both show */
	cx->clear = clear && (first || cx->clear);
	cx->entered = true;
	return OK;
}

enum err
sight_unmask(struct ctx *cx, struct dossier *d, const char *why)
{
	struct event_body *b = event_body(cx);
	const struct type_field *f;
	const char *codes = "";
	enum err e;

	if (cx->session == NULL || !sight_any(cx, d->type, SIGHT_MASKED))
		return refuse(cx, ERR_CONFLICT, "%s",
		    _("Nothing of this case is masked for you."));
	if ((e = keep_reason(cx, "why", why, &why)) != OK)
		return e;
	for (f = d->type->fields; f != NULL; f = f->next)
		if (sight_of(cx, f) == SIGHT_MASKED)
			codes = arena_printf(cx->arena, "%s%s%s", codes,
			    *codes == '\0' ? "" : " ", f->code);
	if ((e = store_unmask_add(cx, d, cx->now + SIGHT_SECONDS)) != OK)
		return e;
	event_fact(b, "fields", codes);
	event_number(b, "until", cx->now + SIGHT_SECONDS);
	event_why(b, why);
	return event_add(cx, d, "field.unmasked", b);
}
