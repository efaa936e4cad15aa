/* SPDX-License-Identifier: MIT */
#ifndef DIRECTORY_LDAPLINK_H
#define DIRECTORY_LDAPLINK_H

#include <ldap.h>
#include <stdint.h>

#include "base/ctx.h"
#include "directory/directory.h"

/*
 * The two connections of a process: one searches as the service account,
 * one proves passwords. They are opened when needed, kept, and opened anew
 * when a server was restarted. Every call ends at its moment `until`, and
 * returns a result code of LDAP.
 */
/* Below base, at most limit entries (0: as many as there are). *out is
 * owned by the caller, ldap_msgfree(); NULL unless entries came. */
int	 ldaplink_search(struct ctx *, const char *base, const char *filter,
	    const char *const *attributes, int limit, int64_t until,
	    LDAPMessage **out);
/* The same in pages: cookie starts as { 0 } and is empty after the last
 * one; ber_memfree() its bytes. A connection lost between two pages is an
 * error. */
int	 ldaplink_page(struct ctx *, const char *base, const char *filter,
	    const char *const *attributes, struct berval *cookie,
	    int64_t until, LDAPMessage **out);
int	 ldaplink_bind(struct ctx *, const char *dn, const char *password,
	    int64_t until, struct directory_verdict *);
LDAP	*ldaplink_handle(void);		/* to read entries; NULL when none */
void	 ldaplink_close(void);

/* How far a connection to one server came, for whoever checks settings. */
struct ldaplink_try {
	const char *url;
	enum { LDAPLINK_CONNECT, LDAPLINK_TLS, LDAPLINK_BIND } step;
	int rc;
	const char *said;	/* why not, in the library's words */
};

/* Opens a connection to the n-th server by itself and, when it fails,
 * closes it again; false after the last server. */
bool	 ldaplink_try(struct ctx *, size_t n, struct ldaplink_try *);
/* What the first server says of itself without an account. */
LDAPMessage *ldaplink_root(struct ctx *, const char *const *attributes,
	    struct ldaplink_try *);

const char *ldaplink_fault(const struct config *, struct arena *);

#endif
