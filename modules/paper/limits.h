/* SPDX-License-Identifier: MIT */
#ifndef PAPER_LIMITS_H
#define PAPER_LIMITS_H

#include <stdbool.h>

/* Bounds of a program that reads hostile files: memory, time, size of what it
 * writes. */
void	 limits_set(void);
/* From here on no network, and no other program but where it is for that. */
void	 limits_shut_in(bool for_another);

#endif
