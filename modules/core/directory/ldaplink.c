/* SPDX-License-Identifier: MIT */
/* Connections to LDAP servers: order, trust, time and their second life. */
#include "directory/ldaplink.h"

#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <resolv.h>
#include <signal.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/config.h"
#include "base/log.h"
#include "base/monotonic.h"
#include "directory/ldapverdict.h"
#include "directory/ldapwire.h"

#define PAGE 200
#define SERVERS 8
#define AVOID_MS 60000		/* a server that failed is asked last */

struct link {
	LDAP *ld;		/* NULL: not connected */
	size_t server;
	struct ldapwire wire;
	struct ldaplink_try *try;	/* somebody wants to know; or NULL */
};

static struct link searching, proving;
static int64_t failed[SERVERS];	/* when, 0 never */

/* The server or the way to it failed: another one may still answer. */
static bool
lost(int rc)
{
	return rc == LDAP_SERVER_DOWN || rc == LDAP_TIMEOUT ||
	    rc == LDAP_CONNECT_ERROR || rc == LDAP_UNAVAILABLE ||
	    rc == LDAP_BUSY || rc == LDAP_TIMELIMIT_EXCEEDED ||
	    rc == LDAP_LOCAL_ERROR ||
	    rc == LDAP_PROTOCOL_ERROR || rc == LDAP_DECODING_ERROR ||
	    rc == LDAP_OPERATIONS_ERROR;
}

LDAP *
ldaplink_handle(void)
{
	return searching.ld;
}

static void
drop(struct link *l)
{
	if (l->ld != NULL)
		ldap_unbind_ext_s(l->ld, NULL, NULL);
	l->ld = NULL;
}

void
ldaplink_close(void)
{
	drop(&searching);
	drop(&proving);
	memset(failed, 0, sizeof(failed));
}

/* The n-th address of the list; "" after the last. */
static const char *
server_url(struct arena *a, const struct config *conf, size_t n)
{
	const char *s = conf->ldap_urls + strspn(conf->ldap_urls, " \t");

	for (; n > 0 && *s != '\0'; n--) {
		s += strcspn(s, " \t");
		s += strspn(s, " \t");
	}
	return arena_textn(a, s, strcspn(s, " \t"));
}

static bool
is_loopback(const char *url)
{
	const char *host = strstr(url, "://") + 3;
	size_t n = *host == '[' ? strcspn(host, "]") + 1 :
	    strcspn(host, ":/?");

	if (strncasecmp(url, "ldapi://", 8) == 0)
		return true;
	return (n == 9 && strncasecmp(host, "localhost", 9) == 0) ||
	    (n == 5 && strncmp(host, "[::1]", 5) == 0) ||
	    (n > 4 && strncmp(host, "127.", 4) == 0 &&
	    strspn(host, "0123456789.") == n);
}

/* Why an address must not be used with the configured trust, or NULL. */
static const char *
url_fault(struct arena *a, const struct config *conf, const char *url)
{
	bool ldaps = strncasecmp(url, "ldaps://", 8) == 0;
	bool none = strcmp(conf->ldap_tls, "none") == 0;

	if (strncasecmp(url, "ldapi://", 8) == 0)
		return NULL;
	if (!ldaps && strncasecmp(url, "ldap://", 7) != 0)
		return arena_printf(a, "%s does not begin with ldap://, "
		    "ldaps:// or ldapi://", url);
	if (none && !ldaps && !is_loopback(url))
		return arena_printf(a, "%s would carry passwords in the "
		    "clear; set tls to starttls or ldaps", url);
	if (!ldaps && strcmp(conf->ldap_tls, "ldaps") == 0)
		return arena_printf(a, "%s is no ldaps:// address, and tls "
		    "is ldaps", url);
	/* libldap compares the certificate with the machine's own name. */
	if ((ldaps || !none) && strncasecmp(strstr(url, "://") + 3,
	    "localhost", 9) == 0)
		return arena_printf(a, "%s: with TLS no certificate fits "
		    "\"localhost\"; write 127.0.0.1 or the server's name",
		    url);
	return NULL;
}

