/* SPDX-License-Identifier: MIT */
#ifndef TESTS_WORLDS_WORLDS_H
#define TESTS_WORLDS_WORLDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model.h"
#include "model/right.h"
#include "web/turn.h"

/*
 * Random worlds against a model that a child could check: every page of a
 * program is asked by everybody. What the model says is hidden must never
 * show, in lists, counts, searches, suggestions, warnings and exports; what
 * it says is there must be. Then the predicate is mutilated, a clause at a
 * time, and each time a world must notice.
 */
#define BODY ((size_t)200 * 1024)

extern const struct route *routes;	/* of the program under test */
extern struct house house;
extern int faults;			/* of the worlds so far */
extern bool quiet;			/* a mutant: faults are wanted */

/* The last answer: where a redirect leads is the body. */
extern char body[BODY];
extern int status;
extern char asked[2000];
extern int room;	/* whose cookie of a sharing room comes along, or -1 */

bool	has_route(const char *path);
void	get(int viewer, const char *fmt, ...)
	    __attribute__((format(printf, 2, 3)));
void	post(int viewer, const char *address, const char *fmt, ...)
	    __attribute__((format(printf, 3, 4)));
void	without(const char *what, size_t len);	/* blanks what differs */

/* A fault; one string goes into fmt. */
void	wrong(int viewer, const char *fmt, const char *what);
/* No word, number or name that this viewer must not know. */
void	no_leak(int viewer);
void	shows(int viewer, int dossier, bool wanted);
void	shows_word(int viewer, enum kind, int i, bool wanted);

/* of_lists.c: whole, and nothing else. */
void	whole_lists(int viewer);
void	whole_tray(int viewer);
void	whole_unfiled(int viewer);
void	whole_rest(int viewer);
void	whole_audit(int viewer);
void	calendars(int viewer);
void	mails(void);

/* of_cases.c: one case. */
void	found(int viewer, int dossier);
void	hidden_is_nothing(int viewer, int dossier);
void	no_way_in(int viewer, int dossier);
void	warned(int viewer, int dossier);

/* of_matters.c, of_patients.c, of_rooms.c, of_any.c */
void	whole_matters(int viewer);
void	whole_patients(int viewer);
/* Who does not work on a case of a compartment that asks says what for, before
 * any page of it. */
void	unsaid(int viewer, int dossier);
/* What an officer reads of who asked, and of nobody else. */
bool	told_as_officer(int viewer, enum kind, int i);
bool	numbered_as_officer(int viewer, int dossier);
void	whole_rooms(void);
void	any_page(int viewer);

/* worlds.c */
void	one_world(uint32_t number);
/* The pages have a handle of their own; the model's sees all there is. */
void	open_house(bool wall);

/* mutants.c: how many nobody noticed, or got through. */
int	mutants_predicate(void);
int	mutants_room(void);
int	mutants_second_wall(void);

#endif
