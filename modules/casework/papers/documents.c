/* SPDX-License-Identifier: MIT */
/* The documents of a dossier: many at once in, one at a time out. */
#include <string.h>

#include "casework/papers/pages_papers.h"
#include "casework/shared/choices.h"
#include "casework/shared/exchanges.h"
#include "casework/shared/show.h"
#include "domain/dossier/document.h"
#include "domain/dossier/dossier.h"
#include "domain/type/document_kind.h"
#include "text/message.h"
#include "text/number.h"
#include "web/pager.h"

static const char *const orders[] = { "added", "dated", "name", NULL };

const struct field documents_list_form[] = {
	{ "kind", FIELD_TEXT, .max = 80 },
	{ "with", FIELD_INT, .min = -1, .max = INT32_MAX },
	{ "order", FIELD_CHOICE, .choices = orders },
	{ "after", FIELD_INT, .min = 1, .max = INT64_MAX },
	{ 0 }
};

const struct field documents_form[] = {
	{ "files", FIELD_FILE, .min = 1, .many = true },
	{ "kind", FIELD_TEXT, .max = 80 },
	{ "dated", FIELD_DATE },
	{ "compartment", FIELD_TEXT, .max = 60 },
	EXCHANGES_FIELDS,
	{ 0 }
};

const struct field document_form[] = {
	{ "version", FIELD_INT, .min = 1, .max = INT64_MAX },
	{ 0 }
};

#define NO_KIND "-"	/* in an address: those without */
#define OTHERS -1	/* in an address: with nobody who is on the case */

/* After a refused POST the list is the whole one: its fields are another
 * form's. */
static const char *
asked(struct request *rq, const char *name)
{
	return rq->method == GET ? form_text(rq, name) : "";
}

static int64_t
asked_with(struct request *rq)
{
	return rq->method == GET ? form_int(rq, "with") : 0;
}

/* The address of this list; each part that is not "" is in it. */
static const char *
address(struct request *rq, const char *kind, const char *order)
{
	const char *at = arena_printf(rq->cx.arena, "/dossiers/%s/documents",
	    rq->number);

	at = request_query(rq, at, "kind", kind);
	if (asked_with(rq) != 0)
		at = request_query(rq, at, "with", number_plain(
		    rq->cx.arena, asked_with(rq), 0));
	return strcmp(order, "added") == 0 ? at :
	    request_query(rq, at, "order", order);
}

static enum err
show_kinds(struct request *rq, const struct dossier *d, const char *order)
{
	const char *asked_kind = asked(rq, "kind"), *code;
	struct document_kind *k;
	int64_t all = 0;
	struct view *v;
	enum err e;

	if ((e = document_list_kinds(&rq->cx, d, &k)) != OK)
		return e;
	for (; k != NULL; k = k->next) {
		code = k->code[0] == '\0' ? NO_KIND : k->code;
		v = view_item(rq->view, "kinds");
		view_text(v, "label", k->code[0] == '\0' ? _("Without kind") :
		    document_kind_word(&rq->cx, d->type, k->code));
		view_int(v, "count", k->count);
		view_flag(v, "chosen", strcmp(code, asked_kind) == 0);
		view_text(v, "href", address(rq, code, order));
		all += k->count;
	}
	view_int(rq->view, "document_count", all);
	view_text(rq->view, "any_kind", address(rq, "", order));
	view_flag(rq->view, "no_kind", asked_kind[0] == '\0');
	return OK;
}

static enum document_order
show_order(struct request *rq, const char *order)
{
	enum document_order chosen = DOCUMENT_BY_ADDED;
	struct view *v;
	int i;

	for (i = 0; orders[i] != NULL; i++) {
		v = view_part(rq->view, orders[i]);
		view_text(v, "href", address(rq, asked(rq, "kind"),
		    orders[i]));
		if (strcmp(orders[i], order) != 0)
			continue;
		chosen = (enum document_order)i;
		view_text(v, "sorted", chosen == DOCUMENT_BY_NAME ?
		    "ascending" : "descending");
	}
	return chosen;
}

/* What was asked for: a kind, with whom. */
static enum err
filter(struct request *rq, struct dossier *d, const char *kind,
    struct document_filter *f)
{
	const int64_t with = asked_with(rq);

