/* SPDX-License-Identifier: MIT */
/* One entry of a docket: read, and by hand added, corrected, taken out. */
#include <stdlib.h>

#include "domain/desk/docket.h"
#include "domain/dossier/document.h"
#include "domain/dossier/party.h"
#include "legal/dockets.h"
#include "legal/papers.h"
#include "text/date.h"
#include "text/message.h"
#include "text/number.h"

#define MOST 1000000000
#define ENTRY_FIELDS							\
	{ "number", FIELD_TEXT, .max = 40 },				\
	{ "filed", FIELD_DATE, .min = 1 },				\
	{ "entered", FIELD_DATE },					\
	{ "text", FIELD_LINES, .min = 1, .max = 4000 },			\
	{ "party", FIELD_INT, .min = 1, .max = MOST }

const struct field docket_new_form[] = { ENTRY_FIELDS, PAPERS_FIELDS, { 0 } };
const struct field docket_change_form[] = {
	ENTRY_FIELDS,
	{ "version", FIELD_INT, .min = 1, .max = MOST },
	{ 0 }
};
const struct field docket_files_form[] = { PAPERS_FIELDS, { 0 } };
const struct field docket_strike_form[] = {
	{ "why", FIELD_LINES, .min = 1, .max = 2000 },
	{ 0 }
};

static enum err
find_it(struct request *rq, const struct proceeding *p,
    struct docket_entry **out)
{
	const char *word = request_part(rq, "entry");
	char *end;
	int64_t place = strtoll(word, &end, 10);

	return docket_find(&rq->cx, p, *end == '\0' ? place : 0, out);
}

enum err
docket_entries_back(struct request *rq, const struct docket_entry *x)
{
	return reply_redirect(rq, "/legal/%s/proceedings/%lld/docket/%lld",
	    rq->number, (long long)rq->no, (long long)x->place);
}

enum err
docket_entries_open(struct request *rq, struct dossier **d,
    struct proceeding **p, struct docket_entry **x)
{
	enum err e;

	if ((e = dockets_open(rq, d, p)) != OK)
		return e;
	return find_it(rq, *p, x);
}

enum err
docket_entries_reach(struct request *rq, struct dossier **d,
    struct proceeding **p, struct docket_entry **x)
{
	enum err e;

	if ((e = dockets_reach(rq, d, p)) != OK)
		return e;
	return find_it(rq, *p, x);
}

static struct docket_new
typed(const struct request *rq)
{
	return (struct docket_new){ .number = form_text(rq, "number"),
	    .filed = form_date(rq, "filed"),
	    .entered = form_date(rq, "entered"),
	    .text = form_text(rq, "text"),
	    .party = form_int(rq, "party") };
}

struct target {
	const struct proceeding *p;
	const struct docket_entry *x;
};

static enum err
attach(struct request *rq, struct dossier *d, const struct document *f,
    void *with)
{
	const struct target *to = with;

	return docket_paper_attach(&rq->cx, d, to->p, to->x, f->no);
}

/* The files of the form under the entry. */
static enum err
take_files(struct request *rq, struct dossier *d,
    const struct proceeding *p, const struct docket_entry *x)
{
	struct target to = { p, x };

	return papers_take(rq, d, x->filed, attach, &to);
}

enum err
get_docket_new(struct request *rq)
{
	struct proceeding *p;
	const char *number;
	struct dossier *d;
	enum err e;

	if ((e = dockets_open(rq, &d, &p)) != OK ||
	    (e = docket_hand_propose(&rq->cx, p, &number)) != OK ||
	    (e = papers_choices(rq, d)) != OK)
		return e;
	counsels_choices(rq, d, 0);
	form_start(rq, "number", number);
	form_start(rq, "filed", date_today(rq->cx.arena, rq->cx.zone,
	    rq->cx.now));
	return reply_page(rq, "legal/docket-new.html");
}

