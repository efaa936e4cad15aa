/* SPDX-License-Identifier: MIT */
/* Transactions, for those who may not know the store. */
#include "domain/work.h"

#include "base/config.h"
#include "store/db.h"

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
	return db_begin(cx, kind == WORK_WRITE ? DB_WRITE : DB_READ);
}

enum err
work_commit(struct ctx *cx)
{
	return db_commit(cx);
}

void
work_undo(struct ctx *cx)
{
	if (cx->db != NULL)
		db_rollback(cx);
}
