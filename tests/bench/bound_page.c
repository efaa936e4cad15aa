/* SPDX-License-Identifier: MIT */
/*
 * bound_page SOCKET STORE: what the pages would cost if somebody wrote them
 * by hand: libfcgi, kept statements, the rows that our page reads, as many
 * bytes. No templates, no languages, no rights, no log.
 *
 *	/bound/dossier?NUMBER&BYTES
 *	/bound/queue?x&BYTES
 *	/bound/find?WORD&BYTES
 */
#include <fcgiapp.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/digest.h"
#include "store/db_sqlite_words.h"

#define WORKERS 2
#define ROOM (256 * 1024)

enum { BEGIN, COMMIT, SESSION, STAFF, DOSSIER, VALUES, PARTIES, TASKS, NOTES,
    DOCUMENTS, STAYS, PLAN, GOALS, FORMS, DEADLINES, PROMISES, DECISIONS,
    APPROVALS, LINKS, EVENTS, UNSEEN, QUEUE, QUEUE_COUNT, FIND, STATEMENTS };

#define FIRST(status)							\
	"SELECT * FROM (SELECT due, id FROM dossier"			\
	" WHERE status = '" status "' ORDER BY due, id LIMIT 51)"

static const char *const texts[STATEMENTS] = {
	[BEGIN] = "BEGIN",
	[COMMIT] = "COMMIT",
	[SESSION] = "SELECT s.person, s.created, s.used, s.ended, f.checked"
	    " FROM session s JOIN staff f ON f.person = s.person"
	    " WHERE s.hash = ?1",
	[STAFF] = "SELECT p.number, p.name, f.login, f.language, f.zone,"
	    " f.rights FROM staff f JOIN person p ON p.id = f.person"
	    " WHERE f.person = ?1",
	[DOSSIER] = "SELECT d.id, d.number, d.title, d.type_code, t.name,"
	    " d.restricted, d.status, d.phase, d.outcome, d.verdict, d.risk,"
	    " d.medium, l.name, r.name, d.received, d.opened, d.closed,"
	    " d.due, d.touched, d.version FROM dossier d"
	    " JOIN scope o ON o.id = d.scope JOIN team t ON t.id = o.team"
	    " LEFT JOIN person l ON l.id = d.lead"
	    " LEFT JOIN person r ON r.id = d.requester WHERE d.number = ?1",
	[VALUES] = "SELECT field, text, no FROM field_value"
	    " WHERE dossier = ?1 ORDER BY field, no",
	[PARTIES] = "SELECT y.no, p.number, p.name, y.role, y.added, y.ended"
	    " FROM party y JOIN person p ON p.id = y.person"
	    " WHERE y.dossier = ?1 ORDER BY y.no",
	[TASKS] = "SELECT t.no, t.title, o.name, m.name, t.priority, t.due,"
	    " t.created, t.done, b.name, t.version FROM task t"
	    " LEFT JOIN person o ON o.id = t.owner"
	    " LEFT JOIN team m ON m.id = t.team"
	    " LEFT JOIN person b ON b.id = t.done_by"
	    " WHERE t.dossier = ?1 ORDER BY t.no",
	[NOTES] = "SELECT n.no, n.text, a.name, n.written FROM note n"
	    " LEFT JOIN person a ON a.id = n.author"
	    " WHERE n.dossier = ?1 ORDER BY n.written DESC, n.no DESC LIMIT 9",
	[DOCUMENTS] = "SELECT f.no, f.name, f.kind, f.dated, f.media_type,"
	    " f.bytes, f.added, a.name FROM document f"
	    " LEFT JOIN person a ON a.id = f.actor"
	    " WHERE f.dossier = ?1 ORDER BY f.no",
	[STAYS] = "SELECT no, phase, entered, left_at, reason"
	    " FROM dossier_phase WHERE dossier = ?1 ORDER BY no",
	[PLAN] = "SELECT no, parent, used, kind, name, state, required, round,"
	    " since, planned, rings, task, reason FROM plan_item"
	    " WHERE dossier = ?1 ORDER BY no",
	[GOALS] = "SELECT no, title, state, due, measure, start, target"
	    " FROM goal WHERE dossier = ?1 ORDER BY no",
	[FORMS] = "SELECT f.no, f.title, f.state, f.since, s.name, f.score"
	    " FROM form f LEFT JOIN person s ON s.id = f.said_by"
	    " WHERE f.dossier = ?1 ORDER BY f.no",
	[DEADLINES] = "SELECT x.no, x.title, x.state, x.due, x.early, x.warns,"
	    " s.name, k.name FROM deadline x"
	    " LEFT JOIN person s ON s.id = x.said_by"
	    " LEFT JOIN person k ON k.id = x.checked_by"
	    " WHERE x.dossier = ?1 ORDER BY x.due, x.no",
	[PROMISES] = "SELECT x.no, x.text, x.due, x.state, w.name, m.name"
	    " FROM promise x LEFT JOIN person w ON w.id = x.person"
	    " LEFT JOIN person m ON m.id = x.made_by"
	    " WHERE x.dossier = ?1 ORDER BY x.due, x.no",
	[DECISIONS] = "SELECT no, code, state, result, reason, decided"
	    " FROM decision WHERE dossier = ?1"
	    " AND state IN ('made', 'proposed') ORDER BY code, no",
	[APPROVALS] = "SELECT no, subject, state, amount, currency, asked"
	    " FROM approval WHERE dossier = ?1 ORDER BY no DESC LIMIT 9",
	[LINKS] = "SELECT l.no, l.kind, d.number, d.title, d.status"
	    " FROM (SELECT no, kind, other FROM dossier_link"
	    "  WHERE dossier = ?1 AND ended IS NULL UNION ALL"
	    "  SELECT other_no, kind, dossier FROM dossier_link"
	    "  WHERE other = ?1 AND ended IS NULL) l"
	    " JOIN dossier d ON d.id = l.other ORDER BY l.no",
	[EVENTS] = "SELECT e.seq, e.kind, e.happened, e.recorded, a.name,"
	    " b.body FROM event e LEFT JOIN event_body b ON b.event = e.id"
	    " LEFT JOIN person a ON a.id = e.actor"
	    " WHERE e.dossier = ?1 ORDER BY e.happened DESC, e.id DESC"
	    " LIMIT 9",
	[UNSEEN] = "SELECT count(*) FROM (SELECT 1 FROM outbox"
	    " WHERE person = ?1 AND seen IS NULL LIMIT 10)",
	[QUEUE] = "SELECT d.number, d.title, d.type_code, t.name,"
	    " d.restricted, d.status, d.phase, d.risk, l.name, r.name,"
	    " d.received, d.due, d.touched FROM (" FIRST("open")
	    " UNION ALL " FIRST("waiting") " UNION ALL " FIRST("closed")
	    " ORDER BY due, id LIMIT 51) x JOIN dossier d ON d.id = x.id"
	    " JOIN scope o ON o.id = d.scope JOIN team t ON t.id = o.team"
	    " LEFT JOIN person l ON l.id = d.lead"
	    " LEFT JOIN person r ON r.id = d.requester ORDER BY x.due, x.id",
	[QUEUE_COUNT] = "SELECT count(*) FROM (SELECT 1 FROM dossier"
	    " LIMIT 1001)",
	[FIND] = "SELECT d.number, d.title, d.type_code, t.name,"
	    " d.restricted, d.status, d.phase, d.risk, l.name, r.name,"
	    " d.received, d.due, d.touched FROM (SELECT rowid AS id"
	    "  FROM dossier_fts WHERE dossier_fts MATCH ?1"
	    "  ORDER BY rowid DESC LIMIT 51) x JOIN dossier d ON d.id = x.id"
	    " JOIN scope o ON o.id = d.scope JOIN team t ON t.id = o.team"
	    " LEFT JOIN person l ON l.id = d.lead"
	    " LEFT JOIN person r ON r.id = d.requester"
	};
