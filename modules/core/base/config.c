/* SPDX-License-Identifier: MIT */
/* dossier.conf: one table of keys; the only file that knows inih. */
#include "base/config.h"
#include "base/count.h"

#include <errno.h>
#include <ini.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum kind {
	KIND_TEXT = 1,
	KIND_PATH,	/* absolute */
	KIND_CHOICE,	/* one of the words in .extra */
	KIND_FLAG,	/* yes or no */
	KIND_INT,
	KIND_SIZE	/* bytes; a final k or M multiplies */
};

static const struct key {
	const char *section, *name;
	enum kind kind;
	size_t offset;
	const char *initial;	/* NULL: it must be given */
	long min, max;		/* of a number; of a text its length */
	const char *extra;	/* words of a choice */
	const char *ad;		/* initial where kind = ad, NULL the same */
} keys[] = {
#define AT(member)	offsetof(struct config, member)
#define DATA		LOCALSTATEDIR "/lib/dossier"
	{ "dossier", "store", KIND_TEXT, AT(store), DATA "/dossier.db", 1 },
	{ "dossier", "documents", KIND_PATH, AT(documents),
	    DATA "/documents", 1 },
	{ "dossier", "templates", KIND_PATH, AT(templates),
	    PKGDATADIR "/templates", 1 },
	{ "dossier", "templates_site", KIND_PATH, AT(templates_site), "" },
	{ "dossier", "locale", KIND_PATH, AT(locale), LOCALEDIR, 1 },
	{ "dossier", "base_url", KIND_TEXT, AT(base_url), NULL, 1 },
	{ "dossier", "timezone", KIND_TEXT, AT(timezone), NULL, 1 },
	{ "dossier", "language", KIND_CHOICE, AT(language), "en",
	    .extra = "en fr de it pt ja" },
	{ "dossier", "site_name", KIND_TEXT, AT(site_name), "Dossier", 1 },
	{ "dossier", "secret_file", KIND_PATH, AT(secret_file),
	    DATA "/secret", 1 },
	{ "dossier", "backup", KIND_PATH, AT(backup), DATA "/backup", 1 },
	{ "dossier", "log_reads", KIND_CHOICE, AT(log_reads), "protected",
	    .extra = "protected all none" },
	{ "dossier", "account_names", KIND_CHOICE, AT(account_names), "roles",
	    .extra = "roles names" },
	{ "dossier", "administrators", KIND_TEXT,
	    AT(administrators), "" },
	{ "dossier", "undo_seconds", KIND_INT, AT(undo_seconds), "900",
	    0, 86400 },
	{ "dossier", "seal_file", KIND_PATH, AT(seal_file),
	    LOCALSTATEDIR "/log/dossier/seals" },
	{ "dossier", "seal_syslog", KIND_CHOICE, AT(seal_syslog), "authpriv",
	    .extra = "none auth authpriv daemon local0 local1 local2 local3 "
	    "local4 local5 local6 local7" },
	{ "dossier", "demo", KIND_FLAG, AT(demo), "no" },

	{ "serve", "sockets", KIND_PATH, AT(sockets),
	    RUNSTATEDIR "/dossier", 1 },
	{ "serve", "sendfile", KIND_CHOICE, AT(sendfile), "accel",
	    .extra = "accel x-sendfile none" },
	{ "serve", "workers", KIND_INT, AT(workers), "2", 1, 64 },
	{ "serve", "requests", KIND_INT, AT(requests), "10000",
	    1, 10000000 },
	{ "serve", "handler_seconds", KIND_INT, AT(handler_seconds), "10",
	    1, 600 },
	{ "serve", "session_idle", KIND_INT, AT(session_idle), "1800",
	    60, 86400 },
	{ "serve", "session_whole", KIND_INT, AT(session_whole), "36000",
	    60, 604800 },
	{ "serve", "form_bytes", KIND_SIZE, AT(form_bytes), "1M",
	    64 * 1024, 64L * 1024 * 1024 },
	{ "serve", "file_bytes", KIND_SIZE, AT(file_bytes), "100M",
	    1024, 4096L * 1024 * 1024 },
	{ "serve", "files", KIND_INT, AT(files), "20", 1, 1000 },
	{ "serve", "remote_user", KIND_FLAG, AT(remote_user), "no" },
	{ "serve", "remote_user_strip", KIND_TEXT,
	    AT(remote_user_strip), "" },

	{ "directory", "kind", KIND_CHOICE, AT(ldap_kind), "openldap",
	    .extra = "openldap ad" },
	{ "directory", "urls", KIND_TEXT, AT(ldap_urls), "" },
	{ "directory", "tls", KIND_CHOICE, AT(ldap_tls), "starttls",
	    .extra = "starttls ldaps none" },
	{ "directory", "ca", KIND_PATH, AT(ldap_ca), "" },
	{ "directory", "bind", KIND_TEXT, AT(ldap_bind), "" },
	{ "directory", "password_file", KIND_PATH, AT(ldap_password_file),
	    "" },
	{ "directory", "people", KIND_TEXT, AT(ldap_people), "" },
	{ "directory", "person", KIND_TEXT, AT(ldap_person), "(uid=%s)", 4,
	    .ad = "(&(objectCategory=person)(objectClass=user)"
	    "(|(sAMAccountName=%s)(userPrincipalName=%s)))" },
	{ "directory", "groups", KIND_TEXT, AT(ldap_groups), "" },
	{ "directory", "group", KIND_TEXT, AT(ldap_group),
	    "(&(objectClass=groupOfNames)(member=%s))", 4,
	    .ad = "(&(objectClass=group)(member=%s))" },
	{ "directory", "nested", KIND_CHOICE, AT(ldap_nested), "none",
	    .extra = "walk ad none", .ad = "ad" },
	{ "directory", "id", KIND_CHOICE, AT(ldap_id), "entryUUID",
	    .extra = "entryUUID objectGUID", .ad = "objectGUID" },
	{ "directory", "password_url", KIND_TEXT, AT(password_url), "" },
	{ "directory", "timeout", KIND_INT, AT(ldap_timeout), "5", 1, 60 },
	{ "directory", "freshness", KIND_INT, AT(ldap_freshness), "1800",
	    60, 86400 },

	{ "mail", "from", KIND_TEXT, AT(mail_from), "" },
	{ "mail", "sendmail", KIND_PATH, AT(mail_sendmail),
	    "/usr/sbin/sendmail", 1 },
	{ "mail", "timeout", KIND_INT, AT(mail_timeout), "30", 1, 120 },

	{ "webhooks", "curl", KIND_PATH, AT(webhooks_curl), "/usr/bin/curl",
	    1 },
#undef AT
};
#define KEYS COUNT(keys)
#define MISTAKES 20	/* named; the rest is counted */

