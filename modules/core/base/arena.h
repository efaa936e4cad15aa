/* SPDX-License-Identifier: MIT */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stdarg.h>
#include <stddef.h>

/*
 * Memory with one lifetime: a request's arena is emptied after the answer,
 * the process's arena never. What comes from an arena is never freed by
 * itself. No function here returns NULL: without memory the process ends.
 */
struct arena;

struct arena *arena_new(void);		/* owner: the caller, arena_free() */
void	 arena_free(struct arena *);
void	 arena_reset(struct arena *);	/* forget all, keep one block */

void	*arena_alloc(struct arena *, size_t size);	/* zeroed, aligned */
void	*arena_room(struct arena *, size_t size);	/* not zeroed */
void	*arena_array(struct arena *, size_t n, size_t size);
void	*arena_copy(struct arena *, const void *, size_t size);
char	*arena_text(struct arena *, const char *);	/* NULL gives "" */
char	*arena_textn(struct arena *, const char *, size_t len);
char	*arena_printf(struct arena *, const char *fmt, ...)
	    __attribute__((format(printf, 2, 3)));
char	*arena_vprintf(struct arena *, const char *fmt, va_list)
	    __attribute__((format(printf, 2, 0)));
size_t	 arena_size(const struct arena *);	/* bytes held, for limits */

#endif
