/* SPDX-License-Identifier: MIT */
/* Full text in SQLite: FTS5 with a tokenizer that splits at blanks. */
#include "store/db_sqlite_words.h"

#include <stddef.h>

/* Its texts lie in dossier_search; no phrases are asked for, so columns are
 * detail enough. A beginning of three letters has an index of its own. */
const char db_sqlite_words_index[] =
    "CREATE VIRTUAL TABLE IF NOT EXISTS dossier_fts USING fts5("
    "words, scope, content = 'dossier_search', content_rowid = 'dossier',"
    "detail = column, prefix = '3', tokenize = 'words')";

static int
make(void *api, const char **args, int n, Fts5Tokenizer **out)
{
	static char nothing;

	(void)api;
	(void)args;
	(void)n;
	*out = (Fts5Tokenizer *)&nothing;
	return SQLITE_OK;
}

static void
unmake(Fts5Tokenizer *t)
{
	(void)t;
}

static int
split(Fts5Tokenizer *t, void *to, int flags, const char *text, int len,
    int (*token)(void *, int, const char *, int, int, int))
{
	int i = 0, from, rc = SQLITE_OK;

	(void)t;
	(void)flags;
	while (i < len && rc == SQLITE_OK) {
		while (i < len && text[i] == ' ')
			i++;
		from = i;
		while (i < len && text[i] != ' ')
			i++;
		if (i > from)
			rc = token(to, 0, text + from, i - from, from, i);
	}
	return rc;
}

/* How FTS5 hands out its interface, by its documentation. */
static fts5_api *
api_of(sqlite3 *h)
{
	fts5_api *api = NULL;
	sqlite3_stmt *st;

	if (sqlite3_prepare_v2(h, "SELECT fts5(?1)", -1, &st, NULL) !=
	    SQLITE_OK)
		return NULL;
	sqlite3_bind_pointer(st, 1, &api, "fts5_api_ptr", NULL);
	sqlite3_step(st);
	sqlite3_finalize(st);
	return api;
}

int
db_sqlite_words(sqlite3 *h)
{
	static fts5_tokenizer words = { make, unmake, split };
	fts5_api *api = api_of(h);

	if (api == NULL)
		return SQLITE_ERROR;
	return api->xCreateTokenizer(api, "words", NULL, &words, NULL);
}