static sqlite3_stmt *st[STATEMENTS];
static char page[ROOM];
static size_t used;

static void
die(const char *what)
{
	fprintf(stderr, "bound_page: %s\n", what);
	exit(1);
}

static void
open_store(const char *path)
{
	sqlite3 *h;
	int i;

	if (sqlite3_open_v2(path, &h, SQLITE_OPEN_READWRITE |
	    SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK || sqlite3_exec(h,
	    "PRAGMA journal_mode = WAL; PRAGMA cache_size = -16000;"
	    "PRAGMA temp_store = MEMORY", NULL, NULL, NULL) != SQLITE_OK ||
	    db_sqlite_words(h) != SQLITE_OK)
		die(sqlite3_errmsg(h));
	for (i = 0; i < STATEMENTS; i++)
		if (sqlite3_prepare_v3(h, texts[i], -1,
		    SQLITE_PREPARE_PERSISTENT, &st[i], NULL) != SQLITE_OK)
			die(sqlite3_errmsg(h));
}

static void
put(const char *s, size_t n)
{
	if (used + n <= ROOM) {
		memcpy(page + used, s, n);
		used += n;
	}
}

/* Each row as a line of the page, marks of HTML written as they must be. */
static void
put_text(const char *s)
{
	for (; *s != '\0'; s++)
		if (*s == '<')
			put("&lt;", 4);
		else if (*s == '&')
			put("&amp;", 5);
		else
			put(s, 1);
}

static sqlite3_int64
rows(int i)
{
	sqlite3_int64 first = 0;
	const unsigned char *s;
	int c;

	while (sqlite3_step(st[i]) == SQLITE_ROW) {
		if (first == 0)
			first = sqlite3_column_int64(st[i], 0);
		put("<tr>", 4);
		for (c = 0; c < sqlite3_column_count(st[i]); c++) {
			put("<td>", 4);
			s = sqlite3_column_text(st[i], c);
			put_text(s == NULL ? "" : (const char *)s);
		}
	}
	sqlite3_reset(st[i]);
	return first;
}

static void
of(int i, sqlite3_int64 id)
{
	sqlite3_bind_int64(st[i], 1, id);
	rows(i);
}

static void
who(const char *cookie)
{
	unsigned char hash[DIGEST_SIZE];
	sqlite3_int64 person;
	const char *token = cookie == NULL ? NULL : strchr(cookie, '=');

	if (token == NULL)
		return;
	digest_of(token + 1, strlen(token + 1), hash);
	sqlite3_bind_blob(st[SESSION], 1, hash, sizeof(hash),
	    SQLITE_TRANSIENT);
	person = rows(SESSION);
	of(STAFF, person);
	of(UNSEEN, person);
}

static void
a_dossier(const char *number)
{
	sqlite3_int64 id;
	int i;

	sqlite3_bind_text(st[DOSSIER], 1, number, -1, SQLITE_STATIC);
	id = rows(DOSSIER);
	for (i = VALUES; i <= EVENTS; i++)
		of(i, id);
}

static void
answer(FCGX_Request *rq)
{
	const char *uri = FCGX_GetParam("PATH_INFO", rq->envp);
	char *query = strdup(FCGX_GetParam("QUERY_STRING", rq->envp));
	char *bytes = strchr(query, '&'), match[200];
	size_t want;

	if (bytes != NULL)
		*bytes++ = '\0';
	want = bytes == NULL ? 0 : strtoul(bytes, NULL, 10);
	used = 0;
	rows(BEGIN);
	who(FCGX_GetParam("HTTP_COOKIE", rq->envp));
	if (strcmp(uri, "/bound/dossier") == 0) {
		a_dossier(query);
	} else if (strcmp(uri, "/bound/find") == 0) {
		snprintf(match, sizeof(match), "words:\"%s\"", query);
		sqlite3_bind_text(st[FIND], 1, match, -1, SQLITE_STATIC);
		rows(FIND);
	} else {
		rows(QUEUE);
		rows(QUEUE_COUNT);
	}
	rows(COMMIT);
	if (want > ROOM)
		want = ROOM;
	if (used < want)
		memset(page + used, ' ', want - used);
	FCGX_FPrintF(rq->out, "Content-Type: text/html; charset=utf-8\r\n"
	    "Content-Length: %d\r\n\r\n", (int)want);
	FCGX_PutStr(page, (int)want, rq->out);
	free(query);
}

static void
serve(int fd, const char *store)
{
	FCGX_Request rq;

	prctl(PR_SET_PDEATHSIG, SIGTERM);
	open_store(store);
	FCGX_InitRequest(&rq, fd, 0);
	while (FCGX_Accept_r(&rq) == 0) {
		answer(&rq);
		FCGX_Finish_r(&rq);
	}
}

int
main(int argc, char **argv)
{
	int fd, i;

	if (argc != 3)
		die("use: bound_page SOCKET STORE");
	digest_start();
	FCGX_Init();
	if ((fd = FCGX_OpenSocket(argv[1], 128)) < 0)
		die("no socket");
	for (i = 0; i < WORKERS; i++)
		if (fork() == 0) {
			serve(fd, argv[2]);
			return 0;
		}
	while (wait(NULL) > 0)
		;
	return 0;
}
