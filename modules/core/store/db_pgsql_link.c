/* SPDX-License-Identifier: MIT */
/* The connection: made, lost, made again; statements travel in a pipeline. */
#include "store/db_pgsql_link.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "text/message.h"

#define SET_UP								\
	"SET client_min_messages = warning;"				\
	"SET bytea_output = hex;"					\
	"SET lock_timeout = '10s';"	/* a writer waits so long */	\
	/* Our statements are short and go along indexes. */		\
	"SET jit = off;"						\
	"SET max_parallel_workers_per_gather = 0;"			\
	"SET random_page_cost = 1.1;"					\
	"SET statement_timeout = %d;"					\
	"SELECT set_config('search_path',"				\
	"    quote_ident(current_schema()) || ', pg_temp', false),"	\
	" current_setting('server_encoding'),"				\
	" to_regclass('version') IS NOT NULL"

/*
 * A special letter in a password that stands as it is makes libpq read the
 * rest as host or port and name it in its complaint: that goes to a log.
 */
static bool
readable(const char *url)
{
	PQconninfoOption *all = PQconninfoParse(url, NULL), *o;
	bool good = all != NULL;

	for (o = all; good && o->keyword != NULL; o++) {
		if (o->val == NULL)
			continue;
		if (strcmp(o->keyword, "port") == 0)
			good = o->val[strspn(o->val, "0123456789,")] == '\0';
		else if (strcmp(o->keyword, "host") == 0)
			good = strchr(o->val, '@') == NULL;
	}
	PQconninfoFree(all);
	return good;
}

const char *
db_pgsql_link_place(struct arena *a, const char *url)
{
	PQconninfoOption *all = readable(url) ? PQconninfoParse(url, NULL) :
	    NULL, *o;
	const char *host = "", *base = "";

	for (o = all; o != NULL && o->keyword != NULL; o++) {
		if (o->val == NULL)
			continue;
		if (strcmp(o->keyword, "host") == 0)
			host = arena_text(a, o->val);
		else if (strcmp(o->keyword, "dbname") == 0)
			base = arena_text(a, o->val);
	}
	PQconninfoFree(all);
	return arena_printf(a, "PostgreSQL%s%s%s%s", *base == '\0' ? "" :
	    " ", base, *host == '\0' ? "" : " @ ", host);
}

/* Ours stand before the URL where it may say otherwise, after it where not. */
static PGconn *
connect_to(const char *url)
{
	static const char *const names[] = { "connect_timeout",
	    "tcp_user_timeout", "keepalives_idle", "keepalives_interval",
	    "keepalives_count", "fallback_application_name", "dbname",
	    "client_encoding", NULL };
	const char *const values[] = { "5", "20000", "20", "5", "3",
	    "dossier", url, "UTF8", NULL };

	return PQconnectdbParams(names, values, 1);
}

static void
quiet(void *to, const char *text)
{
	(void)to;
	(void)text;
}

static enum err
unreachable(struct ctx *cx, struct db_pgsql_link *l)
{
	if (!l->away)
		log_error("store: %s", PQerrorMessage(l->conn));
	l->away = true;
	PQfinish(l->conn);
	l->conn = NULL;
	return refuse(cx, ERR_BUSY, "%s", _("The database does not answer. "
	    "Try again in a minute."));
}

enum err
db_pgsql_link_open(struct ctx *cx, struct db_pgsql_link *l)
{
	char set_up[sizeof(SET_UP) + 16];
	PGresult *r;
	bool wide, path;

	if (l->conn != NULL)
		return OK;
	if (!readable(l->url))
		return refuse(cx, ERR_BUSY, "%s", _("The address of the "
		    "database in the configuration cannot be read. Special "
		    "letters of names and passwords are written as %40 and "
		    "the like."));
	if ((l->conn = connect_to(l->url)) == NULL)
		log_fatal("no memory for a connection");
	PQsetNoticeProcessor(l->conn, quiet, NULL);
	l->age++;
	snprintf(set_up, sizeof(set_up), SET_UP, l->seconds * 1000);
	if (PQstatus(l->conn) != CONNECTION_OK)
		return unreachable(cx, l);
	r = PQexec(l->conn, set_up);
	if (PQresultStatus(r) != PGRES_TUPLES_OK) {
		PQclear(r);
		return unreachable(cx, l);
	}
	path = !PQgetisnull(r, 0, 0);
	wide = strcmp(PQgetvalue(r, 0, 1), "UTF8") == 0;
	l->gate = *PQgetvalue(r, 0, 2) == 't';
	PQclear(r);
	if (wide && path && PQenterPipelineMode(l->conn) == 1) {
		if (l->away)
			log_info("store: the database answers again");
		l->away = false;
		return OK;
	}
	db_pgsql_link_close(l);
	return refuse(cx, ERR_BUSY, "%s", !wide ?
	    _("The database does not hold its texts in UTF-8. Make one with "
	    "“createdb --encoding=UTF8 --template=template0”.") :
	    _("The database has no schema that the programs may use."));
}

