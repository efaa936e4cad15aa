/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_DOCUMENT_BYTES_H
#define DOMAIN_DOCUMENT_BYTES_H

#include "base/ctx.h"

/*
 * Takes over a fsynced file of ours as the bytes of that SHA-256, below
 * conf->documents. Afterwards file and folders are on the disk, so that a
 * commit may name them. The same bytes are there once; what lies in their
 * place and is damaged is put aside.
 */
enum err document_bytes_keep(struct ctx *, const char *path,
	    const char *sha256);

/* Lays back what this transaction placed. Only while it is still open: no
 * other can name the same bytes before it ends. Where others write beside it
 * one may count on them already: they stay, and are laid back as well. */
void	 document_bytes_back(struct ctx *);

/* Do they lie where they were put, in their length? A look at the folder,
 * for whoever shows or sends them. */
enum document_bytes { BYTES_THERE, BYTES_MISSING, BYTES_ALTERED };
enum document_bytes document_bytes_look(struct ctx *, const char *sha256,
	    size_t bytes);
/* Where they lie: ab/cd/abcd... below conf->documents; and ROOT/ab/cd/... */
const char *document_bytes_below(struct ctx *, const char *sha256);
const char *document_bytes_path(struct arena *, const char *root,
	    const char *sha256);

#endif
