/* SPDX-License-Identifier: MIT */
#ifndef STORE_VERIFY_H
#define STORE_VERIFY_H

#include <stdbool.h>

#include "base/ctx.h"

/* What the operator's check needs beside the log. */

/* The engine's own check of its file: "" when all is well. */
enum err store_verify_engine(struct ctx *, const char **out);

struct store_verify_document {
	const char *number;	/* of its dossier */
	int64_t no;
	const char *sha256;
	int64_t bytes;
};
typedef bool store_verify_fn(void *, const struct store_verify_document *);
enum err store_verify_documents(struct ctx *, store_verify_fn *, void *);

#endif
