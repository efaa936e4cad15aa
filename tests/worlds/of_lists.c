/* SPDX-License-Identifier: MIT */
/* Lists, calendars, mail: whole, and nothing else. */
#include <stdio.h>
#include <string.h>

#include "domain/course/outbox.h"
#include "domain/course/outbox_mail.h"
#include "unit/world.h"
#include "worlds.h"

const char *__wrap_outbox_mail_send(struct ctx *,
	    const struct outbox_mail *);

/* Lists hold exactly what may be seen, and count it. */
void
whole_lists(int v)
{
	char count[40];
	int i, n = 0;

	get(v, "/dossiers");
	for (i = 0; i < DOSSIERS; i++) {
		n += model_sees(v, i, 2);
		shows(v, i, model_sees(v, i, 2));
	}
	snprintf(count, sizeof(count), ">%d case%s<", n, n == 1 ? "" : "s");
	if (strstr(body, count) == NULL)
		wrong(v, "the count is not %s", count);
	no_leak(v);
	if (!has_route("/dossiers.csv"))
		return;
	get(v, "/dossiers.csv");
	for (i = 0; i < DOSSIERS; i++)
		shows(v, i, model_sees(v, i, 2) && !model_held(i, 0));
	no_leak(v);
}

/* The tray: who may screen sees what waits, and nothing else. */
void
whole_tray(int v)
{
	int i;

	if ((viewers[v].rights & RIGHT_INTAKE) == 0)
		return;
	get(v, "/intake");
	for (i = 0; i < DOSSIERS; i++)
		shows(v, i, model_sees(v, i, 2) && !dossiers[i].screened &&
		    strcmp(dossiers[i].status, "open") == 0);
	no_leak(v);
}

/* Views, labels, links and acts: all of them, and only those. */
void
whole_rest(int v)
{
	int i, label = dice(LABELS), k = dice(DOSSIERS);

	get(v, "/dossiers/views");
	for (i = 0; i < VIEWS; i++)
		shows_word(v, IN_VIEW, i, model_knows(v, IN_VIEW, i));
	get(v, "/dossiers/views/%s", views[k % VIEWS].number);
	if (status != (model_knows(v, IN_VIEW, k % VIEWS) ? 303 : 404))
		wrong(v, "the view %s", views[k % VIEWS].number);
	get(v, "/dossiers?label=label%d", label);
	for (i = 0; i < DOSSIERS; i++)
		shows(v, i, dossiers[i].label == label &&
		    model_sees(v, i, 2));
	get(v, "/undo/%s", dossiers[k].act);
	if (status != (model_undoes(v, k) ? 200 : 404))
		wrong(v, "the act %s", dossiers[k].act);
	no_leak(v);
	if (!model_sees(v, k, 2))
		return;
	get(v, "/dossiers/%s/links", dossiers[k].number);
	no_leak(v);
	if (dossiers[k].linked >= 0) {
		shows_word(v, IN_LINK, k, model_knows(v, IN_LINK, k));
		get(v, "/dossiers/%s/documents/7", dossiers[k].number);
		shows(v, dossiers[k].linked, model_knows(v, IN_LINK, k) &&
		    model_knows(v, IN_FILE, dossiers[k].linked));
	}
	post(v, "/dossiers/bulk", "act=task&title=&seen=%s&seen=%s&seen=%s",
	    dossiers[k].number, dossiers[dice(DOSSIERS)].number,
	    dossiers[dice(DOSSIERS)].number);
	no_leak(v);
}

/* Long lines of a calendar go on in the next one. */
static void
unfold(void)
{
	char *into = body, *at = body;

	while (*at != '\0')
		if (at[0] == '\r' && at[1] == '\n' && at[2] == ' ')
			at += 3;
		else
			*into++ = *at++;
	*into = '\0';
}

/* The days of a team and of a colleague, and what a link gives that nobody
 * signs in for. */
