/* SPDX-License-Identifier: MIT */
#ifndef MODEL_NOTICE_H
#define MODEL_NOTICE_H

#include <stdbool.h>
#include <stdint.h>

enum notice_kind {
	NOTICE_ASSIGNED,	/* a task, or the lead */
	NOTICE_APPROVAL,	/* one waits, or was answered */
	NOTICE_CHANGE,		/* somebody changed a case that one follows */
	NOTICE_MENTION,		/* in a note */
	NOTICE_DEADLINE		/* one is near, or was missed; no 0: the case
				 * fell silent */
};
#define NOTICE_KINDS 5		/* that people choose about */
#define NOTICE_HANDOVER NOTICE_KINDS	/* as those of work */
#define NOTICE_PROMISE (NOTICE_KINDS + 1)	/* as those of deadlines */
#define NOTICE_SHARE (NOTICE_KINDS + 2)	/* as changes: what one shared was
				 * opened, is locked, or could not be
				 * mailed */
#define NOTICE_SERVICE (NOTICE_KINDS + 3)	/* as those of deadlines: one is
				 * due for a patient, or late */
#define NOTICE_CONSENT (NOTICE_KINDS + 4)	/* the same: one ends soon */
enum notice_mode { NOTICE_NOW, NOTICE_DIGEST, NOTICE_NONE };

/* What somebody was told, in their list. */
struct notice {
	struct notice *next;
	enum notice_kind kind;
	const char *dossier, *title;	/* of the dossier */
	int64_t no;		/* of the task, approval or deadline, 0 none */
	const char *about;	/* its title, "" none; of a handover its
				 * number */
	int64_t type_id;	/* of the dossier */
	const char *code;	/* of a deadline of the type, else "" */
	bool missed;		/* a deadline or promise was, by then; a share
				 * is locked */
	bool answered;		/* an approval that one asked for, a handover
				 * that one gave; of a share: a mail of it
				 * was not taken */
	bool seen;
	int64_t queued;
};

#endif
