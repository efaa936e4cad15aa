/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_CASETYPE_CHECK_H
#define DOMAIN_CASETYPE_CHECK_H

#include "base/ctx.h"

/*
 * What is wrong with types as they are installed: a newer program may read
 * less than the one that took them. The newest version of each and those that
 * running dossiers have are looked at. And how many plans do not go on, and
 * why; no dossier is named.
 */
struct casetype_problem {
	struct casetype_problem *next;
	const char *code;	/* "" of a webhook */
	int version;
	const char *where;	/* "complaint.dmn:12", the webhook's name, or
				 * "" */
	const char *text;
	int64_t since;		/* a moment, 0 of a file */
};
enum err casetype_check(struct ctx *, struct casetype_problem **out);

#endif
