/* SPDX-License-Identifier: MIT */
#ifndef MODEL_FILLED_H
#define MODEL_FILLED_H

#include <stdbool.h>
#include <stdint.h>

#include "model/dossier.h"

/* A form of the type that is filled in on a dossier: a row of "form". */
enum filled_state {
	FILLED_OPEN, FILLED_COMPLETE, FILLED_SKIPPED, FILLED_UNDONE
};
#define FILLED_DECIMALS 3	/* of a score */

struct filled_line {		/* of what was kept */
	struct filled_line *next;
	const char *section, *question, *label, *text, *shown, *points;
	int64_t no;		/* row of a section that repeats, 0 */
};

/* An answer that gave points, of one completed form of several. */
struct filled_mark {
	struct filled_mark *next;
	int64_t form;			/* no of it */
	const char *question;		/* code */
	int64_t no;			/* as of a line */
	const char *label, *points;
};

/* As it was completed, or corrected later. */
struct filled_edition {
	struct filled_edition *next;
	int64_t no, made, made_by;
	const char *made_by_name, *reason, *lang, *title, *score, *band;
	const char *sha256;
	struct filled_line *lines;
};

struct filled {
	struct filled *next;
	int64_t id, no;
	const char *number;		/* of its dossier, in lists of others */
	const char *code;
	int64_t type_id;		/* version whose form it is */
	const char *title;		/* in English */
	enum filled_state state;
	int64_t since;			/* in this state */
	const char *said_by, *reason;
	int64_t begun;
	const char *begun_by;
	int64_t saved;			/* its answers, last */
	int64_t edition;		/* that holds, 0 none yet */
	bool scored;
	int64_t score;			/* in thousandths */
	const char *band;		/* code, "" none */
	int64_t task;			/* no of the task it is for, 0 none */
	int64_t compartment;		/* as of a task */
	const char *compartment_name;
	int64_t version;
	struct value *answers;		/* field: code of the question */
	int64_t answered;		/* how many there are */
};

#endif
