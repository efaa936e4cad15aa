/* SPDX-License-Identifier: MIT */
/* config check: does everybody who must get at a file or folder, and nobody
 * else? */
#include "tool/tool_config.h"

#include <errno.h>
#include <grp.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/db.h"
#include "tool/tool_machine.h"
#include "tool/tool_may.h"
#include "tool/tool_place.h"

#define PROGRAMS 8	/* and the clock, the last of them */

struct checking {
	struct arena *a;
	const struct config *c;
	struct tool_report *r;
	struct tool_may_user who[PROGRAMS];	/* the programs run as */
	int n;
	bool trial;		/* one user runs all of them */
};

/* Whether each program may do that with the path. */
static bool
programs_may(struct checking *k, const char *key, const char *path, int what)
{
	const char *where;
	struct stat st;
	int i;

	if (stat(path, &st) != 0 && (errno == ENOENT || errno == ENOTDIR)) {
		tool_report_wrong(k->r, "%s = %s: it is not there. `dossier "
		    "setup` makes what is missing.", key, path);
		return false;
	}
	for (i = 0; i < k->n; i++) {
		where = tool_may(k->a, &k->who[i], path, what);
		if (where == NULL)
			continue;
		tool_report_wrong(k->r, "%s = %s: the programs' user %s may "
		    "not %s %s. Change its owner, group or mode.", key, path,
		    k->who[i].name, where != path ? "enter" :
		    what & TOOL_MAY_WRITE ? "write to" : "read", where);
		return false;
	}
	return true;
}

/* Nobody but the owner and the group may look into it. */
static bool
is_closed(struct checking *k, const char *key, const char *path)
{
	struct stat st;

	if (stat(path, &st) != 0 || (st.st_mode & 06) == 0)
		return true;
	tool_report_wrong(k->r, "%s = %s: everybody on this machine may "
	    "%s it: chmod o= it.", key, path,
	    st.st_mode & 02 ? "change" : "read");
	return false;
}

static void
check_secret(struct checking *k)
{
	const char *path = k->c->secret_file;
	struct stat st;

	if (!programs_may(k, "secret_file", path, TOOL_MAY_READ))
		return;
	if (stat(path, &st) != 0 || st.st_size < 32)
		tool_report_wrong(k->r, "secret_file = %s: it wants 32 "
		    "random bytes. Remove it, and `dossier setup` makes "
		    "another; whoever is signed in signs in again.", path);
	else if ((st.st_mode & 027) != 0)
		tool_report_wrong(k->r, "secret_file = %s: mode %04o is too "
		    "open; chmod 0440 it, or 0400 where one user runs all "
		    "programs.", path, st.st_mode & 07777);
	else
		tool_report_ok(k->r, "The secret is the programs' alone.");
}

/* The web server sends documents itself, unless sendfile = none. */
static void
check_sending(struct checking *k)
{
	struct tool_may_user web;
	const char *where = NULL;
	int i;

	if (strcmp(k->c->sendfile, "none") == 0)
		return;
	for (i = 0; tool_machine_web_user(i, &web); i++) {
		where = tool_may(k->a, &web, k->c->documents,
		    TOOL_MAY_READ | TOOL_MAY_RUN);
		if (where == NULL) {
			tool_report_ok(k->r, "The web server's user %s may "
			    "read documents.", web.name);
			return;
		}
	}
	if (i > 0 && k->trial)
		tool_report_note(k->r, "The web server's user %s may not "
		    "enter %s; a web server that %s starts may.", web.name,
		    where, k->who[0].name);
	else if (i > 0)
		tool_report_wrong(k->r, "documents = %s: the web server's "
		    "user %s may not enter %s, so it can send none. `dossier "
		    "setup` lets it in where it may; else set sendfile = "
		    "none.", k->c->documents, web.name, where);
	else
		tool_report_note(k->r, "No web server's user is known here; "
		    "it must be able to read %s.", k->c->documents);
}

/* Only sign-on and the clock read it: the first and the last of the users. */
static void
check_password(struct checking *k)
{
	const char *path = k->c->ldap_password_file;
	struct checking one = *k;
	struct group *g = getgrnam(TOOL_PLACE_GROUP);
	struct stat st;

	if (*path == '\0')
		return;
	one.n = 1;
	if (!programs_may(&one, "password_file", path, TOOL_MAY_READ))
		return;
	one.who[0] = k->who[k->n - 1];
	if (!programs_may(&one, "password_file", path, TOOL_MAY_READ) ||
	    stat(path, &st) != 0)
		return;
	if ((st.st_mode & 037) != 0)
		tool_report_wrong(k->r, "password_file = %s: mode %04o is too "
		    "open, so it is not used: chmod 0440 it, or 0400 where "
		    "one user runs all programs.", path,
		    st.st_mode & 07777);
	else if ((st.st_mode & 040) != 0 && g != NULL &&
	    st.st_gid == g->gr_gid)
		tool_report_wrong(k->r, "password_file = %s: all programs "
		    "may read it; chgrp " TOOL_PLACE_CLOCK " it.", path);
}

/* The folder is there and the clock's; the file it makes itself. */
static void
check_seals(struct checking *k)
{
	const char *path = k->c->seal_file, *end = strrchr(path, '/');
	struct checking one = *k;

	if (*path == '\0') {
		tool_report_note(k->r, "Seals are kept in the store alone: "
		    "who changes all of it is not found out. Set "
		    "seal_file.");
		return;
	}
	one.n = 1;
	one.who[0] = k->who[k->n - 1];
	if (programs_may(&one, "seal_file", end == path ? "/" :
	    arena_textn(k->a, path, (size_t)(end - path)),
	    TOOL_MAY_WRITE | TOOL_MAY_RUN))
		tool_report_ok(k->r, "The clock may write the seals.");
}

