/* SPDX-License-Identifier: MIT */
/* Entries of a directory as people, and texts of people in filters. */
#include "directory/ldapentry.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/buf.h"
#include "base/config.h"
#include "base/digest.h"
#include "base/log.h"

const char *const ldapentry_attributes[] = {
	"entryUUID", "objectGUID", "uid", "sAMAccountName", "cn",
	"displayName", "givenName", "sn", "mail", "preferredLanguage",
	"userAccountControl", "accountExpires", "objectSid", "primaryGroupID",
	"msDS-UserPasswordExpiryTimeComputed",
	"nsAccountLock", "pwdAccountLockedTime", NULL
};

/* In Active Directory: the account is disabled; a moment that never comes,
 * and the year 1970 of moments in steps of 100 ns since 1601. */
#define ACCOUNTDISABLE 2L
#define NEVER INT64_MAX
#define EPOCH 11644473600L
#define VALUE_MAX 1000

const char *
ldapentry_text(struct arena *a, LDAP *ld, LDAPMessage *entry,
    const char *attribute)
{
	struct berval **values = ldap_get_values_len(ld, entry, attribute);
	const char *out = "";

	if (values == NULL)
		return out;
	if (values[0] != NULL && values[0]->bv_len <= VALUE_MAX &&
	    memchr(values[0]->bv_val, '\0', values[0]->bv_len) == NULL)
		out = arena_textn(a, values[0]->bv_val, values[0]->bv_len);
	ldap_value_free_len(values);
	return out;
}

const char *
ldapentry_dn(struct arena *a, LDAP *ld, LDAPMessage *entry)
{
	char *dn = ldap_get_dn(ld, entry);
	const char *out = arena_text(a, dn);

	ldap_memfree(dn);
	return out;
}

/* objectGUID is 16 bytes; everything else is a text. */
static const char *
entry_id(struct ctx *cx, LDAP *ld, LDAPMessage *entry)
{
	struct berval **values;
	const char *out = "";

	if (strcasecmp(cx->conf->ldap_id, "objectGUID") != 0)
		return ldapentry_text(cx->arena, ld, entry,
		    cx->conf->ldap_id);
	values = ldap_get_values_len(ld, entry, cx->conf->ldap_id);
	if (values != NULL && values[0] != NULL && values[0]->bv_len == 16)
		out = digest_hex(cx->arena, values[0]->bv_val, 16);
	if (values != NULL)
		ldap_value_free_len(values);
	return out;
}

/* A moment of Active Directory as UTC seconds; -1: none, or never. */
static int64_t
moment(struct arena *a, LDAP *ld, LDAPMessage *entry, const char *attribute)
{
	long long n = strtoll(ldapentry_text(a, ld, entry, attribute), NULL,
	    10);

	return n <= 0 || n == NEVER ? -1 : n / 10000000 - EPOCH;
}

/* Shut for good: by Active Directory, by 389 Directory Server, or by
 * OpenLDAP's password policy, where this moment means "until unlocked". A
 * lock that passes by itself (lockoutTime) is not asked for: with wrong
 * passwords anybody could end the sessions of others. */
static bool
is_disabled(struct ctx *cx, LDAP *ld, LDAPMessage *entry)
{
	struct arena *a = cx->arena;
	const char *control = ldapentry_text(a, ld, entry,
	    "userAccountControl");
	int64_t over = moment(a, ld, entry, "accountExpires");

	return (strtol(control, NULL, 10) & ACCOUNTDISABLE) != 0 ||
	    (over != -1 && over <= cx->now) ||
	    strcasecmp(ldapentry_text(a, ld, entry, "nsAccountLock"),
	    "true") == 0 ||
	    strcmp(ldapentry_text(a, ld, entry, "pwdAccountLockedTime"),
	    "000001010000Z") == 0;
}

const char *
ldapentry_sid(struct arena *a, const void *bytes, size_t len,
    const char *last)
{
	const unsigned char *b = bytes, *p;
	const char *out;
	uint64_t top = 0;
	size_t i;

	if (len < 12 || b[0] != 1 || len != 8 + 4 * (size_t)b[1] ||
	    *last == '\0' || strspn(last, "0123456789") != strlen(last))
		return "";
	for (i = 2; i < 8; i++)
		top = top << 8 | b[i];
	out = arena_printf(a, "S-1-%llu", (unsigned long long)top);
	for (p = b + 8; p < b + len - 4; p += 4)
		out = arena_printf(a, "%s-%lu", out, (unsigned long)p[0] |
		    (unsigned long)p[1] << 8 | (unsigned long)p[2] << 16 |
		    (unsigned long)p[3] << 24);
	return arena_printf(a, "%s-%s", out, last);
}

