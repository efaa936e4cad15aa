/* SPDX-License-Identifier: MIT */
#ifndef WEB_VIEW_H
#define WEB_VIEW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

/*
 * The list of what a page may show: names with values, lists and parts. A
 * template sees this and nothing else. Names and texts are kept by
 * reference: constants, or texts of the same arena.
 */
struct view;
struct term;

struct view *view_new(struct arena *);
void	 view_text(struct view *, const char *name, const char *text);
void	 view_int(struct view *, const char *name, int64_t);
void	 view_moment(struct view *, const char *name, int64_t); /* 0: absent */
void	 view_flag(struct view *, const char *name, bool);
struct view *view_item(struct view *, const char *list); /* one more item */
/* One more to choose from: code, label. */
struct view *view_option(struct view *, const char *list, const char *code,
	    const char *label);
void	 view_terms(struct view *, const char *list, const struct term *,
	    const char *lang);
struct view *view_part(struct view *, const char *name); /* t.name inside */

/* What the template engine reads. */
enum view_kind {
	VIEW_ABSENT, VIEW_TEXT, VIEW_INT, VIEW_MOMENT, VIEW_FLAG,
	VIEW_LIST, VIEW_PART
};
struct view_value {
	enum view_kind kind;
	int64_t number;
	union {
		const char *text;	/* VIEW_TEXT */
		struct view *first;	/* VIEW_LIST: items by view_next();
					 * the part */
	};
};
/* One word whose view_hash() is known; never NULL. */
const struct view_value *view_find(const struct view *, const char *word,
	    size_t len, uint32_t hash);
uint32_t view_hash(const char *word, size_t len);
struct view *view_next(const struct view *item);
bool	 view_true(const struct view_value *);	/* set, not 0, "" or empty */

#endif
