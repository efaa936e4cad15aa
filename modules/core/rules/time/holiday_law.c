/* SPDX-License-Identifier: MIT */
/* The laws: which day is a public holiday where, since when, until when. */
#include "rules/time/holiday_law.h"

#include <string.h>

#include "base/count.h"

static const struct holiday_rule de[] = {
	{ NEW_YEAR, 0, 0, "", ON, 1, 1, 0, false },
	{ EPIPHANY, 0, 0, "BW BY ST", ON, 1, 6, 0, false },
	{ WOMEN, 2019, 0, "BE", ON, 3, 8, 0, false },
	{ WOMEN, 2023, 0, "MV", ON, 3, 8, 0, false },
	{ GOOD_FRIDAY, 0, 0, "", EASTER, 0, -2, 0, false },
	{ EASTER_SUNDAY, 0, 0, "BB", EASTER, 0, 0, 0, false },
	{ EASTER_MONDAY, 0, 0, "", EASTER, 0, 1, 0, false },
	{ LABOUR, 0, 0, "", ON, 5, 1, 0, false },
	{ VE_DAY, 2020, 2020, "BE", ON, 5, 8, 0, false },
	{ VE_DAY, 2025, 2025, "BE", ON, 5, 8, 0, false },
	{ ASCENSION, 0, 0, "", EASTER, 0, 39, 0, false },
	{ WHIT_SUNDAY, 0, 0, "BB", EASTER, 0, 49, 0, false },
	{ WHIT_MONDAY, 0, 0, "", EASTER, 0, 50, 0, false },
	{ UPRISING, 2028, 2028, "BE", ON, 6, 17, 0, false },
	{ CORPUS_CHRISTI, 0, 0, "BW BY HE NW RP SL", EASTER, 0, 60, 0,
	    false },
	{ ASSUMPTION, 0, 0, "SL", ON, 8, 15, 0, false },
	{ ASSUMPTION, 0, 0, "BY", ON, 8, 15, 0, true },
	{ CHILDREN_TH, 2019, 0, "TH", ON, 9, 20, 0, false },
	{ GERMAN_UNITY, 0, 0, "", ON, 10, 3, 0, false },
	{ REFORMATION, 0, 0, "BB MV SN ST TH", ON, 10, 31, 0, false },
	{ REFORMATION, 2018, 0, "HB HH NI SH", ON, 10, 31, 0, false },
	{ REFORMATION, 2017, 2017, "", ON, 10, 31, 0, false },
	{ ALL_SAINTS, 0, 0, "BW BY NW RP SL", ON, 11, 1, 0, false },
	{ REPENTANCE, 0, 1994, "", BY, 11, 22, WED, false },
	{ REPENTANCE, 1995, 0, "SN", BY, 11, 22, WED, false },
	{ CHRISTMAS, 0, 0, "", ON, 12, 25, 0, false },
	{ ST_STEPHEN, 0, 0, "", ON, 12, 26, 0, false },
};

static const struct holiday_rule fr[] = {
	{ NEW_YEAR, 0, 0, "", ON, 1, 1, 0, false },
	{ GOOD_FRIDAY, 0, 0, "57 6AE", EASTER, 0, -2, 0, false },
	{ EASTER_MONDAY, 0, 0, "", EASTER, 0, 1, 0, false },
	{ EMANCIPATION, 0, 0, "976", ON, 4, 27, 0, false },
	{ LABOUR, 0, 0, "", ON, 5, 1, 0, false },
	{ VICTORY_1945, 0, 0, "", ON, 5, 8, 0, false },
	{ EMANCIPATION, 0, 0, "972", ON, 5, 22, 0, false },
	{ EMANCIPATION, 0, 0, "971", ON, 5, 27, 0, false },
	{ ASCENSION, 0, 0, "", EASTER, 0, 39, 0, false },
	{ WHIT_MONDAY, 0, 0, "", EASTER, 0, 50, 0, false },
	{ EMANCIPATION, 0, 0, "973", ON, 6, 10, 0, false },
	{ NATIONAL_FR, 0, 0, "", ON, 7, 14, 0, false },
	{ ASSUMPTION, 0, 0, "", ON, 8, 15, 0, false },
	{ ALL_SAINTS, 0, 0, "", ON, 11, 1, 0, false },
	{ ARMISTICE, 0, 0, "", ON, 11, 11, 0, false },
	{ EMANCIPATION, 0, 0, "974", ON, 12, 20, 0, false },
	{ CHRISTMAS, 0, 0, "", ON, 12, 25, 0, false },
	{ ST_STEPHEN, 0, 0, "57 6AE", ON, 12, 26, 0, false },
};

