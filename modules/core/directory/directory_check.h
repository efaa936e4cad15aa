/* SPDX-License-Identifier: MIT */
#ifndef DIRECTORY_DIRECTORY_CHECK_H
#define DIRECTORY_DIRECTORY_CHECK_H

#include <stdbool.h>

#include "base/ctx.h"

/*
 * For whoever sets Dossier up: what is found when every server is asked by
 * the settings of [directory], in sentences. Each server has five seconds.
 */
struct directory_finding {
	struct directory_finding *next;
	bool wrong;
	const char *text;
};

struct directory_finding *directory_check(struct ctx *);

/* What a server says of itself to anybody, before there are settings. */
struct directory_look {
	const char *base;	/* its only or its default context, or "" */
	bool ad;		/* Active Directory */
};

/* Asks the first server of cx->conf without its account. NULL, or why it
 * gave no answer. */
const char *directory_check_look(struct ctx *, struct directory_look *out);

#endif
