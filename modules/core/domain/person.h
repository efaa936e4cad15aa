/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_PERSON_H
#define DOMAIN_PERSON_H

#include "base/ctx.h"
#include "model/dossier.h"

/* Persons and organisations, registered once; parties on dossiers. A person
 * who is not staff is seen by whoever sees one of the dossiers, and by who
 * registers requests. */
struct person_new {
	bool organisation;
	const char *name, *given, *family;	/* name, or given and family */
	const char *email, *phone, *address, *language;
};
enum err person_add(struct ctx *, const struct person_new *,
	    struct person **out);
enum err person_check(struct ctx *, const struct person_new *); /* only that */
enum err person_change(struct ctx *, struct person *,
	    const struct person_new *, int64_t version);
enum err person_open(struct ctx *, const char *number, struct person **out);
/* What the viewer may see of a person's dossiers, newest first. after: "" or
 * the .key of the last page's last. */
struct person_dossier {
	struct person_dossier *next;
	const char *key;
	const char *number, *title, *status, *role;	/* role: a code */
	const struct casetype *type;
	int64_t added, ended;
};
enum err person_dossiers(struct ctx *, const struct person *, const char *after,
	    int limit, struct person_dossier **out);
/* By beginning of any word of the name, by mail, phone or number. */
enum err person_find(struct ctx *, const char *text, int limit,
	    struct person **out);
/* Likely the same as one to be made: same folded name, mail or phone; each
 * says why in ->likely. */
enum err person_likely(struct ctx *, const struct person_new *,
	    struct person **out);
enum err person_staff(struct ctx *, struct person **out); /* enabled staff */
enum err person_teams(struct ctx *, struct team **out);

/* "Lead", "Requester", else the type's word for the role. */
const char *party_role(struct ctx *, const struct casetype *,
	    const char *role);
enum err party_add(struct ctx *, struct dossier *, int64_t person,
	    const char *role);
enum err party_end(struct ctx *, struct dossier *, int64_t no,
	    const char *why);		/* never the lead */
enum err party_lead(struct ctx *, struct dossier *, int64_t person,
	    const char *why);		/* exactly one: ends the old one */

#endif
