/* SPDX-License-Identifier: MIT */
#ifndef TOOL_TOOL_PLACE_H
#define TOOL_TOOL_PLACE_H

#include "tool/tool.h"

/*
 * The users, folders and files that the programs of an installation stand
 * on. As root they become the programs'; else all is the caller's, who then
 * runs the programs too. What is as it should be stays untouched. Each
 * function says what it made and returns TOOL_FAILED after having said why.
 */
#define TOOL_PLACE_USER "dossier-signon"	/* does the store's work */
#define TOOL_PLACE_CLOCK "dossier-clock"	/* and group; asks LDAP too */
#define TOOL_PLACE_GROUP "dossier"		/* of all programs */

int	 tool_place_users(struct arena *);	/* root alone */
int	 tool_place_folder_of(struct arena *, const char *file);
/* Of a configured tool: data, documents, sockets and the secret. */
int	 tool_place_all(struct tool *);
/* A file of one secret, for sign-on and the clock alone. */
int	 tool_place_password(struct arena *, const char *path,
	    const char *text);
/* Of a configured tool: the folder of backups unless NULL, and root becomes
 * who owns the store. */
int	 tool_place_backup(struct tool *, const char *dir);
/* A folder that is to be restored into, and two files of it afterwards: of
 * the store and of the password (see above), by their names there. */
int	 tool_place_restore(struct tool *, const char *to);
int	 tool_place_restored(struct tool *, const char *to,
	    const char *store, const char *password);
/* Root becomes the user of the store for the rest of the command. */
int	 tool_place_step_down(void);

#endif
