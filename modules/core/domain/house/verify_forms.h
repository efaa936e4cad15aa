/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_VERIFY_FORMS_H
#define DOMAIN_VERIFY_FORMS_H

#include <stdbool.h>

#include "base/ctx.h"

/*
 * The copies of forms against the events that tell of them, chain by chain:
 * every edition has its event, and hashes to what that says. Used as
 * verify_decisions.h is.
 */
struct verify_forms;
struct store_event;

struct verify_forms *verify_forms_begin(struct ctx *);
void	 verify_forms_event(struct verify_forms *, struct ctx *small,
	    const struct store_event *);
/* False: *fault says what is wrong, or verify_forms_end() fails. */
bool	 verify_forms_chain(struct verify_forms *, int64_t dossier,
	    const char *number, const char **fault);
bool	 verify_forms_last(struct verify_forms *, const char **fault);
enum err verify_forms_end(struct verify_forms *);

#endif
