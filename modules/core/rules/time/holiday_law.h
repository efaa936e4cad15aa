/* SPDX-License-Identifier: MIT */
#ifndef RULES_HOLIDAY_LAW_H
#define RULES_HOLIDAY_LAW_H

#include <stdbool.h>
#include <stddef.h>

#include "model/casetype.h"

/* What the laws of countries say: a table for each. */
enum holiday_word {
	ALL_SAINTS, ALL_SOULS, ASCENSION, ASSUMPTION, AUTUMN_EQUINOX,
	BLACK_AWARENESS, BOXING_DAY, CARNIVAL_MONDAY, CARNIVAL_TUESDAY,
	CHILDREN_JP, CHILDREN_TH, CHRISTMAS, CITIZENS_HOLIDAY, COLUMBUS,
	COMING_OF_AGE, CONSTITUTION_JP, CORONATION, CORPUS_CHRISTI, CULTURE,
	EARLY_MAY, EASTER_MONDAY, EASTER_SUNDAY, EMANCIPATION, EMPEROR,
	ENTHRONEMENT, EPIPHANY, FOUNDATION_JP, FUNERAL, GERMAN_UNITY,
	GOOD_FRIDAY, GREENERY, IMMACULATE, INDEPENDENCE_BR, INDEPENDENCE_US,
	ITALIAN_UNITY, JANUARY_2, JUBILEE, JUNETEENTH, LABOR_US, LABOUR,
	LIBERATION_IT, MARINE, MEMORIAL, MILLENNIUM, MLK, MOUNTAIN,
	NATIONAL_FR, NEW_YEAR, ORANGEMEN, PATRON_BR, REFORMATION, REPENTANCE,
	REPUBLIC_BR, REPUBLIC_IT, RESPECT_AGED, ROYAL_WEDDING, SHOWA, SPORTS,
	SPRING_BANK, SPRING_EQUINOX, ST_ANDREW, ST_FRANCIS, ST_PATRICK,
	ST_STEPHEN, SUBSTITUTE_JP, SUMMER_BANK, THANKS_LABOUR, THANKSGIVING,
	TIRADENTES, UPRISING, VE_DAY, VETERANS, VICTORY_1945, WASHINGTON,
	WHIT_MONDAY, WHIT_SUNDAY, WOMEN, WORLD_CUP, ARMISTICE, HOLIDAY_WORDS
};

extern const struct label holiday_name_labels[HOLIDAY_WORDS];
extern const struct label holiday_name_substitute;

enum holiday_kind {
	ON,			/* month, day */
	EASTER,			/* so many days after Easter Sunday */
	NTH,			/* day: the n-th; 5: the last; of the month */
	BY,			/* the weekday on month, day or before */
	SPRING, AUTUMN		/* equinox in Japan */
};

enum holiday_weekday { MON = 1, TUE, WED, THU, FRI, SAT, SUN };

struct holiday_rule {
	enum holiday_word word;
	int from, until;	/* years, 0: no bound */
	const char *where;	/* parts: "BW BY"; "" the whole country */
	enum holiday_kind kind;
	int month, day;		/* of EASTER: day counts from it */
	enum holiday_weekday weekday;
	bool optional;
};

/* What happens to one on a day that is free anyway. */
enum holiday_move {
	STAYS,
	NEAREST,		/* Saturday: the Friday; Sunday: the Monday */
	NEXT_WEEKDAY,		/* that is no holiday */
	JAPANESE
};

struct holiday_law {
	const char *country;
	enum holiday_move move;
	const struct holiday_rule *rules;
	size_t n;
};

/* NULL: none is known. */
const struct holiday_law *holiday_law_find(const char *region);

#endif
