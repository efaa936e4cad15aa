/* SPDX-License-Identifier: MIT */
/* The page of one dossier: what is to be done, who, what, and its history. */
#include <string.h>

#include "casework/case/decisions.h"
#include "casework/case/pages_case.h"
#include "casework/lists/beside.h"
#include "casework/lists/filters.h"
#include "casework/lists/silences.h"
#include "casework/shared/choices.h"
#include "casework/shared/exchanges.h"
#include "casework/shared/show.h"
#include "casework/tasks/approvals.h"
#include "casework/tasks/assigning.h"
#include "casework/tasks/deadlines.h"
#include "casework/tasks/forms.h"
#include "casework/tasks/goals.h"
#include "casework/tasks/promises.h"
#include "casework/tasks/steps.h"
#include "domain/desk/contract.h"
#include "domain/desk/matter.h"
#include "domain/dossier/booking.h"
#include "domain/dossier/document.h"
#include "domain/dossier/dossier.h"
#include "domain/dossier/party.h"
#include "domain/people/compartment.h"
#include "domain/people/notice.h"
#include "domain/spine/keep.h"
#include "domain/spine/medium.h"
#include "domain/spine/sight.h"
#include "domain/story/dossier_timeline.h"
#include "domain/story/timeline.h"
#include "domain/story/undo_act.h"
#include "domain/type/casetype.h"
#include "text/date.h"
#include "text/message.h"
#include "web/facts.h"

#define LATEST 8	/* entries of the history on the page */
#define DONE_ROWS 5	/* tasks done, documents, notes: the latest */
#define DOCUMENT_ROWS 10
#define NOTE_ROWS 5
#define PARTY_ROWS 12
#define TASK_ROWS 25

/* The list that it was opened from. */
const struct field dossier_form[] = {
	LIST_FIELDS,
	{ "list", FIELD_FLAG },
	{ 0 }
};
const struct field note_page_form[] = {
	{ "exchange", FIELD_FLAG },
	{ 0 }
};
const struct field note_form[] = {
	{ "text", FIELD_LINES, .min = 1, .max = KEEP_NOTE },
	{ "contact", FIELD_CHOICE, .choices = medium_codes },
	{ "compartment", FIELD_TEXT, .max = 60 },
	EXCHANGES_FIELDS,
	{ 0 }
};

static bool
same_day(struct request *rq, int64_t a, int64_t b)
{
	struct ctx *cx = &rq->cx;

	return b != 0 && strcmp(date_text(cx->arena, cx->lang, cx->zone, a,
	    cx->now, DATE_DAY), date_text(cx->arena, cx->lang, cx->zone, b,
	    cx->now, DATE_DAY)) == 0;
}

/* A phase that was entered again lasts since then, not since the first. */
static int64_t
current_since(const struct dossier *d)
{
	const struct phase *p;

	for (p = d->phases; p != NULL; p = p->next)
		if (p->left == 0)
			return p->entered;
	return 0;
}

static bool
may_move(const struct request *rq, const struct dossier *d)
{
	return d->level >= LEVEL_WORK && d->verdict[0] != '\0' &&
	    (rq->cx.rights & RIGHT_LEAD) != 0 &&
	    strcmp(d->status, "closed") != 0 && d->type->phases != NULL;
}

static void
show_phases(struct request *rq, const struct dossier *d)
{
	const struct phase_visit *p;
	struct view *v;

	for (p = dossier_phases(&rq->cx, d); p != NULL; p = p->next) {
		v = view_item(rq->view, "phases");
		view_text(v, "label",
		    message_label(&p->phase->label, rq->cx.lang));
		view_text(v, "code", p->phase->code);
		view_flag(v, "move", !p->current && may_move(rq, d) &&
		    casetype_term(d->type->phases, p->phase->code) != NULL);
		view_flag(v, "now", p->current);
		view_flag(v, "been", p->visits > 0 && !p->current);
		view_int(v, "visits", p->visits);
		view_flag(v, "again", p->visits > 1);
		view_moment(v, "entered",
		    p->current ? current_since(d) : p->entered);
		if (!same_day(rq, p->entered, p->left))
			view_moment(v, "left", p->left);
		if (p->visits > 0)
			view_text(v, "spent", date_span(rq->cx.arena,
			    rq->cx.lang, p->seconds));
	}
	if (strcmp(d->phase, "risk") == 0 && d->risk == 0 && d->closed == 0) {
		view_flag(rq->view, "risk_missing", true);
		view_flag(rq->view, "risk_by_table", casetype_decision(
		    d->type, TYPE_DECISION_RISK) != NULL);
	}
}

/* Open tasks first as they are due, then the latest done. */
static void
show_tasks(struct request *rq, const struct dossier *d)
{
	struct view *v;
	const struct task *t;
	int open = 0, done = 0;

	for (t = d->tasks; t != NULL; t = t->next)
		if (t->done == 0) {
			if (open++ < TASK_ROWS)
				show_task(rq, view_item(rq->view, "tasks"), t);
		} else if (done++ < DONE_ROWS) {
			v = view_item(rq->view, "done");
			show_task(rq, v, t);
		}
	view_int(rq->view, "open_count", open);
	view_flag(rq->view, "any_tasks", open + done > 0);
}

