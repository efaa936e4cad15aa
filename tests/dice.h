/* SPDX-License-Identifier: MIT */
#ifndef TESTS_DICE_H
#define TESTS_DICE_H

#include <stdint.h>

/*
 * Chance that comes the same way each time: a test that goes red by it goes
 * red again.
 */
static uint64_t dice_seed = 1;

/* From 0 to below. */
static inline int
dice(int below)
{
	dice_seed = dice_seed * 6364136223846793005u + 1442695040888963407u;
	return (int)((dice_seed >> 33) % (uint64_t)below);
}

#endif
