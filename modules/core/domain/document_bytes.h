/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_DOCUMENT_BYTES_H
#define DOMAIN_DOCUMENT_BYTES_H

#include "base/ctx.h"

/*
 * Takes over a fsynced file of ours as the bytes of that SHA-256, below
 * conf->documents. Afterwards file and folders are on the disk, so that a
 * commit may name them. The same bytes are there once.
 */
enum err document_bytes_keep(struct ctx *, const char *path,
	    const char *sha256);

/* Lays back what this transaction placed. Only while it is still open: no
 * other can name the same bytes before it ends. */
void	 document_bytes_back(struct ctx *);

#endif
