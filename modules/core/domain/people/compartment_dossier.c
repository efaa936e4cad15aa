/* SPDX-License-Identifier: MIT */
/* A whole dossier goes into a compartment, and out of it. */
#include "domain/people/compartment.h"
#include "domain/spine/event.h"
#include "domain/spine/keep.h"
#include "store/store_compartment.h"
#include "text/message.h"

static enum err
target(struct ctx *cx, const struct dossier *d, const char *code,
    struct compartment **to)
{
	const char *outsider;
	enum err e;

	if ((e = store_compartment_find(cx, code, to)) != OK)
		return e;
	if (*to == NULL || !(*to)->held)
		return refuse_field(cx, "compartment", "%s", _("Choose a "
		    "compartment that you are a member of."));
	if ((e = store_compartment_outsider(cx, d, (*to)->id,
	    &outsider)) != OK)
		return e;
	return outsider[0] == '\0' ? OK : refuse_field(cx, "compartment",
	    _("%s leads this case or has a task on it, and is no member. "
	    "Hand that on first."), outsider);
}

enum err
compartment_dossier_put(struct ctx *cx, struct dossier *d, const char *code,
    const char *why)
{
	struct event_body *b = event_body(cx);
	struct compartment *to = NULL;
	enum err e;

	if ((e = keep_level(cx, d, LEVEL_MANAGE)) != OK ||
	    (code[0] != '\0' && (e = target(cx, d, code, &to)) != OK))
		return e;
	if (d->compartment == (to == NULL ? 0 : to->id))
		return refuse_field(cx, "compartment", "%s", to == NULL ?
		    _("The case is in no compartment. Choose one.") :
		    _("The case is in that compartment already."));
	if ((e = keep_reason(cx, "why", why, &why)) != OK ||
	    (e = store_compartment_dossier(cx, d->id,
	    to == NULL ? 0 : to->id)) != OK)
		return e;
	event_change(b, "compartment", d->compartment_name,
	    to == NULL ? "" : to->name);
	event_why(b, why);
	d->compartment = to == NULL ? 0 : to->id;
	d->compartment_name = to == NULL ? "" : to->name;
	return event_add(cx, d, to == NULL ? "dossier.opened_up" :
	    "dossier.protected", b);
}
