/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_STAFF_H
#define DOMAIN_STAFF_H

#include "base/ctx.h"
#include "model/staff.h"

/*
 * Members of staff: rows that repeat what the directory says of a person,
 * and what the person chose. The directory's id is the key; a login name
 * that goes to somebody else takes no right along.
 */
struct directory_person;

/* Makes or refreshes the rows and rights of an entry that is not disabled.
 * asked: when the directory said so. Whoever has no role left loses the
 * sessions. */
enum err staff_take(struct ctx *, const struct directory_person *,
	    int64_t asked, int64_t *person);
bool	 staff_has_role(const struct staff *);
/* Gone or disabled there: no rights, no sessions, no signing in. */
enum err staff_leave(struct ctx *, const struct staff *);

/* The viewer; ERR_MISSING for nobody. */
enum err staff_self(struct ctx *, struct staff **out);
/* What the person with this sign-in name is called; "" for nobody known. */
enum err staff_called(struct ctx *, const char *login, const char **out);
/* "" goes back to what the directory or the site says. Refuses a language
 * or a zone that is none. */
enum err staff_choose(struct ctx *, const char *language,
	    const char *zone);
/* Whether work that others hand over is told by mail; where the site sends
 * none, the choice stays what it is. */
enum err staff_mail(struct ctx *, bool on);
enum err staff_shortcuts(struct ctx *, bool on);	/* of the keyboard */
/* The viewer's sessions that still live; current is the hash of this one. */
enum err staff_sessions(struct ctx *, const void *current, size_t len,
	    struct staff_session **out);

/* Does the directory's last answer still hold? ERR_BUSY with a sentence
 * when the servers have been silent for longer than ldap_freshness. */
enum err staff_fresh(struct ctx *, int64_t checked);

#endif