enum err
post_docket_add(struct request *rq)
{
	const struct docket_new n = typed(rq);
	struct docket_entry *x;
	struct proceeding *p;
	struct dossier *d;
	enum err e;

	if ((e = dockets_reach(rq, &d, &p)) != OK ||
	    (e = docket_hand_add(&rq->cx, d, p, &n, &x)) != OK ||
	    (e = take_files(rq, d, p, x)) != OK)
		return e;
	reply_notice(rq, "%s", _("The entry was added."));
	return reply_redirect(rq, "/legal/%s/proceedings/%lld/docket",
	    d->number, (long long)p->no);
}

enum err
get_docket_entry(struct request *rq)
{
	struct docket_entry *x;
	struct proceeding *p;
	struct dossier *d;
	struct view *v;
	enum err e;

	if ((e = docket_entries_open(rq, &d, &p, &x)) != OK ||
	    (e = papers_choices(rq, d)) != OK)
		return e;
	v = view_part(rq->view, "entry");
	dockets_show_entry(rq, v, d, x);
	view_flag(rq->view, "may_change", x->hand != 0 && x->struck == 0 &&
	    d->level >= LEVEL_WORK && d->closed == 0);
	return reply_page(rq, "legal/docket-entry.html");
}

enum err
post_docket_files_add(struct request *rq)
{
	struct docket_entry *x;
	struct proceeding *p;
	struct dossier *d;
	enum err e;

	if ((e = docket_entries_reach(rq, &d, &p, &x)) != OK)
		return e;
	if (form_files(rq, "files") == NULL)
		return refuse_field(&rq->cx, "files", "%s",
		    _("Choose at least one file."));
	if ((e = take_files(rq, d, p, x)) != OK)
		return e;
	reply_notice(rq, "%s", _("The documents were added."));
	return docket_entries_back(rq, x);
}

enum err
get_docket_change(struct request *rq)
{
	struct docket_entry *x;
	struct proceeding *p;
	struct dossier *d;
	enum err e;

	if ((e = docket_entries_open(rq, &d, &p, &x)) != OK)
		return e;
	if (x->hand == 0 || x->struck != 0)
		return refuse(&rq->cx, ERR_CONFLICT, "%s", _("This entry is "
		    "not changed here: it is the court's own, or was taken "
		    "out."));
	dockets_show_entry(rq, view_part(rq->view, "entry"), d, x);
	view_int(view_part(rq->view, "saved"), "version", x->hand);
	counsels_choices(rq, d, x->party);
	form_start(rq, "number", x->number);
	form_start(rq, "filed", x->filed);
	form_start(rq, "entered", x->entered);
	form_start(rq, "text", x->text);
	if (x->party != 0)
		form_start(rq, "party", number_plain(rq->cx.arena, x->party,
		    0));
	return reply_page(rq, "legal/docket-change.html");
}

enum err
post_docket_change(struct request *rq)
{
	const struct docket_new n = typed(rq);
	struct docket_entry *x;
	struct proceeding *p;
	struct dossier *d;
	enum err e;

	if ((e = docket_entries_reach(rq, &d, &p, &x)) != OK ||
	    (e = docket_hand_change(&rq->cx, d, p, x, &n,
	    form_int(rq, "version"))) != OK)
		return e;
	reply_notice(rq, "%s", _("The entry was saved."));
	return docket_entries_back(rq, x);
}

enum err
post_docket_strike(struct request *rq)
{
	struct docket_entry *x;
	struct proceeding *p;
	struct dossier *d;
	enum err e;

	if ((e = docket_entries_reach(rq, &d, &p, &x)) != OK ||
	    (e = docket_hand_strike(&rq->cx, d, p, x,
	    form_text(rq, "why"))) != OK)
		return e;
	reply_notice(rq, "%s", _("The entry was taken out. It stays in the "
	    "history."));
	return reply_redirect(rq, "/legal/%s/proceedings/%lld/docket",
	    d->number, (long long)p->no);
}
