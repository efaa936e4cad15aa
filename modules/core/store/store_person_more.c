/* SPDX-License-Identifier: MIT */
/* What a person has several of: identifiers and further addresses. */
#include "store/db.h"
#include "store/store_person.h"

static enum err
read_identifiers(struct ctx *cx, struct person *p)
{
	static const char sql[] =
	    "SELECT kind, value FROM person_identifier"
	    " WHERE person = $1 ORDER BY no";
	struct identifier **tail = &p->identifiers, *i;
	struct db_rows q;

	*tail = NULL;
	db_query(cx, &q, sql, db_i(p->id));
	while (db_row(&q)) {
		i = arena_alloc(cx->arena, sizeof(*i));
		i->kind = db_text(&q);
		i->value = db_text(&q);
		*tail = i;
		tail = &i->next;
	}
	return db_end(&q);
}

static enum err
read_addresses(struct ctx *cx, struct person *p)
{
	static const char sql[] =
	    "SELECT kind, address FROM person_address"
	    " WHERE person = $1 ORDER BY no";
	struct address **tail = &p->addresses, *a;
	struct db_rows q;

	*tail = NULL;
	db_query(cx, &q, sql, db_i(p->id));
	while (db_row(&q)) {
		a = arena_alloc(cx->arena, sizeof(*a));
		a->kind = db_text(&q);
		a->text = db_text(&q);
		*tail = a;
		tail = &a->next;
	}
	return db_end(&q);
}

enum err
store_person_more(struct ctx *cx, struct person *p)
{
	enum err e = read_identifiers(cx, p);

	return e != OK ? e : read_addresses(cx, p);
}

static enum err
write_identifiers(struct ctx *cx, const struct person *p)
{
	static const char drop[] =
	    "DELETE FROM person_identifier WHERE person = $1";
	static const char add[] =
	    "INSERT INTO person_identifier (person, no, kind, value,"
	    "    value_key) VALUES ($1, $2, $3, $4, $5)";
	const struct identifier *i;
	int64_t no = 0;
	enum err e;

	if ((e = db_run(cx, drop, db_i(p->id))) != OK)
		return e;
	for (i = p->identifiers; i != NULL && e == OK; i = i->next)
		e = db_run(cx, add, db_i(p->id), db_i(++no), db_t(i->kind),
		    db_t(i->value), db_t(store_person_key(cx, i->value)));
	return e;
}

static enum err
write_addresses(struct ctx *cx, const struct person *p)
{
	static const char drop[] =
	    "DELETE FROM person_address WHERE person = $1";
	static const char add[] =
	    "INSERT INTO person_address (person, no, kind, address)"
	    " VALUES ($1, $2, $3, $4)";
	const struct address *a;
	int64_t no = 0;
	enum err e;

	if ((e = db_run(cx, drop, db_i(p->id))) != OK)
		return e;
	for (a = p->addresses; a != NULL && e == OK; a = a->next)
		e = db_run(cx, add, db_i(p->id), db_i(++no), db_t(a->kind),
		    db_t(a->text));
	return e;
}

enum err
store_person_more_save(struct ctx *cx, const struct person *p)
{
	enum err e = write_identifiers(cx, p);

	return e != OK ? e : write_addresses(cx, p);
}
