/* SPDX-License-Identifier: MIT */
/* What left the house of a patient: the account, a line of it, a new one. */
#include <string.h>

#include "domain/desk/disclosure.h"
#include "domain/dossier/consent.h"
#include "domain/dossier/consent_words.h"
#include "domain/dossier/disclosure_words.h"
#include "domain/spine/keep.h"
#include "domain/story/look.h"
#include "medical/releases.h"
#include "text/csv.h"
#include "text/date.h"
#include "text/message.h"
#include "text/number.h"

#define MOST INT64_C(1000000000)

static const char *const grounds[] = { "", DISCLOSURE_GROUNDS,
    DISCLOSURE_NONE, NULL };
/* A room writes its line by itself. */
static const char *const ways[] = { "", "post", "person", "mail", "fax",
    "phone", NULL };

#define FILTER								\
	{ "from", FIELD_DATE },						\
	{ "to", FIELD_DATE }
const struct field disclosures_form[] = {
	FILTER,
	{ "each", FIELD_FLAG },
	{ 0 }
};
const struct field disclosures_csv_form[] = { FILTER, { 0 } };
const struct field disclosure_form[] = {
	{ "party", FIELD_INT, .min = 0, .max = MOST },
	{ "receiver", FIELD_TEXT, .max = 200 },
	{ "address", FIELD_LINES, .max = 500 },
	{ "disclosed", FIELD_DATE },
	RELEASE_WHAT_FIELDS,
	{ "words", FIELD_LINES, .max = KEEP_TEXT },
	{ "way", FIELD_CHOICE, .choices = ways },
	{ "purpose", FIELD_CHOICE, .choices = release_choices_purposes },
	{ "why", FIELD_LINES, .max = KEEP_REASON },
	{ "ground", FIELD_CHOICE, .choices = grounds },
	{ "ground_why", FIELD_LINES, .max = KEEP_REASON },
	{ 0 }
};
const struct field disclosure_suspend_form[] = {
	{ "until", FIELD_DATE },
	{ "by", FIELD_TEXT, .max = 200 },
	{ "why", FIELD_LINES, .max = KEEP_REASON },
	{ 0 }
};

static void
show_line(struct request *rq, struct view *v, const struct disclosure *x)
{
	view_int(v, "no", x->no);
	view_text(v, "number", x->number);
	view_text(v, "disclosed", x->disclosed);
	view_text(v, "receiver", x->receiver);
	view_text(v, "address", x->address);
	view_text(v, "what", x->what);
	view_text(v, "way", disclosure_words_way(x->way));
	view_text(v, "seen", x->seen);
	view_text(v, "purpose", consent_words_purposes(&rq->cx, rq->cx.lang,
	    x->purpose, ""));
	view_text(v, "why", x->why);
	view_text(v, "ground", disclosure_words_ground(x->ground));
	view_text(v, "ground_why", x->ground_why);
	view_text(v, "consents", strcmp(x->consents, "self") == 0 ? "" :
	    x->consents);
	view_flag(v, "part2", x->part2);
	view_flag(v, "own", disclosure_is_own(x));
	view_flag(v, "mistake", strcmp(x->ground, DISCLOSURE_NONE) == 0);
	view_int(v, "request", x->request_no);
	view_text(v, "actor", x->actor);
	view_moment(v, "recorded", x->recorded);
	view_flag(v, "suspended", disclosure_is_suspended(&rq->cx, x));
	view_text(v, "suspended_until", x->suspended);
	view_text(v, "suspended_by", x->suspended_by);
	view_text(v, "suspended_why", x->suspended_why);
	view_flag(v, "repeated", x->times > 1);
	view_int(v, "times", x->times);
	view_text(v, "last", x->last);
}

/* The account as the address asks for it; *out is NULL where nobody is the
 * patient. */
static enum err
account(struct request *rq, const struct dossier *d,
    const struct disclosure_filter *f, struct disclosure **out,
    struct person **patient)
{
	enum err e;

	*out = NULL;
	if ((e = medical_patient(&rq->cx, d, patient)) != OK ||
	    *patient == NULL)
		return e;
	return disclosure_account(&rq->cx, (*patient)->id, f, out);
}

static enum err
show_account(struct request *rq, bool patient, int64_t *rows)
{
	const struct disclosure_filter f = { .from = form_date(rq, "from"),
	    .until = form_date(rq, "to"), .patient = patient,
	    .each = form_flag(rq, "each") };
	struct disclosure *x;
	struct dossier *d;
	struct person *p;
	enum err e;

	*rows = 0;
	if ((e = patient_page_open(rq, &d)) != OK ||
	    (e = account(rq, d, &f, &x, &p)) != OK)
		return e;
	for (; x != NULL; x = x->next, ++*rows)
		show_line(rq, view_item(rq->view, "lines"), x);
	view_flag(rq->view, "may_work", d->level >= LEVEL_WORK);
	view_flag(rq->view, "nobody", p == NULL);
	view_text(rq->view, "from_day", f.from[0] == '\0' ?
	    disclosure_from(&rq->cx) : f.from);
	view_text(rq->view, "to_day", f.until[0] == '\0' ?
	    consent_today(&rq->cx) : f.until);
	view_text(rq->view, "query", request_query(rq, request_query(rq, "",
	    "from", f.from), "to", f.until));
	view_moment(rq->view, "made", rq->cx.now);
	return OK;
}