struct reading {
	struct arena *arena;
	struct config *conf;
	FILE *file;
	int line;		/* of the line last handed to inih */
	int given[KEYS];	/* the line of each key, 0 not given */
	int mistakes;
	struct config_group *group;
	int group_given;	/* bits of this section's keys */
	struct config_webhook *hook;
	int hook_given;
	const char *section;	/* the last unknown one, named once */
	const char *why;
};

const char *
config_key(size_t n)
{
	static char word[64];

	if (n >= KEYS)
		return NULL;
	snprintf(word, sizeof(word), "%s.%s", keys[n].section, keys[n].name);
	return word;
}

static void __attribute__((format(printf, 3, 4)))
mistake(struct reading *r, int line, const char *fmt, ...)
{
	const char *sentence;
	va_list ap;

	if (++r->mistakes > MISTAKES)
		return;
	va_start(ap, fmt);
	sentence = arena_vprintf(r->arena, fmt, ap);
	va_end(ap);
	if (line > 0)
		sentence = arena_printf(r->arena, "%s:%d: %s", r->conf->path,
		    line, sentence);
	else
		sentence = arena_printf(r->arena, "%s: %s", r->conf->path,
		    sentence);
	r->why = r->why == NULL ? sentence :
	    arena_printf(r->arena, "%s\n%s", r->why, sentence);
}

static bool
is_word_of(const char *words, const char *s)
{
	size_t n = strlen(s);

	for (; n > 0 && words != NULL; words = strchr(words, ' ')) {
		words += *words == ' ';
		if (strncmp(words, s, n) == 0 &&
		    (words[n] == ' ' || words[n] == '\0'))
			return true;
	}
	return false;
}

