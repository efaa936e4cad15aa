/* SPDX-License-Identifier: MIT */
#ifndef STORE_DB_SQLITE_H
#define STORE_DB_SQLITE_H

#include "store/db.h"

/* SQLite behind the seam; only db.c calls these. Contracts: db.h. */
struct db_sqlite;

enum err db_sqlite_open(struct ctx *, const char *path, bool make,
	    struct db_sqlite **out);
void	 db_sqlite_close(struct db_sqlite *);
/* A word about transactions. */
enum err db_sqlite_plain(struct ctx *, struct db_sqlite *, const char *sql);
void	 db_sqlite_more_time(struct db_sqlite *, int seconds);
enum err db_sqlite_begin(struct ctx *, struct db_sqlite *, enum db_mode,
	    int seconds);		/* time for all of it, 0: no limit */
enum err db_sqlite_commit(struct ctx *, struct db_sqlite *);
void	 db_sqlite_rollback(struct db_sqlite *);
enum err db_sqlite_script(struct ctx *, struct db_sqlite *, const char *sql);
enum err db_sqlite_index(struct ctx *, struct db_sqlite *);
bool	 db_sqlite_has_table(struct db_sqlite *, const char *name);
enum err db_sqlite_check(struct ctx *, struct db_sqlite *, const char **out);
void	 db_sqlite_statements(struct db_sqlite *,
	    void (*each)(void *, const char *sql), void *);

void	 db_sqlite_query(struct db_sqlite *, struct db_rows *,
	    const char *sql, const struct db_arg *args, size_t n);
bool	 db_sqlite_row(struct db_rows *);
int64_t	 db_sqlite_int(struct db_rows *);
const char *db_sqlite_text(struct db_rows *);
const void *db_sqlite_blob(struct db_rows *, size_t *len);
bool	 db_sqlite_is_null(struct db_rows *);
int	 db_sqlite_width(struct db_rows *);
const char *db_sqlite_column(struct db_rows *, int i);
enum db_kind db_sqlite_kind(struct db_rows *);
const char *db_sqlite_said(const struct db_sqlite *);
enum err db_sqlite_end(struct db_sqlite *, struct db_rows *);

/* The words that differ from engine to engine in schema files. */
extern const char *const db_sqlite_types[][2];

#endif