enum err
get_disclosures(struct request *rq)
{
	int64_t rows;
	enum err e = show_account(rq, false, &rows);

	return e != OK ? e : reply_page(rq, "medical/disclosures.html");
}

enum err
get_disclosures_print(struct request *rq)
{
	struct dossier *d;
	int64_t rows;
	enum err e;

	if ((e = show_account(rq, true, &rows)) != OK ||
	    (e = medical_open(&rq->cx, rq->number, rq->level, &d)) != OK)
		return e;
	look_report(&rq->cx, d, "account of disclosures");
	return reply_page(rq, "medical/disclosures-print.html");
}

static void
add_row(struct request *rq, struct buf *b, const struct disclosure *x)
{
	struct arena *a = rq->cx.arena;

	csv_cell(b, x->number);
	csv_cell(b, number_plain(a, x->no, 0));
	csv_cell(b, x->disclosed);
	csv_cell(b, x->receiver);
	csv_cell(b, x->address);
	csv_cell(b, x->what);
	csv_cell(b, disclosure_words_way(x->way));
	csv_cell(b, consent_words_purposes(&rq->cx, rq->cx.lang, x->purpose,
	    ""));
	csv_cell(b, x->why);
	csv_cell(b, disclosure_words_ground(x->ground));
	csv_cell(b, x->ground_why);
	csv_cell(b, x->consents);
	csv_cell(b, x->part2 ? "1" : "0");
	csv_cell(b, x->actor);
	csv_cell(b, x->suspended);
	csv_end(b);
}

enum err
get_disclosures_csv(struct request *rq)
{
	const struct disclosure_filter f = { .from = form_date(rq, "from"),
	    .until = form_date(rq, "to"), .each = true };
	struct buf b = { 0 };
	struct disclosure *x;
	struct dossier *d;
	struct person *p;
	enum err e;

	if ((e = medical_open(&rq->cx, rq->number, rq->level, &d)) != OK ||
	    (e = account(rq, d, &f, &x, &p)) != OK)
		return e;
	buf_text(&b, "number,line,disclosed,receiver,address,what,way,"
	    "purpose,why,right,order,consents,part2,by,suspended\r\n");
	for (; x != NULL; x = x->next)
		add_row(rq, &b, x);
	look_report(&rq->cx, d, "account of disclosures");
	return reply_download(rq, "text/csv", arena_printf(rq->cx.arena,
	    "%s-disclosures.csv", d->number), &b);
}

enum err
get_disclosure_new(struct request *rq)
{
	struct dossier *d;
	size_t i;
	enum err e;

	if ((e = patient_page_open(rq, &d)) != OK)
		return e;
	release_choices(rq, d);
	for (i = 1; grounds[i] != NULL; i++)
		view_option(rq->view, "grounds", grounds[i],
		    disclosure_words_ground(grounds[i]));
	for (i = 1; ways[i] != NULL; i++)
		view_option(rq->view, "ways", ways[i],
		    disclosure_words_way(ways[i]));
	form_start(rq, "disclosed", consent_today(&rq->cx));
	form_start(rq, "ground", "consent");
	return reply_page(rq, "medical/disclosure-new.html");
}

enum err
post_disclosure_add(struct request *rq)
{
	const struct disclosure_new n = { .party = form_int(rq, "party"),
	    .receiver = form_text(rq, "receiver"),
	    .address = form_text(rq, "address"),
	    .disclosed = form_date(rq, "disclosed"),
	    .what = form_text(rq, "words"),
	    .kinds = release_choices_what(rq),
	    .way = form_text(rq, "way"),
	    .purpose = release_choices_purpose(rq),
	    .why = form_text(rq, "why"),
	    .ground = form_text(rq, "ground"),
	    .ground_why = form_text(rq, "ground_why") };
	struct disclosure *x;
	struct dossier *d;
	enum err e;

	if ((e = medical_open(&rq->cx, rq->number, rq->level, &d)) != OK ||
	    (e = disclosure_add(&rq->cx, d, &n, &x)) != OK)
		return e;
	reply_notice(rq, "%s", _("It stands in the account."));
	return reply_redirect(rq, MEDICAL "/%s/disclosures/%lld", d->number,
	    (long long)x->no);
}

enum err
get_disclosure(struct request *rq)
{
	struct disclosure *x;
	struct dossier *d;
	enum err e;

	if ((e = patient_page_open(rq, &d)) != OK ||
	    (e = disclosure_find(&rq->cx, d, rq->no, &x)) != OK)
		return e;
	show_line(rq, view_part(rq->view, "line"), x);
	view_flag(rq->view, "may_suspend", d->level >= LEVEL_MANAGE);
	return reply_page(rq, "medical/disclosure.html");
}

enum err
post_disclosure_suspend(struct request *rq)
{
	struct disclosure *x;
	struct dossier *d;
	enum err e;

	if ((e = medical_open(&rq->cx, rq->number, rq->level, &d)) != OK ||
	    (e = disclosure_find(&rq->cx, d, rq->no, &x)) != OK ||
	    (e = disclosure_suspend(&rq->cx, d, x, form_date(rq, "until"),
	    form_text(rq, "by"), form_text(rq, "why"))) != OK)
		return e;
	reply_notice(rq, "%s", x->suspended[0] == '\0' ?
	    _("The patient is told of it again.") :
	    _("The patient is not told of it until then."));
	return reply_redirect(rq, MEDICAL "/%s/disclosures/%lld", d->number,
	    (long long)x->no);
}
