/* SPDX-License-Identifier: MIT */
/* Documents that are judgments. */
#include "domain/dossier/judgment.h"

#include <string.h>
#include <strings.h>

#include "base/config.h"
#include "domain/dossier/document.h"
#include "domain/people/search.h"
#include "domain/spine/document_bytes.h"
#include "store/store_judgment.h"
#include "text/message.h"
#include "xml/xml_judgment.h"

static struct judgment *
read_it(struct ctx *cx, const struct document *f, const char *name)
{
	struct reader_fault *faults = NULL;

	return xml_judgment_read(cx->arena, document_bytes_path(cx->arena,
	    cx->conf->documents, f->sha256), name, &faults);
}

enum err
judgment_recognise(struct ctx *cx, const struct document *f,
    struct judgment **out)
{
	size_t n = strlen(f->file);

	*out = NULL;
	if (cx->conf != NULL && n > 4 && f->bytes <= XML_JUDGMENT_MAX &&
	    strcasecmp(f->file + n - 4, ".xml") == 0)
		*out = read_it(cx, f, f->file);
	return OK;
}

enum err
judgment_keep(struct ctx *cx, const struct dossier *d,
    const struct document *f, const struct judgment *j)
{
	enum err e = store_judgment_put(cx, f, j);

	return e != OK || j == NULL || f->compartment != 0 ? e :
	    search_add(cx, d->id, j->text);
}

enum err
judgment_list(struct ctx *cx, const struct dossier *d, struct judgment **out)
{
	return store_judgment_list(cx, d, 0, out);
}

enum err
judgment_of(struct ctx *cx, const struct dossier *d,
    const struct document *f, struct judgment **out)
{
	return store_judgment_list(cx, d, f->id, out);
}

enum err
judgment_open(struct ctx *cx, const struct dossier *d, int64_t no,
    struct document **f, struct judgment **out)
{
	enum err e;

	if ((e = document_open(cx, d, no, 0, f)) != OK ||
	    (e = judgment_of(cx, d, *f, out)) != OK)
		return e;
	if (*out != NULL)
		*out = read_it(cx, *f, (*f)->name);
	return *out != NULL ? OK : refuse(cx, ERR_MISSING, "%s",
	    _("This document is no judgment that can be read here. Open the "
	    "file itself."));
}
