/* SPDX-License-Identifier: MIT */
/* Search and bind, groups, and the lists for keeping staff current. */
#include "directory/directory.h"

#include <string.h>
#include <strings.h>

#include "base/buf.h"
#include "base/config.h"
#include "base/log.h"
#include "base/monotonic.h"
#include "directory/ldapentry.h"
#include "directory/ldapgroup.h"
#include "directory/ldaplink.h"
#include "text/message.h"

#define BATCH 50	/* ids in one filter */
#define SILENCE_MS 10000

/* A server that keeps silent costs a worker five seconds a question: those
 * who come right after are told at once. */
static int64_t silent_until;

static enum err
busy(struct ctx *cx, int rc)
{
	if (rc == LDAP_TIMEOUT)
		silent_until = monotonic_ms() + SILENCE_MS;
	log_error("directory: no answer: %s", ldap_err2string(rc));
	if (rc == LDAP_SIZELIMIT_EXCEEDED || rc == LDAP_ADMINLIMIT_EXCEEDED)
		return refuse(cx, ERR_BUSY, _("The staff directory gave only "
		    "a part of its answer, because of a size limit. Ask its "
		    "administrator to raise the limit for the account of "
		    "Dossier."));
	if (rc == LDAP_LOOP_DETECT)
		return refuse(cx, ERR_BUSY, _("The groups of the staff "
		    "directory lie in one another more deeply than Dossier "
		    "follows. Please tell your administrator."));
	return refuse(cx, ERR_BUSY, _("The staff directory does not answer. "
	    "Wait a minute and try again. Whoever is signed in already can "
	    "go on working."));
}

const char *
directory_fault(const struct config *conf, struct arena *a)
{
	if (*conf->ldap_people == '\0')
		return "people of [directory] is not set";
	if (strstr(conf->ldap_person, "%s") == NULL)
		return "person of [directory] has no %s for the name";
	if (*conf->ldap_groups != '\0' &&
	    strstr(conf->ldap_group, "%s") == NULL &&
	    strstr(conf->ldap_group, "%u") == NULL)
		return "group of [directory] has neither %s for the DN nor "
		    "%u for the name";
	if (strcmp(conf->ldap_nested, "none") != 0 &&
	    strstr(conf->ldap_group, "%s") == NULL)
		return "nested of [directory] needs a group filter with %s "
		    "for the DN";
	/* Else a group would count as the person of the same name. */
	if (strcmp(conf->ldap_nested, "walk") == 0 &&
	    strstr(conf->ldap_group, "%u") != NULL)
		return "nested = walk of [directory] needs a group filter "
		    "without %u: a group has no sign-in name";
	if (*conf->ldap_bind != '\0' && *conf->ldap_password_file == '\0')
		return "password_file of [directory] is not set";
	return ldaplink_fault(conf, a);
}

void
directory_close(void)
{
	ldaplink_close();
	silent_until = 0;
}

static enum err
find_groups(struct ctx *cx, struct directory_person *p, int64_t until)
{
	int rc = ldapgroup_find(cx, p, until);

	return rc == LDAP_SUCCESS ? OK : busy(cx, rc);
}

/* Exactly one entry for the name, or *out stays NULL. */
static enum err
find_one(struct ctx *cx, const char *login, int64_t until,
    struct directory_person **out)
{
	LDAPMessage *answer;
	LDAP *ld;
	int rc;

	*out = NULL;
	rc = ldaplink_search(cx, cx->conf->ldap_people,
	    ldapentry_filter(cx->arena, cx->conf->ldap_person, login, NULL),
	    ldapentry_attributes, 2, until, &answer);
	if (rc == LDAP_NO_SUCH_OBJECT || rc == LDAP_SIZELIMIT_EXCEEDED)
		log_warn("directory: %s", rc == LDAP_NO_SUCH_OBJECT ?
		    "the base of people does not exist" :
		    "one name finds several people");
	if (rc == LDAP_SIZELIMIT_EXCEEDED)
		return OK;
	if (rc != LDAP_SUCCESS)
		return busy(cx, rc);
	ld = ldaplink_handle();
	if (ldap_count_entries(ld, answer) == 1)
		*out = ldapentry_person(cx, ld, ldap_first_entry(ld, answer));
	else if (ldap_count_entries(ld, answer) > 1)
		log_warn("directory: one name finds several people");
	ldap_msgfree(answer);
	if (*out != NULL && *(*out)->login == '\0')
		(*out)->login = login;
	return OK;
}

