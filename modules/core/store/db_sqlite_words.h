/* SPDX-License-Identifier: MIT */
#ifndef STORE_DB_SQLITE_WORDS_H
#define STORE_DB_SQLITE_WORDS_H

#include <sqlite3.h>

/* The tokenizer "words" of our full-text index: its texts are words between
 * blanks already, made by fold_words(). */
int	db_sqlite_words(sqlite3 *);		/* SQLITE_OK or a code */

/* Makes the index; harmless when it is there. */
extern const char db_sqlite_words_index[];

#endif
