/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_DISCLOSURE_H
#define DOMAIN_DISCLOSURE_H

#include "base/ctx.h"
#include "domain/spine/event.h"
#include "model/disclosure.h"
#include "model/dossier.h"
#include "model/share.h"

/*
 * The account of disclosures (45 CFR 164.528, 42 CFR 2.31): every way by which
 * something medical of a case leaves the house writes a line here. None is ever
 * deleted. A patient is given it for six years back; lines that an authority
 * asks to be kept from them come back by themselves.
 */
#define DISCLOSURE_YEARS 6

/* What left, or leaves with these words, by hand: a call, a fax, a print, a
 * file. Fields: receiver address disclosed words kinds way purpose why ground
 * ground_why. By consent: one that holds now must allow it; what left by
 * mistake is written down with the ground DISCLOSURE_NONE. */
struct disclosure_new {
	int64_t party;		/* no of one of the dossier; 0: by name */
	const char *receiver, *address;
	const char *disclosed;	/* civil, "" today */
	const char *what;
	unsigned int kinds;	/* of it: bits of consent_what */
	const char *way;	/* DISCLOSURE_WAYS */
	unsigned int purpose;	/* a bit of consent_purpose */
	const char *why;
	const char *ground, *ground_why;
};
enum err disclosure_add(struct ctx *, struct dossier *,
	    const struct disclosure_new *, struct disclosure **out);
/* The line of one that was checked before; gives it its number, and b its
 * facts: the caller's event tells it. */
enum err disclosure_write(struct ctx *, struct dossier *,
	    struct disclosure *, struct event_body *);

/* A sharing room of a patient's case is opened for the first time; one that
 * answers a request stands in the account already. */
enum err disclosure_opened(struct ctx *, struct dossier *,
	    const struct share *);
/* Does it show something that is guarded by 42 CFR part 2? Then the notice
 * stands there, and the consents by which it leaves. */
enum err disclosure_room(struct ctx *, const struct dossier *,
	    const struct share *, bool *guarded, struct consent **out);
/* Those of these numbers: "3 5". */
enum err disclosure_consents(struct ctx *, const struct dossier *,
	    const char *numbers, struct consent **out);

enum err disclosure_find(struct ctx *, const struct dossier *, int64_t no,
	    struct disclosure **out);		/* ERR_MISSING */
/* An authority asks that the patient is not told of it until a day; "": they
 * are again. Fields: until by why. Needs LEVEL_MANAGE. */
enum err disclosure_suspend(struct ctx *, struct dossier *,
	    struct disclosure *, const char *until, const char *by,
	    const char *why);
bool	 disclosure_is_suspended(struct ctx *, const struct disclosure *);

/* Of the patient of an opened dossier, over all their cases that the viewer
 * sees, newest first. */
struct disclosure_filter {
	const char *from, *until;	/* civil; "" six years back, today */
	bool patient;		/* as the patient gets it: without what is
				 * suspended */
	bool each;		/* repeated ones line by line */
};
enum err disclosure_account(struct ctx *, int64_t patient,
	    const struct disclosure_filter *, struct disclosure **out);
const char *disclosure_from(struct ctx *);	/* six years back */

/* The house's own treatment, payment and operations. */
bool	 disclosure_is_own(const struct disclosure *);

#endif
