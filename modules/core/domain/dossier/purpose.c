/* SPDX-License-Identifier: MIT */
/* What somebody reads a dossier for, where a compartment asks for it. */
#include "domain/dossier/purpose.h"

#include <string.h>

#include "domain/spine/event.h"
#include "domain/spine/keep.h"
#include "domain/type/casetype.h"
#include "store/store_dossier.h"
#include "store/store_purpose.h"
#include "text/message.h"

static const struct { const char *code, *word; } purposes[] = {
	{ PURPOSE_TREATMENT, N_("Treatment") },
	{ "payment", N_("Payment") },
	{ "operations", N_("Running the service") },
	{ "quality", N_("Quality") },
	{ "legal", N_("Legal proceedings") },
	{ "patient", N_("The patient asked for it") }
};

const char *
purpose_code(size_t n, const char **word)
{
	if (n >= sizeof(purposes) / sizeof(purposes[0]))
		return NULL;
	*word = _(purposes[n].word);
	return purposes[n].code;
}

const char *
purpose_word(const char *code)
{
	const char *word;
	size_t n;

	for (n = 0; purpose_code(n, &word) != NULL; n++)
		if (strcmp(purposes[n].code, code) == 0)
			return word;
	return strcmp(code, PURPOSE_EMERGENCY) == 0 ? _("Emergency") : code;
}

/* "" where nobody asks; NULL where it is to be said. Who is not at a browser
 * is asked nothing: the clock, and the operator's command. */
static enum err
known(struct ctx *cx, const struct dossier *d, const char **out)
{
	struct store_purpose p;
	enum err e;

	*out = "";
	if (d->compartment == 0 || cx->session == NULL)
		return OK;
	if ((e = store_purpose_find(cx, d, &p)) != OK || !p.asked)
		return e;
	*out = p.team ? PURPOSE_TREATMENT : d->way == WAY_GLASS ?
	    PURPOSE_EMERGENCY : p.code[0] == '\0' ? NULL : p.code;
	return OK;
}

enum err
purpose_enter(struct ctx *cx, struct dossier *d)
{
	enum err e;

	if ((e = known(cx, d, &d->purpose)) != OK || d->purpose != NULL)
		return e;
	cx->unasked = d->number;
	return refuse(cx, ERR_FORBIDDEN, _("Say first what you open %s for: "
	    "open it by itself, and you are asked."), d->number);
}

enum err
purpose_open(struct ctx *cx, const char *number, struct dossier **out,
    bool *asks)
{
	enum err e;

	if ((e = store_dossier_find(cx, number, out)) != OK)
		return e;
	if (*out == NULL)
		return refuse(cx, ERR_MISSING, "%s",
		    _("There is no such case, or it is not for you."));
	if ((e = casetype_by_id(cx, (*out)->type_id, &(*out)->type)) != OK ||
	    (e = known(cx, *out, &(*out)->purpose)) != OK)
		return e;
	*asks = (*out)->purpose == NULL;
	return OK;
}

enum err
purpose_give(struct ctx *cx, struct dossier *d, const char *code,
    const char *why)
{
	struct event_body *b = event_body(cx);
	const char *word;
	enum err e;
	size_t n;

	for (n = 0; purpose_code(n, &word) != NULL; n++)
		if (strcmp(purposes[n].code, code) == 0)
			break;
	if (purpose_code(n, &word) == NULL)
		return refuse_field(cx, "purpose", "%s",
		    _("Choose a purpose."));
	if ((e = keep_reason(cx, "why", why, &why)) != OK ||
	    (e = store_purpose_put(cx, d, code, why,
	    cx->now + PURPOSE_SECONDS)) != OK)
		return e;
	d->purpose = purposes[n].code;
	event_fact(b, "purpose", code);
	event_number(b, "until", cx->now + PURPOSE_SECONDS);
	event_why(b, why);
	return event_add(cx, d, "purpose.given", b);
}
