/* SPDX-License-Identifier: MIT */
/* Signed notes of a patient: in time order, printed, countersigned; and what
 * one has not signed yet. */
#include "medical/notes.h"

#include <string.h>

#include "domain/dossier/fact.h"
#include "domain/story/look.h"
#include "text/message.h"
#include "web/pager.h"

#define ROWS 20
#define LATEST 5
#define MINE 100
#define PRINTED 2000
#define MOST INT64_C(1000000000)

const struct field notes_form[] = {
	{ "after", FIELD_INT, .min = 1, .max = MOST },
	{ 0 }
};
const struct field note_countersign_form[] = {
	{ "meaning", FIELD_TEXT, .max = 40 },
	{ 0 }
};

void
notes_show(struct request *rq, struct view *v, const struct sealed *s)
{
	const struct fact_field *class = fact_field(FACT_ENCOUNTER,
	    ENCOUNTER_CLASS);
	const struct sealed_signature *g;
	const struct sealed *a;
	struct view *w;

	view_int(v, "no", s->no);
	view_int(v, "version", s->version);
	view_text(v, "kind", sealed_kind(s->kind));
	view_text(v, "day", s->day);
	view_text(v, "text", s->text);
	view_int(v, "encounter", s->encounter_no);
	view_text(v, "class", s->class[0] == '\0' ? "" :
	    fact_field_word(class, s->class));
	view_moment(v, "met", s->met);
	view_moment(v, "written", s->written);
	view_int(v, "amends", s->root_no);
	view_flag(v, "broken", s->broken);
	view_flag(v, "asks", s->asks);
	view_flag(v, "waits", s->asks && s->signatures != NULL &&
	    s->signatures->next == NULL);
	view_text(v, "sha256", s->sha256);
	view_text(v, "number", s->dossier_number);
	view_text(v, "of", s->dossier_title);
	if (s->signatures != NULL)
		view_text(v, "signer", s->signatures->name);
	for (g = s->signatures; g != NULL; g = g->next) {
		w = view_item(v, "signatures");
		view_text(w, "name", g->name);
		view_text(w, "meaning", sealed_meaning(g->meaning));
		view_moment(w, "when", g->signed_at);
	}
	for (a = s->addenda; a != NULL; a = a->next)
		notes_show(rq, view_item(v, "addenda"), a);
}

static void
show_drafts(struct request *rq, const struct sealed *s)
{
	for (; s != NULL; s = s->next)
		notes_show(rq, view_item(rq->view, "drafts"), s);
}

enum err
get_notes(struct request *rq)
{
	int64_t after = form_int(rq, "after"), last = 0;
	struct sealed *list, *s, *drafts = NULL;
	struct dossier *d;
	enum err e;
	int n;

	if ((e = patient_page_open(rq, &d)) != OK ||
	    (e = sealed_list(&rq->cx, d, after, ROWS + 1, &list)) != OK ||
	    (after == 0 &&
	    (e = sealed_draft_list(&rq->cx, d, &drafts)) != OK))
		return e;
	show_drafts(rq, drafts);
	for (s = list, n = 0; s != NULL && n < ROWS; s = s->next, n++) {
		notes_show(rq, view_item(rq->view, "notes"), s);
		last = s->no;
	}
	view_text(rq->view, "plural", "notes");
	view_flag(rq->view, "may_write", d->level >= LEVEL_WORK);
	pager_show_no(rq, arena_printf(rq->cx.arena, "/medical/%s/notes",
	    d->number), s == NULL ? 0 : last);
	return reply_page(rq, "medical/notes.html");
}

enum err
get_notes_print(struct request *rq)
{
	struct sealed *s;
	struct dossier *d;
	enum err e;

	if ((e = patient_page_open(rq, &d)) != OK ||
	    (e = sealed_list(&rq->cx, d, 0, PRINTED, &s)) != OK)
		return e;
	for (; s != NULL; s = s->next)
		notes_show(rq, view_item(rq->view, "notes"), s);
	view_moment(rq->view, "printed", rq->cx.now);
	view_text(rq->view, "printed_by", rq->cx.name);
	look_report(&rq->cx, d, "notes");
	return reply_page(rq, "medical/notes-print.html");
}

enum err
get_notes_mine(struct request *rq)
{
	struct sealed *drafts, *s;
	enum err e;

	if ((e = medical_member(&rq->cx)) != OK ||
	    (e = sealed_draft_mine(&rq->cx, MINE, &drafts)) != OK ||
	    (e = sealed_waiting(&rq->cx, MINE, &s)) != OK)
		return e;
	show_drafts(rq, drafts);
	for (; s != NULL; s = s->next)
		notes_show(rq, view_item(rq->view, "waiting"), s);
	return reply_page(rq, "medical/notes-mine.html");
}

enum err
get_note(struct request *rq)
{
	struct dossier *d;
	struct sealed *s, *a;
	struct view *v;
	enum err e;
	size_t i;

	if ((e = patient_page_open(rq, &d)) != OK ||
	    (e = sealed_open(&rq->cx, d, rq->no, &s)) != OK)
		return e;
	v = view_part(rq->view, "note");
	notes_show(rq, v, s);
	for (a = s; a != NULL && a->no != rq->no;)
		a = a == s ? s->addenda : a->next;
	view_flag(rq->view, "may_add", d->level >= LEVEL_WORK);
	view_flag(rq->view, "may_sign", d->level >= LEVEL_WORK &&
	    a != NULL && sealed_may_countersign(&rq->cx, a));
	view_int(rq->view, "sign_no", a == NULL ? s->no : a->no);
	view_text(rq->view, "name", rq->cx.name);
	for (i = 1; sealed_meanings[i] != NULL; i++)
		view_option(rq->view, "meanings", sealed_meanings[i],
		    sealed_meaning(sealed_meanings[i]));
	return reply_page(rq, "medical/note.html");
}

enum err
post_note_countersign(struct request *rq)
{
	struct dossier *d;
	struct sealed *s, *a;
	enum err e;

	if ((e = medical_open(&rq->cx, rq->number, rq->level, &d)) != OK ||
	    (e = sealed_open(&rq->cx, d, rq->no, &s)) != OK)
		return e;
	for (a = s; a->no != rq->no && (a == s ? s->addenda :
	    a->next) != NULL;)
		a = a == s ? s->addenda : a->next;
	if ((e = sealed_countersign(&rq->cx, d, a, form_text(rq,
	    "meaning"))) != OK)
		return e;
	reply_notice(rq, "%s", _("Signed."));
	return reply_redirect(rq, "/medical/%s/notes/%lld", d->number,
	    (long long)s->no);
}

enum err
notes_section(struct request *rq, const struct dossier *d)
{
	struct sealed *s;
	int64_t n = 0;
	enum err e;

	if ((e = sealed_list(&rq->cx, d, 0, LATEST, &s)) != OK)
		return e;
	for (; s != NULL; s = s->next)
		notes_show(rq, view_item(rq->view, "notes"), s);
	if ((e = sealed_draft_list(&rq->cx, d, &s)) != OK)
		return e;
	for (; s != NULL; s = s->next)
		n++;
	view_int(rq->view, "drafts", n);
	return OK;
}
