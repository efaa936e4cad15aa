/* SPDX-License-Identifier: MIT */
#ifndef DIRECTORY_LDAPWIRE_H
#define DIRECTORY_LDAPWIRE_H

#include <ldap.h>
#include <stdbool.h>
#include <stdint.h>
#include <sys/time.h>

/*
 * The bytes of a connection, with a moment at which every wait for them
 * ends. libldap's own timeouts do not hold inside a TLS handshake: with
 * GnuTLS it asks a silent server for ever, at full speed.
 */
struct ldapwire {
	int64_t until;		/* may be moved before each operation */
};

bool	 ldapwire_left(int64_t until, struct timeval *out); /* false: none */

/* Connects to an address of any scheme; TLS is not begun. The wire must
 * outlive the handle. Returns a result code of LDAP. */
int	 ldapwire_open(const char *url, struct ldapwire *, LDAP **out);

#endif