/* A whole number with bounds; with multiply, k and M may follow it. */
static bool
number(const char *s, bool multiply, long min, long max, long *out)
{
	char *end;
	long n, factor = 1;

	if (*s < '0' || *s > '9')
		return false;
	errno = 0;
	n = strtol(s, &end, 10);
	if (multiply && *end == 'k')
		factor = 1024, end++;
	else if (multiply && *end == 'M')
		factor = 1024 * 1024, end++;
	if (errno != 0 || *end != '\0' ||
	    __builtin_mul_overflow(n, factor, &n) || n < min || n > max)
		return false;
	*out = n;
	return true;
}

static void
set(struct reading *r, const struct key *k, const char *value, int line)
{
	char *at = (char *)r->conf + k->offset;
	long n = 0;

	switch (k->kind) {
	case KIND_PATH:
		if (*value != '\0' && *value != '/')
			mistake(r, line, "\"%s\" is not an absolute path",
			    k->name);
		/* FALLTHROUGH */
	case KIND_TEXT:
		if ((long)strlen(value) < k->min)
			mistake(r, line, "\"%s\" is empty", k->name);
		*(const char **)(void *)at = arena_text(r->arena, value);
		break;
	case KIND_CHOICE:
		if (!is_word_of(k->extra, value))
			mistake(r, line, "\"%s\" must be one of: %s",
			    k->name, k->extra);
		*(const char **)(void *)at = arena_text(r->arena, value);
		break;
	case KIND_FLAG:
		if (!is_word_of("yes no", value))
			mistake(r, line, "\"%s\" must be yes or no", k->name);
		*(bool *)(void *)at = strcmp(value, "yes") == 0;
		break;
	case KIND_INT:
	case KIND_SIZE:
		if (!number(value, k->kind == KIND_SIZE, k->min, k->max, &n))
			mistake(r, line,
			    "\"%s\" must be a whole number from %ld to %ld",
			    k->name, k->min, k->max);
		if (k->kind == KIND_INT)
			*(int *)(void *)at = (int)n;
		else
			*(size_t *)(void *)at = (size_t)n;
		break;
	}
}

/* One key of a [group LABEL] section. */
static void
set_group(struct reading *r, const char *label, const char *name,
    const char *value)
{
	static const char *const levels[] = {
		"none", "exists", "read", "work", "decide", "manage"
	};
	static const char names[] = "group role types team level";
	struct config_group *g = r->group, **tail = &r->conf->groups;
	int bit;

	if (g == NULL || strcmp(g->label, label) != 0) {
		for (; *tail != NULL; tail = &(*tail)->next)
			if (strcmp((*tail)->label, label) == 0)
				mistake(r, r->line,
				    "the group \"%s\" occurs twice", label);
		g = *tail = r->group = arena_alloc(r->arena, sizeof(*g));
		g->label = arena_text(r->arena, label);
		g->group = g->role = g->types = g->team = "";
		g->level = -1;
		g->line = r->line;
		r->group_given = 0;
	}
	if (!is_word_of(names, name)) {
		mistake(r, r->line, "there is no key \"%s\" in a group; "
		    "its keys are: %s", name, names);
		return;
	}
	bit = 1 << (strstr(names, name) - names);
	if (strcmp(name, "group") == 0)
		bit = 1 << 30;		/* not that of the word's place */
	if (r->group_given & bit)
		mistake(r, r->line, "\"%s\" is given twice", name);
	r->group_given |= bit;
	value = arena_text(r->arena, value);
	if (strcmp(name, "group") == 0)
		g->group = value;
	else if (strcmp(name, "types") == 0)
		g->types = value;
	else if (strcmp(name, "team") == 0)
		g->team = value;
	else if (strcmp(name, "role") == 0) {
		g->role = value;
		if (!is_word_of("clerk screener manager auditor admin", value))
			mistake(r, r->line, "\"role\" must be one of: clerk "
			    "screener manager auditor admin");
	} else {
		for (g->level = 5; g->level >= 0; g->level--)
			if (strcmp(levels[g->level], value) == 0 ||
			    (value[0] == '0' + g->level && value[1] == '\0'))
				return;
		g->level = 0;
		mistake(r, r->line, "\"level\" must be one of: none exists "
		    "read work decide manage");
	}
}

