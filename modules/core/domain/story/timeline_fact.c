/* SPDX-License-Identifier: MIT */
/* What was noted of a patient, in a sentence. */
#include "domain/story/tell.h"

#include "base/count.h"
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

const char *
timeline_fact(const struct telling *t)
{
	size_t i;

	if (tell_is(t, "allergy.denied"))
		return arena_printf(t->cx->arena, _("No known allergies, told "
		    "by %s"), tell_some(tell_fact(t, "told_by")));
	for (i = 0; i < COUNT(plain); i++)
		if (tell_is(t, plain[i].kind))
			return arena_printf(t->cx->arena,
			    message(plain[i].sentence),
			    tell_some(tell_fact(t, "words")));
	return t->event->kind;
}