/* A refused password takes as many questions as an unknown name. */
static const char *
nobody(struct ctx *cx)
{
	return arena_printf(cx->arena, "cn=nobody,%s",
	    cx->conf->ldap_people);
}

/* Answers of a bind that say "not this password" or "not this account". */
static bool
is_refusal(int rc)
{
	return rc == LDAP_INVALID_CREDENTIALS || rc == LDAP_NO_SUCH_OBJECT ||
	    rc == LDAP_INAPPROPRIATE_AUTH || rc == LDAP_UNWILLING_TO_PERFORM ||
	    rc == LDAP_CONSTRAINT_VIOLATION || rc == LDAP_INSUFFICIENT_ACCESS;
}

/* What must hold before a question is worth its time. */
static enum err
may_ask(struct ctx *cx)
{
	const char *why = directory_fault(cx->conf, cx->arena);

	if (why != NULL) {
		log_error("directory: %s", why);
		return busy(cx, LDAP_PARAM_ERROR);
	}
	return monotonic_ms() < silent_until ? busy(cx, LDAP_BUSY) : OK;
}

/* Is the password this person's? p NULL: of a name that finds nobody. */
static enum err
prove(struct ctx *cx, const struct directory_person *p, const char *password,
    int64_t until, struct directory_verdict *v)
{
	int rc = ldaplink_bind(cx, p == NULL ? nobody(cx) : p->dn, password,
	    until, v);

	if (rc != LDAP_SUCCESS && !is_refusal(rc))
		return busy(cx, rc);
	if (p == NULL)
		v->word = DIRECTORY_NOTHING;
	else if (rc == LDAP_SUCCESS && p->disabled)
		v->word = DIRECTORY_SHUT;
	if (v->expires < 0 && p != NULL)
		v->expires = p->expires;
	return rc == LDAP_SUCCESS && p != NULL && !p->disabled ? OK :
	    ERR_INVALID;
}

enum err
directory_signin(struct ctx *cx, const char *login, const char *password,
    struct directory_verdict *v, struct directory_person **out)
{
	int64_t until = monotonic_ms() + DIRECTORY_SIGNIN_MS;
	struct directory_person *p;
	enum err e;

	*out = NULL;
	*v = (struct directory_verdict){ .expires = -1, .grace = -1 };
	/* An empty password is an anonymous bind, and that succeeds. */
	if (*login == '\0' || *password == '\0')
		return ERR_INVALID;
	if ((e = may_ask(cx)) != OK ||
	    (e = find_one(cx, login, until, &p)) != OK ||
	    (e = prove(cx, p, password, until, v)) != OK ||
	    (e = find_groups(cx, p, until)) != OK)
		return e;
	*out = p;
	return OK;
}

enum err
directory_lookup(struct ctx *cx, const char *login,
    struct directory_person **out)
{
	int64_t until = monotonic_ms() + DIRECTORY_SIGNIN_MS;
	struct directory_person *p;
	enum err e;

	*out = NULL;
	if (*login == '\0')
		return ERR_INVALID;
	if ((e = may_ask(cx)) != OK ||
	    (e = find_one(cx, login, until, &p)) != OK)
		return e;
	if (p == NULL || p->disabled)
		return ERR_INVALID;
	if ((e = find_groups(cx, p, until)) != OK)
		return e;
	*out = p;
	return OK;
}

static void
collect(struct ctx *cx, LDAPMessage *answer, struct directory_person ***tail)
{
	LDAP *ld = ldaplink_handle();
	LDAPMessage *m;

	for (m = ldap_first_entry(ld, answer); m != NULL;
	    m = ldap_next_entry(ld, m)) {
		**tail = ldapentry_person(cx, ld, m);
		if (**tail != NULL)
			*tail = &(**tail)->next;
	}
}

