/* SPDX-License-Identifier: MIT */
#ifndef CASEWORK_APPROVALS_H
#define CASEWORK_APPROVALS_H

#include "domain/course/approval.h"
#include "web/request.h"
#include "web/view.h"

/* Approvals in words, for the pages that show them. */
void	 approvals_show_one(struct request *, struct view *,
	    const struct dossier *, const struct approval *);
/* All of a dossier as the list "approvals"; of each chain the newest. */
enum err approvals_show(struct request *, struct dossier *);
/* A page of what waits, as the list of that name; *out has the rest. */
enum err approvals_show_waiting(struct request *, enum approval_which,
	    const char *after, int limit, const char *list,
	    struct approval_page *out);

#endif
