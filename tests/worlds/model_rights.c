/* SPDX-License-Identifier: MIT */
/* Who may do what in a world: scopes, grants, walls, emergencies, shares. */
#include <stdio.h>
#include <string.h>

#include "base/digest.h"
#include "model.h"
#include "model/consent.h"
#include "model_put.h"
#include "store/store_absence.h"

/* One of the levels from least to 5, or none. */
static int
level(int least)
{
	int drawn = least + dice(6 - least);

	return drawn > 0 && model_all_or_none ? 5 : drawn;
}

void
model_rights(struct model_viewer *v)
{
	int i;

	memset(v->scope, 0, sizeof(v->scope));
	memset(v->grant, 0, sizeof(v->grant));
	memset(v->wall, 0, sizeof(v->wall));
	memset(v->glass, 0, sizeof(v->glass));
	for (i = 1; i <= COMPARTMENTS; i++) {
		int state = dice(4);	/* a member, one that was, none */

		v->member[i] = state == 0;
		if (state <= 1)
			run("INSERT INTO viewer_compartment (viewer,"
			    " compartment, until, given) VALUES ($1, $2, $3,"
			    " 1)", db_i(v->id), db_i(i),
			    db_i(cx.now + (state == 0 ? 50 : -50)));
	}
	for (i = 1; i <= SCOPES; i++) {
		v->scope[i] = dice(2) == 0 ? 0 : level(0);
		if (v->scope[i] > 0)
			run("INSERT INTO viewer_scope (viewer, scope, level)"
			    " VALUES ($1, $2, $3)", db_i(v->id), db_i(i),
			    db_i(v->scope[i]));
	}
	for (i = 0; i < DOSSIERS; i++) {
		if (dice(4) == 0) {
			v->grant[i] = level(1);
			v->until[i] = cx.now + (dice(3) == 0 ? -50 : 50);
			run("INSERT INTO viewer_grant (viewer, dossier, level,"
			    " until) VALUES ($1, $2, $3, $4)", db_i(v->id),
			    db_i(dossiers[i].id), db_i(v->grant[i]),
			    db_i(v->until[i]));
		}
		if (dice(8) == 0) {
			v->wall[i] = true;
			run("INSERT INTO viewer_wall (viewer, dossier)"
			    " VALUES ($1, $2)", db_i(v->id),
			    db_i(dossiers[i].id));
		}
	}
}

/* Around one person or all with a role; of one case, or of a customer. */
void
model_rights_wall(struct model_wall *w, int i)
{
	int v = dice(VIEWERS), when = dice(5), k;
	bool group = dice(4) == 0, party = dice(2) == 0;

	*w = (struct model_wall){ .staff = group ? -1 : v,
	    .group = group ? v : -1, .dossier = party ? -1 : dice(DOSSIERS),
	    .customer = party ? dice(DOSSIERS) : -1, .stands = when > 1,
	    .over = when == 1 };
	run("INSERT INTO wall (id, number, staff, label, dossier, party,"
	    "    reason, begins, ends, made, maker)"
	    " SELECT $1, $2, $3, CASE WHEN $4 = 0 THEN '' ELSE (SELECT"
	    "    max(r.label) FROM staff_role r WHERE r.person = $4) END,"
	    "  $5, $6, $7, $8, $9, 1, $10", db_i(i + 1),
	    db_t(arena_printf(cx.arena, "W-%08d", 5000 + i)),
	    db_i0(group ? 0 : viewers[v].id), db_i(group ?
	    viewers[v].id : 0), db_i0(party ? 0 : dossiers[w->dossier].id),
	    db_i0(party ? 1000 + w->customer : 0),
	    db_t(model_word(IN_WALL, i)), db_i(when == 0 ? cx.now + 50 : 1),
	    db_i(when == 1 ? cx.now : INT64_C(253402300799)),
	    db_i(viewers[dice(VIEWERS)].id));
	if (!party)
		run("INSERT INTO wall_dossier (wall, dossier)"
		    " VALUES ($1, $2)", db_i(i + 1),
		    db_i(dossiers[w->dossier].id));
	for (k = 0; k < DOSSIERS; k++)
		if (w->stands && model_covers(w, k))
			viewers[v].wall[k] = true;
}

/* Some opened a case in an emergency; what they said of it. Not where there
 * are no levels: they read, and who reviews that reaches past row security. */
void
model_rights_glass(int i)
{
	struct model_viewer *v = &viewers[dice(VIEWERS)];

	if (model_all_or_none || dice(4) != 0 || v->grant[i] > 0)
		return;
	v->glass[i] = true;
	v->grant[i] = 2;
	v->until[i] = cx.now + 50;
	run("INSERT INTO viewer_grant (viewer, dossier, level, until, glass)"
	    " VALUES ($1, $2, 2, $3, 1)", db_i(v->id), db_i(dossiers[i].id),
	    db_i(v->until[i]));
	run("INSERT INTO glass (id, number, dossier, person, reason, words,"
	    "    opened, until, due) VALUES ($1, $2, $3, $4, 'other', $5,"
	    "    $now, $6, $now + 99)", db_i(i + 1), db_t(arena_printf(
	    cx.arena, "E-%08d", 6000 + i)), db_i(dossiers[i].id),
	    db_i(v->id), db_t(model_word(IN_GLASS, i)), db_i(v->until[i]));
}

