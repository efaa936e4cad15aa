/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_PART2_H
#define DOMAIN_PART2_H

#include "base/ctx.h"
#include "model/disclosure.h"
#include "model/dossier.h"

/*
 * Records of the treatment of addictions (42 CFR part 2), and notes of
 * counselling among them: marked one by one, or a whole case, beside the
 * compartment that they lie in. What is marked leaves the house only by a
 * consent that names it, or by order of a court: consent_allows() is told of
 * it here. Who works on the case marks; who manages it takes a mark off.
 */
/* A thing by its number in the dossier, 0: all of it. ERR_CONFLICT: it is
 * marked so already. Field: why. */
enum err part2_mark(struct ctx *, struct dossier *, int64_t no,
	    bool counselling, const char *why);
enum err part2_unmark(struct ctx *, struct dossier *, int64_t no,
	    const char *why);
/* Newest first, ended ones too. */
enum err part2_list(struct ctx *, const struct dossier *,
	    struct part2 **out);
/* The mark of a thing now, in such a list, or NULL; not that of the case. */
const struct part2 *part2_of(const struct part2 *list, int64_t no);
/* Adds to bits of consent_what what these things, or their case, are marked
 * as. */
enum err part2_what(struct ctx *, const struct dossier *,
	    const int64_t *numbers, size_t n, unsigned int *what);

#endif
