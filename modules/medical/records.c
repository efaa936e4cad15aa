/* SPDX-License-Identifier: MIT */
/* The medical record in FHIR: looked at and taken in, and taken out with the
 * consent of the patient. */
#include <string.h>

#include "domain/desk/disclosure.h"
#include "domain/desk/fhir.h"
#include "domain/dossier/consent_words.h"
#include "domain/dossier/disclosure_words.h"
#include "domain/dossier/party.h"
#include "domain/story/look.h"
#include "medical/records.h"
#include "text/message.h"

#define SHOWN 100		/* resources of a file on the page */
#define FETCH 900		/* seconds to fetch a file that leaves */
#define RECORD_WORDS N_("Medical record in FHIR")

static const char *const steps[] = { "look", "take", NULL };

const struct field records_take_form[] = {
	{ "files", FIELD_FILE, .min = 1 },
	{ "step", FIELD_CHOICE, .choices = steps },
	{ "anyway", FIELD_FLAG },
	{ 0 }
};

const struct field records_give_form[] = {
	{ "receiver", FIELD_TEXT, .min = 1, .max = 20 },
	{ "purpose", FIELD_INT, .min = 1, .max = CONSENT_WISH },
	{ "way", FIELD_CHOICE, .choices = disclosure_words_ways },
	{ 0 }
};

const struct field records_file_form[] = {
	{ "line", FIELD_INT, .min = 1, .max = INT32_MAX },
	{ 0 }
};

static const char *
fate_word(enum fhir_fate fate)
{
	switch (fate) {
	case FHIR_NEW:
		return _("New");
	case FHIR_CHANGED:
		return _("Changes");
	case FHIR_KNOWN:
		return _("Known");
	default:
		return _("Kept");
	}
}

static void
show_lines(struct request *rq, const struct fhir_file *f)
{
	const struct fhir_line *l;
	struct view *v = view_part(rq->view, "file");
	int n = 0;

	view_text(v, "name", f->name);
	view_flag(v, "same", f->same);
	view_flag(v, "named", f->named);
	view_text(v, "patient", f->patient.name);
	view_text(v, "born", f->patient.born);
	view_int(v, "fresh", (int64_t)f->fates[FHIR_NEW]);
	view_int(v, "changed", (int64_t)f->fates[FHIR_CHANGED]);
	view_int(v, "known", (int64_t)f->fates[FHIR_KNOWN]);
	view_int(v, "kept", (int64_t)f->fates[FHIR_KEPT]);
	for (l = f->lines; l != NULL && n < SHOWN; l = l->next, n++) {
		v = view_item(rq->view, "lines");
		view_text(v, "type", l->type);
		view_text(v, "label", l->label);
		view_text(v, "fate", fate_word(l->fate));
		view_text(v, "why", l->why);
	}
	view_flag(rq->view, "more_lines", l != NULL);
}

/* What the file that was just sent would bring; what the page says of the act
 * stays as it is. */
static enum err
show_file(struct request *rq, struct dossier *d)
{
	struct mistake *mistakes = rq->cx.mistakes;
	const char *why = rq->cx.why;
	struct upload *u = rq->method == GET ? NULL : form_files(rq, "files");
	struct fhir_file *f;
	enum err e;

	if (u == NULL)
		return OK;
	e = fhir_read(&rq->cx, u->path, u->name, &f);
	if (e == OK && (e = fhir_weigh(&rq->cx, d, f)) == OK)
		show_lines(rq, f);
	rq->cx.mistakes = mistakes;
	rq->cx.why = why;
	return e == ERR_INVALID ? OK : e;
}

static void
show_receivers(struct request *rq, const struct dossier *d)
{
	const struct party *p, *q;
	unsigned int bit;
	size_t i;

	for (p = d->parties; p != NULL; p = p->next) {
		for (q = d->parties; q != p && (q->ended != 0 ||
		    q->person != p->person); q = q->next)
			;
		if (p->ended == 0 && q == p)
			view_option(rq->view, "receivers", p->number,
			    arena_printf(rq->cx.arena, "%s (%s)", p->name,
			    party_role(&rq->cx, d->type, p->role)));
	}
	for (i = 0; disclosure_words_ways[i] != NULL; i++)
		view_option(rq->view, "ways", disclosure_words_ways[i],
		    disclosure_words_way(disclosure_words_ways[i]));
	for (bit = 1; bit <= CONSENT_WISH; bit <<= 1)
		view_option(rq->view, "purposes", arena_printf(rq->cx.arena,
		    "%u", bit), message(consent_words_purpose(bit)));
}

