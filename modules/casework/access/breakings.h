/* SPDX-License-Identifier: MIT */
#ifndef CASEWORK_BREAKINGS_H
#define CASEWORK_BREAKINGS_H

#include "casework/casework.h"

extern const struct field breakings_form[], review_form[];
/* For the start page: how many an auditor has to review ("glasses"), and
 * those on cases that the viewer leads ("broken"). */
enum err breakings_show(struct request *);
enum err get_breakings(struct request *);
enum err get_breaking_review(struct request *);
enum err post_breaking_review(struct request *);

#endif
