/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_DOCUMENT_KIND_H
#define DOMAIN_DOCUMENT_KIND_H

#include <stddef.h>

#include "base/ctx.h"
#include "model/casetype.h"

/* The kinds to choose from: those of the type, else a short list of ours;
 * the n-th code, NULL after the last. */
const char *document_kind(const struct casetype *, size_t n);
/* The word for a code; any other word is its own. */
const char *document_kind_word(struct ctx *, const struct casetype *,
	    const char *code);
/* What was typed as a code when it is the word for one, in any language. */
const char *document_kind_code(struct ctx *, const struct casetype *,
	    const char *typed);

#endif
