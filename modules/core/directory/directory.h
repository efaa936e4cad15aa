/* SPDX-License-Identifier: MIT */
#ifndef DIRECTORY_DIRECTORY_H
#define DIRECTORY_DIRECTORY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/ctx.h"

/*
 * Staff as the LDAP servers of dossier.conf know them. Every answer is
 * whole or there is none: a server that is down, slow, not to be trusted
 * or that gives only a part is ERR_BUSY with a sentence in cx->why. No
 * function here may run inside a transaction.
 */
struct directory_person {
	struct directory_person *next;
	const char *id;			/* entryUUID, or objectGUID in hex */
	const char *dn;
	const char *login;		/* uid or sAMAccountName */
	const char *name, *given, *family, *email;
	const char *language;		/* preferredLanguage as it stands */
	bool disabled;			/* the directory shut the account */
	const char *const *groups;	/* DN and cn of each, NULL at the end */
};

#define DIRECTORY_SIGNIN_MS 5000	/* a whole sign-in, whatever happens */

/*
 * Finds exactly one person by the name and proves the password by a bind.
 * ERR_INVALID, without a sentence, for an unknown or ambiguous name, an
 * empty or wrong password and a shut account: they are one to the outside.
 */
enum err directory_signin(struct ctx *, const char *login,
	    const char *password, struct directory_person **out);

/* The people with these ids; who is gone is not among them. */
enum err directory_find(struct ctx *, const char *const *ids, size_t n,
	    struct directory_person **out);

/* Everybody whom the filter of people finds; ERR_BUSY if that is nobody. */
enum err directory_everybody(struct ctx *, struct directory_person **out);

/* One sentence on what in [directory] cannot work, or NULL. */
const char *directory_fault(const struct config *, struct arena *);

void	 directory_close(void);		/* forgets the connections */

#endif
