/* SPDX-License-Identifier: MIT */
/* dossier setup: settings, folders, store, types, courts, directory. Each step
 * looks what is there already, so it may be run again at any time. */
#include "tool/tool_setup.h"

#include <dirent.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "directory/directory_check.h"
#include "domain/course/casetype_install.h"
#include "domain/people/staff_sync.h"
#include "domain/type/casetype.h"
#include "domain/type/court_kept.h"
#include "store/db.h"
#include "store/migrate.h"
#include "tool/commands.h"
#include "tool/tool_backup.h"
#include "tool/tool_place.h"
#include "tool/tool_report.h"

/* Where what ships with Dossier lies. */
static const char *
share(const struct tool *t, const char *name)
{
	const char *dir = tool_value(t, "share");

	return arena_printf(t->cx.arena, "%s/%s", dir != NULL ? dir :
	    PKGDATADIR, name);
}

static int
write_settings(struct tool *t, struct tool_conf *c)
{
	bool made = !c->exists, changed = c->changed;
	const char *why;
	int status;

	if ((status = tool_place_folder_of(t->cx.arena, c->path)) !=
	    TOOL_DONE)
		return status;
	if ((why = tool_conf_save(c)) != NULL)
		return tool_fail("%s", why);
	if (changed)
		printf("%s %s\n", made ? "made" : "filled in", c->path);
	return tool_configure(t);
}

static int
make_store(struct tool *t)
{
	const char *schema = share(t, "schema");
	struct migrate_step *s;
	int status;

	if (db_open_any(&t->cx, t->cx.conf->store, &t->cx.db) != OK ||
	    migrate_pending(&t->cx, schema, &s) != OK)
		return tool_refused(t);
	if (s == NULL)
		return TOOL_DONE;
	status = tool_migrate_run(t, schema, t->cx.conf->backup,
	    NULL, false);
	if (status == TOOL_DONE)
		printf("brought the store %s up to date\n",
		    db_place(t->cx.arena, t->cx.conf->store));
	return status;
}

/* The codes of the types that ship, blanks between. */
static const char *
shipped(struct arena *a, const char *dir)
{
	const char *all = "";
	struct dirent *d;
	struct stat st;
	DIR *folder = opendir(dir);

	while (folder != NULL && (d = readdir(folder)) != NULL)
		if (d->d_name[0] != '.' && stat(arena_printf(a,
		    "%s/%s/type.xml", dir, d->d_name), &st) == 0)
			all = arena_printf(a, "%s %s", all, d->d_name);
	if (folder != NULL)
		closedir(folder);
	return all;
}

/* Types are the site's as soon as they are in the store: what ships never
 * becomes a new version of one by itself. */
static enum err
install_types(struct tool *t)
{
	const char *s = tool_value(t, "types"), *code;
	const char *dir = share(t, "casetypes");
	const struct casetype *type;
	enum err e;
	size_t n;

	if (s == NULL)
		s = shipped(t->cx.arena, dir);
	for (; *(s += strspn(s, " ,")) != '\0'; s += n) {
		n = strcspn(s, " ,");
		code = arena_textn(t->cx.arena, s, n);
		e = casetype_current(&t->cx, code, &type);
		if (e == OK)
			continue;
		t->cx.why = NULL;
		if (e != ERR_MISSING || (e = casetype_install(&t->cx,
		    arena_printf(t->cx.arena, "%s/%s", dir, code),
		    &type)) != OK)
			return e;
		printf("installed the case type %s\n", type->code);
	}
	return OK;
}

/* The same of courts: the rules that the site has are its own. */
static enum err
install_court(struct tool *t, const char *path, const char *code)
{
	const struct court *c;
	enum err e;

	if ((e = court_kept_find(&t->cx, code, 0, &c)) != ERR_MISSING)
		return e;
	t->cx.why = NULL;
	if ((e = court_kept_install(&t->cx, path, &c)) == OK)
		printf("installed the rules of the court %s\n", c->code);
	return e;
}

