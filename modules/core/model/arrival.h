/* SPDX-License-Identifier: MIT */
#ifndef MODEL_ARRIVAL_H
#define MODEL_ARRIVAL_H

#include <stddef.h>
#include <stdint.h>

/* A file of an arrival; its bytes lie where those of documents do. */
struct arrival_file {
	struct arrival_file *next;
	int64_t no;
	const char *name, *media_type, *sha256;
	size_t bytes;
};

/* What arrived and is on no dossier yet: the unfiled tray. */
struct arrival {
	struct arrival *next;
	int64_t id;
	const char *number;	/* U-48392070, for addresses */
	int64_t team;
	const char *team_code, *team_name;
	int64_t owner;		/* who looks after it, 0 nobody */
	const char *owner_name;
	const char *medium, *title, *sender;
	int64_t received;	/* true arrival */
	int64_t added;		/* entered here */
	const char *added_by;
	int64_t left;		/* filed or put away, 0 neither */
	int64_t dossier;	/* where it was filed, 0 nowhere */
	const char *dossier_number;	/* "" where the viewer may not see it */
	const char *reason;	/* why it was put away */
	int64_t nfiles;
	struct arrival_file *files;	/* of one that was opened */
};

#endif
