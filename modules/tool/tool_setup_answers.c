/* SPDX-License-Identifier: MIT */
/* What dossier.conf shall say: options first, then what stands there, then
 * what the machine or a person answers. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "directory/directory_check.h"
#include "text/date.h"
#include "tool/tool_ask.h"
#include "tool/tool_machine.h"
#include "tool/tool_place.h"
#include "tool/tool_setup.h"

#define DATA LOCALSTATEDIR "/lib/dossier"

struct answers {
	struct tool *t;
	struct tool_conf *c;
	struct arena *a;
	bool asking;		/* somebody is there, and --yes is not given */
	const char *missing;	/* options to be named, or NULL */
};

static const char *
not_an_address(const char *s)
{
	if (strncmp(s, "https://", 8) == 0 || strncmp(s, "http://", 7) == 0)
		return NULL;
	return "It begins with https:// or http://.";
}

static const char *
not_a_zone(const char *s)
{
	return date_zone_ok(s) ? NULL :
	    "No such time zone is known; one looks like Europe/Zurich.";
}

static const char *
not_a_path(const char *s)
{
	return *s == '/' ? NULL : "It begins with /.";
}

static const char *
not_a_server(const char *s)
{
	if (*s == '\0' || strncmp(s, "ldap://", 7) == 0 ||
	    strncmp(s, "ldaps://", 8) == 0 || strncmp(s, "ldapi://", 8) == 0)
		return NULL;
	return "It begins with ldap:// or ldaps://; nothing leaves it for "
	    "later.";
}

/* Lets the file say so, unless that is what holds anyway. A line that says
 * something else is the site's, and stays. */
static int
give(struct answers *s, const char *section, const char *key,
    const char *value, const char *usual)
{
	const char *old = tool_conf_value(s->c, section, key);

	if (old != NULL && strcmp(old, value) != 0)
		return tool_fail("%s says %s = %s already; change that line, "
		    "or leave the option out.", s->c->path, key, old);
	if (old == NULL && strcmp(value, usual) != 0)
		tool_conf_give(s->c, section, key, value);
	return TOOL_DONE;
}

struct question {
	const char *option, *section, *key;
	const char *words;
	const char *(*fault)(const char *);
	bool may_lack;
};

/* One setting: given, written, asked, or its default; NULL ends it all and
 * "" leaves it open. */
static const char *
settle(struct answers *s, const struct question *q, const char *initial)
{
	const char *value = tool_value(s->t, q->option), *why;

	if (value == NULL)
		value = tool_conf_value(s->c, q->section, q->key);
	if (value == NULL && s->asking)
		value = tool_ask(s->a, q->words, initial, q->fault);
	else if (value == NULL && tool_flag(s->t, "yes") &&
	    (*initial != '\0' || q->may_lack))
		value = initial;
	else if (value == NULL) {
		s->missing = arena_printf(s->a, "%s%s--%s", s->missing == NULL
		    ? "" : s->missing, s->missing == NULL ? "" : ", ",
		    q->option);
		return "";
	}
	if (value == NULL) {
		tool_fail("the input ended; nothing was changed.");
		return NULL;
	}
	if (*value != '\0' && q->fault != NULL &&
	    (why = q->fault(value)) != NULL) {
		tool_fail("%s = %s: %s", q->key, value, why);
		return NULL;
	}
	if (*value != '\0' && give(s, q->section, q->key, value, "") !=
	    TOOL_DONE)
		return NULL;
	return value;
}

/* Where store, documents, secret and backups lie; under a user's own account
 * the sockets and seals too. */
static int
settle_data(struct answers *s)
{
	static const struct { const char *section, *key, *name; } places[] = {
		{ "dossier", "store", "dossier.db" },
		{ "dossier", "documents", "documents" },
		{ "dossier", "secret_file", "secret" },
		{ "dossier", "backup", "backup" },
		{ "serve", "sockets", "sockets" },
		{ "dossier", "seal_file", "seals" },
	};
	const char *data = tool_value(s->t, "data"), *initial = DATA;
	size_t i, n = geteuid() == 0 ? 4 : 6;
	const char *slash = strrchr(s->c->path, '/');

	if (data == NULL && s->c->exists)
		return TOOL_DONE;
	if (geteuid() != 0 && slash != NULL)
		initial = arena_printf(s->a, "%.*s/data",
		    (int)(slash - s->c->path), s->c->path);
	if (data == NULL && s->asking)
		data = tool_ask(s->a, "Folder of the data, of Dossier's own:",
		    initial, not_a_path);
	else if (data == NULL)
		data = initial;
	if (data == NULL)
		return tool_fail("the input ended; nothing was changed.");
	if (tool_value(s->t, "share") != NULL &&
	    give(s, "dossier", "templates", arena_printf(s->a, "%s/templates",
	    tool_value(s->t, "share")), "") != TOOL_DONE)
		return TOOL_FAILED;
	if (*data != '/')
		return tool_fail("--data %s: it begins with /.", data);
	for (i = 0; i < n; i++)
		if (give(s, places[i].section, places[i].key,
		    arena_printf(s->a, "%s/%s", data, places[i].name),
		    i >= 3 ? "" : arena_printf(s->a, "%s/%s", DATA,
		    places[i].name)) != TOOL_DONE)
			return TOOL_FAILED;
	return TOOL_DONE;
}

