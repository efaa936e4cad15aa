/* SPDX-License-Identifier: MIT */
/* A case goes to another version of its type, after a look at what changes. */
#include <string.h>

#include "casework/case/pages_case.h"
#include "casework/case/versions.h"
#include "casework/shared/show.h"
#include "domain/course/dossier_version.h"
#include "domain/dossier/dossier.h"
#include "domain/type/casetype.h"
#include "text/message.h"

const struct field version_look_form[] = {
	{ "to", FIELD_INT, .min = 0, .max = 1000000 },
	{ 0 }
};
const struct field version_form[] = {
	{ "to", FIELD_INT, .min = 0, .max = 1000000 },
	{ "seen", FIELD_TEXT, .max = 40 },
	{ "phase", FIELD_TEXT, .max = 60 },
	{ "reason", FIELD_LINES, .min = 1, .max = REASON_MAX },
	{ 0 }
};

const char *
versions_sum(struct request *rq, struct dossier *d)
{
	struct mistake *mistakes = rq->cx.mistakes;
	const char *why = rq->cx.why;
	struct dossier_version *v;
	enum err e;

	e = dossier_version_look(&rq->cx, d, 0, &v);
	rq->cx.mistakes = mistakes;
	rq->cx.why = why;
	if (e != OK)
		return "";
	return arena_printf(rq->cx.arena, _("version %d, gains %ld, loses "
	    "%ld"), d->type->version, v->count[DOSSIER_GAINS],
	    v->count[DOSSIER_LOSES]);
}

/* Items of one fate under the heading of their part. */
static void
show_fate(struct request *rq, const struct dossier_version *look,
    enum dossier_version_fate fate, const char *list)
{
	const struct dossier_version_item *i;
	struct view *part = NULL, *v;
	int last = -1;

	for (i = look->items; i != NULL; i = i->next) {
		if (i->fate != fate)
			continue;
		if ((int)i->part != last) {
			part = view_item(rq->view, list);
			view_text(part, "label",
			    casetype_differ_part(i->part));
			last = (int)i->part;
		}
		v = view_item(part, "items");
		view_text(v, "label", i->label);
		view_text(v, "value", i->value);
		view_text(v, "note", i->note);
	}
}

/* Every version but its own, the newest first. */
static enum err
show_versions(struct request *rq, const struct dossier *d, int chosen)
{
	struct casetype_version *t;
	int64_t others = 0;
	struct view *v;
	enum err e;

	if ((e = casetype_versions(&rq->cx, d->type->code, &t)) != OK)
		return e;
	for (; t != NULL; t = t->next) {
		if (t->version == d->type->version)
			continue;
		v = view_item(rq->view, "versions");
		view_int(v, "version", t->version);
		view_moment(v, "installed", t->installed);
		view_flag(v, "chosen", t->version == chosen);
		others++;
	}
	view_flag(rq->view, "choose", others > 1);
	return OK;
}

enum err
get_dossier_version(struct request *rq)
{
	struct mistake *mistakes = rq->cx.mistakes;
	const char *why = rq->cx.why;
	struct dossier_version *look;
	struct dossier *d;
	enum err e;

	rq->cx.mistakes = NULL;
	if ((e = show_open(rq, &d)) != OK ||
	    (e = dossier_version_look(&rq->cx, d, (int)form_int(rq, "to"),
	    &look)) != OK ||
	    (e = show_versions(rq, d, look->to->version)) != OK)
		return e;
	rq->cx.mistakes = mistakes;
	rq->cx.why = why;
	view_int(rq->view, "from", d->type->version);
	view_int(rq->view, "to", look->to->version);
	view_text(rq->view, "seen", look->seen);
	view_int(rq->view, "gain_count", look->count[DOSSIER_GAINS]);
	view_int(rq->view, "keep_count", look->count[DOSSIER_KEEPS]);
	show_fate(rq, look, DOSSIER_GAINS, "gains");
	show_fate(rq, look, DOSSIER_LOSES, "loses");
	show_fate(rq, look, DOSSIER_KEEPS, "keeps");
	if (look->phase_gone)
		view_terms(rq->view, "phases", look->to->phases, rq->cx.lang);
	return reply_page(rq, "casework/version.html");
}

enum err
post_dossier_version(struct request *rq)
{
	struct dossier_version_move m = { (int)form_int(rq, "to"),
	    form_text(rq, "phase"), form_text(rq, "reason"),
	    form_text(rq, "seen") };
	struct dossier *d;
	enum err e;

	if ((e = dossier_open(&rq->cx, rq->number, rq->level, &d)) != OK ||
	    (e = dossier_version_move(&rq->cx, d, &m)) != OK)
		return e;
	reply_notice(rq, _("The case is worked on by version %d of its type "
	    "now."), d->type->version);
	return reply_redirect(rq, "/dossiers/%s", d->number);
}
