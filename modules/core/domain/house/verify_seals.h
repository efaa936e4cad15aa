/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_VERIFY_SEALS_H
#define DOMAIN_VERIFY_SEALS_H

#include "domain/house/verify.h"

/* The part of verify.h that walks the seals, after verify_log(). */
enum err verify_seals(struct ctx *, const char *file, bool asked,
	    struct verify_report *);

#endif
