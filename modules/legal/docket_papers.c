/* SPDX-License-Identifier: MIT */
/* Documents of the matter, filed under an entry and taken from it. */
#include <stdlib.h>

#include "domain/desk/docket.h"
#include "domain/dossier/document.h"
#include "domain/people/compartment.h"
#include "domain/type/document_kind.h"
#include "legal/dockets.h"
#include "text/message.h"
#include "web/pager.h"

#define ROWS 50
#define MOST 1000000000

const struct field docket_choose_form[] = {
	{ "after", FIELD_INT, .min = 1, .max = MOST },
	{ 0 }
};
const struct field docket_attach_form[] = {
	{ "document", FIELD_INT, .min = 1, .max = MOST, .many = true },
	{ 0 }
};
const struct field docket_detach_form[] = {
	{ "document", FIELD_INT, .min = 1, .max = MOST },
	{ 0 }
};

static bool
has(const struct docket_entry *x, int64_t no)
{
	const struct docket_document *f = x->documents;

	while (f != NULL && f->no != no)
		f = f->next;
	return f != NULL;
}

/* Those of the matter that are not under it yet. */
static enum err
show_choices(struct request *rq, const struct dossier *d,
    const struct docket_entry *x, const char *here)
{
	struct document_filter newest = { .limit = ROWS + 1,
	    .after = rq->method == GET ? form_int(rq, "after") : 0 };
	struct document *f;
	int64_t last = 0;
	struct view *v;
	enum err e;
	int n = 0;

	if ((e = document_list(&rq->cx, d, &newest, &f)) != OK)
		return e;
	for (; f != NULL && n < ROWS; f = f->next, n++) {
		last = f->no;
		if (f->withdrawn != 0 || has(x, f->no))
			continue;
		v = view_item(rq->view, "documents");
		view_int(v, "no", f->no);
		view_text(v, "name", f->name);
		view_text(v, "kind", document_kind_word(&rq->cx, d->type,
		    f->kind));
		view_text(v, "dated", f->dated);
		view_text(v, "within",
		    compartment_word(f->compartment_name));
	}
	pager_show_no(rq, here, f == NULL ? 0 : last);
	return OK;
}

enum err
get_docket_choose(struct request *rq)
{
	struct docket_entry *x;
	struct proceeding *p;
	struct dossier *d;
	enum err e;

	if ((e = docket_entries_open(rq, &d, &p, &x)) != OK)
		return e;
	dockets_show_entry(rq, view_part(rq->view, "entry"), d, x);
	if ((e = show_choices(rq, d, x, arena_printf(rq->cx.arena,
	    "/legal/%s/proceedings/%lld/docket/%lld/documents", d->number,
	    (long long)p->no, (long long)x->place))) != OK)
		return e;
	return reply_page(rq, "legal/docket-choose.html");
}

enum err
post_docket_attach(struct request *rq)
{
	const char *name, *no;
	struct docket_entry *x;
	struct proceeding *p;
	struct dossier *d;
	size_t n;
	enum err e;

	if ((e = docket_entries_reach(rq, &d, &p, &x)) != OK)
		return e;
	for (n = 0; n < ROWS && form_each(rq, "document", n, &name,
	    &no); n++)
		if ((e = docket_paper_attach(&rq->cx, d, p, x, strtoll(no, NULL,
		    10))) != OK)
			return e;
	if (n == 0)
		return refuse_field(&rq->cx, "document", "%s",
		    _("Choose at least one document."));
	reply_notice(rq, "%s", _("The documents were filed under the "
	    "entry."));
	return docket_entries_back(rq, x);
}

enum err
post_docket_detach(struct request *rq)
{
	struct docket_entry *x;
	struct proceeding *p;
	struct dossier *d;
	enum err e;

	if ((e = docket_entries_reach(rq, &d, &p, &x)) != OK ||
	    (e = docket_paper_detach(&rq->cx, d, p, x,
	    form_int(rq, "document"))) != OK)
		return e;
	reply_notice(rq, "%s", _("The document was taken from the entry. It "
	    "stays with the matter."));
	return docket_entries_back(rq, x);
}
