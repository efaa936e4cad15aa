/* SPDX-License-Identifier: MIT */
#ifndef WEB_CONSENTS_H
#define WEB_CONSENTS_H

#include "domain/dossier/consent.h"
#include "model/dossier.h"
#include "web/form.h"

/*
 * The pages of consents, for whichever program shows the case: each handler
 * opens the case, says as "base" where the case lies ("/dossiers/C-2026-..."),
 * calls one of these, and names its own template, which puts
 * templates/shared/consents.html and the like into the program's frame.
 */
struct request;
struct view;

extern const struct field consents_form[], consents_sign_form[],
    consents_end_form[];

/* All of a case, as the list "consents". */
enum err consents_list(struct request *, struct dossier *, const char *base);
/* What a new one is made of. */
enum err consents_new(struct request *, struct dossier *, const char *base);
enum err consents_add(struct request *, struct dossier *,
	    struct consent **out);
/* The one of the address, as "consent"; and what left by it. */
enum err consents_one(struct request *, struct dossier *, const char *base);
enum err consents_sign(struct request *, struct dossier *);
enum err consents_end(struct request *, struct dossier *);
/* As it is signed, in the language of whose it is. */
enum err consents_sheet(struct request *, struct dossier *,
	    const char *base);

/* For forms by which something leaves: the purposes to choose from, as
 * "aims", and the consents that hold, as "consents". Nothing where the type
 * asks for none: else the flag "consented". */
enum err consents_offer(struct request *, struct dossier *,
	    const char *base);
/* What was chosen there, one bit; field "aim". */
#define CONSENTS_AIM { "aim", FIELD_CHOICE, .choices = consents_aims }
extern const char *const consents_aims[];
unsigned int consents_aim(struct request *);
/* What they say to it, as "answer". */
void	 consents_answer(struct request *, const struct consent_answer *);

/* A print or a file for somebody outside: its form has CONSENTS_LEAVING, and
 * templates/shared/consent-leaving.html draws it. Without a receiver it stays
 * in the house, which the flag "in_house" says. *stop: no consent carries it,
 * as "answer" tells; else what left is told in the history. what: bits; sort:
 * of what is printed, a word for the log. */
#define CONSENTS_LEAVING						\
	{ "for", FIELD_INT, .min = 1, .max = 1000000000 }, CONSENTS_AIM
enum err consents_leaving(struct request *, struct dossier *,
	    const char *base, unsigned int what, const char *sort,
	    bool *stop);

/* Those that end soon over all cases; prefix: "/dossiers/" of their pages. */
enum err consents_ending(struct request *, const char *prefix);

#endif
