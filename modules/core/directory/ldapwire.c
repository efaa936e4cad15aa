/* SPDX-License-Identifier: MIT */
/* TCP connections for libldap whose every wait has an end. */
#include "directory/ldapwire.h"

#include <errno.h>
#include <fcntl.h>
#include <lber.h>
#include <netdb.h>
#include <openldap.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/monotonic.h"

/* Above TCP, below TLS. */
#define LEVEL (LBER_SBIOD_LEVEL_PROVIDER + 5)

bool
ldapwire_left(int64_t until, struct timeval *out)
{
	int64_t ms = until - monotonic_ms();

	if (ms <= 0)
		return false;
	out->tv_sec = ms / 1000;
	out->tv_usec = ms % 1000 * 1000;
	return true;
}

/* Waits until the socket is ready; false with errno at the moment. */
static bool
ready(int fd, short events, int64_t until)
{
	struct pollfd p = { .fd = fd, .events = events };
	int64_t ms;
	int n;

	do {
		ms = until - monotonic_ms();
		n = poll(&p, 1, ms > 0 ? (int)ms : 0);
	} while (n == -1 && errno == EINTR);
	if (n == 0)
		errno = ETIMEDOUT;
	return n > 0;
}

static bool
may_go_on(Sockbuf_IO_Desc *d, short events)
{
	const struct ldapwire *w = d->sbiod_pvt;
	ber_socket_t fd = -1;

	ber_sockbuf_ctrl(d->sbiod_sb, LBER_SB_OPT_GET_FD, &fd);
	return ready(fd, events, w->until);
}

static int
wire_setup(Sockbuf_IO_Desc *d, void *wire)
{
	d->sbiod_pvt = wire;
	return 0;
}

static int
wire_remove(Sockbuf_IO_Desc *d)
{
	d->sbiod_pvt = NULL;
	return 0;
}

static int
wire_ctrl(Sockbuf_IO_Desc *d, int opt, void *arg)
{
	return LBER_SBIOD_CTRL_NEXT(d, opt, arg);
}

static ber_slen_t
wire_read(Sockbuf_IO_Desc *d, void *bytes, ber_len_t len)
{
	return may_go_on(d, POLLIN) ?
	    LBER_SBIOD_READ_NEXT(d, bytes, len) : -1;
}

static ber_slen_t
wire_write(Sockbuf_IO_Desc *d, void *bytes, ber_len_t len)
{
	return may_go_on(d, POLLOUT) ?
	    LBER_SBIOD_WRITE_NEXT(d, bytes, len) : -1;
}

static int
wire_close(Sockbuf_IO_Desc *d)
{
	(void)d;
	return 0;
}

static Sockbuf_IO wire_io = {
	wire_setup, wire_remove, wire_ctrl, wire_read, wire_write, wire_close
};

/* One address of a host; -1 with errno. */
static int
connect_address(const struct addrinfo *at, int64_t until)
{
	int fd, flags, failed = 0;
	socklen_t len = sizeof(failed);

	fd = socket(at->ai_family, SOCK_STREAM | SOCK_CLOEXEC |
	    SOCK_NONBLOCK, 0);
	if (fd == -1)
		return -1;
	if (connect(fd, at->ai_addr, at->ai_addrlen) == -1 &&
	    errno != EINPROGRESS)
		failed = errno;
	else if (!ready(fd, POLLOUT, until))
		failed = errno;
	else
		getsockopt(fd, SOL_SOCKET, SO_ERROR, &failed, &len);
	flags = fcntl(fd, F_GETFL);
	if (failed == 0 && flags != -1 &&
	    fcntl(fd, F_SETFL, flags & ~O_NONBLOCK) != -1)
		return fd;
	close(fd);
	errno = failed;
	return -1;
}

static int
connect_host(const char *host, int port, int64_t until)
{
	struct addrinfo hints = { .ai_socktype = SOCK_STREAM }, *all, *at;
	char service[16];
	int fd = -1;

	snprintf(service, sizeof(service), "%d", port);
	if (getaddrinfo(host, service, &hints, &all) != 0)
		return -1;
	for (at = all; fd == -1 && at != NULL; at = at->ai_next)
		if (monotonic_ms() < until)
			fd = connect_address(at, until);
	freeaddrinfo(all);
	return fd;
}

int
ldapwire_open(const char *url, struct ldapwire *w, LDAP **out)
{
	Sockbuf *bytes = NULL;
	LDAPURLDesc *u;
	int fd, rc;

	*out = NULL;
	if (strncasecmp(url, "ldapi://", 8) == 0) {
		rc = ldap_initialize(out, url);
		return rc == LDAP_SUCCESS && *out == NULL ?
		    LDAP_LOCAL_ERROR : rc;
	}
	if (ldap_url_parse(url, &u) != LDAP_URL_SUCCESS)
		return LDAP_PARAM_ERROR;
	fd = u->lud_host == NULL ? -1 :
	    connect_host(u->lud_host, u->lud_port, w->until);
	ldap_free_urldesc(u);
	if (fd == -1)
		return monotonic_ms() < w->until ? LDAP_SERVER_DOWN :
		    LDAP_TIMEOUT;
	if ((rc = ldap_init_fd(fd, LDAP_PROTO_TCP, url, out)) != LDAP_SUCCESS ||
	    *out == NULL) {
		close(fd);
		*out = NULL;
		return rc == LDAP_SUCCESS ? LDAP_LOCAL_ERROR : rc;
	}
	if (ldap_get_option(*out, LDAP_OPT_SOCKBUF, &bytes) !=
	    LDAP_OPT_SUCCESS || bytes == NULL ||
	    ber_sockbuf_add_io(bytes, &wire_io, LEVEL, w) != 0) {
		ldap_unbind_ext_s(*out, NULL, NULL);
		*out = NULL;
		return LDAP_LOCAL_ERROR;
	}
	return LDAP_SUCCESS;
}
