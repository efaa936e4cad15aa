/* SPDX-License-Identifier: MIT */
/* Files that forms bring onto a matter. */
#include "legal/papers.h"

#include "domain/dossier/document.h"
#include "domain/people/compartment.h"
#include "domain/type/document_kind.h"

enum err
papers_choices(struct request *rq, const struct dossier *d)
{
	struct compartment *c;
	const char *code;
	size_t n;
	enum err e;

	for (n = 0; (code = document_kind(d->type, n)) != NULL; n++)
		view_text(view_item(rq->view, "papers"), "word",
		    document_kind_word(&rq->cx, d->type, code));
	if ((e = compartment_list(&rq->cx, &c)) != OK)
		return e;
	for (; c != NULL; c = c->next)
		if (c->held)
			view_option(rq->view, "compartments", c->code,
			    compartment_word(c->name));
	return OK;
}

enum err
papers_take(struct request *rq, struct dossier *d, const char *dated,
    enum err (*each)(struct request *, struct dossier *,
    const struct document *, void *), void *with)
{
	struct document_new n;
	struct document *f;
	struct upload *u;
	enum err e;

	for (u = form_files(rq, "files"); u != NULL; u = u->next) {
		if ((e = document_same(&rq->cx, d, u->sha256, u->path,
		    &f)) != OK)
			return e;
		n = (struct document_new){ .name = u->name,
		    .kind = form_text(rq, "kind"), .dated = dated,
		    .compartment = form_text(rq, "compartment"),
		    .media_type = u->media_type, .path = u->path,
		    .sha256 = u->sha256, .bytes = u->bytes };
		if (f == NULL &&
		    (e = document_add(&rq->cx, d, &n, &f)) != OK)
			return e;
		if ((e = each(rq, d, f, with)) != OK)
			return e;
	}
	return OK;
}
