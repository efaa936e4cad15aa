/* SPDX-License-Identifier: MIT */
#ifndef CASEWORK_SHOW_H
#define CASEWORK_SHOW_H

#include "model/document.h"
#include "web/request.h"
#include "web/view.h"
#include "model/casetype.h"
#include "model/compartment.h"
#include "model/dossier.h"
#include "model/event.h"

/*
 * What several pages show in the same words. Each copies a noun into a view
 * and nothing that the page does not need.
 */
const char *show_status(const char *code);
const char *show_priority(enum priority);

const char *show_risk_word(struct request *, const struct dossier *);

/* Number, title, type, status, phase, risk, lead, dates and what the viewer
 * may do; for a header or a row of a list. */
void	show_dossier(struct request *, struct view *, const struct dossier *);
/* Opens the dossier of the address at the route's level, loads it and
 * shows it as "dossier". */
enum err show_open(struct request *, struct dossier **out);
/* Who else is here; show_open() does it. */
enum err show_presence(struct request *, const struct dossier *);
void	show_task(struct request *, struct view *, const struct task *);
void	show_document(struct request *, struct view *, const struct dossier *,
	    const struct document *);
/* Whether the viewer may put things of it into a compartment. */
enum err show_protect(struct request *, const struct dossier *);
/* How many things of a kind others see here, as "hidden", where the type
 * tells it. */
enum err show_hidden(struct request *, const struct dossier *,
	    enum compartment_kind);
/* Flags "missing" and "altered", of bytes that are not as they were stored. */
void	show_bytes(struct request *, struct view *, const char *sha256,
	    size_t bytes);
/* The words to choose a kind from, as the list "papers". */
void	show_document_kinds(struct request *, const struct dossier *);
/* One entry of the time line: moment, sentence, reason, changes. */
void	show_event(struct request *, struct view *, const struct dossier *,
	    const struct event *);

/* The same as an item of "history", with the act that the reader may still
 * undo; *marks starts as NULL. */
struct undo_marks;
void	show_entry(struct request *, const struct dossier *,
	    const struct event *, struct undo_marks **marks);

/* What is no longer here (ERR_MISSING) may be on another case: goes there.
 * Else the refusal stays. */
enum err show_moved(struct request *, const struct dossier *, enum err,
	    const char *place, const char *page);

/* By which seal the history is proven, as "seal", and whether it has
 * entries that came later. */
enum err show_seal(struct request *, const struct dossier *);

#endif
