/* SPDX-License-Identifier: MIT */
/* Copies of the world that the build keeps; see world_kept.h. */
#include "unit/world_kept.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/log.h"
#include "store/db.h"
#include "unit/world.h"

#define KEPT "tests/world.db"

/* Where a file says that it is in WAL mode, and what else it may say. */
#define MODE 18
#define PLAIN 1

/* Its bytes, for SQLite to free; NULL there is none. */
static unsigned char *
bytes(size_t *len)
{
	const char *top = getenv("top_builddir");
	unsigned char *b = NULL;
	long n = 0;
	FILE *f;

	if (top == NULL || (f = fopen(arena_printf(cx.arena, "%s/" KEPT, top),
	    "r")) == NULL)
		return NULL;
	if (fseek(f, 0, SEEK_END) == 0 && (n = ftell(f)) > 0)
		b = sqlite3_malloc64((sqlite3_uint64)n);
	rewind(f);
	if (b == NULL || fread(b, 1, (size_t)n, f) != (size_t)n)
		log_fatal("%s cannot be read", KEPT);
	fclose(f);
	*len = (size_t)n;
	return b;
}

/* What was opened last: SQLite tells each connection to who asks it to. */
static sqlite3 *handle;

static int
opened(sqlite3 *db, char **error, const struct sqlite3_api_routines *api)
{
	(void)error;
	(void)api;
	handle = db;
	return SQLITE_OK;
}

static void
open_memory(unsigned char *b, size_t len)
{
	void (*hook)(void) = (void (*)(void))opened;

	b[MODE] = b[MODE + 1] = PLAIN;
	sqlite3_auto_extension(hook);
	must(db_open_any(&cx, ":memory:", &cx.db));
	sqlite3_cancel_auto_extension(hook);
	if (sqlite3_deserialize(handle, "main", b, (sqlite3_int64)len,
	    (sqlite3_int64)len, SQLITE_DESERIALIZE_FREEONCLOSE |
	    SQLITE_DESERIALIZE_RESIZEABLE) != SQLITE_OK)
		log_fatal("the world that is kept cannot be read");
}

static void
open_file(const char *path, unsigned char *b, size_t len)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);

	if (fd == -1 || write(fd, b, len) != (ssize_t)len || close(fd) != 0)
		log_fatal("%s cannot be written", path);
	sqlite3_free(b);
	must(db_open_any(&cx, path, &cx.db));
}

bool
world_kept_open(const char *path)
{
	unsigned char *b;
	size_t len;

	if ((b = bytes(&len)) == NULL)
		return false;
	if (strcmp(path, ":memory:") == 0)
		open_memory(b, len);
	else
		open_file(path, b, len);
	return true;
}
