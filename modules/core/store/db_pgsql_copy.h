/* SPDX-License-Identifier: MIT */
#ifndef STORE_DB_PGSQL_COPY_H
#define STORE_DB_PGSQL_COPY_H

#include <libpq-fe.h>

#include "base/ctx.h"

/* PostgreSQL copies itself by its own programs, which are told where to go
 * by their environment alone: other users can read a command line. */

/* pg_dump of what an exported snapshot sees, into a new file. */
enum err db_pgsql_copy(struct ctx *, PGconn *, const char *snapshot,
	    const char *path);
/* pg_restore into an empty database. */
enum err db_pgsql_copy_back(struct ctx *, const char *url, const char *path);

#endif
