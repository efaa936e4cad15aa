/* SPDX-License-Identifier: MIT */
/* One document: what is known of it, its versions, what may be changed. */

#include "casework/papers/pages_papers.h"
#include "casework/shared/conflict.h"
#include "casework/shared/show.h"
#include "domain/desk/docket.h"
#include "domain/dossier/document.h"
#include "domain/dossier/dossier.h"
#include "domain/dossier/judgment.h"
#include "domain/story/dossier_timeline.h"
#include "domain/type/document_kind.h"
#include "text/date.h"
#include "text/message.h"
#include "text/number.h"

const struct field document_change_form[] = {
	{ "name", FIELD_TEXT, .min = 1, .max = 200 },
	{ "kind", FIELD_TEXT, .max = 80 },
	{ "dated", FIELD_DATE },
	CONFLICT_FIELDS,
	{ 0 }
};

const struct field document_version_form[] = {
	{ "file", FIELD_FILE, .min = 1 },
	{ 0 }
};

static enum err
show_it(struct request *rq, struct dossier **d, struct document **doc)
{
	enum err e;

	if ((e = show_open(rq, d)) != OK)
		return e;
	if ((e = document_find(&rq->cx, *d, rq->no, doc)) != OK)
		return e;
	show_document(rq, view_part(rq->view, "document"), *d, *doc);
	return OK;
}

static enum err
open_it(struct request *rq, struct dossier **d, struct document **doc)
{
	enum err e;

	if ((e = dossier_open(&rq->cx, rq->number, rq->level, d)) != OK)
		return e;
	return document_find(&rq->cx, *d, rq->no, doc);
}

static enum err
back(struct request *rq)
{
	return reply_redirect(rq, "/dossiers/%s/documents/%lld/about",
	    rq->number, (long long)rq->no);
}

/* What lawyers know of it: the entries of dockets that it is filed under, and
 * the judgment that it is. */
static enum err
show_legal(struct request *rq, const struct dossier *d,
    const struct document *doc)
{
	struct docket_place *l;
	struct judgment *j;
	struct view *v;
	enum err e;

	if ((e = docket_paper_places(&rq->cx, d, doc, &l)) != OK ||
	    (e = judgment_of(&rq->cx, d, doc, &j)) != OK)
		return e;
	if (j != NULL)
		view_text(view_part(rq->view, "judgment"), "citation",
		    j->citation[0] == '\0' ? _("Judgment") : j->citation);
	for (; l != NULL; l = l->next) {
		v = view_item(rq->view, "dockets");
		view_int(v, "proceeding", l->proceeding);
		view_int(v, "place", l->place);
		view_text(v, "court", l->court);
		view_text(v, "reference", l->reference);
		view_text(v, "number", l->number);
		view_text(v, "filed", l->filed);
	}
	return OK;
}

enum err
get_document_about(struct request *rq)
{
	struct document_version *ver;
	struct document *doc;
	struct dossier *d = NULL;
	struct view *v;
	enum err e;

	if ((e = show_it(rq, &d, &doc)) != OK)
		return d == NULL ? e :
		    show_moved(rq, d, e, "documents", "/about");
	if ((e = document_versions(&rq->cx, doc, &ver)) != OK)
		return e;
	for (; ver != NULL; ver = ver->next) {
		v = view_item(rq->view, "versions");
		view_int(v, "version", ver->version);
		view_flag(v, "newest", ver->version == doc->versions);
		view_text(v, "file", ver->file);
		view_int(v, "bytes", (int64_t)ver->bytes);
		show_bytes(rq, v, ver->sha256, ver->bytes);
		view_text(v, "sha256", ver->sha256);
		view_moment(v, "added", ver->added);
		view_text(v, "added_by", ver->added_by);
	}
	if ((e = show_protect(rq, d)) != OK ||
	    (e = show_legal(rq, d, doc)) != OK)
		return e;
	view_flag(rq->view, "may_change",
	    d->level >= LEVEL_WORK && doc->withdrawn == 0);
	view_flag(rq->view, "may_restore",
	    d->level >= LEVEL_WORK && doc->withdrawn != 0);
	return reply_page(rq, "casework/document.html");
}

enum err
post_document_versions_add(struct request *rq)
{
	struct upload *file = form_files(rq, "file");
	struct document_new new;
	struct document *doc;
	struct dossier *d;
	enum err e;

	if ((e = open_it(rq, &d, &doc)) != OK)
		return e;
	if (file == NULL)
		return refuse_field(&rq->cx, "file",
		    _("Choose the file of the new version."));
	new = (struct document_new){
		.name = file->name, .media_type = file->media_type,
		.path = file->path, .sha256 = file->sha256,
		.bytes = file->bytes
	};
	if ((e = document_revise(&rq->cx, d, doc, &new)) != OK)
		return e;
	reply_notice(rq, _("This is version %lld now. The ones before it "
	    "stay here."), (long long)doc->versions);
	return back(rq);
}

