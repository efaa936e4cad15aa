/* SPDX-License-Identifier: MIT */
/* Groups of a person, and groups in groups. */
#include "directory/ldapgroup.h"

#include <string.h>
#include <strings.h>

#include "base/buf.h"
#include "base/config.h"
#include "base/log.h"
#include "directory/ldapentry.h"
#include "directory/ldaplink.h"

#define IN_CHAIN ":1.2.840.113556.1.4.1941:"	/* of Active Directory */
#define DEPTH 20	/* levels of groups in groups */
#define MOST 2000	/* groups of one person */
#define BATCH 50	/* DNs in one filter */

struct found {			/* all groups so far, in this order */
	const char **dn, **cn;
	size_t n, cap;
};

const char *
ldapgroup_chain(struct arena *a, const char *pattern)
{
	struct buf b = { 0 };
	const char *out, *s;

	for (s = pattern; *s != '\0'; s++) {
		if (strncmp(s, "=%s", 3) == 0 && s > pattern &&
		    strchr(":<>~", s[-1]) == NULL)
			buf_text(&b, IN_CHAIN);
		buf_char(&b, *s);
	}
	out = arena_textn(a, b.data == NULL ? "" : b.data, b.len);
	buf_free(&b);
	return out;
}

static bool
is_found(const struct found *f, const char *dn)
{
	size_t i;

	for (i = 0; i < f->n; i++)
		if (strcasecmp(f->dn[i], dn) == 0)
			return true;
	return false;
}

static void
add(struct arena *a, struct found *f, const char *dn, const char *cn)
{
	const char **dns, **cns;

	if (f->n == f->cap) {
		f->cap = f->cap == 0 ? 32 : f->cap * 2;
		dns = arena_array(a, f->cap, sizeof(*dns));
		cns = arena_array(a, f->cap, sizeof(*cns));
		if (f->n > 0) {
			memcpy(dns, f->dn, f->n * sizeof(*dns));
			memcpy(cns, f->cn, f->n * sizeof(*cns));
		}
		f->dn = dns;
		f->cn = cns;
	}
	f->dn[f->n] = dn;
	f->cn[f->n++] = cn;
}

/* Every group that the filter finds and that is not there yet. */
static int
search(struct ctx *cx, const char *filter, int64_t until, struct found *f)
{
	static const char *const attributes[] = { "cn", NULL };
	struct berval cookie = { 0, NULL };
	LDAPMessage *answer, *m;
	const char *dn;
	LDAP *ld;
	int rc;

	do {
		rc = ldaplink_page(cx, cx->conf->ldap_groups, filter,
		    attributes, &cookie, until, &answer);
		if (rc != LDAP_SUCCESS)
			break;
		ld = ldaplink_handle();
		for (m = ldap_first_entry(ld, answer); m != NULL;
		    m = ldap_next_entry(ld, m)) {
			dn = ldapentry_dn(cx->arena, ld, m);
			if (!is_found(f, dn))
				add(cx->arena, f, dn, ldapentry_text(
				    cx->arena, ld, m, "cn"));
		}
		ldap_msgfree(answer);
		if (f->n > MOST)
			rc = LDAP_LOOP_DETECT;
	} while (rc == LDAP_SUCCESS && cookie.bv_len > 0);
	ber_memfree(cookie.bv_val);
	return rc;
}

/* The groups that hold one of the groups from `from` on. */
static int
search_holders(struct ctx *cx, size_t from, int64_t until, struct found *f)
{
	struct buf filter = { 0 };
	size_t i, end, all = f->n;
	int rc = LDAP_SUCCESS;

	for (; rc == LDAP_SUCCESS && from < all; from = end) {
		end = all - from < BATCH ? all : from + BATCH;
		buf_reset(&filter);
		buf_text(&filter, "(|");
		for (i = from; i < end; i++)
			buf_text(&filter, ldapentry_filter(cx->arena,
			    cx->conf->ldap_group, f->dn[i], NULL));
		buf_char(&filter, ')');
		rc = search(cx, filter.data, until, f);
	}
	buf_free(&filter);
	return rc;
}

/* Level by level; a group that was there before is not asked for again. */
static int
walk(struct ctx *cx, int64_t until, struct found *f)
{
	size_t from = 0, next;
	int rc = LDAP_SUCCESS, level;

	for (level = 0; rc == LDAP_SUCCESS && from < f->n; from = next) {
		if (level++ == DEPTH) {
			log_warn("directory: groups lie more than %d levels "
			    "deep, as %s does", DEPTH, f->dn[from]);
			return LDAP_LOOP_DETECT;
		}
		next = f->n;
		rc = search_holders(cx, from, until, f);
	}
	return rc;
}

/* In Active Directory: of the primary group, only its SID is known yet. */
static int
search_primary(struct ctx *cx, const struct directory_person *p,
    const char *chain, int64_t until, struct found *f)
{
	struct found primary = { 0 };
	int rc;

	if (*p->primary == '\0')
		return LDAP_SUCCESS;
	rc = search(cx, ldapentry_filter(cx->arena, "(objectSid=%s)",
	    p->primary, NULL), until, &primary);
	if (rc != LDAP_SUCCESS || primary.n == 0)
		return rc;
	if (!is_found(f, primary.dn[0]))
		add(cx->arena, f, primary.dn[0], primary.cn[0]);
	return chain == NULL ? rc : search(cx, ldapentry_filter(cx->arena,
	    chain, primary.dn[0], NULL), until, f);
}

int
ldapgroup_find(struct ctx *cx, struct directory_person *p, int64_t until)
{
	const struct config *conf = cx->conf;
	const char *chain = strcmp(conf->ldap_nested, "ad") == 0 ?
	    ldapgroup_chain(cx->arena, conf->ldap_group) : NULL;
	struct found f = { 0 };
	const char **out;
	size_t i, n = 0;
	int rc;

	if (*conf->ldap_groups == '\0')
		return LDAP_SUCCESS;
	rc = search(cx, ldapentry_filter(cx->arena, chain != NULL ? chain :
	    conf->ldap_group, p->dn, p->login), until, &f);
	if (rc == LDAP_SUCCESS)
		rc = search_primary(cx, p, chain, until, &f);
	if (rc == LDAP_SUCCESS && strcmp(conf->ldap_nested, "walk") == 0)
		rc = walk(cx, until, &f);
	if (rc != LDAP_SUCCESS)
		return rc;
	/* DN and cn of each, so that dossier.conf may name either. */
	out = arena_array(cx->arena, f.n * 2 + 1, sizeof(*out));
	for (i = 0; i < f.n; i++) {
		out[n++] = f.dn[i];
		out[n++] = f.cn[i];
	}
	p->groups = out;
	return rc;
}
