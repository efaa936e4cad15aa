/* SPDX-License-Identifier: MIT */
/* Starts pg_dump and pg_restore. */
#include "store/db_pgsql_copy.h"

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "text/message.h"

#define MOST 400		/* words of an environment */

extern char **environ;

struct environment {
	char *word[MOST + 1];
	size_t n;
};

static void
add(struct ctx *cx, struct environment *e, const char *name,
    const char *value)
{
	if (e->n < MOST)
		e->word[e->n++] = arena_printf(cx->arena, "%s=%s", name,
		    value);
}

/* Ours without what speaks of PostgreSQL; row security lets a command of
 * the operator by, as db_pgsql_wall.c says. */
static void
start(struct ctx *cx, struct environment *e)
{
	char **p;

	for (p = environ; *p != NULL && e->n < MOST; p++)
		if (strncmp(*p, "PG", 2) != 0)
			e->word[e->n++] = *p;
	add(cx, e, "PGOPTIONS", "-c dossier.reach=all");
}

static void
add_options(struct ctx *cx, struct environment *e,
    const PQconninfoOption *all)
{
	const PQconninfoOption *o;

	for (o = all; o != NULL && o->keyword != NULL; o++)
		if (o->envvar != NULL && o->val != NULL && *o->val != '\0' &&
		    strcmp(o->envvar, "PGOPTIONS") != 0)
			add(cx, e, o->envvar, o->val);
}

/* Of several hosts the one that the snapshot is on: later words count. */
static void
add_host(struct ctx *cx, struct environment *e, PGconn *conn)
{
	size_t i, n = 0;

	for (i = 0; i < e->n; i++)
		if (strncmp(e->word[i], "PGHOST=", 7) != 0 &&
		    strncmp(e->word[i], "PGPORT=", 7) != 0 &&
		    strncmp(e->word[i], "PGHOSTADDR=", 11) != 0)
			e->word[n++] = e->word[i];
	e->n = n;
	add(cx, e, "PGHOST", PQhost(conn));
	add(cx, e, "PGPORT", PQport(conn));
}

/* Its complaints go where ours go. */
static enum err
run(struct ctx *cx, char *const *words, struct environment *e)
{
	int status, no;
	pid_t pid;

	e->word[e->n] = NULL;
	if ((no = posix_spawnp(&pid, words[0], NULL, NULL, words,
	    e->word)) != 0)
		return refuse(cx, ERR_BUSY, _("%s, which PostgreSQL brings, "
		    "cannot be run: %s."), words[0], strerror(no));
	while (waitpid(pid, &status, 0) == -1)
		if (errno != EINTR)
			return ERR_BROKEN;
	if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
		return OK;
	return refuse(cx, ERR_BUSY, _("%s failed and said why."), words[0]);
}

enum err
db_pgsql_copy(struct ctx *cx, PGconn *conn, const char *snapshot,
    const char *path)
{
	char *words[] = { arena_text(cx->arena, "pg_dump"),
	    arena_text(cx->arena, "--format=custom"),
	    arena_text(cx->arena, "--compress=1"),
	    arena_text(cx->arena, "--no-password"),
	    arena_text(cx->arena, "--enable-row-security"),
	    arena_printf(cx->arena, "--snapshot=%s", snapshot),
	    arena_printf(cx->arena, "--file=%s", path), NULL };
	struct environment e = { .n = 0 };
	PQconninfoOption *all = PQconninfo(conn);
	enum err err;
	int fd;

	start(cx, &e);
	add_options(cx, &e, all);
	PQconninfoFree(all);
	add_host(cx, &e, conn);
	if ((err = run(cx, words, &e)) != OK) {
		unlink(path);
		return err;
	}
	fd = open(path, O_RDWR | O_CLOEXEC);
	if (fd == -1 || fchmod(fd, 0600) != 0 || fsync(fd) != 0)
		err = refuse(cx, ERR_BUSY, _("%s cannot be written: %s."),
		    path, strerror(errno));
	if (fd != -1)
		close(fd);
	return err;
}

enum err
db_pgsql_copy_back(struct ctx *cx, const char *url, const char *path)
{
	char *words[] = { arena_text(cx->arena, "pg_restore"),
	    arena_text(cx->arena, "--exit-on-error"),
	    arena_text(cx->arena, "--single-transaction"),
	    arena_text(cx->arena, "--no-owner"),
	    arena_text(cx->arena, "--no-password"), NULL, NULL, NULL };
	struct environment e = { .n = 0 };
	PQconninfoOption *all = PQconninfoParse(url, NULL), *o;
	const char *name = "";

	for (o = all; o != NULL && o->keyword != NULL; o++)
		if (strcmp(o->keyword, "dbname") == 0 && o->val != NULL)
			name = o->val;
	words[5] = arena_printf(cx->arena, "--dbname=%s", name);
	words[6] = arena_text(cx->arena, path);
	start(cx, &e);
	add_options(cx, &e, all);
	PQconninfoFree(all);
	return run(cx, words, &e);
}
