/* SPDX-License-Identifier: MIT */
/* Transactions, for those who may not know the store. */
#include "domain/spine/work.h"

#include "base/config.h"
#include "domain/spine/document_bytes.h"
#include "store/db.h"
#include "store/migrate.h"

enum err
work_open(struct ctx *cx)
{
	return db_open(cx, cx->conf->store, &cx->db);
}

void
work_close(struct ctx *cx)
{
	if (cx->db != NULL)
		db_close(cx->db);
	cx->db = NULL;
}

enum err
work_begin(struct ctx *cx, enum work_kind kind)
{
	static const enum db_mode modes[] = {
		[WORK_READ] = DB_READ, [WORK_WRITE] = DB_WRITE,
		[WORK_TRY] = DB_TRY
	};

	cx->act = NULL;
	return db_begin(cx, modes[kind]);
}

bool
work_again(const struct ctx *cx)
{
	return db_again(cx);
}

enum err
work_fits(struct ctx *cx)
{
	int64_t have;
	enum err e = migrate_version(cx, &have);

	return e == OK && have != MIGRATE_NEWEST ? ERR_SCHEMA : e;
}

void
work_more_time(struct ctx *cx)
{
	db_more_time(cx);
}

enum err
work_commit(struct ctx *cx)
{
	enum err e = db_commit(cx);

	cx->placed = NULL;	/* named now, or too late to take back */
	return e;
}

enum err
work_part_begin(struct ctx *cx, struct work_part *p)
{
	p->act = cx->act;
	if (p->act != NULL)
		p->was = *p->act;
	return db_part_begin(cx);
}

enum err
work_part_keep(struct ctx *cx, struct work_part *p)
{
	(void)p;
	return db_part_keep(cx);
}

/* The act's row is gone with its first step; else only that step is. */
enum err
work_part_drop(struct ctx *cx, struct work_part *p)
{
	cx->act = p->act;
	if (p->act != NULL)
		*p->act = p->was;
	return db_part_drop(cx);
}

void
work_tidy(struct ctx *cx)
{
	if (cx->db != NULL)
		db_tidy(cx->db);
}

void
work_undo(struct ctx *cx)
{
	if (cx->db == NULL)
		return;
	document_bytes_back(cx);
	db_rollback(cx);
}
