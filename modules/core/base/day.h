/* SPDX-License-Identifier: MIT */
#ifndef BASE_DAY_H
#define BASE_DAY_H

#include <stdint.h>

/* In seconds; a civil day may be longer or shorter by an hour. */
#define HOUR INT64_C(3600)
#define DAY (24 * HOUR)

#endif
