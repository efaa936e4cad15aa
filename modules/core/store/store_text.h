/* SPDX-License-Identifier: MIT */
#ifndef STORE_TEXT_H
#define STORE_TEXT_H

#include "base/ctx.h"
#include "model/compare.h"

/* The text of files by their SHA-256: for who opened a document with these
 * bytes. */
enum err store_text_find(struct ctx *, const char *sha256,
	    enum text_state *state, const char **text);
enum err store_text_ask(struct ctx *, const char *sha256);
/* For the clock: the longest waiting one, with one try more; "" none. */
enum err store_text_claim(struct ctx *, const char **sha256, int64_t *tries);
enum err store_text_keep(struct ctx *, const char *sha256, enum text_state,
	    const char *text);

#endif
