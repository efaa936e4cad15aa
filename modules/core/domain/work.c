/* SPDX-License-Identifier: MIT */
/* Transactions, for those who may not know the store. */
#include "domain/work.h"

#include "base/config.h"
#include "domain/document_bytes.h"
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
	cx->act = NULL;
	return db_begin(cx, kind == WORK_WRITE ? DB_WRITE : DB_READ);
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

void
work_undo(struct ctx *cx)
{
	if (cx->db == NULL)
		return;
	document_bytes_back(cx);
	db_rollback(cx);
}