static void
show_party(struct request *rq, const struct dossier *d,
    const struct party *p)
{
	struct view *v = view_item(rq->view, "parties");

	view_text(v, "number", p->number);
	view_text(v, "name", p->name);
	view_flag(v, "lead", strcmp(p->role, "lead") == 0);
	view_text(v, "role", party_role(&rq->cx, d->type, p->role));
}

/* The lead is always among those that are shown. */
static void
show_people(struct request *rq, const struct dossier *d)
{
	const struct party *p;
	int count = 0;

	for (p = d->parties; p != NULL; p = p->next)
		if (p->ended == 0 && strcmp(p->role, "lead") == 0 &&
		    count++ < PARTY_ROWS)
			show_party(rq, d, p);
	for (p = d->parties; p != NULL; p = p->next)
		if (p->ended == 0 && strcmp(p->role, "lead") != 0 &&
		    count++ < PARTY_ROWS)
			show_party(rq, d, p);
	view_int(rq->view, "party_count", count);
	view_flag(rq->view, "more_parties", count > PARTY_ROWS);
}

static enum err
show_documents(struct request *rq, const struct dossier *d)
{
	struct document_filter newest = { .limit = DOCUMENT_ROWS };
	struct document_kind *k;
	struct document *doc;
	int64_t count = 0;
	enum err e;

	if ((e = document_list(&rq->cx, d, &newest, &doc)) != OK)
		return e;
	for (; doc != NULL; doc = doc->next, count++)
		show_document(rq, view_item(rq->view, "documents"), d, doc);
	if (count == DOCUMENT_ROWS) {	/* there may be more */
		if ((e = document_list_kinds(&rq->cx, d, &k)) != OK)
			return e;
		for (count = 0; k != NULL; k = k->next)
			count += k->count;
	}
	view_int(rq->view, "document_count", count);
	return OK;
}

static void
show_notes(struct request *rq, const struct dossier *d)
{
	const struct note *n;
	struct view *v;
	int count = 0;

	for (n = d->notes; n != NULL; n = n->next) {
		if (count++ >= NOTE_ROWS)
			continue;
		v = view_item(rq->view, "notes");
		view_text(v, "text", n->text);
		view_text(v, "author", n->author);
		view_text(v, "contact", n->contact[0] == '\0' ? "" :
		    medium_word(n->contact));
		view_moment(v, "written", n->written);
		view_int(v, "no", n->no);
		view_text(v, "within", compartment_word(n->compartment_name));
		exchanges_show(v, n->with, n->way, n->medium, n->exchanged);
	}
	view_flag(rq->view, "more_notes", count > NOTE_ROWS);
}

/* The fields that nobody filled in yet, by their labels. */
static void
show_blanks(struct request *rq, const struct dossier *d)
{
	const struct type_group *g;
	const struct type_field *f;
	int count = 0;

	for (f = d->type->fields; f != NULL; f = f->next) {
		if (f->group != NULL || f->follows ||
		    dossier_value(d, f->code)[0] != '\0')
			continue;
		view_text(view_item(rq->view, "blanks"), "label",
		    message_label(&f->label, rq->cx.lang));
		count++;
	}
	for (g = d->type->groups; g != NULL; g = g->next) {
		if (casetype_value_row(d->type, d->values, g, 0) != 0)
			continue;
		view_text(view_item(rq->view, "blanks"), "label",
		    message_label(&g->plural, rq->cx.lang));
		count++;
	}
	view_int(rq->view, "blank_count", count);
}

/* Which acts the page offers; the one most likely comes first. */
static void
show_acts(struct request *rq, const struct dossier *d)
{
	bool work = d->level >= LEVEL_WORK;
	bool screened = d->verdict[0] != '\0';
	bool lead = work && screened && (rq->cx.rights & RIGHT_LEAD) != 0;
	bool closed = strcmp(d->status, "closed") == 0;
	bool waiting = strcmp(d->status, "waiting") == 0;
	bool screen = work && !closed && !screened &&
	    (rq->cx.rights & RIGHT_SCREEN) != 0;
	bool resume = lead && waiting, reopen = lead && closed &&
	    strcmp(d->outcome, "merged") != 0;
	struct view *v = rq->view;

	view_flag(v, "legal", matter_is(d->type));
	view_flag(v, "contract", contract_is(d->type));
	view_flag(v, "costs", booking_here(d));
	view_flag(v, "consents_asked", d->type->consent != NULL);
	view_flag(v, "act_screen", screen);
	view_flag(v, "act_resume", resume);
	view_flag(v, "act_reopen", reopen);
	view_flag(v, "act_task", work && !closed && screened && !resume);
	view_flag(v, "act_add_task", work && !closed && screened);
	view_flag(v, "act_move", may_move(rq, d));
	view_flag(v, "act_change", work && !closed);
	view_flag(v, "act_wait", lead && !closed && !waiting);
	view_flag(v, "act_hand_over", lead && !closed);
	view_flag(v, "act_close", lead && !closed);
	view_flag(v, "act_join", work && !closed &&
	    (rq->cx.rights & RIGHT_LEAD) != 0);
	view_flag(v, "act_split", lead && !closed);
}

