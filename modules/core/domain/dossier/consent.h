/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_CONSENT_H
#define DOMAIN_CONSENT_H

#include "base/ctx.h"
#include "domain/spine/event.h"
#include "model/consent.h"
#include "model/dossier.h"

/*
 * Consents of whom a case is about: what of it may leave the house, to whom,
 * for what and until when; refusals, which win; none is ever deleted. Of cases
 * whose type has <consent/>, all that leaves asks consent_allows() first, at
 * the moment when it leaves. Nothing is asked for what they get themselves.
 */
struct consent_ask {
	unsigned int what;	/* bits of consent_what */
	const char *kinds;	/* of documents, a line each, where there are
				 * any; CONSENT_NO_KIND those without */
	int64_t receiver;	/* row in the register; 0: see name */
	const char *name;	/* who is not there, in words */
	unsigned int purpose;	/* one bit of consent_purpose */
	enum consent_way {
		CONSENT_BY_SHARE, CONSENT_BY_RELEASE, CONSENT_BY_EXPORT,
		CONSENT_BY_PRINT, CONSENT_BY_MAIL
	} way;
	const char *field;	/* that a refusal names; NULL "receiver" */
};
struct consent_answer {
	bool asked;		/* false: the type asks for none */
	const char *carried;	/* by which numbers: "3 5"; "self": it is
				 * theirs; "" where none is asked for */
	const char *lacks;	/* a sentence that says why not; "" it may */
	int64_t no;		/* of the consent that the sentence names */
};
/* What leaves names it: refuses the field with what it lacks. */
enum err consent_allows(struct ctx *, struct dossier *,
	    const struct consent_ask *, struct consent_answer *out);
/* The same, told and not refused: for forms, and for who asks why. */
enum err consent_allows_look(struct ctx *, struct dossier *,
	    const struct consent_ask *, struct consent_answer *out);
/* What the event of what left keeps of it; nothing where none was asked for. */
void	 consent_allows_tell(struct event_body *, const struct consent_ask *,
	    const struct consent_answer *);
/* Adds documents of the case, by their numbers, to what is asked for: their
 * kinds, those of what a bundle was made of, and what a type says they are. */
enum err consent_allows_documents(struct ctx *, const struct dossier *,
	    const int64_t *numbers, size_t n, struct consent_ask *);

/* Newest first. */
enum err consent_list(struct ctx *, const struct dossier *,
	    struct consent **out);
enum err consent_open(struct ctx *, const struct dossier *, int64_t no,
	    struct consent **out);		/* ERR_MISSING */
const char *consent_today(struct ctx *);	/* the house's day */

/*
 * Written down, in the words that its person is to sign, in their language;
 * or, with ->state, given or refused at once. Each act needs LEVEL_WORK.
 * Fields: person signer right what kinds receiver class purpose words begins
 * until event state how document witness.
 */
struct consent_signed {
	enum consent_state state;
	const char *how;	/* paper electronic oral; "" prepared */
	int64_t document;	/* no of the signed paper, 0 none */
	const char *witness;
};
struct consent_new {
	int64_t person;		/* no of a party; 0: the only one it can be */
	int64_t signer;		/* no of a party who speaks for them; 0 */
	const char *right;	/* parent guardian proxy court; "" */
	unsigned int what;
	const char *kinds;	/* of documents, a line each; "" all */
	int64_t receiver;	/* no of a party; 0: */
	const char *number;	/* of the register, P-...; "": */
	unsigned int classes;
	unsigned int purpose;
	const char *purpose_words;
	const char *begins;	/* civil, "" today */
	const char *until, *event;	/* one of both */
	const char *lang;	/* "" theirs */
	struct consent_signed say;
};
enum err consent_add(struct ctx *, struct dossier *,
	    const struct consent_new *, struct consent **out);
/* What was prepared is given or refused. ERR_CONFLICT: it was already. */
enum err consent_sign(struct ctx *, struct dossier *, struct consent *,
	    const struct consent_signed *);
/* Revoked, by the wish of a party (0: of its person); or its event came: for
 * all that leaves from now on. Fields: by why. */
struct consent_over {
	bool event;		/* else it is revoked */
	int64_t by;
	const char *why;
};
enum err consent_end(struct ctx *, struct dossier *, struct consent *,
	    const struct consent_over *);

/* What a signature is bound to; schema/README.md says how. */
const char *consent_sum(struct ctx *, const char *number,
	    const struct consent *);
/* Who leads is told of those that end within CONSENT_NEAR days, once. */
#define CONSENT_NEAR 14
enum err consent_tell(struct ctx *, int64_t *n);

/* Those that end within some days, of cases that the viewer sees; soonest
 * first. */
enum err consent_ending(struct ctx *, int days, int limit,
	    struct consent **out);

#endif
