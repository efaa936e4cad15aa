/* SPDX-License-Identifier: MIT */
/* Notes half written, until they are signed. */
#include <stdlib.h>

#include "domain/dossier/fact.h"
#include "domain/spine/keep.h"
#include "medical/notes.h"
#include "text/date.h"
#include "text/message.h"

#define MOST INT64_C(1000000000)
#define MET 30		/* encounters to choose from */

#define FIELDS								\
	{ "kind", FIELD_TEXT, .max = 40 },				\
	{ "day", FIELD_DATE },						\
	{ "encounter", FIELD_INT, .min = 0, .max = MOST },		\
	{ "asks", FIELD_FLAG },						\
	{ "text", FIELD_LINES, .max = KEEP_NOTE }

const struct field note_new_form[] = {
	{ "encounter", FIELD_INT, .min = 0, .max = MOST },
	{ "amends", FIELD_INT, .min = 0, .max = MOST },
	{ 0 }
};
const struct field note_add_form[] = {
	FIELDS,
	{ "amends", FIELD_INT, .min = 0, .max = MOST },
	{ 0 }
};
const struct field note_write_form[] = {
	FIELDS,
	{ "version", FIELD_INT, .min = 1, .max = MOST },
	{ 0 }
};
const struct field note_sign_form[] = {
	{ "version", FIELD_INT, .min = 1, .max = MOST },
	{ 0 }
};

static const char *
plain(struct request *rq, int64_t n)
{
	return arena_printf(rq->cx.arena, "%lld", (long long)n);
}

static enum err
choices(struct request *rq, const struct dossier *d)
{
	struct fact *f;
	enum err e;
	size_t i;

	for (i = 0; sealed_kinds[i] != NULL; i++)
		view_option(rq->view, "kinds", sealed_kinds[i],
		    sealed_kind(sealed_kinds[i]));
	if ((e = fact_list(&rq->cx, d, FACT_ENCOUNTER, 0, MET, &f)) != OK)
		return e;
	for (; f != NULL; f = f->next)
		if (fact_holds(&rq->cx, f))
			view_option(rq->view, "met", plain(rq, f->no),
			    arena_printf(rq->cx.arena, "%s, %s",
			    fact_show(&rq->cx, f, FACT_BEGINS),
			    f->value[FACT_WORDS]));
	return OK;
}

static struct sealed_new
typed(struct request *rq)
{
	return (struct sealed_new){ .kind = form_text(rq, "kind"),
	    .day = form_date(rq, "day"),
	    .encounter = form_int(rq, "encounter"),
	    .asks = form_flag(rq, "asks"), .text = form_text(rq, "text") };
}

/* What it is an addendum to, or NULL. */
static enum err
amended(struct request *rq, const struct dossier *d, struct sealed **out)
{
	int64_t no = form_int(rq, "amends");

	*out = NULL;
	return no == 0 ? OK : sealed_open(&rq->cx, d, no, out);
}

enum err
get_note_new(struct request *rq)
{
	int64_t encounter = form_int(rq, "encounter");
	struct dossier *d;
	struct sealed *s;
	enum err e;

	if ((e = patient_page_open(rq, &d)) != OK ||
	    (e = amended(rq, d, &s)) != OK ||
	    (e = choices(rq, d)) != OK)
		return e;
	if (s != NULL) {
		notes_show(rq, view_part(rq->view, "of"), s);
		form_start(rq, "amends", plain(rq, s->no));
	}
	form_start(rq, "kind", s == NULL ? "progress" : s->kind);
	form_start(rq, "day", date_today(rq->cx.arena, rq->cx.zone,
	    rq->cx.now));
	if (encounter != 0)
		form_start(rq, "encounter", plain(rq, encounter));
	return reply_page(rq, "medical/note-new.html");
}

enum err
post_note_begin(struct request *rq)
{
	const struct sealed_new n = typed(rq);
	struct sealed *of, *s;
	struct dossier *d;
	enum err e;

	if ((e = medical_open(&rq->cx, rq->number, rq->level, &d)) != OK ||
	    (e = amended(rq, d, &of)) != OK ||
	    (e = sealed_draft_begin(&rq->cx, d, &n, of, &s)) != OK)
		return e;
	reply_notice(rq, "%s", _("Saved. Only you see it until it is "
	    "signed."));
	return reply_redirect(rq, "/medical/%s/notes/drafts/%lld/sign",
	    d->number, (long long)s->no);
}

static enum err
open_draft(struct request *rq, struct dossier **d, struct sealed **out)
{
	enum err e;

	if ((e = medical_open(&rq->cx, rq->number, rq->level, d)) != OK)
		return e;
	return sealed_draft(&rq->cx, *d, rq->no, out);
}

static enum err
show_draft(struct request *rq, struct dossier **d, struct sealed **out)
{
	enum err e;

	if ((e = patient_page_open(rq, d)) != OK ||
	    (e = sealed_draft(&rq->cx, *d, rq->no, out)) != OK)
		return e;
	notes_show(rq, view_part(rq->view, "draft"), *out);
	form_start(rq, "version", plain(rq, (*out)->version));
	return OK;
}

enum err
get_note_draft(struct request *rq)
{
	struct dossier *d;
	struct sealed *s;
	enum err e;

	if ((e = show_draft(rq, &d, &s)) != OK ||
	    (e = choices(rq, d)) != OK)
		return e;
	form_start(rq, "kind", s->kind);
	form_start(rq, "day", s->day);
	form_start(rq, "text", s->text);
	form_start(rq, "asks", s->asks ? "1" : "");
	if (s->encounter_no != 0)
		form_start(rq, "encounter", plain(rq, s->encounter_no));
	return reply_page(rq, "medical/note-draft.html");
}

enum err
post_note_write(struct request *rq)
{
	const struct sealed_new n = typed(rq);
	struct dossier *d;
	struct sealed *s;
	enum err e;

	if ((e = open_draft(rq, &d, &s)) != OK ||
	    (e = sealed_draft_write(&rq->cx, d, s, &n, form_int(rq,
	    "version"))) != OK)
		return e;
	reply_notice(rq, "%s", _("Saved. Only you see it until it is "
	    "signed."));
	return reply_redirect(rq, "/medical/%s/notes/drafts/%lld/sign",
	    d->number, (long long)s->no);
}

enum err
get_note_sign(struct request *rq)
{
	struct dossier *d;
	struct sealed *s;
	enum err e;

	if ((e = show_draft(rq, &d, &s)) != OK)
		return e;
	view_text(rq->view, "name", rq->cx.name);
	return reply_page(rq, "medical/note-sign.html");
}

enum err
post_note_sign(struct request *rq)
{
	struct dossier *d;
	struct sealed *s;
	enum err e;

	if ((e = open_draft(rq, &d, &s)) != OK ||
	    (e = sealed_sign(&rq->cx, d, s, form_int(rq, "version"))) != OK)
		return e;
	reply_notice(rq, "%s", s->asks ? _("Signed. It waits for a second "
	    "signature.") : _("Signed. It is never changed from now on."));
	return reply_redirect(rq, "/medical/%s/notes/%lld", d->number,
	    (long long)s->no);
}

enum err
post_note_drop(struct request *rq)
{
	struct dossier *d;
	struct sealed *s;
	enum err e;

	if ((e = open_draft(rq, &d, &s)) != OK ||
	    (e = sealed_draft_drop(&rq->cx, d, s, form_int(rq,
	    "version"))) != OK)
		return e;
	reply_notice(rq, "%s", _("The draft is thrown away."));
	return reply_redirect(rq, "/medical/%s/notes", d->number);
}
