/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_DOCUMENT_H
#define DOMAIN_DOCUMENT_H

#include "base/ctx.h"
#include "model/dossier.h"

/* Files of a dossier; the bytes lie under their SHA-256 and never change. */
struct document_new {
	const char *name, *kind, *media_type;
	const char *path;	/* fsynced file to be taken over */
	const char *sha256;
	size_t bytes;
};
enum err document_add(struct ctx *, struct dossier *,
	    const struct document_new *, struct document **out);
/* For sending: also leaves the look "document.sent". */
enum err document_open(struct ctx *, const struct dossier *, int64_t no,
	    struct document **out);
/* Where bytes lie below conf->documents: ab/cd/abcd... */
const char *document_path(struct ctx *, const char *sha256);

#endif