static const struct holiday_rule gb[] = {
	{ NEW_YEAR, 0, 0, "", ON, 1, 1, 0, false },
	{ JANUARY_2, 0, 0, "SCT", ON, 1, 2, 0, false },
	{ ST_PATRICK, 0, 0, "NIR", ON, 3, 17, 0, false },
	{ GOOD_FRIDAY, 0, 0, "", EASTER, 0, -2, 0, false },
	{ EASTER_MONDAY, 0, 0, "EAW NIR", EASTER, 0, 1, 0, false },
	{ ROYAL_WEDDING, 2011, 2011, "", ON, 4, 29, 0, false },
	{ EARLY_MAY, 0, 1994, "", NTH, 5, 1, MON, false },
	{ VE_DAY, 1995, 1995, "", ON, 5, 8, 0, false },
	{ EARLY_MAY, 1996, 2019, "", NTH, 5, 1, MON, false },
	{ VE_DAY, 2020, 2020, "", ON, 5, 8, 0, false },
	{ EARLY_MAY, 2021, 0, "", NTH, 5, 1, MON, false },
	{ CORONATION, 2023, 2023, "", ON, 5, 8, 0, false },
	{ SPRING_BANK, 0, 2001, "", NTH, 5, 5, MON, false },
	{ JUBILEE, 2002, 2002, "", ON, 6, 3, 0, false },
	{ SPRING_BANK, 2002, 2002, "", ON, 6, 4, 0, false },
	{ SPRING_BANK, 2003, 2011, "", NTH, 5, 5, MON, false },
	{ SPRING_BANK, 2012, 2012, "", ON, 6, 4, 0, false },
	{ JUBILEE, 2012, 2012, "", ON, 6, 5, 0, false },
	{ SPRING_BANK, 2013, 2021, "", NTH, 5, 5, MON, false },
	{ SPRING_BANK, 2022, 2022, "", ON, 6, 2, 0, false },
	{ JUBILEE, 2022, 2022, "", ON, 6, 3, 0, false },
	{ SPRING_BANK, 2023, 0, "", NTH, 5, 5, MON, false },
	{ WORLD_CUP, 2026, 2026, "SCT", ON, 6, 15, 0, false },
	{ ORANGEMEN, 0, 0, "NIR", ON, 7, 12, 0, false },
	{ SUMMER_BANK, 0, 0, "SCT", NTH, 8, 1, MON, false },
	{ SUMMER_BANK, 0, 0, "EAW NIR", NTH, 8, 5, MON, false },
	{ FUNERAL, 2022, 2022, "", ON, 9, 19, 0, false },
	{ ST_ANDREW, 2007, 0, "SCT", ON, 11, 30, 0, false },
	{ CHRISTMAS, 0, 0, "", ON, 12, 25, 0, false },
	{ BOXING_DAY, 0, 0, "", ON, 12, 26, 0, false },
	{ MILLENNIUM, 1999, 1999, "", ON, 12, 31, 0, false },
};

static const struct holiday_rule it[] = {
	{ NEW_YEAR, 0, 0, "", ON, 1, 1, 0, false },
	{ EPIPHANY, 0, 0, "", ON, 1, 6, 0, false },
	{ ITALIAN_UNITY, 2011, 2011, "", ON, 3, 17, 0, false },
	{ EASTER_SUNDAY, 0, 0, "", EASTER, 0, 0, 0, false },
	{ EASTER_MONDAY, 0, 0, "", EASTER, 0, 1, 0, false },
	{ LIBERATION_IT, 0, 0, "", ON, 4, 25, 0, false },
	{ LABOUR, 0, 0, "", ON, 5, 1, 0, false },
	{ WHIT_MONDAY, 0, 0, "BZ", EASTER, 0, 50, 0, false },
	{ REPUBLIC_IT, 2001, 0, "", ON, 6, 2, 0, false },
	{ ASSUMPTION, 0, 0, "", ON, 8, 15, 0, false },
	{ ST_FRANCIS, 2026, 0, "", ON, 10, 4, 0, false },
	{ ALL_SAINTS, 0, 0, "", ON, 11, 1, 0, false },
	{ IMMACULATE, 0, 0, "", ON, 12, 8, 0, false },
	{ CHRISTMAS, 0, 0, "", ON, 12, 25, 0, false },
	{ ST_STEPHEN, 0, 0, "", ON, 12, 26, 0, false },
};

