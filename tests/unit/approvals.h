/* SPDX-License-Identifier: MIT */
#ifndef TESTS_APPROVALS_H
#define TESTS_APPROVALS_H

#include "domain/course/approval.h"
#include "domain/people/authority.h"

/*
 * The world of world.h, for asking and answering: Ben may decide in team
 * north without being one of its managers, and Zoe reads there.
 */
extern const char *approvals_number;	/* of the case it is about */

void	approvals_given(void);
/* The next version of complaints has a table that says who approves. */
void	approvals_table(const char *feel);
struct dossier *the_case(void);
struct approval *approval_at(int64_t no);

struct approval_new wanted(const char *subject, const char *amount);
enum err ask_as(const char *login, const struct approval_new *,
	    struct approval **);
enum err answer_as(const char *login, int64_t no, enum approval_what,
	    const char *comment);
bool	waits_for(const char *login, int64_t no);
enum err says(const char *field, const char *value);	/* of the case */
enum err undo_last(const char *login);

struct authority_new limit_of(const char *kind, const char *amount);
/* A limit of a person, as the administrator gives it. */
struct authority *gave(const char *login, const char *kind,
	    const char *amount);

#endif
