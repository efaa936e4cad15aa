/* SPDX-License-Identifier: MIT */
/* Consents, whoever may know of them. */
#include "store/store_verify_consents.h"

#include <string.h>

#include "store/walk.h"

static const char *const states[] = { CONSENT_STATES };

static void
take(struct db_rows *q, struct store_verify_consent *r)
{
	struct consent *c = &r->c;
	const char *state;
	int i = CONSENT_RESTRICTED;

	r->dossier = db_int(q);
	r->number = db_text(q);
	c->no = db_int(q);
	c->number = db_text(q);
	c->signer_number = db_text(q);
	c->right = db_text(q);
	state = db_text(q);
	while (i > CONSENT_PREPARED && strcmp(states[i], state) != 0)
		i--;
	c->state = (enum consent_state)i;
	c->what = (unsigned int)db_int(q);
	c->kinds = db_text(q);
	c->receiver_number = db_text(q);
	c->classes = (unsigned int)db_int(q);
	c->purpose = (unsigned int)db_int(q);
	c->purpose_words = db_text(q);
	c->begins = db_text(q);
	c->until = db_text(q);
	c->event = db_text(q);
	c->how = db_text(q);
	c->document = db_int(q);
	c->witness = db_text(q);
	c->lang = db_text(q);
	c->wording = db_int(q);
	c->words = db_text(q);
	c->taken = db_int(q);
	r->taker = db_int(q);
	c->ended = db_int(q);
	r->ender = db_int(q);
	c->ended_how = db_text(q);
	c->ended_why = db_text(q);
}

enum err
store_verify_consents(struct ctx *cx, store_verify_consent_fn *see, void *to)
{
	/* reach: the operator's check of the whole log; shows no content */
	static const char sql[] = DB_REACH
	    "SELECT c.dossier, d.number, c.no, p.number, s.number,"
	    "       c.signer_right, c.state, c.what, c.kinds, r.number,"
	    "       c.class, c.purpose, c.purpose_words, c.begins, c.until,"
	    "       c.event, c.how, c.document, c.witness, c.lang,"
	    "       c.wording, c.words, c.taken, c.taker, c.ended, c.ender,"
	    "       c.ended_how, c.ended_why"
	    "  FROM consent c JOIN dossier d ON d.id = c.dossier"
	    "  JOIN person p ON p.id = c.person"
	    "  LEFT JOIN person s ON s.id = c.signer"
	    "  LEFT JOIN person r ON r.id = c.receiver"
	    " ORDER BY c.dossier, c.no";
	struct store_verify_consent r = { 0 };
	struct walk w;
	bool more = true;

	walk_query(cx, &w, sql);
	while (more && walk_row(&w)) {
		take(&w.q, &r);
		more = see(to, &r);
	}
	return walk_end(&w);
}