void
calendars(int v)
{
	int i, other = dice(VIEWERS - 1);	/* the last is no clerk */
	bool busy = false, seen;

	get(v, "/calendar?view=list&team=%s", dice(2) == 0 ? "north" :
	    "south");
	no_leak(v);
	get(v, "/calendar?view=week&day=2026-11-25&person=P-%lld",
	    10000000 + (long long)viewers[other].id);
	no_leak(v);
	for (i = 0; i < DOSSIERS; i++) {
		if (dossiers[i].attendee != other)
			continue;
		seen = model_sees(v, i, 2);
		shows_word(v, IN_MEETING, i, seen);
		busy |= !seen;
	}
	if ((strstr(body, "Busy") != NULL) != busy)
		wrong(v, "the time of %s", viewers[other].login);
	get(v, "/calendar/feed/feed-of-%d/dossier.ics", v);
	if (status != 200)
		wrong(v, "no calendar by a link: %s", body);
	unfold();
	no_leak(v);
	for (i = 0; i < DOSSIERS; i++)
		if (dossiers[i].attendee == v)
			shows_word(v, IN_MEETING, i, model_sees(v, i, 2));
}

/* What arrived for one's teams, and one's own drafts. */
void
whole_unfiled(int v)
{
	int i;

	if ((viewers[v].rights & RIGHT_INTAKE) == 0)
		return;
	get(v, "/intake/unfiled");
	for (i = 0; i < ARRIVALS; i++)
		shows_word(v, IN_ARRIVAL, i, arrivals[i].filed == -1 &&
		    model_knows(v, IN_ARRIVAL, i));
	i = dice(ARRIVALS);
	get(v, "/intake/unfiled/%s", arrivals[i].number);
	if (status != (model_knows(v, IN_ARRIVAL, i) ? 200 : 404))
		wrong(v, "the arrival %s", arrivals[i].number);
	no_leak(v);
	get(v, "/intake/new");
	for (i = 0; i < DRAFTS; i++)
		shows_word(v, IN_DRAFT, i, model_knows(v, IN_DRAFT, i));
}

/* What leaves by mail, which nobody gets for another. */
const char *
__wrap_outbox_mail_send(struct ctx *c, const struct outbox_mail *mail)
{
	int v = 0, i;

	(void)c;
	while (v < VIEWERS && strcmp(viewers[v].email, mail->to) != 0)
		v++;
	if (v == VIEWERS)
		return "nobody has this address";
	snprintf(asked, sizeof(asked), "(mail)");
	status = 200;
	snprintf(body, BODY, "%s %s", mail->subject, mail->text);
	for (i = 0; i < DOSSIERS; i++)
		shows(v, i, model_sees(v, i, 2));
	for (i = 0; i < DOSSIERS; i++)
		if (!model_knows(v, IN_GLASS, i) && strstr(body,
		    arena_printf(cx.arena, "E-%08d", 6000 + i)) != NULL)
			wrong(v, "told of an emergency: %s",
			    dossiers[i].number);
	no_leak(v);
	return NULL;
}

void
mails(void)
{
	struct ctx c = { .arena = cx.arena, .conf = house.conf, .db = house.db,
	    .now = cx.now, .lang = "en", .zone = cx.zone };
	struct outbox_report out;

	if (outbox_empty(&c, &out) != OK || out.failed > 0)
		wrong(0, "the mail: %s", out.why != NULL ? out.why : c.why);
}

/* Walls and emergencies: who reviews them, and nobody else. */
void
whole_audit(int v)
{
	int i, k;

	if ((viewers[v].rights & RIGHT_AUDIT) == 0)
		return;
	get(v, "/walls");
	for (i = 0; i < WALLS; i++)
		shows_word(v, IN_WALL, i, !walls[i].over &&
		    walls[i].staff != v && walls[i].group != v &&
		    (walls[i].dossier < 0 ||
		    model_sees(v, walls[i].dossier, 2)));
	no_leak(v);
	get(v, "/walls?list=over");
	no_leak(v);
	get(v, "/walls/W-%08d", 5000 + dice(WALLS));
	no_leak(v);
	get(v, "/break-glass");
	no_leak(v);
	for (i = dice(DOSSIERS), k = 0; k < DOSSIERS &&
	    !model_broken(i); k++)
		i = (i + 1) % DOSSIERS;
	get(v, "/break-glass/E-%08d", 6000 + i);
	no_leak(v);
}
