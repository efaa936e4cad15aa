/* SPDX-License-Identifier: MIT */
/* A buffer that doubles. */
#include "base/buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"

static void
grow(struct buf *b, size_t n)
{
	size_t cap = b->cap == 0 ? 1024 : b->cap, need;

	if (__builtin_add_overflow(b->len, n, &need) ||
	    __builtin_add_overflow(need, 1, &need))
		log_fatal("a buffer grew beyond all memory");
	while (cap < need)
		if (__builtin_mul_overflow(cap, 2, &cap))
			log_fatal("a buffer grew beyond all memory");
	if ((b->data = realloc(b->data, cap)) == NULL)
		log_fatal("no memory for %zu bytes", cap);
	b->cap = cap;
}

/* Makes room for n more bytes and the NUL. */
static inline void
room(struct buf *b, size_t n)
{
	if (n >= b->cap - b->len)
		grow(b, n);
}

void
buf_add(struct buf *b, const void *p, size_t n)
{
	room(b, n);
	if (n > 0)
		memcpy(b->data + b->len, p, n);
	b->len += n;
	b->data[b->len] = '\0';
}

void
buf_text(struct buf *b, const char *s)
{
	buf_add(b, s, strlen(s));
}

void
buf_char(struct buf *b, char c)
{
	room(b, 1);
	b->data[b->len++] = c;
	b->data[b->len] = '\0';
}

void
buf_printf(struct buf *b, const char *fmt, ...)
{
	va_list ap;
	int n;

	room(b, 128);
	va_start(ap, fmt);
	n = vsnprintf(b->data + b->len, b->cap - b->len, fmt, ap);
	va_end(ap);
	if (n < 0)
		log_fatal("a text could not be formatted: %s", fmt);
	if ((size_t)n >= b->cap - b->len) {
		room(b, (size_t)n);
		va_start(ap, fmt);
		vsnprintf(b->data + b->len, b->cap - b->len, fmt, ap);
		va_end(ap);
	}
	b->len += (size_t)n;
}

void
buf_reset(struct buf *b)
{
	b->len = 0;
	if (b->data != NULL)
		b->data[0] = '\0';
}

void
buf_free(struct buf *b)
{
	free(b->data);
	*b = (struct buf){ 0 };
}
