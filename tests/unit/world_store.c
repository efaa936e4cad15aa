/* SPDX-License-Identifier: MIT */
/* Databases for tests on PostgreSQL; see world_store.h. */
#include "unit/world_store.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/log.h"
#include "config.h"

bool
world_store_pgsql(void)
{
	const char *server = getenv("DOSSIER_TEST_STORE");

	return server != NULL && *server != '\0';
}

/* Until the program ends. */
static const char *
keep(char *url)
{
	static struct kept {
		struct kept *next;
		char *url;
	} *all;
	struct kept *k = malloc(sizeof(*k));

	if (k == NULL || url == NULL)
		log_fatal("no memory for an address");
	*k = (struct kept){ all, url };
	all = k;
	return url;
}

#ifndef HAVE_LIBPQ

const char *
world_store_new(const char *path, void (*fill)(const char *))
{
	(void)fill;
	if (world_store_pgsql())
		log_fatal("this build has no PostgreSQL");
	return keep(strdup(path));
}

const char *
world_store_copy(const char *url)
{
	return keep(strdup(url));
}

void
world_store_drop(const char *url)
{
	(void)url;
}

#else
#include <libpq-fe.h>

#define WORLD "dossier_world"	/* what filled databases are copies of */
#define LOCK "5047"		/* whoever makes it is alone */

#define SERVER "postgresql:///"
#define PREFIX (sizeof(SERVER) - 1)

/* How long the name of the database is; 0 it is a file. */
static int
name_of(const char *url)
{
	return strncmp(url, SERVER, PREFIX) == 0 ?
	    (int)strcspn(url + PREFIX, "?") : 0;
}

/* postgresql:///postgres?...: the server by way of any database of it. */
static char *
address(const char *name)
{
	const char *any = getenv("DOSSIER_TEST_STORE");
	const char *rest = strchr(any, '?');
	char *url;

	if (name_of(any) == 0 || rest == NULL ||
	    asprintf(&url, SERVER "%s%s", name, rest) < 0)
		log_fatal("DOSSIER_TEST_STORE is not as with-server says");
	return url;
}

static PGconn *
server(void)
{
	PGconn *c = PQconnectdb(getenv("DOSSIER_TEST_STORE"));

	if (PQstatus(c) != CONNECTION_OK)
		log_fatal("the server of the tests: %s", PQerrorMessage(c));
	return c;
}

/* How many rows it gave, or changed. */
static int
tell(PGconn *c, const char *sql)
{
	PGresult *r = PQexec(c, sql);
	int rows = PQntuples(r);

	if (PQresultStatus(r) != PGRES_COMMAND_OK &&
	    PQresultStatus(r) != PGRES_TUPLES_OK)
		log_fatal("%s: %s", sql, PQerrorMessage(c));
	PQclear(r);
	return rows;
}

static void
make_world(PGconn *c, void (*fill)(const char *))
{
	char *url;

	tell(c, "SELECT pg_advisory_lock(" LOCK ")");
	if (tell(c, "SELECT 1 FROM pg_database WHERE datname = '" WORLD
	    "'") == 0) {
		tell(c, "CREATE DATABASE " WORLD "_raw TEMPLATE template0");
		url = address(WORLD "_raw");
		fill(url);
		free(url);
		tell(c, "ALTER DATABASE " WORLD "_raw RENAME TO " WORLD);
	}
	tell(c, "SELECT pg_advisory_unlock(" LOCK ")");
}

/* A database like another, under a name that no test has; process numbers
 * come again within a run. */
static char *
copy(PGconn *c, const char *like)
{
	uint64_t drawn;
	char name[60], sql[200];

	if (getentropy(&drawn, sizeof(drawn)) != 0)
		log_fatal("no random name");
	snprintf(name, sizeof(name), "test_%016" PRIx64, drawn);
	snprintf(sql, sizeof(sql), "CREATE DATABASE %s TEMPLATE %s"
	    " STRATEGY file_copy", name, like);
	tell(c, sql);
	PQfinish(c);
	return address(name);
}

const char *
world_store_new(const char *path, void (*fill)(const char *))
{
	PGconn *c;

	if (!world_store_pgsql())
		return keep(strdup(path));
	c = server();
	if (fill != NULL)
		make_world(c, fill);
	return keep(copy(c, fill != NULL ? WORLD : "template0"));
}

const char *
world_store_copy(const char *url)
{
	char name[60];

	snprintf(name, sizeof(name), "%.*s", name_of(url), url + PREFIX);
	return keep(copy(server(), name));
}

void
world_store_drop(const char *url)
{
	char sql[200];
	PGconn *c;

	if (!world_store_pgsql() || name_of(url) == 0)
		return;
	c = server();
	snprintf(sql, sizeof(sql), "DROP DATABASE %.*s WITH (FORCE)",
	    name_of(url), url + PREFIX);
	tell(c, sql);
	PQfinish(c);
}

#endif
