/* SPDX-License-Identifier: MIT */
/* Who looked at a case, and the account of it for a person concerned. */
#include <string.h>

#include "base/config.h"
#include "casework/case/pages_case.h"
#include "casework/people/pages_people.h"
#include "casework/shared/choices.h"
#include "casework/shared/show.h"
#include "domain/dossier/dossier.h"
#include "domain/people/person.h"
#include "domain/spine/event_get.h"
#include "domain/story/look.h"
#include "text/csv.h"
#include "text/date.h"
#include "text/number.h"
#include "web/pager.h"

#define ACCOUNT 500		/* entries of one account */

#define FILTER_FIELDS							\
	{ "kind", FIELD_TEXT, .max = 60 },				\
	{ "person", FIELD_TEXT, .max = 20 },				\
	{ "from", FIELD_DATE },						\
	{ "to", FIELD_DATE }

const struct field looks_form[] = {
	FILTER_FIELDS,
	{ "after", FIELD_INT, .min = 1, .max = INT64_MAX },
	{ 0 }
};
const struct field looks_csv_form[] = { FILTER_FIELDS, { 0 } };
const struct field account_form[] = {
	{ "from", FIELD_DATE },
	{ "to", FIELD_DATE },
	{ 0 }
};

static enum err
typed_filter(struct request *rq, const struct dossier *d,
    struct look_filter *f)
{
	struct person *actors;
	enum err e;

	*f = (struct look_filter){ .kind = form_text(rq, "kind") };
	choices_days(rq, &f->from, &f->until);
	/* only who looked can be chosen */
	if ((e = look_actors(&rq->cx, d, &actors)) == OK)
		f->actor = choices_actor(rq, actors);
	return e;
}

static void
show_filter(struct request *rq)
{
	const char *kind, *word;
	size_t n;

	for (n = 0; (kind = look_kind(n, &word)) != NULL; n++)
		view_option(rq->view, "kinds", kind, word);
	view_flag(rq->view, "filtered",
	    strchr(choices_entries(rq, "looks", ""), '?') != NULL);
	view_text(rq->view, "csv", choices_entries(rq, "looks.csv", ""));
	view_text(rq->view, "log_reads", rq->cx.conf->log_reads);
}

enum err
get_looks(struct request *rq)
{
	struct looked *l, *last = NULL;
	struct look_filter f;
	struct dossier *d;
	struct view *v;
	int n;
	enum err e;

	if ((e = show_open(rq, &d)) != OK ||
	    (e = typed_filter(rq, d, &f)) != OK)
		return e;
	f.after = form_int(rq, "after");
	f.limit = LIST_ROWS + 1;
	if ((e = look_list(&rq->cx, d, &f, &l)) != OK)
		return e;
	for (n = 0; l != NULL && n < LIST_ROWS; l = l->next, n++) {
		v = view_item(rq->view, "looks");
		view_moment(v, "when", l->event.happened);
		view_text(v, "who", look_outside(l) ? look_who(&rq->cx, l) :
		    l->event.actor);
		view_text(v, "number", l->number);
		view_text(v, "share", !look_outside(l) ? "" :
		    event_get(&rq->cx, &l->event, "fact", "share"));
		view_text(v, "for_whom", l->event.for_whom);
		view_text(v, "what", look_what(&rq->cx, d->type, l));
		view_text(v, "way", look_way(&rq->cx, l));
		view_text(v, "why", event_get(&rq->cx, &l->event, "why", ""));
		last = l;
	}
	pager_show_no(rq, choices_entries(rq, "looks", ""),
	    l == NULL || last == NULL ? 0 : last->event.seq);
	show_filter(rq);
	return reply_page(rq, "casework/looks.html");
}

enum err
get_looks_csv(struct request *rq)
{
	struct look_filter f;
	struct buf b = { 0 };
	struct looked *l;
	struct dossier *d;
	int64_t rows = 0;
	enum err e;

	if ((e = dossier_open(&rq->cx, rq->number, rq->level, &d)) != OK ||
	    (e = typed_filter(rq, d, &f)) != OK ||
	    (e = look_list(&rq->cx, d, &f, &l)) != OK)
		return e;
	buf_text(&b, "number,entry,when,who,for_whom,what,by,from,why\r\n");
	for (; l != NULL; l = l->next, rows++) {
		csv_cell(&b, d->number);
		csv_cell(&b, number_plain(rq->cx.arena, l->event.seq, 0));
		csv_cell(&b, date_text(rq->cx.arena, "en", "UTC",
		    l->event.happened, rq->cx.now, DATE_ISO));
		csv_cell(&b, look_outside(l) ? look_who(&rq->cx, l) :
		    l->event.actor);
		csv_cell(&b, l->event.for_whom);
		csv_cell(&b, look_what(&rq->cx, d->type, l));
		csv_cell(&b, look_way(&rq->cx, l));
		csv_cell(&b, event_get(&rq->cx, &l->event, "fact", "from"));
		csv_cell(&b, event_get(&rq->cx, &l->event, "why", ""));
		csv_end(&b);
	}
	look_looks(&rq->cx, d, rows);
	return reply_download(rq, "text/csv",
	    arena_printf(rq->cx.arena, "%s-looks.csv", d->number), &b);
}

enum err
get_person_account(struct request *rq)
{
	int64_t from, until;
	struct person *p;
	struct looked *l;
	struct view *v;
	int n;
	enum err e;

	if ((e = person_open(&rq->cx, request_part(rq, "person"), &p)) != OK)
		return e;
	choices_days(rq, &from, &until);
	if ((e = look_about(&rq->cx, p->id, from, until, ACCOUNT + 1,
	    &l)) != OK)
		return e;
	view_text(rq->view, "number", p->number);
	view_text(rq->view, "name", p->name);
	view_text(rq->view, "from_day", form_date(rq, "from"));
	view_text(rq->view, "to_day", form_date(rq, "to"));
	view_moment(rq->view, "made", rq->cx.now);
	view_text(rq->view, "log_reads", rq->cx.conf->log_reads);
	for (n = 0; l != NULL && n < ACCOUNT; l = l->next, n++) {
		v = view_item(rq->view, "looks");
		view_moment(v, "when", l->event.happened);
		view_text(v, "dossier", l->dossier);
		view_text(v, "who", look_who(&rq->cx, l));
		view_text(v, "what", look_what(&rq->cx, NULL, l));
		view_text(v, "way", look_way(&rq->cx, l));
	}
	view_flag(rq->view, "more", l != NULL);
	look_account(&rq->cx, p->number, n);
	return reply_page(rq, "casework/account.html");
}