/* Every word must be a role, or a star. */
static bool
roles_ok(const char *s)
{
	char word[12];
	size_t n;

	for (; *(s += strspn(s, " \t")) != '\0'; s += n) {
		n = strcspn(s, " \t");
		if (n >= sizeof(word))
			return false;
		memcpy(word, s, n);
		word[n] = '\0';
		if (!is_word_of("* clerk screener manager auditor", word))
			return false;
	}
	return true;
}

/* One key of a [class NAME] section. */
static void
set_class(struct reading *r, const char *class, const char *key,
    const char *value)
{
	static const char *const names[CONFIG_CLASSES] = {
		[2] = "identifier", [3] = "medical", [4] = "privileged",
		[5] = "bank"
	};
	const char **at = NULL;
	size_t i;

	for (i = 2; i < CONFIG_CLASSES && strcmp(names[i], class) != 0; i++)
		;
	if (i == CONFIG_CLASSES) {
		mistake(r, r->line, "there is no class \"%s\" to say who "
		    "reads it; there are: identifier medical privileged "
		    "bank", class);
		return;
	}
	if (strcmp(key, "full") == 0)
		at = &r->conf->classes[i].full;
	else if (strcmp(key, "masked") == 0)
		at = &r->conf->classes[i].masked;
	if (at == NULL)
		mistake(r, r->line, "there is no key \"%s\" in a class; "
		    "its keys are: full masked", key);
	else if (*at != NULL)
		mistake(r, r->line, "\"%s\" is given twice", key);
	else if (!roles_ok(value))
		mistake(r, r->line, "\"%s\" must be roles with blanks "
		    "between: clerk screener manager auditor, or *", key);
	else
		*at = arena_text(r->arena, value);
}

/* One key of a [webhook NAME] section. */
static void
set_webhook(struct reading *r, const char *name, const char *key,
    const char *value)
{
	struct config_webhook *h = r->hook, **tail = &r->conf->webhooks;
	long n = 0;
	int bit;

	if (h == NULL || strcmp(h->name, name) != 0) {
		for (; *tail != NULL; tail = &(*tail)->next)
			if (strcmp((*tail)->name, name) == 0)
				mistake(r, r->line, "the webhook \"%s\" "
				    "occurs twice", name);
		h = *tail = r->hook = arena_alloc(r->arena, sizeof(*h));
		h->name = arena_text(r->arena, name);
		h->url = h->secret_file = "";
		h->timeout = 20;
		h->line = r->line;
		r->hook_given = 0;
	}
	value = arena_text(r->arena, value);
	if (strcmp(key, "url") == 0) {
		bit = 1;
		h->url = value;
	} else if (strcmp(key, "secret_file") == 0) {
		bit = 2;
		h->secret_file = value;
		if (*value != '/')
			mistake(r, r->line, "\"secret_file\" is not an "
			    "absolute path");
	} else if (strcmp(key, "timeout") == 0) {
		bit = 4;
		if (!number(value, false, 1, 60, &n))
			mistake(r, r->line, "\"timeout\" must be a whole "
			    "number from 1 to 60");
		h->timeout = (int)n;
	} else {
		mistake(r, r->line, "there is no key \"%s\" in a webhook; "
		    "its keys are: url secret_file timeout", key);
		return;
	}
	if (r->hook_given & bit)
		mistake(r, r->line, "\"%s\" is given twice", key);
	r->hook_given |= bit;
}

/* The handler of inih. */
static int
take(void *user, const char *section, const char *name, const char *value)
{
	struct reading *r = user;
	bool known = false;
	size_t i;

	if (strncmp(section, "group ", 6) == 0 && section[6] != '\0') {
		set_group(r, section + 6, name, value);
		return 1;
	}
	if (strncmp(section, "webhook ", 8) == 0 && section[8] != '\0') {
		set_webhook(r, section + 8, name, value);
		return 1;
	}
	if (strncmp(section, "class ", 6) == 0 && section[6] != '\0') {
		set_class(r, section + 6, name, value);
		return 1;
	}
	for (i = 0; i < KEYS; i++) {
		if (strcmp(keys[i].section, section) != 0)
			continue;
		known = true;
		if (strcmp(keys[i].name, name) != 0)
			continue;
		if (r->given[i] != 0)
			mistake(r, r->line, "\"%s\" is given twice, first in "
			    "line %d", name, r->given[i]);
		r->given[i] = r->line;
		set(r, &keys[i], value, r->line);
		return 1;
	}
	if (known)
		mistake(r, r->line, "there is no key \"%s\" in [%s]", name,
		    section);
	else if (*section == '\0')
		mistake(r, r->line, "\"%s\" stands before the first section",
		    name);
	else if (r->section == NULL || strcmp(r->section, section) != 0)
		mistake(r, r->line, "there is no section [%s]", section);
	r->section = arena_text(r->arena, section);
	return 1;
}

