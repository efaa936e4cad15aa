/* SPDX-License-Identifier: MIT */
/* Trying the directory's settings: servers, people, groups, names. */
#include "directory/directory_check.h"

#include <string.h>

#include "base/config.h"
#include "base/monotonic.h"
#include "directory/directory.h"
#include "directory/ldapentry.h"
#include "directory/ldaplink.h"

#define PATIENCE_MS 5000

struct checking {
	struct ctx *cx;
	const struct config *conf;
	struct directory_finding *first, **tail;
	int answering;		/* servers */
};

static void found(struct checking *, bool wrong, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));

static void
found(struct checking *c, bool wrong, const char *fmt, ...)
{
	struct directory_finding *f = arena_alloc(c->cx->arena, sizeof(*f));
	va_list ap;

	va_start(ap, fmt);
	f->text = arena_vprintf(c->cx->arena, fmt, ap);
	va_end(ap);
	f->wrong = wrong;
	*c->tail = f;
	c->tail = &f->next;
}

static void
check_server(struct checking *c, const struct ldaplink_try *t)
{
	const char *bind = c->conf->ldap_bind;
	const char *how = strncmp(t->url, "ldaps", 5) == 0 ||
	    strcmp(c->conf->ldap_tls, "none") == 0 ||
	    strncmp(t->url, "ldapi", 5) == 0 ? "" : " with STARTTLS";

	if (t->rc == LDAP_SUCCESS) {
		c->answering++;
		found(c, false, "%s answers%s and %s%s.", t->url, how,
		    *bind == '\0' ? "lets anybody search" : "knows ", bind);
	} else if (t->step == LDAPLINK_TLS && t->rc != LDAP_TIMEOUT) {
		found(c, true, "%s answers, but without trust (%s). Name the "
		    "file of the authority that signed its certificate in "
		    "ca, and write the server in urls as the certificate "
		    "does.", t->url, t->said);
	} else if (t->step == LDAPLINK_BIND &&
	    t->rc == LDAP_INVALID_CREDENTIALS) {
		found(c, true, "%s refuses the account %s: bind is wrong, or "
		    "the password in %s.", t->url, bind,
		    c->conf->ldap_password_file);
	} else if (t->step == LDAPLINK_BIND && t->rc != LDAP_TIMEOUT) {
		found(c, true, "%s answers, but not to the account %s (%s).",
		    t->url, bind, t->said);
	} else {
		found(c, true, "%s does not answer (%s). Is the address "
		    "right, is it running, and does every firewall let this "
		    "machine through?", t->url, t->said);
	}
}

/* How many entries a search gives, at most `limit`; -1 after an error, that
 * *rc tells. */
static int
count(struct checking *c, const char *base, const char *filter, int limit,
    int *rc)
{
	static const char *const nothing[] = { LDAP_NO_ATTRS, NULL };
	LDAPMessage *answer = NULL;
	int n = -1;

	*rc = ldaplink_search(c->cx, base, filter, nothing, limit,
	    monotonic_ms() + PATIENCE_MS, &answer);
	if (*rc == LDAP_SUCCESS)
		n = ldap_count_entries(ldaplink_handle(), answer);
	else if (*rc == LDAP_SIZELIMIT_EXCEEDED)
		n = limit;
	ldap_msgfree(answer);
	return n;
}

static bool
check_base(struct checking *c, const char *key, const char *base,
    const char *filter, const char *what)
{
	int rc, n = count(c, base, filter, 1, &rc);

	if (n > 0)
		found(c, false, "%s = %s: %s are found.", key, base, what);
	else if (rc == LDAP_NO_SUCH_OBJECT)
		found(c, true, "%s = %s: the directory has no such place.",
		    key, base);
	else if (n == 0)
		found(c, true, "%s = %s: no %s are found there by %s. Either "
		    "they are elsewhere, or the account may not read them.",
		    key, base, what, filter);
	else
		found(c, true, "%s = %s: %s.", key, base,
		    ldap_err2string(rc));
	return n > 0;
}

