/* SPDX-License-Identifier: MIT */
#ifndef TESTS_ACTS_H
#define TESTS_ACTS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/refuse.h"

/*
 * Random acts on the world of world.h: any person, any dossier, fit and unfit
 * words. The same seed gives the same acts on the same store.
 */
void	 acts_given(void);	/* given(), each dossier with a history */
void	 acts_seed(uint64_t);
int	 acts_any(int below);
enum err acts_one(bool undo);	/* by a person of its choice: as() */
enum err acts_joined(bool undo);	/* mostly merges and splits */
/* How many a test makes: most of all, fewer in $TESTS_QUICK. In PostgreSQL a
 * half: which acts meet badly the same acts say in SQLite; there it shows
 * that the statements mean the same. */
int	 acts_rounds(int most, int quick);

#endif