/* The reader of inih: counts lines; a longer line would be cut silently,
 * and a section of 50 characters too. */
static char *
read_line(char *s, int size, void *user)
{
	struct reading *r = user;
	size_t n;
	int c;

	if (fgets(s, size, r->file) == NULL)
		return NULL;
	r->line++;
	n = strlen(s);
	if (n == (size_t)size - 1 && s[n - 1] != '\n') {
		while ((c = getc(r->file)) != EOF && c != '\n')
			;
		mistake(r, r->line, "the line is longer than %d characters",
		    size - 2);
	}
	if (*s == '[' && n > 50)
		mistake(r, r->line, "the section's name is too long");
	return s;
}

/* A path of plain words: it stands in patterns of the web server, in
 * headers and in cookies' names. */
static bool
path_plain(const char *s)
{
	size_t n;

	for (; *s == '/'; s += n) {
		n = strspn(++s, "abcdefghijklmnopqrstuvwxyz"
		    "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_");
		if (n == 0)
			return false;
	}
	return *s == '\0';
}

/* base_url in its parts. The slug tells apart the cookies of two sites on
 * one host: they have no path, as __Host- demands. */
static bool
take_base(struct reading *r, struct config *c)
{
	char *url = arena_text(r->arena, c->base_url), *name, *path, *slug;
	size_t n = strlen(url);

	if (n > 0 && url[n - 1] == '/')
		url[n - 1] = '\0';
	c->base_tls = strncmp(url, "https://", 8) == 0;
	if (!c->base_tls && strncmp(url, "http://", 7) != 0)
		return false;
	name = url + (c->base_tls ? 8 : 7);
	n = strcspn(name, "/");
	path = name + n;
	c->base_path = path;
	c->base_slug = slug = arena_text(r->arena, path);
	for (; *slug != '\0'; slug++)
		if (*slug == '/')
			*slug = slug == c->base_slug ? '-' : '+';
	/* browsers leave the usual port out */
	c->base_origin = arena_textn(r->arena, url, (size_t)(path - url) -
	    (c->base_tls && n > 4 && memcmp(path - 4, ":443", 4) == 0 ? 4 :
	    !c->base_tls && n > 3 && memcmp(path - 3, ":80", 3) == 0 ? 3 :
	    0));
	c->base_url = arena_printf(r->arena, "%s%s", c->base_origin, path);
	return n > 0 && strcspn(name, "?#@ \"'<>\\") >= n &&
	    path_plain(path);
}

/* Realms as they stand in a name: "@REALM", "DOMAIN\\". */
static bool
realms_ok(const char *s)
{
	size_t n;

	for (; *(s += strspn(s, " \t")) != '\0'; s += n)
		if ((n = strcspn(s, " \t")) < 2 ||
		    (*s == '@') == (s[n - 1] == '\\'))
			return false;
	return true;
}

/* One address, or nothing at all. */
static bool
address_ok(const char *s)
{
	const char *at = strchr(s, '@');

	return *s == '\0' || (at != NULL && at > s && at[1] != '\0' &&
	    strpbrk(s, " \t<>(),;:\"\\") == NULL &&
	    strchr(at + 1, '@') == NULL);
}

/* To another machine nothing goes in the clear; no name and password, which
 * would stand in lists of processes. */
static bool
webhook_url_ok(const char *s)
{
	static const char *const here[] = { "localhost", "127.0.0.1", "[::1]",
	    NULL };
	bool tls = strncmp(s, "https://", 8) == 0;
	const char *host;
	size_t n, i;

	if ((!tls && strncmp(s, "http://", 7) != 0) ||
	    strpbrk(s, " \t\"\\<>@#{}") != NULL)
		return false;
	host = s + (tls ? 8 : 7);
	n = *host == '[' ? strcspn(host, "]") + 1 : strcspn(host, ":/?");
	if (n == 0 || n > strlen(host))
		return false;
	for (i = 0; !tls && here[i] != NULL; i++)
		if (strlen(here[i]) == n && strncmp(host, here[i], n) == 0)
			return true;
	return tls;
}

