/* SPDX-License-Identifier: MIT */
/* What was noted of a patient, in a sentence. */
#include "domain/story/timeline_fact.h"

#include <string.h>

#include "domain/dossier/fact.h"
#include "domain/spine/event_get.h"
#include "text/message.h"

static const struct {
	const char *kind, *sentence;
} plain[] = {
	{ "problem.noted", N_("Problem noted: %s") },
	{ "problem.changed", N_("Problem changed: %s") },
	{ "problem.ended", N_("Problem resolved: %s") },
	{ "problem.voided", N_("Problem entered in error: %s") },
	{ "allergy.noted", N_("Allergy noted: %s") },
	{ "allergy.changed", N_("Allergy changed: %s") },
	{ "allergy.ended", N_("Allergy resolved: %s") },
	{ "allergy.voided", N_("Allergy entered in error: %s") },
	{ "medication.noted", N_("Medicine noted: %s") },
	{ "medication.changed", N_("Medicine changed: %s") },
	{ "medication.stopped", N_("Medicine stopped: %s") },
	{ "medication.voided", N_("Medicine entered in error: %s") },
	{ "encounter.noted", N_("Encounter noted: %s") },
	{ "encounter.changed", N_("Encounter changed: %s") },
	{ "encounter.ended", N_("Encounter ended: %s") },
	{ "encounter.voided", N_("Encounter entered in error: %s") },
	{ "alert.noted", N_("Alert set: %s") },
	{ "alert.changed", N_("Alert changed: %s") },
	{ "alert.ended", N_("Alert lifted: %s") },
	{ "alert.voided", N_("Alert entered in error: %s") }
};

bool
timeline_fact_is(const char *kind)
{
	enum fact_kind which;
	char noun[16];
	size_t n = strcspn(kind, ".");

	if (n >= sizeof(noun))
		return false;
	memcpy(noun, kind, n);
	noun[n] = '\0';
	return fact_field_noun_is(noun, &which);
}

const char *
timeline_fact(struct ctx *cx, const struct event *ev)
{
	const char *words = event_get(cx, ev, "fact", "words");
	const char *by = event_get(cx, ev, "fact", "told_by");
	size_t i;

	if (strcmp(ev->kind, "allergy.denied") == 0)
		return arena_printf(cx->arena, _("No known allergies, told "
		    "by %s"), by[0] == '\0' ? "…" : by);
	if (words[0] == '\0')	/* the law had it erased */
		words = "…";
	for (i = 0; i < sizeof(plain) / sizeof(plain[0]); i++)
		if (strcmp(plain[i].kind, ev->kind) == 0)
			return arena_printf(cx->arena,
			    message(plain[i].sentence), words);
	return ev->kind;
}
