/* SPDX-License-Identifier: MIT */
#ifndef DIRECTORY_LDAPGROUP_H
#define DIRECTORY_LDAPGROUP_H

#include <stdint.h>

#include "base/ctx.h"
#include "directory/directory.h"

/*
 * The groups of a person, whole or not at all: those that the filter finds,
 * the primary group of Active Directory, which lists no members, and as
 * `nested` says the groups that these lie in. Returns a result code of LDAP;
 * LDAP_LOOP_DETECT where groups lie in each other more deeply, or are more,
 * than is followed (going round in a circle is no fault).
 */
int	 ldapgroup_find(struct ctx *, struct directory_person *,
	    int64_t until);

/* The filter of groups with every "attribute=%s" asked of the whole chain,
 * by the matching rule of Active Directory. */
const char *ldapgroup_chain(struct arena *, const char *pattern);

#endif
