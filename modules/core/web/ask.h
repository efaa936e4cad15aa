/* SPDX-License-Identifier: MIT */
#ifndef WEB_ASK_H
#define WEB_ASK_H

#include "base/refuse.h"
#include "domain/type/form_model.h"
#include "web/facts.h"

/*
 * The questions of a form of a case type on a page, as shared/ask.html draws
 * them: fields "f.CODE" or "f.CODE.ROW" as web/facts.h has them. A box of many
 * choices is "m.CODE.ROW.CHOICE"; "shown" names the questions that were on the
 * page: an empty one there has no answer any more.
 */
#define ASK_FIELDS							\
	FACTS_FIELD,							\
	{ "m.*", FIELD_FLAG },						\
	{ "shown", FIELD_TEXT, .max = 20000 }

struct request;

struct ask {
	struct request *rq;
	const struct form_model *m;
	struct value *stored;		/* answers as they are kept */
	struct value *answers;		/* and with what was typed */
	const struct questions_line *lines;	/* what the form makes of
					 * these: filled_answers_ask() */
	const char *shown;
	bool stale;		/* somebody else saved meanwhile */
};

/* What was typed to each question that was on the page. */
enum err ask_typed(struct request *, const struct type_form *,
	    struct value **out);
/* Sets answers and shown; rq, m and stored are there. */
enum err ask_gather(struct ask *);
/* Fills "sections", "shown" and "stale"; all but shown is there. */
void	 ask_draw(struct ask *);

#endif
