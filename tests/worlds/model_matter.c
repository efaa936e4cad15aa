/* SPDX-License-Identifier: MIT */
/* What lawyers have of a case: courts, offers, bundles, judgments, checks. */
#include <stdio.h>

#include "model.h"
#include "model_put.h"

/* The file of the case is under an entry, with an offer, in a bundle, and a
 * judgment. */
void
model_matter_put(const struct model_dossier *d, int i)
{
	run("INSERT INTO proceeding (dossier, no, court) VALUES ($1, 17, $2)",
	    db_i(d->id), db_t(model_word(IN_PROMISE, i)));
	run("INSERT INTO offer (dossier, no, maker_name, receiver_name, made,"
	    "    way, terms, document) SELECT $1, 20, '', '', '2026-11-20',"
	    "    'letter', $2, f.id FROM document f WHERE f.dossier = $1",
	    db_i(d->id), db_t(model_word(IN_PROMISE, i)));
	run("INSERT INTO docket_entry (proceeding, place, number, filed,"
	    "    entered, text, attached) SELECT x.id, 1, '', '', '', $2, 0"
	    "  FROM proceeding x WHERE x.dossier = $1", db_i(d->id),
	    db_t(model_word(IN_PROMISE, i)));
	run("INSERT INTO docket_document (proceeding, place, document)"
	    " SELECT x.id, 1, f.id FROM proceeding x JOIN document f"
	    "    ON f.dossier = x.dossier WHERE x.dossier = $1",
	    db_i(d->id));
	run("INSERT INTO bundle (dossier, no, title, court, asked, person,"
	    "    state) VALUES ($1, 21, $2, $2, 1, $3, 'listed')",
	    db_i(d->id), db_t(model_word(IN_PROMISE, i)),
	    db_i(viewers[0].id));
	run("INSERT INTO bundle_part (bundle, place, tab, document)"
	    " SELECT b.id, 1, $2, f.id FROM bundle b JOIN document f"
	    "    ON f.dossier = b.dossier WHERE b.dossier = $1", db_i(d->id),
	    db_t(model_word(IN_PROMISE, i)));
	run("INSERT INTO judgment (document, court, citation, decided,"
	    "    parties, judges, text)"
	    " SELECT f.id, $2, $2, '2026-01-05', $2, $2, $2 FROM document f"
	    "  WHERE f.dossier = $1", db_i(d->id),
	    db_t(model_word(IN_VERSION, i)));
}

/* As it was found then: two cases under a name that tells nothing. */
void
model_matter_check(struct model_check *c, int i)
{
	const struct model_dossier *d;
	int k;

	*c = (struct model_check){ .dossier = i < DRAFTS ? -1 :
	    dice(DOSSIERS), .asked = dice(2) == 0 };
	c->maker = i < DRAFTS ? drafts[i].owner : -1;
	snprintf(c->number, sizeof(c->number), "K-%08d", 7000 + i);
	run("INSERT INTO clearance (number, dossier, purpose, made, maker,"
	    "    salt, sha256, asked, asker) VALUES ($1, $2, $3, 1, $4, '',"
	    "    '', $5, $6)", db_t(c->number),
	    db_i0(c->dossier < 0 ? 0 : dossiers[c->dossier].id),
	    db_t(i < DRAFTS ? model_word(IN_DRAFT, i) : ""),
	    db_i0(c->maker < 0 ? 0 : viewers[c->maker].id),
	    db_i0(c->asked), db_i0(c->asked ? viewers[0].id : 0));
	run("INSERT INTO clearance_name (clearance, no, name, more)"
	    " SELECT c.id, 1, 'Somebody', 0 FROM clearance c"
	    "  WHERE c.number = $1", db_t(c->number));
	for (k = 0; k < 2; k++) {
		c->hits[k] = dice(DOSSIERS);
		d = &dossiers[c->hits[k]];
		run("INSERT INTO clearance_hit (clearance, no, name, how,"
		    "    found, known, person, dossier, number, title, role,"
		    "    former, closed) SELECT c.id, $2, 1, 'same', $3, '',"
		    "    $4, $5, $6, $7, 'requester', 0, 0 FROM clearance c"
		    "  WHERE c.number = $1", db_t(c->number),
		    db_i(k + 1), db_t(model_word(IN_NAME, d->whose)),
		    db_i(1000 + d->whose), db_i(d->id), db_t(d->number),
		    db_t(model_word(IN_TITLE, c->hits[k])));
	}
}
