/* SPDX-License-Identifier: MIT */
#ifndef STORE_PROVIDER_H
#define STORE_PROVIDER_H

#include "base/ctx.h"
#include "model/referral.h"

/* Tables provider and provider_word. Keys are folded; "" asks nothing. */
struct store_provider_filter {
	const char *name;	/* folded beginning of a word of the name */
	const char *service, *area, *language;	/* keys */
	bool accepting;		/* they take more */
	bool ended;		/* those who provide no more, too */
	const char *after;	/* number of the last page's last */
	int limit;
};
/* By name, with their words. */
enum err store_provider_list(struct ctx *,
	    const struct store_provider_filter *, struct provider **out);
enum err store_provider_find(struct ctx *, const char *number,
	    struct provider **out);		/* NULL: none */
enum err store_provider_by_id(struct ctx *, int64_t id,
	    struct provider **out);
enum err store_provider_add(struct ctx *, struct provider *); /* fills id */
enum err store_provider_save(struct ctx *, struct provider *,
	    int64_t version);			/* ERR_CONFLICT */
/* In place of those of its kind. */
enum err store_provider_put_words(struct ctx *, const struct provider *,
	    const char *what, const struct provider_word *);
/* All services, areas or languages that somebody still provides. */
enum err store_provider_all_words(struct ctx *, const char *what,
	    struct provider_word **out);

#endif
