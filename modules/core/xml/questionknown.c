/* SPDX-License-Identifier: MIT */
#include "xml/questionknown.h"

#include <string.h>

#define END { NULL, { { NULL } }, 0 }

/* LOINC LL358-3: how often in the last two weeks. */
static const struct questionknown_answer how_often[] = {
	{ "LA6568-5", { { "Not at all", "Pas du tout", "Überhaupt nicht",
	    "Mai", "Nenhuma vez", "まったくない" } }, 0 },
	{ "LA6569-3", { { "Several days", "Plusieurs jours",
	    "An einzelnen Tagen", "Alcuni giorni", "Vários dias",
	    "数日" } }, 1 },
	{ "LA6570-1", { { "More than half the days",
	    "Plus de la moitié des jours", "An mehr als der Hälfte der Tage",
	    "Più della metà dei giorni", "Mais da metade dos dias",
	    "半分以上の日" } }, 2 },
	{ "LA6571-9", { { "Nearly every day", "Presque tous les jours",
	    "Beinahe jeden Tag", "Quasi ogni giorno", "Quase todos os dias",
	    "ほとんど毎日" } }, 3 },
	END
};

static const struct questionknown_answer yes_no_unknown[] = {
	{ "Y", { { "Yes", "Oui", "Ja", "Sì", "Sim", "はい" } }, 0 },
	{ "N", { { "No", "Non", "Nein", "No", "Não", "いいえ" } }, 0 },
	{ "asked-unknown", { { "Does not know", "Ne sait pas",
	    "Weiß nicht", "Non sa", "Não sabe", "わからない" } }, 0 },
	END
};

static const struct questionknown_set sets[] = {
	{ "http://loinc.org/vs/LL358-3", "http://loinc.org", true,
	    how_often },
	{ "http://hl7.org/fhir/ValueSet/yesnodontknow",
	    "http://terminology.hl7.org/CodeSystem/v2-0136", false,
	    yes_no_unknown },
};

#define END_BAND { NULL, 0, { { NULL } } }

/* Kroenke, Spitzer and Williams, 2001: PHQ-9. */
static const struct questionknown_band depression[] = {
	{ "minimal", 0, { { "Minimal", "Minime", "Minimal", "Minima",
	    "Mínima", "ごく軽度" } } },
	{ "mild", 5, { { "Mild", "Légère", "Leicht", "Lieve", "Leve",
	    "軽度" } } },
	{ "moderate", 10, { { "Moderate", "Modérée", "Mittel", "Moderata",
	    "Moderada", "中等度" } } },
	{ "moderately_severe", 15, { { "Moderately severe",
	    "Modérément sévère", "Mittel bis schwer",
	    "Moderatamente grave", "Moderadamente grave",
	    "中等度から重度" } } },
	{ "severe", 20, { { "Severe", "Sévère", "Schwer", "Grave", "Grave",
	    "重度" } } },
	END_BAND
};

/* Spitzer, Kroenke, Williams and Löwe, 2006: GAD-7. */
static const struct questionknown_band anxiety[] = {
	{ "minimal", 0, { { "Minimal", "Minime", "Minimal", "Minima",
	    "Mínima", "ごく軽度" } } },
	{ "mild", 5, { { "Mild", "Légère", "Leicht", "Lieve", "Leve",
	    "軽度" } } },
	{ "moderate", 10, { { "Moderate", "Modérée", "Mittel", "Moderata",
	    "Moderada", "中等度" } } },
	{ "severe", 15, { { "Severe", "Sévère", "Schwer", "Grave", "Grave",
	    "重度" } } },
	END_BAND
};

const struct questionknown_set *
questionknown_set(const char *url)
{
	size_t i, len = strcspn(url, "|");

	for (i = 0; i < sizeof(sets) / sizeof(*sets); i++)
		if (strlen(sets[i].url) == len &&
		    strncmp(sets[i].url, url, len) == 0)
			return &sets[i];
	return NULL;
}

const struct questionknown_band *
questionknown_bands(const char *loinc)
{
	if (strcmp(loinc, "44249-1") == 0)
		return depression;
	return strcmp(loinc, "69737-5") == 0 ? anxiety : NULL;
}
