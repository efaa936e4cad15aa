/* SPDX-License-Identifier: MIT */
/* The documents of a dossier, page by page. */
#include "domain/dossier/document.h"
#include "store/store_document.h"

enum err
document_list(struct ctx *cx, const struct dossier *d,
    const struct document_filter *f, struct document **out)
{
	struct store_document_filter s = { .kind = f->kind,
	    .person = f->person, .others = f->others, .order = f->order,
	    .after = f->after,
	    .limit = f->limit == 0 ? INT64_MAX : f->limit };

	return store_document_list(cx, d, &s, out);
}

enum err
document_list_kinds(struct ctx *cx, const struct dossier *d,
    struct document_kind **out)
{
	return store_document_kinds(cx, d, out);
}
