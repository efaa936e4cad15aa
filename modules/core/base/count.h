/* SPDX-License-Identifier: MIT */
#ifndef BASE_COUNT_H
#define BASE_COUNT_H

/* How many members an array has (never a pointer). */
#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

#endif