/* Is there a version of its type that it could be moved to? */
static enum err
show_newer(struct request *rq, const struct dossier *d)
{
	const struct casetype *newest;
	enum err e;

	if (d->level < LEVEL_MANAGE || strcmp(d->status, "closed") == 0 ||
	    (rq->cx.rights & RIGHT_LEAD) == 0)
		return OK;
	if ((e = casetype_current(&rq->cx, d->type->code, &newest)) == OK &&
	    newest->id != d->type_id)
		view_int(rq->view, "newer", newest->version);
	return e;
}

/* As many as were asked for: there may be more. */
static bool
has_all(const struct event *e, int64_t limit)
{
	while (e != NULL && limit-- > 0)
		e = e->next;
	return limit <= 0;
}

/* What followed from an act stands in its entry, so some more are read. */
enum err
dossiers_show(struct request *rq, int entries)
{
	struct timeline_filter latest = { .kinds = "",
	    .limit = entries + entries / 2 + 1 };
	struct undo_marks *marks = NULL;
	struct event *ev;
	struct dossier *d;
	int shown = 0;
	bool planned, follows, more;
	enum err e;

	if ((e = show_open(rq, &d)) != OK)
		return e;
	if ((e = dossier_timeline(&rq->cx, d, &latest, &ev)) != OK)
		return e;
	more = has_all(ev, latest.limit);
	timeline_fold(&ev);
	show_acts(rq, d);
	show_phases(rq, d);
	if ((e = steps_box(rq, d, &planned)) != OK)
		return e;
	if (!planned)
		show_tasks(rq, d);
	show_people(rq, d);
	show_notes(rq, d);
	if ((e = show_protect(rq, d)) != OK ||
	    (e = show_hidden(rq, d, COMPARTMENT_KINDS)) != OK ||
	    (e = approvals_show(rq, d)) != OK ||
	    (e = goals_show(rq, d)) != OK ||
	    (e = forms_show(rq, d)) != OK ||
	    (e = deadlines_show(rq, d)) != OK ||
	    (e = promises_show(rq, d)) != OK ||
	    (e = silences_show(rq, d)) != OK ||
	    (e = assigning_show(rq, rq->view, d, 0, d->lead)) != OK ||
	    (e = show_documents(rq, d)) != OK ||
	    (e = links_show(rq, d)) != OK ||
	    (e = notice_follows(&rq->cx, d, &follows)) != OK ||
	    (e = show_newer(rq, d)) != OK)
		return e;
	view_flag(rq->view, "follows", follows);
	facts_show(rq, rq->view, d->type, d->values, false);
	view_flag(rq->view, "masked", sight_any(&rq->cx, d->type,
	    SIGHT_MASKED));
	if ((e = decisions_show(rq, d)) != OK)
		return e;
	show_blanks(rq, d);
	for (; ev != NULL && shown < entries; ev = ev->next, shown++)
		show_entry(rq, d, ev, &marks);
	view_flag(rq->view, "more_history", more || ev != NULL);
	return OK;
}

enum err
get_dossier(struct request *rq)
{
	enum err e;

	if ((e = dossiers_show(rq, LATEST)) != OK ||
	    (e = beside_place(rq)) != OK)
		return e;
	return reply_page(rq, "casework/dossier.html");
}

enum err
get_dossier_note(struct request *rq)
{
	struct dossier *d;
	size_t i;
	enum err e;

	if ((e = show_open(rq, &d)) != OK ||
	    (e = choices_compartments(rq, 0)) != OK)
		return e;
	for (i = 0; medium_codes[i] != NULL; i++)
		view_option(rq->view, "mediums", medium_codes[i],
		    medium_word(medium_codes[i]));
	exchanges_choices(rq, d, rq->method == GET &&
	    form_flag(rq, "exchange"));
	return reply_page(rq, "casework/note.html");
}

enum err
post_dossier_note(struct request *rq)
{
	const struct exchange_new said = exchanges_typed(rq);
	struct dossier *d;
	enum err e;

	if ((e = dossier_open(&rq->cx, rq->number, rq->level, &d)) != OK)
		return e;
	if ((e = dossier_note_exchange(&rq->cx, d, form_text(rq, "text"),
	    form_text(rq, "contact"), form_text(rq, "compartment"),
	    &said)) != OK)
		return e;
	reply_notice(rq, _("The note was added."));
	return reply_redirect(rq, "/dossiers/%s", d->number);
}
