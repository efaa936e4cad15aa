/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_EXCHANGE_H
#define DOMAIN_EXCHANGE_H

#include "base/ctx.h"
#include "domain/spine/event.h"
#include "model/dossier.h"
#include "model/exchange.h"

/*
 * Correspondence: a document or a note of a dossier says with whom it was
 * exchanged, which way, by what and on which day. With one of its people, or
 * with somebody else by name. Who sees the thing sees this; it goes where the
 * thing goes. Fields: party who way medium exchanged.
 */
struct exchange_new {
	int64_t party;		/* number on the dossier; 0 see who */
	const char *who;	/* somebody else; "" NULL: nobody at all */
	const char *way;	/* EXCHANGE_WAYS; "" NULL both */
	const char *medium;	/* EXCHANGE_MEDIA; "" NULL unknown */
	const char *exchanged;	/* civil; "" NULL today */
};

/* As typed, checked; in *out "exchanged" is "" where nothing is said. */
enum err exchange_typed(struct ctx *, struct dossier *,
	    const struct exchange_new *, struct exchange *out);
/* What came in from this person (0), or from somebody of this name: one of
 * the people of the dossier who is called so, where there is just one. */
enum err exchange_came(struct ctx *, struct dossier *, int64_t person,
	    const char *name, const char *medium, int64_t received,
	    struct exchange_new *out);
/* Writes down what is said of the new thing no, if anything; the event of
 * what made it tells it too. */
enum err exchange_add(struct ctx *, const struct dossier *, int64_t no,
	    struct exchange *);
void	 exchange_tell(struct event_body *, const struct exchange *);

/* Of a document or note that the viewer sees; ERR_MISSING. */
enum err exchange_open(struct ctx *, const struct dossier *, int64_t no,
	    struct exchange **out);
/* Something else is said of it, or nothing any more. LEVEL_WORK; it can be
 * undone. ERR_CONFLICT where somebody saved since it was opened. */
enum err exchange_change(struct ctx *, struct dossier *, struct exchange *,
	    const struct exchange_new *);

/* Page by page, newest first. */
struct exchange_filter {
	int64_t party;		/* number; with them and with their counsel */
	bool others;		/* with nobody who is on the case */
	const char *way;	/* "" any */
	int64_t after;		/* no of the last page's last, 0 none */
	int limit;		/* 0: all */
};
enum err exchange_list(struct ctx *, struct dossier *,
	    const struct exchange_filter *, struct exchange **out);

/* The row of a party of the dossier, by its number; 0 for 0, -1 for none. */
enum err exchange_person(struct ctx *, struct dossier *, int64_t party,
	    int64_t *out);

/* In a word: "Received", "Letter". */
const char *exchange_way(const char *code);
const char *exchange_medium(const char *code);
extern const char *const exchange_media[];	/* codes for a form, NULL */

#endif
