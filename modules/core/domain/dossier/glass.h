/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_GLASS_H
#define DOMAIN_GLASS_H

#include "base/ctx.h"
#include "model/dossier.h"
#include "model/glass.h"
#include "model/looked.h"

/*
 * Emergency access ("break glass"): a member of staff without a right on one
 * dossier reads it for an hour, on their word and password. Its lead and all
 * auditors are told at once, every page is on record, and an auditor says
 * within three working days whether it was justified; until then the same
 * person opens no other. Walls hold, and a type may rule it out.
 */
#define GLASS_SECONDS 3600
#define GLASS_WORDS 20		/* characters of a reason, at least */

/* Reasons to choose from; NULL after the last n. */
const char *glass_reason(size_t n, const char **word);
const char *glass_reason_word(const char *code);

/* The viewer's own that nobody has reviewed yet; NULL: may open one. */
enum err glass_waiting(struct ctx *, const struct glass **out);
/* The password was asked already. One refusal, of the field "number", for
 * every dossier that is not there or cannot be opened so; ERR_CONFLICT while
 * one is not reviewed. */
enum err glass_break(struct ctx *, const char *number, const char *reason,
	    const char *words, struct dossier **out);

/* For auditors: what is to be reviewed, by its day; or was, newest first. */
enum err glass_list(struct ctx *, bool reviewed, const char *after,
	    int limit, struct glass **out);
enum err glass_open(struct ctx *, const char *number,
	    struct glass **out);	/* ERR_MISSING */
/* To be reviewed; late: how many of them should have been by now. */
enum err glass_count(struct ctx *, int64_t *out, int64_t *late);
/* What was read in it, newest first. */
enum err glass_looks(struct ctx *, const struct glass *,
	    struct looked **out);
/* finding: justified or unjustified. Nobody reviews their own. */
enum err glass_review(struct ctx *, struct glass *, const char *finding,
	    const char *remark);
/* On dossiers that the viewer leads: not reviewed yet, or a week ago. */
enum err glass_led(struct ctx *, struct glass **out);
/* Tells the auditors of reviews whose day has gone by since then, each once;
 * for the clock. */
enum err glass_remind(struct ctx *, int64_t after, int64_t *out);
/* A lesser grant that somebody held before holds again where an emergency is
 * over since then; for the clock. */
enum err glass_end(struct ctx *, int64_t after);

#endif