const char *
ldaplink_fault(const struct config *conf, struct arena *a)
{
	const char *url, *why;
	size_t n;

	if (*server_url(a, conf, 0) == '\0')
		return "urls of [directory] is not set";
	if (*server_url(a, conf, SERVERS) != '\0')
		return "urls of [directory] has more than 8 addresses";
	for (n = 0; *(url = server_url(a, conf, n)) != '\0'; n++)
		if ((why = url_fault(a, conf, url)) != NULL)
			return why;
	return NULL;
}

/* The service account's password, from a file that others cannot read. */
static char *
service_password(struct ctx *cx)
{
	const char *path = cx->conf->ldap_password_file;
	char *text = arena_alloc(cx->arena, 1024);
	struct stat st;
	ssize_t n = -1;
	int fd;

	if ((fd = open(path, O_RDONLY | O_CLOEXEC)) == -1) {
		log_error("directory: %s: %s", path, strerror(errno));
		return NULL;
	}
	if (fstat(fd, &st) == -1 || (st.st_mode & 037) != 0)
		log_error("directory: %s may be read by others; "
		    "chmod 0440 it", path);
	else if ((n = read(fd, text, 1023)) == -1)
		log_error("directory: %s: %s", path, strerror(errno));
	close(fd);
	if (n == -1)
		return NULL;
	while (n > 0 && (text[n - 1] == '\n' || text[n - 1] == '\r'))
		n--;
	text[n] = '\0';
	if (n == 0)
		log_error("directory: %s is empty", path);
	return n == 0 ? NULL : text;
}

/* Waits for the answer to a message, whatever it says. */
static int
hear(LDAP *ld, int id, int64_t until, LDAPMessage **out)
{
	struct timeval tv;
	int rc, code;

	*out = NULL;
	rc = ldapwire_left(until, &tv) ?
	    ldap_result(ld, id, LDAP_MSG_ALL, &tv, out) : 0;
	if (rc == 0) {
		ldap_abandon_ext(ld, id, NULL, NULL);
		return LDAP_TIMEOUT;
	}
	if (rc != -1)
		return LDAP_SUCCESS;
	if (ldap_get_option(ld, LDAP_OPT_RESULT_CODE, &code) !=
	    LDAP_OPT_SUCCESS || code == LDAP_SUCCESS)
		code = LDAP_SERVER_DOWN;
	return code;
}

/* The answer to a search; freed here unless it is a success. */
static int
await(LDAP *ld, int id, int64_t until, LDAPMessage **out)
{
	int rc, code;

	if ((rc = hear(ld, id, until, out)) != LDAP_SUCCESS)
		return rc;
	if ((rc = ldap_parse_result(ld, *out, &code, NULL, NULL, NULL, NULL,
	    0)) == LDAP_SUCCESS)
		rc = code;
	if (rc != LDAP_SUCCESS) {
		ldap_msgfree(*out);
		*out = NULL;
	}
	return rc;
}

static int
simple_bind(struct ctx *cx, LDAP *ld, const char *dn, const char *password,
    int64_t until, struct directory_verdict *v)
{
	LDAPControl *policy = NULL, *controls[2] = { NULL, NULL };
	LDAPMessage *answer;
	struct berval secret;
	int rc, id;

	secret.bv_len = strlen(password);
	secret.bv_val = (char *)(uintptr_t)password;
	if ((rc = ldap_create_passwordpolicy_control(ld, &policy)) !=
	    LDAP_SUCCESS)
		return rc;
	controls[0] = policy;
	rc = ldap_sasl_bind(ld, dn, LDAP_SASL_SIMPLE, &secret, controls,
	    NULL, &id);
	ldap_control_free(policy);
	if (rc != LDAP_SUCCESS ||
	    (rc = hear(ld, id, until, &answer)) != LDAP_SUCCESS)
		return rc;
	rc = ldapverdict_read(cx, ld, answer, v);
	ldap_msgfree(answer);
	return rc;
}

