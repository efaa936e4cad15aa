/* SPDX-License-Identifier: MIT */
#ifndef DIRECTORY_LDAPVERDICT_H
#define DIRECTORY_LDAPVERDICT_H

#include <ldap.h>

#include "base/ctx.h"
#include "directory/directory.h"

/*
 * What the answer to a bind says beyond "right" and "wrong": the response
 * of the password policy control, or the code in Active Directory's
 * diagnostic text. What servers also say of a wrong password (that the
 * account is locked) is no word here: it would tell a guesser that the name
 * exists.
 */
/* The result code; LDAP_SUCCESS, or the refusal behind the word. */
int	 ldapverdict_read(struct ctx *, LDAP *, LDAPMessage *answer,
	    struct directory_verdict *);

/* A word for Active Directory's text, for ldapverdict_read() and tests. */
enum directory_word ldapverdict_word(const char *diagnostic);

#endif
