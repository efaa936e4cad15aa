/* SPDX-License-Identifier: MIT */
/* What acts check first. */
#include "domain/spine/keep.h"

#include <string.h>

#include "text/fold.h"
#include "text/message.h"

enum err
keep_level(struct ctx *cx, const struct dossier *d, enum level level)
{
	if (d->level >= level)
		return OK;
	if (level >= LEVEL_MANAGE)
		return refuse(cx, ERR_FORBIDDEN, "%s", _("Only who manages "
		    "this case may do that. Ask its lead."));
	return refuse(cx, ERR_FORBIDDEN, "%s", _("You may read this case but "
	    "not work on it. Ask its lead for access."));
}

enum err
keep_open(struct ctx *cx, const struct dossier *d)
{
	enum err e;

	if ((e = keep_level(cx, d, LEVEL_WORK)) != OK)
		return e;
	if (strcmp(d->status, "closed") == 0)
		return refuse(cx, ERR_CONFLICT, "%s",
		    _("This case is closed. Reopen it first."));
	return OK;
}

enum err
keep_screened(struct ctx *cx, const struct dossier *d)
{
	enum err e;

	if ((e = keep_open(cx, d)) != OK)
		return e;
	if (d->verdict[0] == '\0')
		return refuse(cx, ERR_CONFLICT, "%s", _("This request waits "
		    "for screening. Accept it first."));
	return OK;
}

enum err
keep_text(struct ctx *cx, const char *field, const char *typed,
    size_t min, size_t max, bool lines, const char **out)
{
	const char *text = fold_tidy(cx->arena, typed == NULL ? "" : typed,
	    lines);
	size_t len = fold_length(text);

	*out = text;
	if (min > 0 && len == 0)
		return refuse_field(cx, field, "%s", _("Fill this in."));
	if (len > max)
		return refuse_field(cx, field,
		    _("Shorten this to %zu characters; it has %zu."), max,
		    len);
	return OK;
}

enum err
keep_reason(struct ctx *cx, const char *field, const char *typed,
    const char **out)
{
	enum err e;

	e = keep_text(cx, field, typed, 0, KEEP_REASON, true, out);
	if (e == OK && (*out)[0] == '\0')
		return refuse_field(cx, field, "%s", _("Say why: whoever "
		    "reads the history later will want to know."));
	return e;
}