static void
check_webhooks(struct reading *r)
{
	const struct config_webhook *h;

	for (h = r->conf->webhooks; h != NULL; h = h->next) {
		if (!webhook_url_ok(h->url))
			mistake(r, h->line, "the webhook \"%s\" needs the key "
			    "url: https://..., or http:// to this machine",
			    h->name);
	}
}

/* What only the whole file can tell. */
static void
check(struct reading *r)
{
	struct config *c = r->conf;
	struct config_group *g;
	size_t i;

	for (i = 0; i < KEYS; i++)
		if (keys[i].initial == NULL && r->given[i] == 0)
			mistake(r, 0, "\"%s\" of [%s] must be given",
			    keys[i].name, keys[i].section);
	if (c->base_url != NULL && !take_base(r, c))
		mistake(r, 0, "\"base_url\" must look like "
		    "https://dossier.example.org or "
		    "https://intranet.example.org/dossier");
	if (!realms_ok(c->remote_user_strip))
		mistake(r, 0, "\"remote_user_strip\" must be like "
		    "@EXAMPLE.ORG or EXAMPLE\\");
	if (!address_ok(c->mail_from))
		mistake(r, 0, "\"from\" of [mail] must be one address, like "
		    "dossier@example.org");
	if (*c->password_url != '\0' &&
	    strncmp(c->password_url, "https://", 8) != 0 &&
	    strncmp(c->password_url, "http://", 7) != 0)
		mistake(r, 0, "\"password_url\" must begin with https://");
	for (g = c->groups; g != NULL; g = g->next) {
		if (*g->group == '\0' || *g->role == '\0')
			mistake(r, g->line, "the group \"%s\" needs the keys "
			    "group and role", g->label);
		if ((*g->types == '\0') != (*g->team == '\0'))
			mistake(r, g->line, "the group \"%s\" needs both "
			    "types and team, or neither", g->label);
		if (strcmp(g->role, "admin") == 0 && *g->types != '\0')
			mistake(r, g->line, "an admin has no access to "
			    "content: no types and no team in \"%s\"",
			    g->label);
		if (g->level >= 0)
			continue;
		g->level = *g->types == '\0' ? 0 :
		    strcmp(g->role, "manager") == 0 ? 5 :
		    strcmp(g->role, "auditor") == 0 ? 2 : 3;
	}
	check_webhooks(r);
}

const struct config_webhook *
config_webhook(const struct config *c, const char *name)
{
	const struct config_webhook *h = c->webhooks;

	while (h != NULL && strcmp(h->name, name) != 0)
		h = h->next;
	return h;
}

const struct config *
config_read(struct arena *a, const char *path, const char **why)
{
	struct reading r = { .arena = a };
	size_t i;
	int e;

	r.conf = arena_alloc(a, sizeof(*r.conf));
	r.conf->path = arena_text(a, path);
	for (i = 0; i < KEYS; i++)
		if (keys[i].initial != NULL)
			set(&r, &keys[i], keys[i].initial, 0);
	if ((r.file = fopen(path, "re")) == NULL) {
		*why = arena_printf(a, "%s: %s", path, strerror(errno));
		return NULL;
	}
	if ((e = ini_parse_stream(read_line, &r, take, &r)) > 0)
		mistake(&r, e, "neither a [section] nor \"name = value\"");
	if (e < 0 || ferror(r.file))
		mistake(&r, 0, "it cannot be read");
	fclose(r.file);
	if (strcmp(r.conf->ldap_kind, "ad") == 0)
		for (i = 0; i < KEYS; i++)
			if (keys[i].ad != NULL && r.given[i] == 0)
				set(&r, &keys[i], keys[i].ad, 0);
	check(&r);
	if (r.mistakes > MISTAKES)
		r.why = arena_printf(a, "%s\n%s: %d more mistakes; is it a "
		    "dossier.conf at all?", r.why, path,
		    r.mistakes - MISTAKES);
	*why = r.why;
	return r.why == NULL ? r.conf : NULL;
}

const char *
config_path(const char *given)
{
	const char *env = getenv("DOSSIER_CONF");

	if (given != NULL)
		return given;
	return env != NULL && *env != '\0' ? env :
	    SYSCONFDIR "/dossier/dossier.conf";
}
