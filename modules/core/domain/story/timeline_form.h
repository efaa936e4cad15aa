/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_TIMELINE_FORM_H
#define DOMAIN_TIMELINE_FORM_H

#include "base/ctx.h"
#include "model/casetype.h"
#include "model/event.h"

/* The sentence of a form.* event. */
const char *timeline_form(struct ctx *, const struct casetype *,
	    const struct event *);

#endif