	exchanges_choices(rq, d, false);
	view_flag(rq->view, "narrowed", with != 0);
	view_text(rq->view, "kind_now", kind);
	if (kind[0] != '\0')
		f->kind = strcmp(kind, NO_KIND) == 0 ? "" : kind;
	f->others = with == OTHERS;
	f->after = rq->method == GET ? form_int(rq, "after") : 0;
	return f->others ? OK : exchange_person(&rq->cx, d, with,
	    &f->person);
}

enum err
get_dossier_documents(struct request *rq)
{
	const char *kind = asked(rq, "kind"), *order = asked(rq, "order");
	struct document_filter f = { .limit = LIST_ROWS + 1 };
	struct document *doc, *last = NULL;
	struct dossier *d;
	int n = 0;
	enum err e;

	if ((e = show_open(rq, &d)) != OK)
		return e;
	order = order[0] == '\0' ? orders[0] : order;
	if ((e = show_kinds(rq, d, order)) != OK ||
	    (e = show_hidden(rq, d, COMPARTMENT_DOCUMENT)) != OK ||
	    (e = choices_compartments(rq, 0)) != OK ||
	    (e = filter(rq, d, kind, &f)) != OK)
		return e;
	view_text(rq->view, "order_now", order);
	f.order = show_order(rq, order);
	if ((e = document_list(&rq->cx, d, &f, &doc)) != OK)
		return e;
	for (; doc != NULL && n < LIST_ROWS; doc = doc->next, n++) {
		show_document(rq, view_item(rq->view, "documents"), d, doc);
		last = doc;
	}
	pager_show_no(rq, address(rq, kind, order),
	    doc == NULL || last == NULL ? 0 : last->no);
	show_document_kinds(rq, d);
	return reply_page(rq, "casework/documents.html");
}

/* Adds what is not here yet; *here names the others. */
static enum err
add_files(struct request *rq, struct dossier *d, long *n, const char **here)
{
	const struct exchange_new said = exchanges_typed(rq);
	struct document_new new;
	struct document *doc;
	struct upload *file;
	enum err e;

	for (file = form_files(rq, "files"); file != NULL;
	    file = file->next) {
		if ((e = document_same(&rq->cx, d, file->sha256,
		    file->path, &doc)) != OK)
			return e;
		if (doc != NULL) {
			*here = arena_printf(rq->cx.arena, "%s%s%s", *here,
			    **here == '\0' ? "" : " ", arena_printf(
			    rq->cx.arena, _("“%s” is already here, as “%s”."),
			    file->name, doc->name));
			continue;
		}
		new = (struct document_new){
			.name = file->name, .kind = form_text(rq, "kind"),
			.dated = form_date(rq, "dated"),
			.compartment = form_text(rq, "compartment"),
			.exchange = &said,
			.media_type = file->media_type, .path = file->path,
			.sha256 = file->sha256, .bytes = file->bytes
		};
		if ((e = document_add(&rq->cx, d, &new, &doc)) != OK)
			return e;
		(*n)++;
	}
	return OK;
}

enum err
post_dossier_documents_add(struct request *rq)
{
	const char *here = "", *added;
	struct dossier *d;
	long n = 0;
	enum err e;

	if ((e = dossier_open(&rq->cx, rq->number, rq->level, &d)) != OK)
		return e;
	if ((e = add_files(rq, d, &n, &here)) != OK)
		return e;
	if (n == 0 && *here == '\0')
		return refuse_field(&rq->cx, "files",
		    _("Choose at least one file."));
	added = n == 0 ? _("Nothing was added.") : arena_printf(rq->cx.arena,
	    message_plural("%ld document was added.",
	    "%ld documents were added.", n), n);
	reply_notice(rq, "%s%s%s", added, *here == '\0' ? "" : " ", here);
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
	if ((e = document_open(&rq->cx, d, rq->no, form_int(rq, "version"),
	    &doc)) != OK)
		return show_moved(rq, d, e, "documents", "");
	return reply_document(rq, doc->sha256, doc->bytes, doc->media_type,
	    doc->name);
}
