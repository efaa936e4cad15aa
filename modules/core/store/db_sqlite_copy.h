/* SPDX-License-Identifier: MIT */
#ifndef STORE_DB_SQLITE_COPY_H
#define STORE_DB_SQLITE_COPY_H

#include <sqlite3.h>

#include "base/ctx.h"

/* db_copy() of SQLite: `from` has a transaction open that has read. */
enum err db_sqlite_copy(struct ctx *, sqlite3 *from, const char *path);

#endif
