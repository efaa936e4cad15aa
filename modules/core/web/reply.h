/* SPDX-License-Identifier: MIT */
#ifndef WEB_REPLY_H
#define WEB_REPLY_H

#include <stddef.h>

#include "base/buf.h"
#include "base/refuse.h"

struct request;

/* Each ends a handler; the bytes leave after COMMIT. */
enum err reply_page(struct request *, const char *template);
enum err reply_redirect(struct request *, const char *fmt, ...)
	    __attribute__((format(printf, 2, 3)));
/* What the handler wrote holds, but the person sees the form again with the
 * refusal that it left: a counted failure. Gives OK. */
enum err reply_again(struct request *, enum err);
/* A sentence that the next page shows once: "Closed." */
void	 reply_notice(struct request *, const char *fmt, ...)
	    __attribute__((format(printf, 2, 3)));
/* A file for download made in memory, e.g. CSV; empties the body. */
enum err reply_download(struct request *, const char *media_type,
	    const char *name, struct buf *body);
/* A text for programs that ask again and again: with its ETag, and 304 without
 * it to those who have it. */
enum err reply_fresh(struct request *, const char *media_type,
	    const char *text);
/* The same where memory would not hold it: each piece goes to disk and is
 * emptied, and handler and reading have their time anew. */
enum err reply_stream_add(struct request *, struct buf *piece);
enum err reply_stream_end(struct request *, const char *media_type,
	    const char *name);
/* Stored bytes, sent by the web server where it can. ERR_LOST when they are
 * not those that were stored, as far as their length tells. */
enum err reply_document(struct request *, const char *sha256, size_t bytes,
	    const char *media_type, const char *name);

/* The constant page of a refusal; keeps what the refused wrote out. */
enum err reply_refusal(struct request *, enum err);
int	 reply_status(enum err);

#endif
