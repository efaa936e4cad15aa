/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_TIMELINE_WORDS_H
#define DOMAIN_TIMELINE_WORDS_H

#include <stdbool.h>

#include "base/ctx.h"
#include "model/casetype.h"

/* Names and codes in the bodies of events, as the viewer reads them. */
const char *timeline_words_label(struct ctx *, const struct casetype *,
	    const char *name);		/* "f.amount": the field's label */
/* Is it a field that the viewer is not told of? */
bool	 timeline_words_hidden(struct ctx *, const struct casetype *,
	    const char *name);
/* As the label, but of a row what the whole group is called. */
const char *timeline_words_thing(struct ctx *, const struct casetype *,
	    const char *name);
const char *timeline_words_show(struct ctx *, const struct casetype *,
	    const char *name, const char *text);

#endif
