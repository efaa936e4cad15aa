/* SPDX-License-Identifier: MIT */
#ifndef TESTS_TALK_H
#define TESTS_TALK_H

#include <stdbool.h>

/*
 * The world of world.h with a refund whose type has a form "talk" of three
 * questions and a score. rests: its risk rests on that, not on the price;
 * within: the compartment that the form is born in, "" none. Mia opened it.
 */
struct dossier;

struct dossier *talk_start(bool rests, const char *within);

#endif