/* All that ship. */
static enum err
install_shipped_courts(struct tool *t, const char *dir)
{
	struct arena *a = t->cx.arena;
	struct dirent *d;
	const char *dot;
	DIR *folder;
	enum err e = OK;

	if ((folder = opendir(dir)) == NULL)
		return OK;
	while (e == OK && (d = readdir(folder)) != NULL)
		if ((dot = strrchr(d->d_name, '.')) != NULL &&
		    strcmp(dot, ".xml") == 0)
			e = install_court(t, arena_printf(a, "%s/%s", dir,
			    d->d_name), arena_textn(a, d->d_name,
			    (size_t)(dot - d->d_name)));
	closedir(folder);
	return e;
}

static enum err
install_courts(struct tool *t)
{
	const char *s = tool_value(t, "courts"), *code;
	const char *dir = share(t, "courts");
	enum err e = OK;
	size_t n;

	if (s == NULL)
		return install_shipped_courts(t, dir);
	for (; e == OK && *(s += strspn(s, " ,")) != '\0'; s += n) {
		n = strcspn(s, " ,");
		code = arena_textn(t->cx.arena, s, n);
		e = install_court(t, arena_printf(t->cx.arena, "%s/%s.xml",
		    dir, code), code);
	}
	return e;
}

/* Says what the directory answered, and takes its people over. A directory
 * that is not in order does not end the set-up. */
static void
meet_directory(struct tool *t)
{
	struct tool_report report = { 0 };
	struct directory_finding *f;
	struct staff_sync done;
	int n;

	if (*t->cx.conf->ldap_urls == '\0')
		return;
	tool_report_part(&report, "\nThe directory");
	for (f = directory_check(&t->cx); f != NULL; f = f->next)
		if (f->wrong)
			tool_report_wrong(&report, "%s", f->text);
		else
			tool_report_ok(&report, "%s", f->text);
	if (report.wrong > 0)
		return;
	if (staff_sync(&t->cx, false, false, &done) == OK) {
		n = done.refreshed + done.added;
		tool_report_ok(&report, "%d %s a role here.", n,
		    n == 1 ? "person has" : "people have");
	} else
		tool_report_wrong(&report, "%s", t->cx.why == NULL ?
		    "Its people could not be taken over." : t->cx.why);
}

/* May this user make or change the file? Asked before anything else is. */
static bool
may_write(struct arena *a, const char *path)
{
	const char *end;

	while (access(path, F_OK) != 0 && (end = strrchr(path, '/')) != NULL &&
	    end != path)
		path = arena_textn(a, path, (size_t)(end - path));
	return access(path, W_OK) == 0;
}

int
tool_setup(struct tool *t)
{
	struct tool_conf c;
	const char *why;
	int status;

	umask(022);
	if ((why = tool_conf_open(&c, t->cx.arena,
	    config_path(t->conf_path), share(t, "dossier.conf"))) != NULL)
		return tool_fail("%s", why);
	if (!c.exists && !may_write(t->cx.arena, c.path))
		return tool_fail("this user may not make %s; run it by sudo, "
		    "or give --conf FILE for a trial of your own.", c.path);
	if ((status = tool_setup_answers(t, &c)) != TOOL_DONE ||
	    (status = tool_place_users(t->cx.arena)) != TOOL_DONE ||
	    (status = write_settings(t, &c)) != TOOL_DONE ||
	    (status = tool_place_all(t)) != TOOL_DONE ||
	    (status = tool_place_step_down()) != TOOL_DONE ||
	    (status = make_store(t)) != TOOL_DONE ||
	    (status = tool_write(t, install_types)) != TOOL_DONE ||
	    (status = tool_write(t, install_courts)) != TOOL_DONE)
		return status;
	meet_directory(t);
	tool_setup_next(t);
	return TOOL_DONE;
}
