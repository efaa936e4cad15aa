/* SPDX-License-Identifier: MIT */
/* One document: what is known of it, its versions, what may be changed. */
#include <string.h>

#include "casework/casework.h"
#include "casework/choices.h"
#include "casework/show.h"
#include "domain/document.h"
#include "domain/dossier.h"
#include "text/date.h"
#include "text/message.h"

const struct field document_change_form[] = {
	{ "name", FIELD_TEXT, .min = 1, .max = 200 },
	{ "kind", FIELD_TEXT, .max = 80 },
	{ "dated", FIELD_DATE },
	{ "version", FIELD_INT, .min = 1, .max = INT64_MAX },
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

enum err
get_document_about(struct request *rq)
{
	struct document_version *ver;
	struct document *doc;
	struct dossier *d;
	struct view *v;
	enum err e;

	if ((e = show_it(rq, &d, &doc)) != OK)
		return e;
	if ((e = document_versions(&rq->cx, doc, &ver)) != OK)
		return e;
	for (; ver != NULL; ver = ver->next) {
		v = view_item(rq->view, "versions");
		view_int(v, "version", ver->version);
		view_flag(v, "newest", ver->version == doc->versions);
		view_text(v, "file", ver->file);
		view_int(v, "bytes", (int64_t)ver->bytes);
		view_text(v, "sha256", ver->sha256);
		view_moment(v, "added", ver->added);
		view_text(v, "added_by", ver->added_by);
	}
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

static void
differ(struct request *rq, const char *label, const char *theirs,
    const char *mine)
{
	struct view *v;

	if (strcmp(theirs, mine) == 0)
		return;
	v = view_item(rq->view, "differences");
	view_text(v, "label", label);
	view_text(v, "theirs", theirs);
	view_text(v, "mine", mine);
}

static const char *
day(struct request *rq, const char *iso)
{
	return iso[0] == '\0' ? "" :
	    date_civil(rq->cx.arena, rq->cx.lang, iso);
}

enum err
get_document_change(struct request *rq)
{
	struct document *doc;
	struct dossier *d;
	const char *kind;
	enum err e;

	if ((e = show_it(rq, &d, &doc)) != OK)
		return e;
	kind = document_kind_word(&rq->cx, d->type, doc->kind);
	if (choices_stale(rq, doc->version)) {
		differ(rq, _("Name"), doc->name, form_text(rq, "name"));
		differ(rq, _("Kind"), kind, form_text(rq, "kind"));
		differ(rq, _("Date of the document"), day(rq, doc->dated),
		    day(rq, form_date(rq, "dated")));
	}
	form_start(rq, "name", doc->name);
	form_start(rq, "kind", kind);
	form_start(rq, "dated", doc->dated);
	show_document_kinds(rq, d);
	return reply_page(rq, "casework/document-change.html");
}

enum err
post_document_change(struct request *rq)
{
	struct document_change change = {
		.name = form_text(rq, "name"),
		.kind = form_text(rq, "kind"),
		.dated = form_date(rq, "dated"),
		.version = form_int(rq, "version")
	};
	struct document *doc;
	struct dossier *d;
	enum err e;

	if ((e = open_it(rq, &d, &doc)) != OK)
		return e;
	if ((e = document_change(&rq->cx, d, doc, &change)) != OK)
		return e;
	reply_notice(rq, _("“%s” was saved."), doc->name);
	return back(rq);
}

enum err
get_document_withdraw(struct request *rq)
{
	struct document *doc;
	struct dossier *d;
	enum err e;

	if ((e = show_it(rq, &d, &doc)) != OK)
		return e;
	return reply_page(rq, "casework/document-withdraw.html");
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
	struct document *doc;
	struct dossier *d;
	enum err e;

	if ((e = show_it(rq, &d, &doc)) != OK)
		return e;
	return reply_page(rq, "casework/document-restore.html");
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
