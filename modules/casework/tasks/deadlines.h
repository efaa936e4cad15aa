/* SPDX-License-Identifier: MIT */
#ifndef CASEWORK_DEADLINES_H
#define CASEWORK_DEADLINES_H

#include "domain/type/court.h"
#include "model/deadline.h"
#include "model/dossier.h"
#include "web/request.h"

/* One deadline into a view: how it stands, and until when. */
void	 deadlines_show_one(struct request *, struct view *,
	    const struct dossier *, const struct deadline *);
/* Those of the dossier page, as the list "deadlines": not over yet; and
 * whether there are others. */
enum err deadlines_show(struct request *, const struct dossier *);
/* Those that the viewer was told of, as "told", and their count. */
enum err deadlines_told(struct request *, int limit, int64_t *count);

/* A period of a court with its steps and days, as "counted"; *due: a day. */
void	 deadlines_court_show(struct request *,
	    const struct courtcount_ask *, int64_t *due);

/* What can be done with one, by a word of the address; NULL: there is none. */
struct deadlines_act {
	const char *word, *label, *meaning, *told;	/* N_() */
	bool reason;		/* a reason is needed, else a note may be */
	enum err (*act)(struct ctx *, struct dossier *, struct deadline *,
	    const char *);
};
const struct deadlines_act *deadlines_act(const char *word);
bool	 deadlines_may(const struct request *, const struct dossier *,
	    const struct deadline *, const struct deadlines_act *);
const struct deadlines_act *deadlines_nth(size_t n);	/* NULL: the end */

#endif