void
db_pgsql_link_close(struct db_pgsql_link *l)
{
	PQfinish(l->conn);
	l->conn = NULL;
}

void
db_pgsql_link_free(struct db_pgsql_link *l)
{
	int i;

	db_pgsql_link_close(l);
	for (i = 0; i < DB_PGSQL_AHEAD; i++)
		free(l->ahead[i]);
	free(l->url);
}

void
db_pgsql_link_ahead(struct db_pgsql_link *l, const char *fmt, ...)
{
	char **at = &l->ahead[l->nahead];
	va_list ap;

	if (l->nahead++ == DB_PGSQL_AHEAD)
		log_fatal("too much is ahead of a statement");
	free(*at);
	va_start(ap, fmt);
	if (vasprintf(at, fmt, ap) == -1)
		log_fatal("no memory for a statement");
	va_end(ap);
}

/* The answer to one thing that was sent; NULL when there is none. */
static PGresult *
take(struct db_pgsql_link *l)
{
	PGresult *r = PQgetResult(l->conn), *more;

	while (r != NULL && (more = PQgetResult(l->conn)) != NULL) {
		PQclear(r);
		r = more;
	}
	return r;
}

bool
db_pgsql_link_good(const PGresult *r)
{
	return PQresultStatus(r) == PGRES_COMMAND_OK ||
	    PQresultStatus(r) == PGRES_TUPLES_OK;
}

/* The server says so before it hangs up. */
static bool
farewell(const PGresult *r)
{
	const char *code = PQresultErrorField(r, PG_DIAG_SQLSTATE);

	return code != NULL && (strncmp(code, "57P", 3) == 0 ||
	    strncmp(code, "08", 2) == 0);
}

static enum db_pgsql_sent
lost(struct db_pgsql_link *l, PGresult **out)
{
	log_warn("the connection to the database was lost");
	PQclear(*out);
	*out = NULL;
	db_pgsql_link_close(l);
	return DB_PGSQL_LOST;
}

static bool
word(struct db_pgsql_link *l, const char *text)
{
	return PQsendQueryParams(l->conn, text, 0, NULL, NULL, NULL, NULL,
	    0) == 1;
}

static bool
put(struct db_pgsql_link *l, const struct db_pgsql_send *s)
{
	char drop[32];
	int i;

	for (i = 0; i < l->nahead; i++)
		if (!word(l, l->ahead[i]))
			return false;
	snprintf(drop, sizeof(drop), "DEALLOCATE %s", s->name);
	if ((s->drop && !word(l, drop)) || (s->text != NULL &&
	    PQsendPrepare(l->conn, s->name, s->text, s->n, s->types) != 1))
		return false;
	return PQsendQueryPrepared(l->conn, s->name, s->n, s->values,
	    s->lengths, s->formats, 0) == 1 && PQpipelineSync(l->conn) == 1;
}

/* One answer after the other; the first that is not good is kept. */
static enum db_pgsql_sent
get(struct db_pgsql_link *l, struct db_pgsql_send *s, PGresult **out)
{
	int drop = l->nahead, prepare = drop + s->drop, i;
	int run = prepare + (s->text != NULL);
	enum db_pgsql_sent sent = DB_PGSQL_DONE;
	PGresult *r;

	for (i = 0; i <= run; i++) {
		if ((r = take(l)) == NULL || farewell(r)) {
			log_warn("store: %s", r == NULL ?
			    PQerrorMessage(l->conn) : PQresultErrorField(r,
			    PG_DIAG_MESSAGE_PRIMARY));
			PQclear(r);
			return DB_PGSQL_LOST;
		}
		if (i >= drop && i < prepare)
			s->dropped = db_pgsql_link_good(r);
		else if (i >= prepare && i < run)
			s->prepared = db_pgsql_link_good(r);
		if (*out == NULL && (i == run || !db_pgsql_link_good(r))) {
			*out = r;
			if (i < prepare)
				sent = DB_PGSQL_REFUSED;
		} else {
			PQclear(r);
		}
	}
	r = PQgetResult(l->conn);
	if (PQresultStatus(r) != PGRES_PIPELINE_SYNC)
		sent = DB_PGSQL_LOST;
	PQclear(r);
	return sent;
}

enum db_pgsql_sent
db_pgsql_link_send(struct db_pgsql_link *l, struct db_pgsql_send *s,
    PGresult **out)
{
	enum db_pgsql_sent sent = DB_PGSQL_LOST;

	*out = NULL;
	s->dropped = s->prepared = false;
	if (put(l, s))
		sent = get(l, s, out);
	if (sent == DB_PGSQL_LOST)
		return lost(l, out);
	l->nahead = 0;
	return sent;
}

enum db_pgsql_sent
db_pgsql_link_script(struct db_pgsql_link *l, const char *sql,
    PGresult **out)
{
	*out = NULL;
	if (PQexitPipelineMode(l->conn) == 1)
		*out = PQexec(l->conn, sql);
	if (*out == NULL || PQstatus(l->conn) != CONNECTION_OK ||
	    PQenterPipelineMode(l->conn) != 1)
		return lost(l, out);
	return DB_PGSQL_DONE;
}
