/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_PROVIDER_H
#define DOMAIN_PROVIDER_H

#include "base/ctx.h"
#include "model/referral.h"

/*
 * The directory of those who provide services: persons and organisations of
 * the register, what they provide, where, in which languages, and whether
 * they take more. Who leads cases keeps it (RIGHT_LEAD, asked by the route);
 * each change is an event of the topic "providers". Fields: person services
 * areas languages contact about capacity accepts.
 */
struct provider_new {
	const char *services, *areas, *languages;	/* a line each */
	const char *contact, *about;
	const char *capacity;	/* as typed; "" unknown */
	bool accepts;
};
struct provider_filter {
	const char *text;	/* beginning of a word of the name */
	const char *service, *area, *language;	/* as typed, "" any */
	bool accepting, ended;
	const char *after;	/* number of the last page's last, "" */
	int limit;
};
enum err provider_list(struct ctx *, const struct provider_filter *,
	    struct provider **out);
enum err provider_open(struct ctx *, const char *number,
	    struct provider **out);		/* ERR_MISSING */
/* Somebody of the register by their number; who provided before does again.
 * ERR_CONFLICT: is one. */
enum err provider_add(struct ctx *, const char *person,
	    const struct provider_new *, struct provider **out);
enum err provider_change(struct ctx *, struct provider *,
	    const struct provider_new *, int64_t version);
/* Provides no more; what was referred stays. */
enum err provider_end(struct ctx *, struct provider *, const char *why);
/* What there is to choose from: "service" "area" "language". */
enum err provider_words(struct ctx *, const char *what,
	    struct provider_word **out);
/* Has as many under way as they can. */
bool	 provider_is_full(const struct provider *);

#endif
