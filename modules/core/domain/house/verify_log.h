/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_VERIFY_LOG_H
#define DOMAIN_VERIFY_LOG_H

#include "domain/house/verify.h"

/* The part of verify.h that walks the chains. */
enum err verify_log(struct ctx *, struct verify_report *);

#endif
