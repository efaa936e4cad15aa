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
	const char *primary;		/* SID of the primary group, "" none */
	bool disabled;			/* the directory shut the account */
	int64_t expires;		/* password, seconds; -1 not known */
	const char *const *groups;	/* DN and cn of each, NULL at the end */
};

/* What the directory adds to a password that is right. */
enum directory_word {
	DIRECTORY_NOTHING,
	DIRECTORY_EXPIRED,	/* too old: to be changed first */
	DIRECTORY_RESET,	/* somebody else set it: to be changed first */
	DIRECTORY_SHUT,		/* the account is disabled, or over */
	DIRECTORY_HOURS		/* not at this time, not from this machine */
};

struct directory_verdict {
	enum directory_word word;
	int64_t expires;	/* the password, seconds; -1 not told */
	int grace;		/* sign-ins left with an old one; -1 not told */
};

#define DIRECTORY_SIGNIN_MS 5000	/* a whole sign-in, whatever happens */

/*
 * Finds exactly one person by the name and proves the password by a bind.
 * ERR_INVALID, without a sentence, for an unknown or ambiguous name and an
 * empty or wrong password: they are one to the outside, and so is a lock
 * after wrong passwords. Where the password was right and still does not
 * do, the verdict has a word.
 */
enum err directory_signin(struct ctx *, const char *login,
	    const char *password, struct directory_verdict *,
	    struct directory_person **out);

/* The same without a password, for a name that was proved elsewhere. */
enum err directory_lookup(struct ctx *, const char *login,
	    struct directory_person **out);

/* The people with these ids; who is gone is not among them. */
enum err directory_find(struct ctx *, const char *const *ids, size_t n,
	    struct directory_person **out);

/* Everybody whom the filter of people finds; ERR_BUSY if that is nobody. */
enum err directory_everybody(struct ctx *, struct directory_person **out);

/* One sentence on what in [directory] cannot work, or NULL. */
const char *directory_fault(const struct config *, struct arena *);

void	 directory_close(void);		/* forgets the connections */

#endif