static const struct question
base_url = { "base-url", "dossier", "base_url",
    "How staff reach Dossier: https://name, or https://name/dossier below "
    "a site:",
    not_an_address, false },
timezone_of_site = { "timezone", "dossier", "timezone",
    "Time zone of the site:", not_a_zone, false },
server = { "ldap", "directory", "urls",
    "Staff directory, ldap://server or ldaps://server (Enter: later):",
    not_a_server, true },
people = { "ldap-base", "directory", "people",
    "Below which entry of it people and groups are:", NULL, true },
account = { "ldap-bind", "directory", "bind",
    "Account that searches there, its whole DN (Enter: anybody may):",
    NULL, true },
password = { "ldap-password-file", "directory", "password_file", "",
    not_a_path, true },
administrator = { "admin", "dossier", "administrators",
    "Sign-in name of the first administrator:", NULL, true };

/* This machine alone hears ldapi and loopback. */
static const char *
tls_of(const char *url)
{
	if (strncmp(url, "ldaps://", 8) == 0)
		return "ldaps";
	if (strncmp(url, "ldapi://", 8) == 0 ||
	    strncmp(url, "ldap://127.0.0.1", 16) == 0 ||
	    strncmp(url, "ldap://localhost", 16) == 0)
		return "none";
	return "starttls";
}

/* Asks the server itself what kind it is and where its entries begin. */
static const char *
look(struct answers *s, const char *url)
{
	struct config conf = { .ldap_urls = url, .ldap_tls = tls_of(url),
	    .ldap_ca = "", .ldap_bind = "", .ldap_timeout = 5 };
	struct ctx cx = { .arena = s->a, .conf = &conf };
	struct directory_look found;
	const char *ca = tool_conf_value(s->c, "directory", "ca");
	const char *why;

	if (ca != NULL)
		conf.ldap_ca = ca;
	if ((why = directory_check_look(&cx, &found)) != NULL) {
		printf("  %s says nothing of itself yet: %s\n", url, why);
		return "";
	}
	if (found.ad && tool_conf_value(s->c, "directory", "kind") == NULL) {
		puts("  It is an Active Directory.");
		tool_conf_give(s->c, "directory", "kind", "ad");
	}
	return found.base;
}

static int
settle_password(struct answers *s)
{
	const char *path = tool_value(s->t, "ldap-password-file"), *typed;
	const char *slash = strrchr(s->c->path, '/');

	if (path != NULL || !s->asking || slash == NULL ||
	    tool_conf_value(s->c, "directory", "password_file") != NULL)
		return settle(s, &password, "") == NULL ? TOOL_FAILED :
		    TOOL_DONE;
	path = arena_printf(s->a, "%.*s/ldap-password",
	    (int)(slash - s->c->path), s->c->path);
	typed = tool_ask_secretly(s->a, "Its password (kept in a file of "
	    "its own; it is not shown):");
	if (typed == NULL)
		return tool_fail("the input ended; nothing was changed.");
	if (tool_place_users(s->a) != TOOL_DONE ||
	    tool_place_folder_of(s->a, path) != TOOL_DONE ||
	    tool_place_password(s->a, path, typed) != TOOL_DONE)
		return TOOL_FAILED;
	return give(s, "directory", "password_file", path, "");
}

static bool
has_option_of_account(const struct answers *s)
{
	return tool_value(s->t, "ldap-base") != NULL ||
	    tool_value(s->t, "ldap-bind") != NULL ||
	    tool_value(s->t, "ldap-password-file") != NULL;
}