static int64_t
patience(const struct ctx *cx)
{
	return monotonic_ms() + cx->conf->ldap_timeout * (int64_t)3000;
}

static enum err
groups_of_all(struct ctx *cx, struct directory_person *list)
{
	enum err e;

	for (; list != NULL; list = list->next)
		if ((e = find_groups(cx, list, patience(cx))) != OK)
			return e;
	return OK;
}

/* Whether anybody can be seen at all: else an answer without people may be
 * a right that the service account lost. */
static enum err
see_anybody(struct ctx *cx)
{
	static const char *const nothing[] = { LDAP_NO_ATTRS, NULL };
	LDAPMessage *answer;
	int rc, n = 0;

	rc = ldaplink_search(cx, cx->conf->ldap_people,
	    ldapentry_every(cx->arena, cx->conf->ldap_person), nothing, 1,
	    patience(cx), &answer);
	if (rc == LDAP_SUCCESS)
		n = ldap_count_entries(ldaplink_handle(), answer);
	ldap_msgfree(answer);
	if (n > 0 || rc == LDAP_SIZELIMIT_EXCEEDED)
		return OK;
	if (rc != LDAP_SUCCESS)
		return busy(cx, rc);
	return refuse(cx, ERR_BUSY, _("The staff directory names nobody at "
	    "all; nothing was changed."));
}

/* Looks for one batch of ids among those whom the filter still finds. */
static enum err
find_batch(struct ctx *cx, const char *const *ids, size_t n,
    struct directory_person ***tail)
{
	struct buf filter = { 0 };
	LDAPMessage *answer;
	size_t i;
	int rc;

	buf_printf(&filter, "(&%s(|",
	    ldapentry_every(cx->arena, cx->conf->ldap_person));
	for (i = 0; i < n; i++)
		buf_text(&filter, ldapentry_id_filter(cx->arena,
		    cx->conf->ldap_id, ids[i]));
	buf_text(&filter, "))");
	rc = ldaplink_search(cx, cx->conf->ldap_people, filter.data,
	    ldapentry_attributes, 0, patience(cx), &answer);
	buf_free(&filter);
	if (rc != LDAP_SUCCESS)
		return busy(cx, rc);
	collect(cx, answer, tail);
	ldap_msgfree(answer);
	return OK;
}

enum err
directory_find(struct ctx *cx, const char *const *ids, size_t n,
    struct directory_person **out)
{
	struct directory_person *list = NULL, **tail = &list;
	const char *why;
	enum err e;
	size_t i;

	*out = NULL;
	if ((why = directory_fault(cx->conf, cx->arena)) != NULL)
		return refuse(cx, ERR_BUSY, "%s", why);
	for (i = 0; i < n; i += BATCH)
		if ((e = find_batch(cx, ids + i, n - i < BATCH ? n - i :
		    BATCH, &tail)) != OK)
			return e;
	if (list == NULL && (e = see_anybody(cx)) != OK)
		return e;
	*out = list;
	return groups_of_all(cx, list);
}

enum err
directory_everybody(struct ctx *cx, struct directory_person **out)
{
	struct directory_person *list = NULL, **tail = &list;
	struct berval cookie = { 0, NULL };
	LDAPMessage *answer;
	const char *why;
	int rc;

	*out = NULL;
	if ((why = directory_fault(cx->conf, cx->arena)) != NULL)
		return refuse(cx, ERR_BUSY, "%s", why);
	do {
		rc = ldaplink_page(cx, cx->conf->ldap_people,
		    ldapentry_every(cx->arena, cx->conf->ldap_person),
		    ldapentry_attributes, &cookie, patience(cx), &answer);
		if (rc == LDAP_SUCCESS)
			collect(cx, answer, &tail);
		ldap_msgfree(answer);
	} while (rc == LDAP_SUCCESS && cookie.bv_len > 0);
	ber_memfree(cookie.bv_val);
	if (rc != LDAP_SUCCESS)
		return busy(cx, rc);
	if (list == NULL)
		return refuse(cx, ERR_BUSY, _("The staff directory names "
		    "nobody at all; nothing was changed."));
	*out = list;
	return groups_of_all(cx, list);
}
