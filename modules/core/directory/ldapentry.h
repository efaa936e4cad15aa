/* SPDX-License-Identifier: MIT */
#ifndef DIRECTORY_LDAPENTRY_H
#define DIRECTORY_LDAPENTRY_H

#include <ldap.h>

#include "base/ctx.h"
#include "directory/directory.h"

/* What is read of an entry, and how values get into a filter. */
extern const char *const ldapentry_attributes[];

/* NULL for an entry that lacks its id or its name. */
struct directory_person *ldapentry_person(struct ctx *, LDAP *,
	    LDAPMessage *entry);
/* First value of an attribute, "" when absent. */
const char *ldapentry_text(struct arena *, LDAP *, LDAPMessage *entry,
	    const char *attribute);
const char *ldapentry_dn(struct arena *, LDAP *, LDAPMessage *entry);

/* A security identifier of Active Directory as text, with another last
 * number; "" when the bytes are none. */
const char *ldapentry_sid(struct arena *, const void *bytes, size_t len,
	    const char *last);

/* The pattern with %s and %u replaced by two texts, both escaped. */
const char *ldapentry_filter(struct arena *, const char *pattern,
	    const char *s, const char *u);
/* The pattern with %s as the star that stands for every name. */
const char *ldapentry_every(struct arena *, const char *pattern);
/* A filter part that finds the entry of an id. */
const char *ldapentry_id_filter(struct arena *, const char *attribute,
	    const char *id);

#endif