/* No member of its group by any list: only by a number. */
static const char *
primary_group(struct arena *a, LDAP *ld, LDAPMessage *entry)
{
	struct berval **sid = ldap_get_values_len(ld, entry, "objectSid");
	const char *out = "";

	if (sid != NULL && sid[0] != NULL)
		out = ldapentry_sid(a, sid[0]->bv_val, sid[0]->bv_len,
		    ldapentry_text(a, ld, entry, "primaryGroupID"));
	if (sid != NULL)
		ldap_value_free_len(sid);
	return out;
}

static int64_t
password_left(struct ctx *cx, LDAP *ld, LDAPMessage *entry)
{
	int64_t over = moment(cx->arena, ld, entry,
	    "msDS-UserPasswordExpiryTimeComputed");

	return over == -1 || over < cx->now ? -1 : over - cx->now;
}

struct directory_person *
ldapentry_person(struct ctx *cx, LDAP *ld, LDAPMessage *entry)
{
	struct arena *a = cx->arena;
	struct directory_person *p = arena_alloc(a, sizeof(*p));
	static const char *const none[] = { NULL };

	p->id = entry_id(cx, ld, entry);
	p->dn = ldapentry_dn(a, ld, entry);
	p->login = ldapentry_text(a, ld, entry, "sAMAccountName");
	if (*p->login == '\0')
		p->login = ldapentry_text(a, ld, entry, "uid");
	p->name = ldapentry_text(a, ld, entry, "displayName");
	if (*p->name == '\0')
		p->name = ldapentry_text(a, ld, entry, "cn");
	p->given = ldapentry_text(a, ld, entry, "givenName");
	p->family = ldapentry_text(a, ld, entry, "sn");
	p->email = ldapentry_text(a, ld, entry, "mail");
	p->language = ldapentry_text(a, ld, entry, "preferredLanguage");
	p->primary = primary_group(a, ld, entry);
	p->disabled = is_disabled(cx, ld, entry);
	p->expires = password_left(cx, ld, entry);
	p->groups = none;
	if (*p->id == '\0' || *p->dn == '\0' || *p->name == '\0') {
		log_warn("directory: an entry has no %s",
		    *p->id == '\0' ? cx->conf->ldap_id : "cn");
		return NULL;
	}
	return p;
}

static void
add_escaped(struct buf *b, const char *text)
{
	struct berval in, out = { 0, NULL };

	in.bv_val = (char *)(uintptr_t)text;
	in.bv_len = strlen(text);
	if (in.bv_len == 0)
		return;
	if (ldap_bv2escaped_filter_value(&in, &out) != 0)
		log_fatal("directory: a value cannot be escaped");
	buf_add(b, out.bv_val, out.bv_len);
	if (out.bv_val != in.bv_val)
		ldap_memfree(out.bv_val);
}

const char *
ldapentry_filter(struct arena *a, const char *pattern, const char *s,
    const char *u)
{
	struct buf b = { 0 };
	const char *out;

	for (; *pattern != '\0'; pattern++) {
		if (pattern[0] == '%' && pattern[1] == 's' && s != NULL)
			add_escaped(&b, s), pattern++;
		else if (pattern[0] == '%' && pattern[1] == 'u' && u != NULL)
			add_escaped(&b, u), pattern++;
		else
			buf_char(&b, *pattern);
	}
	out = arena_textn(a, b.data == NULL ? "" : b.data, b.len);
	buf_free(&b);
	return out;
}

const char *
ldapentry_every(struct arena *a, const char *pattern)
{
	char *out = arena_text(a, pattern), *at;

	while ((at = strstr(out, "%s")) != NULL) {
		at[0] = '*';
		memmove(at + 1, at + 2, strlen(at + 2) + 1);
	}
	return out;
}

const char *
ldapentry_id_filter(struct arena *a, const char *attribute, const char *id)
{
	struct buf b = { 0 };
	const char *out;

	if (strcasecmp(attribute, "objectGUID") != 0)
		return ldapentry_filter(a, arena_printf(a, "(%s=%%s)",
		    attribute), id, NULL);
	buf_printf(&b, "(%s=", attribute);
	for (; id[0] != '\0' && id[1] != '\0'; id += 2)
		buf_printf(&b, "\\%.2s", id);
	buf_char(&b, ')');
	out = arena_textn(a, b.data, b.len);
	buf_free(&b);
	return out;
}
