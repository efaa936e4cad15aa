/* SPDX-License-Identifier: MIT */
#ifndef MODEL_NOTICE_H
#define MODEL_NOTICE_H

#include <stdbool.h>
#include <stdint.h>

enum notice_kind {
	NOTICE_ASSIGNED,	/* a task, or the lead */
	NOTICE_APPROVAL,	/* one waits, or was answered */
	NOTICE_CHANGE,		/* somebody changed a case that one follows */
	NOTICE_MENTION		/* in a note */
};
#define NOTICE_KINDS 4
enum notice_mode { NOTICE_NOW, NOTICE_DIGEST, NOTICE_NONE };

/* What somebody was told, in their list. */
struct notice {
	struct notice *next;
	enum notice_kind kind;
	const char *dossier, *title;	/* of the dossier */
	int64_t no;		/* of the task or approval, 0 none */
	const char *about;	/* its title, "" none */
	bool answered;		/* an approval that one asked for */
	bool seen;
	int64_t queued;
};

#endif