static int
set_options(LDAP *ld, const struct config *conf, const struct timeval *tv)
{
	int version = LDAP_VERSION3, demand = LDAP_OPT_X_TLS_DEMAND;
	int tls12 = LDAP_OPT_X_TLS_PROTOCOL_TLS1_2, client = 0;
	int rc = 0;

	rc |= ldap_set_option(ld, LDAP_OPT_PROTOCOL_VERSION, &version);
	rc |= ldap_set_option(ld, LDAP_OPT_REFERRALS, LDAP_OPT_OFF);
	rc |= ldap_set_option(ld, LDAP_OPT_RESTART, LDAP_OPT_ON);
	rc |= ldap_set_option(ld, LDAP_OPT_TIMEOUT, tv);
	rc |= ldap_set_option(ld, LDAP_OPT_X_TLS_REQUIRE_CERT, &demand);
	rc |= ldap_set_option(ld, LDAP_OPT_X_TLS_PROTOCOL_MIN, &tls12);
	if (*conf->ldap_ca != '\0')
		rc |= ldap_set_option(ld, LDAP_OPT_X_TLS_CACERTFILE,
		    conf->ldap_ca);
	/* Last: it makes the context out of what was set before. */
	if (ldap_set_option(ld, LDAP_OPT_X_TLS_NEWCTX, &client) != 0 &&
	    strcmp(conf->ldap_tls, "none") != 0) {
		log_error("directory: no trust can be built from \"%s\"",
		    conf->ldap_ca);
		return LDAP_CONNECT_ERROR;
	}
	return rc == 0 ? LDAP_SUCCESS : LDAP_LOCAL_ERROR;
}

static int
secure(LDAP *ld, const struct config *conf, const char *url)
{
	if (strncasecmp(url, "ldaps://", 8) == 0)
		return ldap_install_tls(ld);
	if (strncasecmp(url, "ldap://", 7) == 0 &&
	    strcmp(conf->ldap_tls, "none") != 0)
		return ldap_start_tls_s(ld, NULL, NULL);
	return LDAP_SUCCESS;
}

/* Says why a server was not to be had: to whoever tries, else in the log. */
static void
say_why(struct ctx *cx, const struct link *l, const char *url, int rc,
    const char *said)
{
	const char *why = said != NULL && *said != '\0' ?
	    arena_printf(cx->arena, "%s: %s", ldap_err2string(rc), said) :
	    ldap_err2string(rc);

	if (l->try != NULL)
		l->try->said = why;
	else
		log_warn("directory: %s: %s", url, why);
}

/* Connects to one server within its share of the time. */
static int
connect_one(struct ctx *cx, struct link *l, const char *url, int64_t until)
{
	const struct config *conf = cx->conf;
	const char *why = url_fault(cx->arena, conf, url);
	struct directory_verdict unused;
	char *password, *said = NULL;
	struct timeval tv;
	int rc;

	if (why != NULL) {
		log_error("directory: %s", why);
		return LDAP_CONNECT_ERROR;
	}
	l->wire.until = until;
	if ((rc = ldapwire_open(url, &l->wire, &l->ld)) != LDAP_SUCCESS) {
		say_why(cx, l, url, rc, NULL);
		return rc;
	}
	if (!ldapwire_left(until, &tv))
		rc = LDAP_TIMEOUT;
	else
		rc = set_options(l->ld, conf, &tv);
	if (rc == LDAP_SUCCESS && l->try != NULL)
		l->try->step = LDAPLINK_TLS;
	if (rc == LDAP_SUCCESS)
		rc = secure(l->ld, conf, url);
	if (rc == LDAP_SUCCESS && l->try != NULL)
		l->try->step = LDAPLINK_BIND;
	if (rc == LDAP_SUCCESS && l == &searching &&
	    *conf->ldap_bind != '\0') {
		if ((password = service_password(cx)) == NULL)
			rc = LDAP_CONNECT_ERROR;
		else {
			rc = simple_bind(cx, l->ld, conf->ldap_bind,
			    password, until, &unused);
			explicit_bzero(password, strlen(password));
		}
	}
	if (rc == LDAP_SUCCESS)
		return rc;
	ldap_get_option(l->ld, LDAP_OPT_DIAGNOSTIC_MESSAGE, &said);
	say_why(cx, l, url, rc, said);
	ldap_memfree(said);
	drop(l);
	return rc;
}