/* The document as the form writes it. */
static void
document_units(struct request *rq, const struct dossier *d,
    const struct document *doc, struct conflict_unit out[3])
{
	struct ctx *cx = &rq->cx;

	out[0] = (struct conflict_unit){ "name", _("Name"), doc->name,
	    form_text(rq, "name") };
	out[1] = (struct conflict_unit){ "kind", _("Kind"),
	    document_kind_word(cx, d->type, doc->kind),
	    form_text(rq, "kind") };
	out[2] = (struct conflict_unit){ "dated", _("Date of the document"),
	    doc->dated, form_date(rq, "dated"),
	    date_civil(cx->arena, cx->lang, doc->dated),
	    date_civil(cx->arena, cx->lang, form_date(rq, "dated")) };
}

/* What was typed, and where somebody saved meanwhile what holds of it. */
static enum err
typed_change(struct request *rq, struct conflict *c, const struct dossier *d,
    const struct document *doc, struct document_change *out)
{
	struct timeline_filter latest = { .kinds = "document", .limit = 100 };
	struct conflict_unit u[3];
	struct event *events = NULL;
	const char *text[3];
	size_t i;
	enum err e;

	if (conflict_stale(c) &&
	    (e = dossier_timeline(&rq->cx, d, &latest, &events)) != OK)
		return e;
	document_units(rq, d, doc, u);
	for (i = 0; i < 3; i++) {
		conflict_who(c, d->type, events, "no",
		    number_plain(rq->cx.arena, doc->no, 0), &u[i]);
		text[i] = !conflict_stale(c) || conflict_mine(c, &u[i]) ?
		    u[i].mine : u[i].stored;
	}
	*out = (struct document_change){ .name = text[0], .kind = text[1],
	    .dated = text[2], .version = doc->version };
	return conflict_end(c);
}

enum err
get_document_change(struct request *rq)
{
	struct document_change change;
	struct conflict_unit u[3];
	struct document *doc;
	struct conflict *c;
	struct dossier *d;
	size_t i;
	enum err e;

	if ((e = show_it(rq, &d, &doc)) != OK)
		return e;
	c = conflict_new(rq, doc->version);
	if (conflict_again(c) &&
	    typed_change(rq, c, d, doc, &change) == ERR_CONFLICT)
		return conflict_page(c, arena_printf(rq->cx.arena,
		    "/dossiers/%s/documents/%lld/about", d->number,
		    (long long)doc->no));
	document_units(rq, d, doc, u);
	for (i = 0; i < 3; i++) {
		conflict_begin(c, u[i].name, u[i].stored);
		form_start(rq, u[i].name, u[i].stored);
	}
	conflict_begun(c, NULL);
	show_document_kinds(rq, d);
	return reply_page(rq, "casework/document-change.html");
}

enum err
post_document_change(struct request *rq)
{
	struct document_change change;
	struct document *doc;
	struct conflict *c;
	struct dossier *d;
	enum err e;

	if ((e = open_it(rq, &d, &doc)) != OK)
		return e;
	c = conflict_new(rq, doc->version);
	if ((e = typed_change(rq, c, d, doc, &change)) != OK ||
	    (e = document_change(&rq->cx, d, doc, &change)) != OK)
		return e;
	conflict_notice(c, arena_printf(rq->cx.arena, _("“%s” was saved."),
	    doc->name));
	return back(rq);
}

static enum err
show_form(struct request *rq, const char *template)
{
	struct document *doc;
	struct dossier *d;
	enum err e;

	if ((e = show_it(rq, &d, &doc)) != OK)
		return e;
	return reply_page(rq, template);
}

enum err
get_document_withdraw(struct request *rq)
{
	return show_form(rq, "casework/document-withdraw.html");
}

enum err
post_document_withdraw(struct request *rq)
{
	struct document *doc;
	struct dossier *d;
	enum err e;

	if ((e = open_it(rq, &d, &doc)) != OK)
		return e;
	if ((e = document_withdraw(&rq->cx, d, doc,
	    form_text(rq, "why"))) != OK)
		return e;
	reply_notice(rq, _("“%s” is withdrawn."), doc->name);
	return back(rq);
}

enum err
get_document_restore(struct request *rq)
{
	return show_form(rq, "casework/document-restore.html");
}

enum err
post_document_restore(struct request *rq)
{
	struct document *doc;
	struct dossier *d;
	enum err e;

	if ((e = open_it(rq, &d, &doc)) != OK)
		return e;
	if ((e = document_withdraw_back(&rq->cx, d, doc,
	    form_text(rq, "why"))) != OK)
		return e;
	reply_notice(rq, _("“%s” is back."), doc->name);
	return back(rq);
}
