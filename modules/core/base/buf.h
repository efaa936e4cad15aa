/* SPDX-License-Identifier: MIT */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include <stddef.h>

/*
 * Bytes that grow: replies, CSV, composed SQL. Starts as { 0 }; data is
 * always NUL-terminated once something was added. Without memory the
 * process ends.
 */
struct buf {
	char *data;	/* NULL while nothing was added */
	size_t len;	/* without the final NUL */
	size_t cap;
};

void	buf_add(struct buf *, const void *, size_t);
void	buf_text(struct buf *, const char *);
void	buf_char(struct buf *, char);
void	buf_printf(struct buf *, const char *fmt, ...)
	    __attribute__((format(printf, 2, 3)));
void	buf_reset(struct buf *);	/* empty, memory kept */
void	buf_free(struct buf *);

#endif
