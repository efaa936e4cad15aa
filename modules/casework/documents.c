/* SPDX-License-Identifier: MIT */
/* The documents of a dossier: many at once in, one at a time out. */
#include <string.h>

#include "casework/casework.h"
#include "casework/show.h"
#include "domain/document.h"
#include "domain/dossier.h"
#include "text/message.h"

const struct field documents_form[] = {
	{ "files", FIELD_FILE, .min = 1, .many = true },
	{ "kind", FIELD_TEXT, .max = 80 },
	{ 0 }
};

enum err
get_dossier_documents(struct request *rq)
{
	const struct document *doc;
	struct dossier *d;
	enum err e;

	if ((e = show_open(rq, &d)) != OK)
		return e;
	for (doc = d->documents; doc != NULL; doc = doc->next)
		show_document(view_item(rq->view, "documents"), doc);
	return reply_page(rq, "casework/documents.html");
}

enum err
post_dossier_documents_add(struct request *rq)
{
	struct document_new new;
	struct document *doc;
	struct dossier *d;
	struct upload *file;
	long n = 0;
	enum err e;

	if ((e = dossier_open(&rq->cx, rq->number, rq->level, &d)) != OK)
		return e;
	for (file = form_files(rq, "files"); file != NULL;
	    file = file->next, n++) {
		new = (struct document_new){
			.name = file->name, .kind = form_text(rq, "kind"),
			.media_type = file->media_type, .path = file->path,
			.sha256 = file->sha256, .bytes = file->bytes
		};
		if ((e = document_add(&rq->cx, d, &new, &doc)) != OK)
			return e;
	}
	if (n == 0)
		return refuse_field(&rq->cx, "files",
		    _("Choose at least one file."));
	reply_notice(rq, message_plural("%ld document was added.",
	    "%ld documents were added.", n), n);
	return reply_redirect(rq, "/dossiers/%s/documents", d->number);
}

enum err
get_document(struct request *rq)
{
	struct document *doc;
	struct dossier *d;
	enum err e;

	if ((e = dossier_open(&rq->cx, rq->number, rq->level, &d)) != OK)
		return e;
	if ((e = document_open(&rq->cx, d, rq->no, &doc)) != OK)
		return e;
	return reply_document(rq, doc->sha256, doc->media_type, doc->name);
}
