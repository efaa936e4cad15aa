/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_ACCESS_WORDS_H
#define DOMAIN_ACCESS_WORDS_H

#include "base/ctx.h"
#include "model/right.h"

/* Roles, levels and groups in the viewer's language. */
const char *access_words_role(const char *role);
const char *access_words_level(enum level);
/* "Complaint, Permit" for "complaint permit". */
const char *access_words_types(struct ctx *, const char *codes);
/* The directory's group behind a section of dossier.conf; "" for none. */
const char *access_words_group(const struct ctx *, const char *label);

#endif
