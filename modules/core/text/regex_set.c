/* SPDX-License-Identifier: MIT */
/* XML Schema Part 2, appendix G.4.2: names of XML are those of its fifth
 * edition, a word is all but punctuation, separators and others. */
#include "text/regex_set.h"

#include <string.h>

#include <unicode/uchar.h>
#include <unicode/uset.h>

#include "base/count.h"
#include "base/log.h"

#define NAME_START "\\x{3A}A-Z_a-z\\x{C0}-\\x{D6}\\x{D8}-\\x{F6}" \
	"\\x{F8}-\\x{2FF}" \
	"\\x{370}-\\x{37D}\\x{37F}-\\x{1FFF}\\x{200C}\\x{200D}" \
	"\\x{2070}-\\x{218F}\\x{2C00}-\\x{2FEF}\\x{3001}-\\x{D7FF}" \
	"\\x{F900}-\\x{FDCF}\\x{FDF0}-\\x{FFFD}\\x{10000}-\\x{EFFFF}"
#define NAME_MORE "\\-.0-9\\x{B7}\\x{300}-\\x{36F}\\x{203F}\\x{2040}"

/* A character by number, which no syntax can take for another. */
static void
put(struct buf *out, UChar32 c)
{
	if (c < 0x80 && u_isalnum(c))
		buf_char(out, (char)c);
	else
		buf_printf(out, "\\x{%X}", (unsigned int)c);
}

static void
put_from_to(struct buf *out, UChar32 from, UChar32 to)
{
	put(out, from);
	if (from == to)
		return;
	buf_char(out, '-');
	put(out, to);
}

/* A range with what differs from it by case alone, where that counts. */
void
regex_set_range(struct buf *out, int32_t from, int32_t to, bool caseless)
{
	static USet *cased;
	UErrorCode e = U_ZERO_ERROR;
	USet *set;
	int32_t i, n;

	put_from_to(out, from, to);
	if (!caseless)
		return;
	if (cased == NULL)
		cased = uset_openPattern(u"[:Case_Sensitive:]", -1, &e);
	if (U_FAILURE(e))
		log_fatal("ICU knows no case: %s", u_errorName(e));
	set = uset_open(from, to);
	uset_retainAll(set, cased);
	uset_closeOver(set, USET_CASE_INSENSITIVE);
	n = uset_getItemCount(set);
	for (i = 0; i < n; i++) {
		if (uset_getItem(set, i, &from, &to, NULL, 0, &e) != 0)
			break;		/* strings, such as ss, come last */
		put_from_to(out, from, to);
	}
	uset_close(set);
}

bool
regex_set_property(struct buf *out, const char *name, bool without)
{
	static const char *const categories[] = { "L", "Lu", "Ll", "Lt", "Lm",
	    "Lo", "M", "Mn", "Mc", "Me", "N", "Nd", "Nl", "No", "P", "Pc",
	    "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "Z", "Zs", "Zl", "Zp", "S",
	    "Sm", "Sc", "Sk", "So", "C", "Cc", "Cf", "Co", "Cn" };
	char letter = without ? 'P' : 'p';
	size_t i;

	for (i = 0; i < COUNT(categories); i++)
		if (strcmp(name, categories[i]) == 0) {
			buf_printf(out, "\\%c{%s}", letter, name);
			return true;
		}
	/* ICU would take blanks and underlines in a name. */
	if (strncmp(name, "Is", 2) != 0 || name[2 + strspn(name + 2,
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-"
	    )] != '\0' || u_getPropertyValueEnum(UCHAR_BLOCK, name + 2) ==
	    UCHAR_INVALID_CODE)
		return false;
	buf_printf(out, "\\%c{Block=%s}", letter, name + 2);
	return true;
}

const char *
regex_set_escape(int32_t letter)
{
	switch (letter) {
	case 's':
		return "[\\x{20}\\x{9}\\x{A}\\x{D}]";
	case 'S':
		return "[^\\x{20}\\x{9}\\x{A}\\x{D}]";
	case 'd':
		return "\\p{Nd}";
	case 'D':
		return "\\P{Nd}";
	case 'w':
		return "[^\\p{P}\\p{Z}\\p{C}]";
	case 'W':
		return "[\\p{P}\\p{Z}\\p{C}]";
	case 'i':
		return "[" NAME_START "]";
	case 'I':
		return "[^" NAME_START "]";
	case 'c':
		return "[" NAME_START NAME_MORE "]";
	case 'C':
		return "[^" NAME_START NAME_MORE "]";
	default:
		return NULL;
	}
}
