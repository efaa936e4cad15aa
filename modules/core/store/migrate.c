/* SPDX-License-Identifier: MIT */
/* Brings a store to the schema of the programs, file by file. */
#include "store/migrate.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "store/db.h"
#include "text/message.h"

#define INSTALLED PKGDATADIR "/schema"

/* The version table is made by whoever applies the first file. */
static enum err
version_table(struct ctx *cx)
{
	static const char sql[] =
	    "CREATE TABLE IF NOT EXISTS version ("
	    " number {int} PRIMARY KEY,"
	    " name {text} NOT NULL,"
	    " applied {int} NOT NULL) {strict}";

	return db_script(cx, sql);
}

enum err
migrate_version(struct ctx *cx, int64_t *out)
{
	static const char sql[] =
	    "SELECT coalesce(max(number), 0) FROM version";
	struct db_rows q;

	*out = 0;
	if (!db_has_table(cx, "version"))
		return OK;
	db_query(cx, &q, sql);
	if (db_row(&q))
		*out = db_int(&q);
	return db_end(&q);
}

enum err
migrate_fits(struct ctx *cx, int64_t have)
{
	if (have == MIGRATE_NEWEST)
		return OK;
	return have < MIGRATE_NEWEST ?
	    refuse(cx, ERR_SCHEMA, "%s", _("The store is older than the "
	    "programs; run “dossier migrate”.")) :
	    refuse(cx, ERR_SCHEMA, "%s", _("The store is newer than the "
	    "programs; install the newer programs."));
}

/* 0001-core.sql gives 1, anything else 0. */
static int64_t
number_of(const char *name)
{
	size_t n = strlen(name);

	if (n < 10 || strspn(name, "0123456789") != 4 || name[4] != '-' ||
	    strcmp(name + n - 4, ".sql") != 0)
		return 0;
	return strtol(name, NULL, 10);
}

/* The file with this number, or NULL; *files counts all of them. */
static const char *
file_of(struct ctx *cx, const char *dir, int64_t number, int64_t *files)
{
	const char *name = NULL;
	struct dirent *f;
	DIR *d;

	*files = 0;
	if ((d = opendir(dir)) == NULL)
		return NULL;
	while ((f = readdir(d)) != NULL) {
		if (number_of(f->d_name) == 0)
			continue;
		(*files)++;
		if (number_of(f->d_name) == number)
			name = arena_text(cx->arena, f->d_name);
	}
	closedir(d);
	return name;
}

enum err
migrate_pending(struct ctx *cx, const char *dir, struct migrate_step **out)
{
	struct migrate_step **tail = out, *s;
	int64_t have, number, files;
	const char *name;
	enum err e;

	*out = NULL;
	if ((e = migrate_version(cx, &have)) != OK)
		return e;
	if (dir == NULL)
		dir = INSTALLED;
	for (number = 1; (name = file_of(cx, dir, number, &files)) != NULL;
	    number++) {
		if (number <= have)
			continue;
		s = arena_alloc(cx->arena, sizeof(*s));
		s->number = number;
		s->name = name;
		*tail = s;
		tail = &s->next;
	}
	if (files == 0)
		return refuse(cx, ERR_INVALID, _("There are no schema files "
		    "in %s."), dir);
	if (files == number - 1 && have >= number)
		return refuse(cx, ERR_SCHEMA, _("The store has the schema "
		    "%04d, and these programs know it up to %04d: install "
		    "the newer programs."), (int)have, (int)number - 1);
	if (files != number - 1)
		return refuse(cx, ERR_INVALID, _("The schema file %04d is "
		    "missing in %s, or a number is there twice."),
		    (int)number, dir);
	return OK;
}

static enum err
run_file(struct ctx *cx, const struct migrate_step *s, const char *sql)
{
	static const char row[] =
	    "INSERT INTO version (number, name, applied)"
	    " VALUES ($1, $2, $now)";
	enum err e;

	if ((e = version_table(cx)) != OK || (e = db_script(cx, sql)) != OK ||
	    (e = db_index(cx)) != OK)
		return e;
	return db_run(cx, row, db_i(s->number), db_t(s->name));
}

/* One file and its row, or nothing of it; nothing too where somebody else
 * was faster. */
static enum err
apply(struct ctx *cx, const struct migrate_step *s, const char *sql)
{
	int64_t have;
	enum err e;

	if ((e = db_begin(cx, DB_WRITE)) != OK)
		return e;
	if ((e = migrate_version(cx, &have)) == OK && have < s->number)
		e = run_file(cx, s, sql);
	if (e == OK)
		return db_commit(cx);
	db_rollback(cx);
	return refuse(cx, e, _("The schema file %s failed; the store is as "
	    "it was before it."), s->name);
}

enum err
migrate_files(struct ctx *cx, const char *dir)
{
	const char *path, *sql;
	struct migrate_step *s;
	enum err e;

	if (dir == NULL)
		dir = INSTALLED;
	if ((e = migrate_pending(cx, dir, &s)) != OK)
		return e;
	for (; s != NULL && e == OK; s = s->next) {
		path = arena_printf(cx->arena, "%s/%s", dir, s->name);
		if ((sql = file_text(cx->arena, path)) == NULL)
			return refuse(cx, ERR_INVALID, _("%s cannot be read: "
			    "%s."), path, strerror(errno));
		e = apply(cx, s, sql);
	}
	return e;
}
