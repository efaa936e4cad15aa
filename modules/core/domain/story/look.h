/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_LOOK_H
#define DOMAIN_LOOK_H

#include "base/ctx.h"
#include "model/dossier.h"
#include "model/filled.h"
#include "model/looked.h"
#include "model/person.h"

/*
 * Who looked. Readings of what is protected are events: of cases by
 * dossier_look.h, here documents that were sent, reports, files taken out, and
 * what people outside opened of what is shared with them (share_room.h). Who
 * manages the dossier sees them; a person concerned can get an account of them.
 */

/* Prints and files of it leave "dossier.printed" and "history.exported", with
 * who, for whom and by which right: a report of these parts, the sheet of a
 * form, its history, its costs, its correspondence, the list of who looked;
 * one about a person. */
void	 look_report(struct ctx *, const struct dossier *, const char *parts);
void	 look_form(struct ctx *, const struct dossier *, const struct filled *);
void	 look_history(struct ctx *, const struct dossier *);
void	 look_looks(struct ctx *, const struct dossier *, int64_t rows);
void	 look_costs(struct ctx *, const struct dossier *, int64_t rows);
void	 look_letters(struct ctx *, const struct dossier *, int64_t rows);
void	 look_fhir(struct ctx *, const struct dossier *,
	    const char *receiver);
void	 look_account(struct ctx *, const char *number, int64_t rows);

/* What was printed or taken out goes to somebody outside: "case.passed_on",
 * whatever the house says of looks, with the consents that carry it. */
struct consent_ask;
struct consent_answer;
void	 look_passed_on(struct ctx *, const struct dossier *,
	    const char *what, const struct consent_ask *,
	    const struct consent_answer *);

struct look_filter {
	const char *kind;	/* "" all */
	int64_t actor;		/* 0 anybody */
	int64_t from, until;	/* 0 none */
	int64_t after;		/* seq of the last page's last, 0 newest */
	int limit;		/* 0 all */
};
/* Newest first; needs LEVEL_MANAGE. */
enum err look_list(struct ctx *, const struct dossier *,
	    const struct look_filter *, struct looked **out);
enum err look_actors(struct ctx *, const struct dossier *,
	    struct person **out);
/* About a person, on all dossiers of theirs that the viewer manages; of an
 * auditor, that they read. */
enum err look_about(struct ctx *, int64_t person, int64_t from,
	    int64_t until, int limit, struct looked **out);

/* By somebody outside, at what is shared with them: the fact "share". */
bool	 look_outside(const struct looked *);
/* What was looked at, by which right, and who it was: a role where the house
 * does not name its staff. */
const char *look_what(struct ctx *, const struct casetype *,
	    const struct looked *);
const char *look_way(struct ctx *, const struct looked *);
const char *look_who(struct ctx *, const struct looked *);
/* Kinds for a filter, with their words; NULL after the last n. */
const char *look_kind(size_t n, const char **word);

#endif
