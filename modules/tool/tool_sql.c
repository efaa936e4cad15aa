/* SPDX-License-Identifier: MIT */
/* dossier sql: the operator's own statements, through our engine and its
 * tokenizer. Reads only, unless --write; then all of them in one go. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/digest.h"
#include "store/walk.h"
#include "tool/commands.h"
#include "tool/tool.h"

/* The first byte behind a quoted word, a comment or one plain byte. */
static const char *
token_end(const char *s)
{
	const char *end;

	if (*s == '\'' || *s == '"') {
		end = strchr(s + 1, *s);
		return end == NULL ? s + strlen(s) : end + 1;
	}
	if (s[0] == '-' && s[1] == '-')
		return s + strcspn(s, "\n");
	if (s[0] == '/' && s[1] == '*') {
		end = strstr(s + 2, "*/");
		return end == NULL ? s + strlen(s) : end + 2;
	}
	return s + 1;
}

/* Cuts the next statement off; NULL when only blanks are left. */
static const char *
statement_cut(struct arena *a, const char **text)
{
	const char *s = *text + strspn(*text, " \t\r\n;"), *end = s;

	while (*end != '\0' && *end != ';')
		end = token_end(end);
	*text = end;
	return end == s ? NULL : arena_textn(a, s, (size_t)(end - s));
}

/* One value as it stands between tabs. */
static void
value_print(struct db_rows *q)
{
	const unsigned char *blob;
	enum db_kind kind = db_kind(q);
	const char *s;
	size_t len;

	if (kind == DB_BLOB) {
		blob = db_blob(q, &len);
		fputs(digest_hex(q->cx->arena, blob, len), stdout);
		return;
	}
	for (s = db_text(q); *s != '\0'; s++) {
		if (*s == '\t')
			fputs("\\t", stdout);
		else if (*s == '\n')
			fputs("\\n", stdout);
		else if (*s == '\\')
			fputs("\\\\", stdout);
		else
			putchar(*s);
	}
}

static void
header_print(struct db_rows *q)
{
	int i;

	for (i = 0; i < db_width(q); i++)
		printf("%s%s", i == 0 ? "" : "\t", db_column(q, i));
	putchar('\n');
}

static enum err
statement_run(struct tool *t, const char *sql)
{
	struct walk w;
	int i;

	walk_query(&t->cx, &w, sql);
	if (tool_flag(t, "header") && db_width(&w.q) > 0)
		header_print(&w.q);
	while (walk_row(&w)) {
		for (i = 0; i < db_width(&w.q); i++) {
			if (i > 0)
				putchar('\t');
			value_print(&w.q);
		}
		putchar('\n');
	}
	return walk_end(&w);
}

static enum err
all_run(struct tool *t, const char *text)
{
	const char *sql;
	enum err e;

	while ((sql = statement_cut(t->cx.arena, &text)) != NULL)
		if ((e = statement_run(t, sql)) != OK)
			return e;
	return OK;
}

static int
refused(struct tool *t)
{
	const char *said = db_said(t->cx.db);

	if (said[0] != '\0' && strcmp(said, "not an error") != 0)
		return tool_fail("%s.", said);
	if (t->cx.why == NULL && !tool_flag(t, "write"))
		return tool_fail("what changes the store needs --write.");
	return tool_refused(t);
}

int
tool_sql(struct tool *t)
{
	struct buf b = { 0 };
	char part[8192];
	ssize_t n;
	int status;

	if ((status = tool_store(t)) != TOOL_DONE)
		return status;
	db_patient(t->cx.db);
	if (t->operands > 0)
		buf_text(&b, t->operand[0]);
	else
		while ((n = read(STDIN_FILENO, part, sizeof(part))) > 0)
			buf_add(&b, part, (size_t)n);
	if (db_begin(&t->cx, tool_flag(t, "write") ? DB_WRITE : DB_READ) != OK)
		return tool_refused(t);
	if (all_run(t, b.data == NULL ? "" : b.data) != OK ||
	    db_commit(&t->cx) != OK) {
		status = refused(t);
		db_rollback(&t->cx);
	}
	buf_free(&b);
	return status;
}
