/* SPDX-License-Identifier: MIT */
/* What its page shows of a case, with the titles that the plan has. */
#include "domain/course/dossier_load.h"

#include "domain/course/plan.h"
#include "store/store_dossier.h"
#include "store/store_note.h"
#include "store/store_party.h"
#include "store/store_phase.h"
#include "store/store_task.h"

#define NOTES 6		/* the latest: five, and whether there are more */

enum err
dossier_load(struct ctx *cx, struct dossier *d)
{
	enum err e;

	if ((e = store_party_list(cx, d)) != OK ||
	    (e = store_task_list(cx, d)) != OK ||
	    (e = store_note_list(cx, d, NOTES, &d->notes)) != OK ||
	    (e = store_phase_list(cx, d)) != OK ||
	    (e = plan_task_show(cx, d->tasks)) != OK)
		return e;
	return store_dossier_values(cx, d);
}
