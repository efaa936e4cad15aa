/* SPDX-License-Identifier: MIT */
#ifndef STORE_APPROVAL_INPUT_H
#define STORE_APPROVAL_INPUT_H

#include "base/ctx.h"
#include "model/approval.h"
#include "model/dossier.h"

/* What people wrote on an opened dossier, but for what was taken back: the
 * bodies of events that have values, the newest first. */
struct store_approval_input {
	struct store_approval_input *next;
	int64_t actor;
	const char *body;
};
enum err store_approval_input_log(struct ctx *, const struct dossier *,
	    struct store_approval_input **out);

/* The approval follows from a field, which a person wrote; 0: from it. */
enum err store_approval_input_add(struct ctx *, const struct dossier *,
	    const struct approval *, int64_t person, const char *field);
/* A person wrote fields, "|paid|cause|": those that wait and follow from
 * one of them are not for them. */
enum err store_approval_input_wrote(struct ctx *, const struct dossier *,
	    int64_t person, const char *fields);
/* A field that the viewer wrote, that of the amount before others; "". */
enum err store_approval_input_mine(struct ctx *, const struct dossier *,
	    const struct approval *, const char **out);

#endif