static void
check_groups(struct checking *c)
{
	const struct config_group *g;
	const char *filter;
	int n, rc, all = 0, good = 0;

	for (g = c->conf->groups; g != NULL; g = g->next, all++) {
		if (strchr(g->group, '=') != NULL)
			n = count(c, g->group, "(objectClass=*)", 1, &rc);
		else {
			filter = ldapentry_filter(c->cx->arena, "(cn=%s)",
			    g->group, NULL);
			n = count(c, c->conf->ldap_groups, filter, 1, &rc);
		}
		if (n > 0)
			good++;
		else
			found(c, true, "[group %s], line %d: the directory "
			    "has no group %s.", g->label, g->line, g->group);
	}
	if (all > 0 && good == all)
		found(c, false, "Every group that a [group] names is there.");
}

static void
check_administrators(struct checking *c)
{
	const char *s = c->conf->administrators, *name;
	size_t n;
	int hits, rc;

	for (; *(s += strspn(s, " \t,")) != '\0'; s += n) {
		n = strcspn(s, " \t,");
		name = arena_textn(c->cx->arena, s, n);
		hits = count(c, c->conf->ldap_people, ldapentry_filter(
		    c->cx->arena, c->conf->ldap_person, name, NULL), 2, &rc);
		if (hits == 1)
			found(c, false, "The administrator %s is there.",
			    name);
		else
			found(c, true, "administrators: the sign-in name %s "
			    "belongs to %s.", name,
			    hits == 2 ? "several people" : "nobody");
	}
}

struct directory_finding *
directory_check(struct ctx *cx)
{
	struct checking c = { .cx = cx, .conf = cx->conf };
	struct ldaplink_try t;
	const char *why;
	size_t i;

	c.tail = &c.first;
	if ((why = directory_fault(cx->conf, cx->arena)) != NULL) {
		found(&c, true, "%s.", why);
		return c.first;
	}
	for (i = 0; ldaplink_try(cx, i, &t); i++)
		check_server(&c, &t);
	if (c.answering > 0) {
		if (check_base(&c, "people", c.conf->ldap_people,
		    ldapentry_every(cx->arena, c.conf->ldap_person),
		    "people"))
			check_administrators(&c);
		if (*c.conf->ldap_groups != '\0')
			check_groups(&c);
		else if (c.conf->groups != NULL)
			found(&c, true, "There are [group] sections, but "
			    "groups of [directory] does not say where the "
			    "groups are.");
	}
	directory_close();
	return c.first;
}

const char *
directory_check_look(struct ctx *cx, struct directory_look *out)
{
	static const char ad[] = "1.2.840.113556.1.4.800";
	static const char *const attributes[] = { "namingContexts",
	    "defaultNamingContext", "supportedCapabilities", NULL };
	struct ldaplink_try t;
	LDAPMessage *answer, *m;
	struct berval **values;
	int i;

	*out = (struct directory_look){ .base = "" };
	if ((answer = ldaplink_root(cx, attributes, &t)) == NULL)
		return t.said;
	m = ldap_first_entry(ldaplink_handle(), answer);
	out->base = ldapentry_text(cx->arena, ldaplink_handle(), m,
	    "defaultNamingContext");
	values = ldap_get_values_len(ldaplink_handle(), m, "namingContexts");
	if (*out->base == '\0' && ldap_count_values_len(values) == 1)
		out->base = ldapentry_text(cx->arena, ldaplink_handle(), m,
		    "namingContexts");
	ldap_value_free_len(values);
	values = ldap_get_values_len(ldaplink_handle(), m,
	    "supportedCapabilities");
	for (i = 0; values != NULL && values[i] != NULL; i++)
		out->ad = out->ad || (values[i]->bv_len == sizeof(ad) - 1 &&
		    memcmp(values[i]->bv_val, ad, sizeof(ad) - 1) == 0);
	ldap_value_free_len(values);
	ldap_msgfree(answer);
	directory_close();
	return NULL;
}