/* Signals and the resolver's patience, before libldap is used at all. */
static void
prepare(void)
{
	static bool done;

	if (done)
		return;
	/* Closing a dead TLS connection writes to it. */
	signal(SIGPIPE, SIG_IGN);
	/* Its usual patience is longer than a whole sign-in may take. Not by
	 * the environment: the request under way may be read from there. */
	if (res_init() == 0) {
		_res.retrans = 1;
		_res.retry = 1;
	}
	done = true;
}

static int64_t
share(const struct config *conf, int64_t until, bool more)
{
	int64_t now = monotonic_ms(), ms = until - now;

	if (more)
		ms /= 2;
	if (ms > conf->ldap_timeout * (int64_t)1000)
		ms = conf->ldap_timeout * (int64_t)1000;
	return now + ms;
}

/* Opens a link to the first server that answers: in their order, but those
 * that failed lately at the end. */
static int
open_link(struct ctx *cx, struct link *l, int64_t until)
{
	size_t n = 0, i, turn, tried = 0;
	int64_t now = monotonic_ms();
	int rc = LDAP_SERVER_DOWN;
	bool late[SERVERS];

	if (l->ld != NULL)
		return LDAP_SUCCESS;
	prepare();
	while (n < SERVERS && *server_url(cx->arena, cx->conf, n) != '\0') {
		late[n] = failed[n] != 0 && now - failed[n] < AVOID_MS;
		n++;
	}
	for (turn = 0; turn < 2; turn++) {
		for (i = 0; i < n; i++) {
			if (late[i] != (turn == 1))
				continue;
			rc = connect_one(cx, l,
			    server_url(cx->arena, cx->conf, i),
			    share(cx->conf, until, ++tried < n));
			if (rc == LDAP_SUCCESS) {
				l->server = i;
				failed[i] = 0;
				return rc;
			}
			failed[i] = monotonic_ms();
		}
	}
	return rc;
}

/* A kept connection turned out to be dead, or a server to be deaf. */
static void
give_up(struct ctx *cx, struct link *l, int rc, bool fresh)
{
	log_warn("directory: %s: %s",
	    server_url(cx->arena, cx->conf, l->server), ldap_err2string(rc));
	if (fresh || rc == LDAP_TIMEOUT)
		failed[l->server] = monotonic_ms();
	drop(l);
}

/* The cookie of the next page out of an answer. */
static int
next_cookie(LDAP *ld, LDAPMessage *answer, struct berval *cookie)
{
	LDAPControl **all = NULL, *page;
	ber_int_t size;
	int rc, code;

	ber_memfree(cookie->bv_val);
	memset(cookie, 0, sizeof(*cookie));
	rc = ldap_parse_result(ld, answer, &code, NULL, NULL, NULL, &all, 0);
	if (rc == LDAP_SUCCESS && all != NULL &&
	    (page = ldap_control_find(LDAP_CONTROL_PAGEDRESULTS, all,
	    NULL)) != NULL)
		rc = ldap_parse_pageresponse_control(ld, page, &size, cookie);
	ldap_controls_free(all);
	return rc;
}

/* One question on the link that is open; with a cookie, for one page. */
static int
question(const char *base, const char *filter, const char *const *attributes,
    int limit, struct berval *cookie, int64_t until, LDAPMessage **out)
{
	char **names = (char **)(uintptr_t)attributes;
	LDAPControl *page = NULL, *controls[2] = { NULL, NULL };
	LDAP *ld = searching.ld;
	struct timeval tv;
	int rc, id;

	searching.wire.until = until;
	if (!ldapwire_left(until, &tv))
		return LDAP_TIMEOUT;
	if (cookie != NULL && (rc = ldap_create_page_control(ld, PAGE,
	    cookie->bv_val == NULL ? NULL : cookie, 0, &page)) !=
	    LDAP_SUCCESS)
		return rc;
	controls[0] = page;
	rc = ldap_search_ext(ld, base, LDAP_SCOPE_SUBTREE, filter, names, 0,
	    controls, NULL, &tv, limit, &id);
	if (page != NULL)
		ldap_control_free(page);
	if (rc == LDAP_SUCCESS)
		rc = await(ld, id, until, out);
	if (rc == LDAP_SUCCESS && cookie != NULL)
		rc = next_cookie(ld, *out, cookie);
	return rc;
}