static int
settle_directory(struct answers *s)
{
	const char *url, *base = "", *bind;

	/* Of a file that names a server, what lacks was left out on purpose. */
	if (s->c->exists && tool_value(s->t, "ldap") == NULL &&
	    !has_option_of_account(s) && (!s->asking ||
	    tool_conf_value(s->c, "directory", "urls") != NULL))
		return TOOL_DONE;
	if ((url = settle(s, &server, "")) == NULL)
		return TOOL_FAILED;
	if (*url == '\0' && has_option_of_account(s))
		return tool_fail("an account and a base need their server: "
		    "give --ldap.");
	if (*url == '\0')
		return TOOL_DONE;
	url = arena_textn(s->a, url, strcspn(url, " "));
	if (give(s, "directory", "tls", tool_conf_value(s->c, "directory",
	    "tls") != NULL ? tool_conf_value(s->c, "directory", "tls") :
	    tls_of(url), "starttls") != TOOL_DONE)
		return TOOL_FAILED;
	if (tool_conf_value(s->c, "directory", "people") == NULL)
		base = look(s, url);
	if ((base = settle(s, &people, base)) == NULL)
		return TOOL_FAILED;
	if (*base != '\0' &&
	    tool_conf_value(s->c, "directory", "groups") == NULL)
		tool_conf_give(s->c, "directory", "groups", base);
	if ((bind = settle(s, &account, "")) == NULL)
		return TOOL_FAILED;
	return *bind == '\0' ? TOOL_DONE : settle_password(s);
}

static bool
has_groups(const struct tool_conf *c)
{
	size_t i;

	for (i = 0; i < c->n; i++)
		if (strncmp(c->lines[i], "[group ", 7) == 0)
			return true;
	return false;
}

/* One team that does all, as a beginning: roles without their teams and
 * types are for whoever writes the file. */
static int
settle_staff(struct answers *s)
{
	static const struct { const char *section, *role, *level; } both[] = {
		{ "group Clerks", "screener", "decide" },
		{ "group Managers", "manager", "manage" },
	};
	const char *group = tool_value(s->t, "staff"), *old;
	size_t i;

	if (has_groups(s->c)) {
		old = tool_conf_value(s->c, both[0].section, "group");
		if (group == NULL || (old != NULL && strcmp(old, group) == 0))
			return TOOL_DONE;
		return tool_fail("%s has [group] sections already; add to "
		    "them, and leave --staff out.", s->c->path);
	}
	if (group == NULL && s->asking &&
	    tool_conf_value(s->c, "directory", "urls") != NULL)
		group = tool_ask(s->a, "Group of the directory whose members "
		    "work on cases (Enter: later):", "", NULL);
	if (group == NULL || *group == '\0')
		return TOOL_DONE;
	for (i = 0; i < 2; i++) {
		tool_conf_give(s->c, both[i].section, "group", group);
		tool_conf_give(s->c, both[i].section, "role", both[i].role);
		tool_conf_give(s->c, both[i].section, "types", "*");
		tool_conf_give(s->c, both[i].section, "team", "Office");
		tool_conf_give(s->c, both[i].section, "level", both[i].level);
	}
	return TOOL_DONE;
}

int
tool_setup_answers(struct tool *t, struct tool_conf *c)
{
	struct answers s = { .t = t, .c = c, .a = t->cx.arena };
	const char *host = arena_printf(s.a, "http://%s%s",
	    tool_machine_host(s.a),
	    tool_machine_web() == WEB_NONE ? "" : "/dossier");

	s.asking = tool_ask_possible() && !tool_flag(t, "yes");
	if (s.asking && c->changed)
		puts("Enter takes what stands in brackets.\n");
	if (settle(&s, &base_url, s.asking ? host : "") == NULL ||
	    settle(&s, &timezone_of_site,
	    tool_machine_timezone(s.a)) == NULL ||
	    settle_data(&s) != TOOL_DONE)
		return TOOL_FAILED;
	if (settle_directory(&s) != TOOL_DONE)
		return TOOL_FAILED;
	if ((!c->exists || s.asking || tool_value(t, "admin") != NULL) &&
	    settle(&s, &administrator, "") == NULL)
		return TOOL_FAILED;
	if (settle_staff(&s) != TOOL_DONE)
		return TOOL_FAILED;
	if (s.missing != NULL)
		return tool_fail("nobody is at a terminal to be asked: give "
		    "%s, or --yes for what has a default.", s.missing);
	if (!c->exists && (tool_machine_web() == WEB_APACHE ||
	    tool_machine_web() == WEB_LIGHTTPD))
		return give(&s, "serve", "sendfile", "x-sendfile", "accel");
	return TOOL_DONE;
}
