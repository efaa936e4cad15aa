/* SPDX-License-Identifier: MIT */
/* 8.3 What happens to the case file. An item that is created in another, or
 * deleted from it, is that one's child added or removed (table 8.2). */
#include "rules/cmmn/cmmn_run.h"
#include "rules/cmmn/cmmn_sentry.h"

enum cmmn_refusal
cmmn_file(struct cmmn_run *r, const struct cmmn_file_item *i,
    enum cmmn_transition t)
{
	struct cmmn_work *w;

	if (i == NULL)
		return CMMN_NO_SUCH_ITEM;
	if (t < CMMN_FILE_CREATE)
		return CMMN_WRONG_KIND;
	w = cmmn_run_open(r);
	cmmn_sentry_hear_file(w, i, t);
	if (i->parent != NULL && t == CMMN_FILE_CREATE)
		cmmn_sentry_hear_file(w, i->parent, CMMN_FILE_ADD_CHILD);
	if (i->parent != NULL && t == CMMN_FILE_DELETE)
		cmmn_sentry_hear_file(w, i->parent, CMMN_FILE_REMOVE_CHILD);
	return cmmn_run_close(w);
}
