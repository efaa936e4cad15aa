/* SPDX-License-Identifier: MIT */
/* The whole history of a dossier: filtered, paged, and as a CSV. */
#include <string.h>

#include "casework/papers/pages_papers.h"
#include "casework/shared/choices.h"
#include "casework/shared/show.h"
#include "domain/dossier/dossier.h"
#include "domain/dossier/release.h"
#include "domain/story/dossier_timeline.h"
#include "domain/story/look.h"
#include "domain/story/timeline.h"
#include "domain/story/undo_act.h"
#include "text/csv.h"
#include "text/date.h"
#include "text/message.h"
#include "text/number.h"
#include "web/pager.h"

#define FILTER_FIELDS							\
	{ "kind", FIELD_TEXT, .max = 60 },				\
	{ "person", FIELD_TEXT, .max = 20 },				\
	{ "from", FIELD_DATE },						\
	{ "to", FIELD_DATE }

const struct field history_form[] = {
	FILTER_FIELDS,
	{ "after", FIELD_INT, .min = 1, .max = INT64_MAX },
	{ 0 }
};

const struct field history_csv_form[] = { FILTER_FIELDS, { 0 } };

static enum err
typed_filter(struct request *rq, const struct dossier *d,
    struct timeline_filter *f)
{
	struct person *actors;
	enum err e;

	*f = (struct timeline_filter){ .kinds = form_text(rq, "kind") };
	choices_days(rq, &f->from, &f->until);
	/* only who acted on the dossier can be chosen */
	if ((e = dossier_timeline_actors(&rq->cx, d, &actors)) == OK)
		f->actor = choices_actor(rq, actors);
	return e;
}

static void
show_filter(struct request *rq)
{
	const char *kind, *word;
	struct view *v;
	size_t n;

	for (n = 0; (kind = timeline_kind(n, &word)) != NULL; n++) {
		v = view_option(rq->view, "kinds", kind, word);
		view_flag(v, "chosen",
		    strcmp(kind, form_text(rq, "kind")) == 0);
		view_text(v, "href", request_query(rq,
		    choices_entries(rq, "history", "kind"), "kind", kind));
	}
	view_text(rq->view, "any_kind",
	    choices_entries(rq, "history", "kind"));
	view_text(rq->view, "kind", form_text(rq, "kind"));
	view_flag(rq->view, "no_kind", form_text(rq, "kind")[0] == '\0');
	view_flag(rq->view, "filtered",
	    strchr(choices_entries(rq, "history", ""), '?') != NULL);
	view_text(rq->view, "csv", choices_entries(rq, "history.csv", ""));
}

enum err
get_history(struct request *rq)
{
	struct undo_marks *marks = NULL;
	struct event *ev, *last = NULL;
	struct timeline_filter f;
	struct dossier *d;
	int n;
	enum err e;

	if ((e = show_open(rq, &d)) != OK)
		return e;
	if ((e = typed_filter(rq, d, &f)) != OK)
		return e;
	f.after = form_int(rq, "after");
	f.limit = LIST_ROWS + 2;
	if ((e = dossier_timeline(&rq->cx, d, &f, &ev)) != OK)
		return e;
	timeline_fold(&ev);
	for (n = 0; ev != NULL && n < LIST_ROWS; ev = ev->next) {
		show_entry(rq, d, ev, &marks);
		last = ev;
		n += ev->then == NULL ? 1 : 2;
	}
	pager_show_no(rq, choices_entries(rq, "history", ""),
	    ev == NULL || last == NULL ? 0 : last->seq);
	show_filter(rq);
	if ((e = show_seal(rq, d)) != OK)
		return e;
	return reply_page(rq, "casework/history.html");
}

static const char *
changes_text(struct request *rq, const struct dossier *d,
    const struct event *ev)
{
	struct timeline_change *c;
	const char *text = "";

	for (c = timeline_changes(&rq->cx, d->type, ev); c != NULL;
	    c = c->next)
		text = arena_printf(rq->cx.arena, "%s%s%s: %s%s%s", text,
		    text[0] == '\0' ? "" : "; ", c->label, c->before,
		    c->before[0] == '\0' ? "" : " → ",
		    c->after[0] == '\0' ? "–" : c->after);
	return text;
}

static void
csv_line(struct request *rq, struct buf *b, const struct dossier *d,
    const struct event *ev)
{
	struct arena *a = rq->cx.arena;

	csv_cell(b, d->number);
	csv_cell(b, number_plain(a, ev->seq, 0));
	csv_cell(b, date_text(a, "en", "UTC", ev->happened, rq->cx.now,
	    DATE_ISO));
	csv_cell(b, date_text(a, "en", "UTC", ev->recorded, rq->cx.now,
	    DATE_ISO));
	csv_cell(b, ev->kind);
	csv_cell(b, ev->actor);
	csv_cell(b, ev->for_whom);
	csv_cell(b, timeline_sentence(&rq->cx, d->type, ev));
	csv_cell(b, changes_text(rq, d, ev));
	csv_cell(b, timeline_why(&rq->cx, ev));
	csv_end(b);
}

/* The last line says what is held back, if anything is. */
static enum err
csv_held(struct request *rq, struct buf *b, const struct dossier *d)
{
	int64_t n;
	size_t i;
	enum err e = release_held(&rq->cx, d, COMPARTMENT_KINDS, &n);

	if (e != OK || n == 0)
		return e;
	csv_cell(b, d->number);
	for (i = 0; i < 6; i++)
		csv_cell(b, i == 3 ? "held" : "");
	csv_cell(b, arena_printf(rq->cx.arena, message_plural(
	    "%ld privileged item is not in this export",
	    "%ld privileged items are not in this export", (long)n),
	    (long)n));
	csv_cell(b, "");
	csv_cell(b, "");
	csv_end(b);
	return OK;
}

enum err
get_history_csv(struct request *rq)
{
	struct timeline_filter f;
	struct buf b = { 0 };
	struct dossier *d;
	struct event *ev;
	enum err e;

	if ((e = show_open(rq, &d)) != OK)
		return e;
	if ((e = typed_filter(rq, d, &f)) != OK)
		return e;
	f.leaves = true;
	if ((e = dossier_timeline(&rq->cx, d, &f, &ev)) != OK)
		return e;
	buf_text(&b, "number,entry,happened,recorded,kind,who,for_whom,"
	    "what,changes,why\r\n");
	for (; ev != NULL; ev = ev->next)
		csv_line(rq, &b, d, ev);
	if ((e = csv_held(rq, &b, d)) != OK) {
		buf_free(&b);
		return e;
	}
	look_history(&rq->cx, d);
	return reply_download(rq, "text/csv",
	    arena_printf(rq->cx.arena, "%s-history.csv", d->number), &b);
}
