/* SPDX-License-Identifier: MIT */
#ifndef WEB_FORM_H
#define WEB_FORM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * The fields that a page takes, declared beside it: of the body of a POST,
 * of the query of a GET. The gate refuses every other field and every value
 * of a wrong kind before the handler runs; what was typed is kept for the
 * form to be shown again.
 */
struct request;

enum field_kind {
	FIELD_TEXT = 1,	/* one line; min and max in characters */
	FIELD_LINES,	/* several lines */
	FIELD_INT,	/* min and max are bounds */
	FIELD_DATE,	/* 2026-11-24 */
	FIELD_MOMENT,	/* 2026-11-24T14:32, in the person's zone */
	FIELD_CHOICE,	/* one of .choices */
	FIELD_FLAG,	/* a tick box: 1 or absent */
	FIELD_FILE,	/* uploads, streamed to disk */
	FIELD_SECRET	/* never shown again, never kept */
};

/* A name that ends in '*' takes every field with that beginning. */
struct field {
	const char *name;
	enum field_kind kind;
	int64_t min, max;	/* min 1 of a text: it must be filled in */
	const char *const *choices;	/* NULL-terminated */
	bool many;		/* may occur more than once */
};

/* An uploaded file: its bytes lie fsynced under a name of ours. */
struct upload {
	struct upload *next;
	const char *field;
	const char *name;	/* as the browser called it, without folders */
	const char *media_type;	/* by its first bytes, not by the browser */
	const char *path;	/* taken over or deleted after the request */
	const char *sha256;
	size_t bytes;
	bool held, gone;	/* from the form sent before; no more there */
};

/* Values that passed the gate; "" or 0 when absent. */
const char *form_text(const struct request *, const char *name);
bool	 form_has(const struct request *, const char *name);
int64_t	 form_int(const struct request *, const char *name);
bool	 form_flag(const struct request *, const char *name);
const char *form_date(const struct request *, const char *name);
int64_t	 form_moment(const struct request *, const char *name); /* UTC */
struct upload *form_files(const struct request *, const char *name);

/* The n-th field whose name begins so; false after the last. */
bool	 form_each(const struct request *, const char *beginning, size_t n,
	    const char **name, const char **text);

/* What a form shows before anybody typed; typed text wins. */
void	 form_start(struct request *, const char *name, const char *text);

/* For a page that does not show its form any more: what was typed there
 * goes into the list "typed", so that it is not lost. */
void	 form_rescue(struct request *, const char *name);

#endif