static const struct holiday_rule jp[] = {
	{ NEW_YEAR, 0, 0, "", ON, 1, 1, 0, false },
	{ COMING_OF_AGE, 0, 1999, "", ON, 1, 15, 0, false },
	{ COMING_OF_AGE, 2000, 0, "", NTH, 1, 2, MON, false },
	{ FOUNDATION_JP, 0, 0, "", ON, 2, 11, 0, false },
	{ EMPEROR, 2020, 0, "", ON, 2, 23, 0, false },
	{ SPRING_EQUINOX, 0, 0, "", SPRING, 3, 0, 0, false },
	{ GREENERY, 0, 2006, "", ON, 4, 29, 0, false },
	{ SHOWA, 2007, 0, "", ON, 4, 29, 0, false },
	{ ENTHRONEMENT, 2019, 2019, "", ON, 5, 1, 0, false },
	{ CONSTITUTION_JP, 0, 0, "", ON, 5, 3, 0, false },
	{ GREENERY, 2007, 0, "", ON, 5, 4, 0, false },
	{ CHILDREN_JP, 0, 0, "", ON, 5, 5, 0, false },
	{ ROYAL_WEDDING, 1993, 1993, "", ON, 6, 9, 0, false },
	{ MARINE, 1996, 2002, "", ON, 7, 20, 0, false },
	{ MARINE, 2003, 2019, "", NTH, 7, 3, MON, false },
	{ MARINE, 2020, 2020, "", ON, 7, 23, 0, false },
	{ SPORTS, 2020, 2020, "", ON, 7, 24, 0, false },
	{ MARINE, 2021, 2021, "", ON, 7, 22, 0, false },
	{ SPORTS, 2021, 2021, "", ON, 7, 23, 0, false },
	{ MARINE, 2022, 0, "", NTH, 7, 3, MON, false },
	{ MOUNTAIN, 2016, 2019, "", ON, 8, 11, 0, false },
	{ MOUNTAIN, 2020, 2020, "", ON, 8, 10, 0, false },
	{ MOUNTAIN, 2021, 2021, "", ON, 8, 8, 0, false },
	{ MOUNTAIN, 2022, 0, "", ON, 8, 11, 0, false },
	{ RESPECT_AGED, 0, 2002, "", ON, 9, 15, 0, false },
	{ RESPECT_AGED, 2003, 0, "", NTH, 9, 3, MON, false },
	{ AUTUMN_EQUINOX, 0, 0, "", AUTUMN, 9, 0, 0, false },
	{ SPORTS, 0, 1999, "", ON, 10, 10, 0, false },
	{ SPORTS, 2000, 2019, "", NTH, 10, 2, MON, false },
	{ SPORTS, 2022, 0, "", NTH, 10, 2, MON, false },
	{ ENTHRONEMENT, 2019, 2019, "", ON, 10, 22, 0, false },
	{ CULTURE, 0, 0, "", ON, 11, 3, 0, false },
	{ ENTHRONEMENT, 1990, 1990, "", ON, 11, 12, 0, false },
	{ THANKS_LABOUR, 0, 0, "", ON, 11, 23, 0, false },
	{ EMPEROR, 0, 2018, "", ON, 12, 23, 0, false },
};

static const struct holiday_rule br[] = {
	{ NEW_YEAR, 0, 0, "", ON, 1, 1, 0, false },
	{ CARNIVAL_MONDAY, 0, 0, "", EASTER, 0, -48, 0, true },
	{ CARNIVAL_TUESDAY, 0, 0, "", EASTER, 0, -47, 0, true },
	{ GOOD_FRIDAY, 0, 0, "", EASTER, 0, -2, 0, false },
	{ TIRADENTES, 0, 0, "", ON, 4, 21, 0, false },
	{ LABOUR, 0, 0, "", ON, 5, 1, 0, false },
	{ CORPUS_CHRISTI, 0, 0, "", EASTER, 0, 60, 0, true },
	{ INDEPENDENCE_BR, 0, 0, "", ON, 9, 7, 0, false },
	{ PATRON_BR, 0, 0, "", ON, 10, 12, 0, false },
	{ ALL_SOULS, 0, 0, "", ON, 11, 2, 0, false },
	{ REPUBLIC_BR, 0, 0, "", ON, 11, 15, 0, false },
	{ BLACK_AWARENESS, 2024, 0, "", ON, 11, 20, 0, false },
	{ CHRISTMAS, 0, 0, "", ON, 12, 25, 0, false },
};

static const struct holiday_rule us[] = {
	{ NEW_YEAR, 0, 0, "", ON, 1, 1, 0, false },
	{ MLK, 0, 0, "", NTH, 1, 3, MON, false },
	{ WASHINGTON, 0, 0, "", NTH, 2, 3, MON, false },
	{ MEMORIAL, 0, 0, "", NTH, 5, 5, MON, false },
	{ JUNETEENTH, 2021, 0, "", ON, 6, 19, 0, false },
	{ INDEPENDENCE_US, 0, 0, "", ON, 7, 4, 0, false },
	{ LABOR_US, 0, 0, "", NTH, 9, 1, MON, false },
	{ COLUMBUS, 0, 0, "", NTH, 10, 2, MON, false },
	{ VETERANS, 0, 0, "", ON, 11, 11, 0, false },
	{ THANKSGIVING, 0, 0, "", NTH, 11, 4, THU, false },
	{ CHRISTMAS, 0, 0, "", ON, 12, 25, 0, false },
};

#define LAW(country, move, rules) { country, move, rules, \
	    COUNT(rules) }

static const struct holiday_law laws[] = {
	LAW("BR", STAYS, br), LAW("DE", STAYS, de), LAW("FR", STAYS, fr),
	LAW("GB", NEXT_WEEKDAY, gb), LAW("IT", STAYS, it),
	LAW("JP", JAPANESE, jp), LAW("US", NEAREST, us)
};

const struct holiday_law *
holiday_law_find(const char *region)
{
	size_t i;

	for (i = 0; i < COUNT(laws); i++)
		if (strncmp(laws[i].country, region, 2) == 0)
			return &laws[i];
	return NULL;
}