/* The clock runs it, as whichever user it has. */
static void
check_mail(struct checking *k)
{
	if (*k->c->mail_from != '\0' && access(k->c->mail_sendmail, X_OK) != 0)
		tool_report_wrong(k->r, "sendmail = %s: it cannot be run, so "
		    "nobody gets mail: %s. Install a mail program, or leave "
		    "\"from\" empty.", k->c->mail_sendmail,
		    strerror(errno));
}

/* The clock signs with it. */
static void
check_key(struct checking *k, const struct config_webhook *h)
{
	const char *key = arena_printf(k->a, "[webhook %s] secret_file",
	    h->name);
	struct stat st;

	if (*h->secret_file == '\0')
		return;
	if (stat(h->secret_file, &st) != 0 && errno == ENOENT)
		tool_report_wrong(k->r, "%s = %s: it is not there, so nothing "
		    "is asked. Write the key into its first line.", key,
		    h->secret_file);
	else if (programs_may(k, key, h->secret_file, TOOL_MAY_READ))
		(void)is_closed(k, key, h->secret_file);
}

/* The clock asks other systems, with this program. */
static void
check_webhooks(struct checking *k)
{
	const struct config_webhook *h;
	struct checking one = *k;

	if (k->c->webhooks == NULL)
		return;
	if (access(k->c->webhooks_curl, X_OK) != 0)
		tool_report_wrong(k->r, "curl = %s: it cannot be run, so no "
		    "webhook is asked: %s. Install curl, or say where it "
		    "is.", k->c->webhooks_curl, strerror(errno));
	one.n = 1;
	one.who[0] = k->who[k->n - 1];
	for (h = k->c->webhooks; h != NULL; h = h->next)
		check_key(&one, h);
}

/* Whoever owns the secret runs the programs; of root's, each has a user. */
static void
find_users(struct checking *k)
{
	const char *const *p;
	struct stat st;

	if (stat(k->c->secret_file, &st) != 0 || st.st_uid == 0) {
		for (p = tool_machine_programs;
		    *p != NULL && k->n < PROGRAMS - 1; p++)
			k->n += tool_may_user(&k->who[k->n],
			    arena_printf(k->a, "dossier-%s", *p));
		k->n += tool_may_user(&k->who[k->n], TOOL_PLACE_CLOCK);
	} else {
		tool_may_uid(&k->who[k->n++], k->a, st.st_uid);
		k->trial = true;
	}
	if (k->n == 0)
		tool_may_uid(&k->who[k->n++], k->a, geteuid());
	else if (geteuid() != 0 && geteuid() != k->who[0].uid)
		tool_report_note(k->r, "Run it as root: this user may not "
		    "look everywhere.");
}

/* The part of an address before the host: user, colon, password. */
static bool
has_password(const char *url)
{
	const char *user = strstr(url, "//"), *at = strchr(url, '@');
	const char *colon = user == NULL ? NULL : strchr(user, ':');

	return strstr(url, "password=") != NULL ||
	    (colon != NULL && at != NULL && colon < at);
}

/* A server looks after its own files; what is ours is its address. */
static void
check_address(struct checking *k)
{
	struct stat st;

	if (has_password(k->c->store) && stat(k->c->path, &st) == 0 &&
	    (st.st_mode & 04) != 0)
		tool_report_wrong(k->r, "store: the address holds a password "
		    "and everybody on this machine may read %s. Put the "
		    "password in a file of its own and add passfile=FILE, or "
		    "chmod o= it.", k->c->path);
}

static void
check_store(struct checking *k)
{
	const struct config *c = k->c;
	const char *end = strrchr(c->store, '/');

	if (!db_is_file(c->store)) {
		check_address(k);
		return;
	}
	if (*c->store == '/' && end != c->store &&
	    programs_may(k, "store", arena_textn(k->a, c->store,
	    (size_t)(end - c->store)),
	    TOOL_MAY_READ | TOOL_MAY_WRITE | TOOL_MAY_RUN) &&
	    programs_may(k, "store", c->store,
	    TOOL_MAY_READ | TOOL_MAY_WRITE) &&
	    is_closed(k, "store", c->store))
		tool_report_ok(k->r, "The programs, and they alone, may use "
		    "the store.");
}

void
tool_config_files(struct tool *t, struct tool_report *r)
{
	const struct config *c = t->cx.conf;
	struct checking all = { .a = t->cx.arena, .c = c, .r = r };
	struct checking *k = &all;

	tool_report_part(r, "Files");
	find_users(k);
	check_store(k);
	if (programs_may(k, "documents", c->documents,
	    TOOL_MAY_READ | TOOL_MAY_WRITE | TOOL_MAY_RUN) &&
	    is_closed(k, "documents", c->documents))
		check_sending(k);
	check_secret(k);
	programs_may(k, "templates", c->templates,
	    TOOL_MAY_READ | TOOL_MAY_RUN);
	if (*c->templates_site != '\0')
		programs_may(k, "templates_site", c->templates_site,
		    TOOL_MAY_READ | TOOL_MAY_RUN);
	if (*c->ldap_ca != '\0')
		programs_may(k, "ca", c->ldap_ca, TOOL_MAY_READ);
	check_password(k);
	check_seals(k);
	check_mail(k);
	check_webhooks(k);
}