/* Opens the link anew when it turns out to be dead; between two pages the
 * server that has the list is gone, and the whole is asked again later. */
static int
search(struct ctx *cx, const char *base, const char *filter,
    const char *const *attributes, int limit, struct berval *cookie,
    int64_t until, LDAPMessage **out)
{
	bool first = cookie == NULL || cookie->bv_val == NULL, fresh;
	int rc = LDAP_SERVER_DOWN, tries;

	*out = NULL;
	for (tries = 0; tries < (first ? 3 : 1); tries++) {
		fresh = searching.ld == NULL;
		if (fresh && !first)
			return LDAP_SERVER_DOWN;
		if ((rc = open_link(cx, &searching, until)) != LDAP_SUCCESS)
			return rc;
		rc = question(base, filter, attributes, limit, cookie,
		    first ? share(cx->conf, until, tries == 0) : until, out);
		if (!lost(rc))
			return rc;
		give_up(cx, &searching, rc, fresh);
	}
	return rc;
}

int
ldaplink_search(struct ctx *cx, const char *base, const char *filter,
    const char *const *attributes, int limit, int64_t until,
    LDAPMessage **out)
{
	return search(cx, base, filter, attributes, limit, NULL, until, out);
}

int
ldaplink_page(struct ctx *cx, const char *base, const char *filter,
    const char *const *attributes, struct berval *cookie, int64_t until,
    LDAPMessage **out)
{
	return search(cx, base, filter, attributes, 0, cookie, until, out);
}

int
ldaplink_bind(struct ctx *cx, const char *dn, const char *password,
    int64_t until, struct directory_verdict *v)
{
	int rc = LDAP_SERVER_DOWN, tries;
	int64_t end;
	bool fresh;

	if (*dn == '\0' || *password == '\0')
		return LDAP_INVALID_CREDENTIALS; /* would be anonymous */
	for (tries = 0; tries < 3; tries++) {
		fresh = proving.ld == NULL;
		if ((rc = open_link(cx, &proving, until)) != LDAP_SUCCESS)
			return rc;
		end = share(cx->conf, until, tries == 0);
		proving.wire.until = end;
		rc = simple_bind(cx, proving.ld, dn, password, end, v);
		if (!lost(rc))
			return rc;
		give_up(cx, &proving, rc, fresh);
	}
	return rc;
}

bool
ldaplink_try(struct ctx *cx, size_t n, struct ldaplink_try *t)
{
	*t = (struct ldaplink_try){ .url = server_url(cx->arena, cx->conf, n),
	    .said = "" };
	if (*t->url == '\0')
		return false;
	prepare();
	drop(&searching);
	searching.try = t;
	t->rc = connect_one(cx, &searching, t->url, monotonic_ms() +
	    cx->conf->ldap_timeout * (int64_t)1000);
	searching.server = n;
	searching.try = NULL;
	return true;
}

LDAPMessage *
ldaplink_root(struct ctx *cx, const char *const *attributes,
    struct ldaplink_try *t)
{
	char **names = (char **)(uintptr_t)attributes;
	int64_t until = monotonic_ms() +
	    cx->conf->ldap_timeout * (int64_t)1000;
	LDAPMessage *answer = NULL;
	struct timeval tv;
	int id;

	if (!ldaplink_try(cx, 0, t) || t->rc != LDAP_SUCCESS)
		return NULL;
	searching.wire.until = until;
	if (!ldapwire_left(until, &tv))
		t->rc = LDAP_TIMEOUT;
	else
		t->rc = ldap_search_ext(searching.ld, "", LDAP_SCOPE_BASE,
		    "(objectClass=*)", names, 0, NULL, NULL, &tv, 0, &id);
	if (t->rc == LDAP_SUCCESS)
		t->rc = await(searching.ld, id, until, &answer);
	t->said = ldap_err2string(t->rc);
	return answer;
}
