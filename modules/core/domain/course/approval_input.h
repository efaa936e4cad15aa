/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_APPROVAL_INPUT_H
#define DOMAIN_APPROVAL_INPUT_H

#include "base/ctx.h"
#include "model/approval.h"
#include "model/dossier.h"
#include "model/event.h"

/*
 * Whoever wrote what an approval follows from does not decide on it: the
 * field of its amount and those that its automatic decision gives the steps
 * by; of a computed field those of its formula, of one that a table fills in
 * by itself those of the table. What a person confirmed or chose instead is
 * what that person wrote. They count who wrote what it was when this was
 * asked, and who wrote in it while this waits, also where that was taken
 * back.
 */

/* Of an approval that was added just now. */
enum err approval_input_keep(struct ctx *, struct dossier *,
	    const struct approval *);
/* After each event: who did it wrote what its changes name. */
enum err approval_input_follow(struct ctx *, struct dossier *,
	    const struct event *);
/* What of it the viewer wrote, a sentence that tells them; "" nothing. */
enum err approval_input_wrote(struct ctx *, const struct dossier *,
	    const struct approval *, const char **out);

#endif
