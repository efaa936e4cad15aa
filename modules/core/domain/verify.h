/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_VERIFY_H
#define DOMAIN_VERIFY_H

#include "base/ctx.h"

/*
 * Checks that the log and the documents are as they were written: every
 * chain link by link, every body against its commitment, every head, and
 * that the bytes of every document are there and unchanged.
 */
struct verify_report {
	int64_t chains, events, erased, documents;
	const char *fault;	/* one sentence on the first bad row, or NULL */
};
enum err verify_store(struct ctx *, struct verify_report *out);

#endif
