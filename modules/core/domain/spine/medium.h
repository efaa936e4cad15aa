/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_MEDIUM_H
#define DOMAIN_MEDIUM_H

#include <stdbool.h>

/* The ways on which requests come: by phone, by letter ... */
extern const char *const medium_codes[];	/* codes for a form, NULL */

bool	 medium_known(const char *code);
const char *medium_word(const char *code);
/* "Request arrived by phone"; of an unknown code what is always true. */
const char *medium_arrived(const char *code);
const char *medium_further(const char *code);	/* "A further request ..." */

#endif