enum err
get_patient_fhir(struct request *rq)
{
	struct dossier *d;
	enum err e;

	if ((e = patient_page_open(rq, &d)) != OK)
		return e;
	show_receivers(rq, d);
	if ((e = show_file(rq, d)) != OK)
		return e;
	return reply_page(rq, "medical/record.html");
}

enum err
post_patient_fhir_take(struct request *rq)
{
	struct upload *u = form_files(rq, "files");
	struct fhir_file *f;
	struct dossier *d;
	enum err e;

	if ((e = medical_open(&rq->cx, rq->number, rq->level, &d)) != OK)
		return e;
	if (u == NULL)
		return refuse_field(&rq->cx, "files", "%s",
		    _("Choose a file."));
	if ((e = fhir_read(&rq->cx, u->path, u->name, &f)) != OK)
		return e;
	if (strcmp(form_text(rq, "step"), "take") != 0)
		return refuse(&rq->cx, ERR_INVALID, "%s", _("Nothing is taken "
		    "in yet. Look at what the file brings."));
	if ((e = fhir_take(&rq->cx, d, f, form_flag(rq, "anyway"))) != OK)
		return e;
	reply_notice(rq, _("Taken in: new %zu, changed %zu, kept %zu, known "
	    "%zu."), f->fates[FHIR_NEW], f->fates[FHIR_CHANGED],
	    f->fates[FHIR_KEPT], f->fates[FHIR_KNOWN]);
	return reply_redirect(rq, "/medical/%s", d->number);
}

static const struct party *
receiver(struct request *rq, const struct dossier *d)
{
	const struct party *p = d->parties;

	while (p != NULL && (p->ended != 0 || strcmp(p->number,
	    form_text(rq, "receiver")) != 0))
		p = p->next;
	return p;
}

static bool
is_patient(const struct dossier *d, const struct party *p)
{
	const struct party *q = d->parties;

	while (q != NULL && (q->ended != 0 || q->person != p->person ||
	    strcmp(q->role, PATIENT_ROLE) != 0))
		q = q->next;
	return q != NULL;
}

/* It leaves by a consent, and with a line in the account of what left; the
 * file itself is fetched once that is written. */
enum err
post_patient_fhir_give(struct request *rq)
{
	struct disclosure_new n = { .receiver = "", .address = "",
	    .disclosed = "", .what = _(RECORD_WORDS), .why = "",
	    .ground_why = "", .way = form_text(rq, "way"),
	    .purpose = (unsigned int)form_int(rq, "purpose") };
	struct disclosure *line;
	const struct party *p;
	struct buf body = { 0 };
	struct dossier *d;
	enum err e;

	if ((e = medical_open(&rq->cx, rq->number, rq->level, &d)) != OK)
		return e;
	if ((p = receiver(rq, d)) == NULL)
		return refuse_field(&rq->cx, "receiver", "%s",
		    _("Choose for whom it is."));
	n.party = p->no;
	n.ground = is_patient(d, p) ? "patient" : "consent";
	e = fhir_give(&rq->cx, d, &body, &n.kinds);
	buf_free(&body);
	if (e != OK || (e = disclosure_add(&rq->cx, d, &n, &line)) != OK)
		return e;
	return reply_redirect(rq, "/medical/%s/fhir/record.xml?line=%lld",
	    d->number, (long long)line->no);
}

/* For a while after its line was written. */
enum err
get_patient_fhir_file(struct request *rq)
{
	struct buf body = { 0 };
	struct disclosure *line;
	struct dossier *d;
	unsigned int what;
	enum err e;

	if ((e = medical_open(&rq->cx, rq->number, rq->level, &d)) != OK ||
	    (e = disclosure_find(&rq->cx, d, form_int(rq, "line"),
	    &line)) != OK)
		return e;
	if (strcmp(line->what, _(RECORD_WORDS)) != 0 ||
	    line->recorded < rq->cx.now - FETCH)
		return refuse(&rq->cx, ERR_MISSING, "%s", _("This file is no "
		    "longer here. Take the record out again."));
	if ((e = fhir_give(&rq->cx, d, &body, &what)) != OK) {
		buf_free(&body);
		return e;
	}
	look_fhir(&rq->cx, d, line->receiver);
	return reply_download(rq, "application/fhir+xml",
	    arena_printf(rq->cx.arena, "%s.xml", d->number), &body);
}
