/* SPDX-License-Identifier: MIT */
/* Table document_text. */
#include "store/store_text.h"

#include <string.h>

#include "store/db.h"

static const char *const states[] = {
	[TEXT_UNKNOWN] = "", [TEXT_WAITING] = "waiting",
	[TEXT_READ] = "read", [TEXT_NONE] = "none", [TEXT_BROKEN] = "broken"
};

enum err
store_text_find(struct ctx *cx, const char *sha256, enum text_state *state,
    const char **text)
{
	static const char sql[] =
	    "SELECT state, text FROM document_text WHERE sha256 = $1";
	const char *found = "";
	struct db_rows q;
	int i;

	*text = "";
	db_query(cx, &q, sql, db_t(sha256));
	if (db_row(&q)) {
		found = db_text(&q);
		*text = db_text(&q);
	}
	for (i = TEXT_BROKEN; i > TEXT_UNKNOWN && strcmp(states[i],
	    found) != 0; i--)
		;
	*state = (enum text_state)i;
	return db_end(&q);
}

enum err
store_text_ask(struct ctx *cx, const char *sha256)
{
	static const char sql[] =
	    "INSERT INTO document_text (sha256, asked, state)"
	    " VALUES ($1, $now, 'waiting') ON CONFLICT (sha256) DO NOTHING";

	return db_run(cx, sql, db_t(sha256));
}

enum err
store_text_claim(struct ctx *cx, const char **sha256, int64_t *tries)
{
	static const char sql[] =
	    "UPDATE document_text SET tries = tries + 1 WHERE sha256 ="
	    " (SELECT sha256 FROM document_text WHERE state = 'waiting'"
	    "   ORDER BY asked, sha256 LIMIT 1)"
	    " RETURNING sha256, tries";
	struct db_rows q;

	*sha256 = "";
	*tries = 0;
	db_query(cx, &q, sql);
	if (db_row(&q)) {
		*sha256 = db_text(&q);
		*tries = db_int(&q);
	}
	return db_end(&q);
}

enum err
store_text_keep(struct ctx *cx, const char *sha256, enum text_state state,
    const char *text)
{
	static const char sql[] =
	    "UPDATE document_text SET state = $2, text = $3"
	    " WHERE sha256 = $1";

	return db_run(cx, sql, db_t(sha256), db_t(states[state]),
	    db_t(text));
}
