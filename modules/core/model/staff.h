/* SPDX-License-Identifier: MIT */
#ifndef MODEL_STAFF_H
#define MODEL_STAFF_H

#include <stdbool.h>
#include <stdint.h>

/* A person who signs in. */
struct staff {
	struct staff *next;
	int64_t id;			/* the person's row */
	const char *number;		/* the person's */
	const char *name, *given, *family, *email;
	const char *login;
	const char *directory_id;	/* "" for one that no directory made */
	const char *dn;
	bool enabled;
	const char *language, *zone;	/* chosen by the person, or "" */
	bool mail;			/* wants mail about handed work */
	unsigned int rights;
	int64_t checked;		/* the directory last answered */
	int64_t seen;			/* last sign-in */
	int64_t version;		/* of the person's row */
};

/* A session of one's own, on the page "Who am I". */
struct staff_session {
	struct staff_session *next;
	int64_t created, used;
	bool current;
};

/* What `dossier directory sync` did. */
struct staff_sync {
	int asked;		/* people whom the directory was asked for */
	int added, refreshed;
	int shut;		/* gone or disabled there: shut out here */
};

#endif
