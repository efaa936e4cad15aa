/* SPDX-License-Identifier: MIT */
/* What one version of a case type has and another has not. */
#include "admin.h"

#include "domain/course/casetype_differ.h"
#include "domain/type/casetype.h"
#include "text/message.h"

const struct field differences_form[] = {
	{ "from", FIELD_INT, .min = 0, .max = 1000000 },
	{ "to", FIELD_INT, .min = 0, .max = 1000000 },
	{ 0 }
};

static void
show(struct view *part, const struct casetype_difference *d)
{
	const struct casetype_detail *s;
	struct view *v = view_item(part, "items");

	view_text(v, "label", d->label);
	view_text(v, "code", d->code);
	view_flag(v, "added", d->how == CASETYPE_ADDED);
	view_flag(v, "removed", d->how == CASETYPE_REMOVED);
	view_text(v, "how", d->how == CASETYPE_ADDED ? _("New") :
	    d->how == CASETYPE_REMOVED ? _("Gone") : _("Changed"));
	for (s = d->details; s != NULL; s = s->next)
		view_text(view_item(v, "details"), "text", s->text);
}

/* Both lists of versions to choose from. */
static enum err
show_choices(struct request *rq, const char *code)
{
	struct casetype_version *t;
	enum err e;

	if ((e = casetype_versions(&rq->cx, code, &t)) != OK)
		return e;
	for (; t != NULL; t = t->next)
		view_int(view_item(rq->view, "versions"), "version",
		    t->version);
	return OK;
}

/* Without a choice the newest and the one before it. */
static enum err
choose(struct request *rq, const char *code, const struct casetype **from,
    const struct casetype **to)
{
	int a = (int)form_int(rq, "from"), b = (int)form_int(rq, "to");
	enum err e;

	if ((e = b == 0 ? casetype_current(&rq->cx, code, to) :
	    casetype_version(&rq->cx, code, b, to)) != OK)
		return e;
	if (a == 0)
		a = (*to)->version > 1 ? (*to)->version - 1 : 1;
	form_start(rq, "from", arena_printf(rq->cx.arena, "%d", a));
	form_start(rq, "to", arena_printf(rq->cx.arena, "%d",
	    (*to)->version));
	return casetype_version(&rq->cx, code, a, from);
}

enum err
get_type_differences(struct request *rq)
{
	const char *code = request_part(rq, "type");
	const struct casetype *from, *to;
	struct casetype_difference *d;
	struct view *part = NULL;
	int last = -1;
	enum err e;

	if ((e = choose(rq, code, &from, &to)) != OK ||
	    (e = show_choices(rq, code)) != OK ||
	    (e = casetype_differ(&rq->cx, from, to, &d)) != OK)
		return e;
	view_text(rq->view, "code", code);
	view_text(rq->view, "label", message_label(&to->label, rq->cx.lang));
	view_int(rq->view, "from", from->version);
	view_int(rq->view, "to", to->version);
	view_flag(rq->view, "same", from->version == to->version);
	for (; d != NULL; d = d->next) {
		if ((int)d->part != last) {
			part = view_option(rq->view, "parts",
			    arena_printf(rq->cx.arena, "part-%d",
			    (int)d->part), casetype_differ_part(d->part));
			last = (int)d->part;
		}
		show(part, d);
	}
	return reply_page(rq, "admin/differences.html");
}