/* In one world of two somebody is away, and another stands in. */
void
model_rights_absence(void)
{
	int away = dice(VIEWERS), other = (away + 1 + dice(VIEWERS - 1)) %
	    VIEWERS, k;
	int64_t changed;

	for (k = 0; k < VIEWERS; k++)
		viewers[k].stands_for = -1;
	if (dice(2) == 0)
		return;
	viewers[other].stands_for = away;
	run("INSERT INTO absence (number, person, substitute, begins, ends,"
	    " entered, entered_by) VALUES ('S-00000001', $1, $2, $now - 9,"
	    " $now + 90, $now, $1)", db_i(viewers[away].id),
	    db_i(viewers[other].id));
	must(store_absence_keep_all(&cx, &changed));
}

/* Somebody who may get it, and somebody else. */
#define ONE 0
#define OTHER 1

/* One that says something at random; what it comes to is worked out here from
 * the dice and not from the rows. */
static void
put_consent(struct model_dossier *d, int no, bool permits[2], bool denies[2])
{
	static const char *const untils[] = { "2026-11-23", "2026-11-24",
	    "2027-01-31" };
	static const unsigned int whats[] = { CONSENT_ALL, CONSENT_CASE,
	    CONSENT_DOCUMENTS, CONSENT_CASE | CONSENT_DOCUMENTS,
	    CONSENT_NOTES };
	bool given = dice(4) != 0, ended = dice(5) == 0, waits = dice(8) == 0;
	int receiver = dice(4) == 0 ? OTHER : ONE, until = dice(3),
	    what = dice(5), purpose = dice(4) == 0 ? 2 : 1, i;
	bool holds = !ended && !waits && until > 0 && receiver == ONE &&
	    purpose == 1;

	run("INSERT INTO consent (dossier, no, person, signer_right, state,"
	    "    what, kinds, receiver, class, purpose, purpose_words,"
	    "    begins, until, event, how, document, witness, lang,"
	    "    wording, words, made, maker, taken, taker, ended)"
	    " VALUES ($1, $2, $3, '', $4, $5, '', $6, 0, $7, '',"
	    "    '2026-01-01', $8, '', '', 0, '', 'en', 1, '', 1, $9, $10,"
	    "    $9, $11)", db_i(d->id), db_i(no),
	    db_i(dossiers[d->whose].person), db_t(waits ? "prepared" :
	    given ? "given" : "refused"), db_i(whats[what]),
	    db_i(viewers[receiver].id), db_i(purpose), db_t(untils[until]),
	    db_i(viewers[0].id), db_i0(!waits), db_i0(ended));
	for (i = 0; i < 2; i++)
		if (holds && (what == 0 || what == 3 || what == 1 + i))
			(given ? permits : denies)[i] = true;
}

static void
put_consents(struct model_dossier *d)
{
	bool permits[2] = { false }, denies[2] = { false };
	int n = dice(9), i;

	d->asks = strcmp(d->type, "permit") == 0;
	for (i = 0; d->asks && i < n; i++)
		put_consent(d, 40 + i, permits, denies);
	for (i = 0; i < 2; i++)
		d->carries[i] = permits[i] && !denies[i];
}

/* Of one in two, chosen parts, and who typed the code: room-of-N. */
void
model_rights_share(struct model_dossier *d, int i)
{
	unsigned char hash[DIGEST_SIZE];
	const char *token = arena_printf(cx.arena, "room-of-%d", i);
	int state = dice(8);

	d->sharer = dice(2) == 0 ? dice(VIEWERS) : -1;
	d->shut = state <= 2;
	d->parts = (unsigned int)dice(16);
	d->shared_file = dice(3) != 0;
	put_consents(d);
	if (d->sharer < 0)
		return;
	digest_of(token, strlen(token), hash);
	run("INSERT INTO share (id, dossier, no, name, purpose, parts, made,"
	    "    maker, until, hash, code, ended, locked, person, aim)"
	    " VALUES ($1, $2, 18, 'Somebody', 'Any', $3, 1, $4, $5, $6, $6,"
	    "    $7, $8, $9, $10)", db_i(i + 1), db_i(d->id), db_i(d->parts),
	    db_i(viewers[d->sharer].id), db_i(cx.now + (state == 0 ? 0 : 50)),
	    db_b(hash, sizeof(hash)), db_i0(state == 1), db_i0(state == 2),
	    db_i(viewers[ONE].id), db_i(d->asks));
	run("INSERT INTO share_visit (hash, share, began)"
	    " VALUES ($1, $2, $now)", db_b(hash, sizeof(hash)), db_i(i + 1));
	if (d->shared_file)
		run("INSERT INTO share_document (share, no, document)"
		    " SELECT $1, 1, f.id FROM document f WHERE f.dossier = $2",
		    db_i(i + 1), db_i(d->id));
}

void
model_rights_purpose(void)
{
	run("INSERT INTO purpose (session, dossier, code, words, until)"
	    " SELECT n.hash, d.id, 'quality', 'We count', $1"
	    "  FROM session n, dossier d WHERE d.compartment <> 0",
	    db_i(cx.now + 3600));
}
