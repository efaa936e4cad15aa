/* SPDX-License-Identifier: MIT */
/* Folding for look-up, tidying of typed text, and the index's words. */
#include "text/fold.h"

#include <stdint.h>
#include <string.h>

#include <unicode/ucasemap.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>
#include <unicode/utf8.h>

#include "base/digest.h"
#include "base/log.h"

#define KEY 250			/* characters; an index has 2,700 bytes */

bool
fold_utf8_ok(const char *s, size_t len)
{
	UChar32 c;
	size_t i = 0;

	if (len > INT32_MAX)
		return false;
	while (i < len) {
		if ((unsigned char)s[i] < 0x80) {
			if (s[i++] == '\0')
				return false;
			continue;
		}
		U8_NEXT(s, i, len, c);
		if (c < 0)
			return false;
	}
	return true;
}

char *
fold_key(struct arena *a, const char *s)
{
	char *key = fold(a, s), *end;
	size_t n = 0;

	for (end = key; *end != '\0'; end++)
		if (((unsigned char)*end & 0xc0) != 0x80 && n++ == KEY)
			break;
	*end = '\0';
	return key;
}

/* What ICU makes of it where there is room; how much it needs. */
static int32_t
cased(const char *s, size_t len, bool upper, char *out, size_t room)
{
	static UCaseMap *map;
	UErrorCode e = U_ZERO_ERROR;
	int32_t n;

	if (len > INT32_MAX / 4)
		log_fatal("a text is too long for ICU");
	if (map == NULL)
		map = ucasemap_open("", 0, &e);
	n = upper ?
	    ucasemap_utf8ToUpper(map, out, (int32_t)room, s, (int32_t)len, &e) :
	    ucasemap_utf8ToLower(map, out, (int32_t)room, s, (int32_t)len, &e);
	if (U_FAILURE(e) && e != U_BUFFER_OVERFLOW_ERROR)
		log_fatal("ICU cannot change case: %s", u_errorName(e));
	return n;
}

char *
fold_case(struct arena *a, const char *s, size_t len, bool upper,
    size_t *out_len)
{
	char *out = arena_room(a, len + 1);

	*out_len = (size_t)cased(s, len, upper, out, len);
	if (*out_len > len) {		/* seldom: ŉ needs more bytes */
		out = arena_room(a, *out_len + 1);
		(void)cased(s, len, upper, out, *out_len);
	}
	out[*out_len] = '\0';
	return out;
}

size_t
fold_length(const char *s)
{
	size_t n = 0;

	for (; *s != '\0'; s++)
		n += ((unsigned char)*s & 0xc0) != 0x80;
	return n;
}

/* UTF-8 to UTF-16; a byte that is wrong becomes U+FFFD. */
static UChar *
wide(struct arena *a, const char *s, int32_t *len)
{
	size_t bytes = strlen(s);
	UErrorCode e = U_ZERO_ERROR;
	UChar *u;

	if (bytes > INT32_MAX / 8)
		log_fatal("a text of %zu bytes is too long to fold", bytes);
	u = arena_array(a, bytes + 1, sizeof(*u));
	u_strFromUTF8WithSub(u, (int32_t)bytes + 1, len, s, (int32_t)bytes,
	    0xfffd, NULL, &e);
	return u;
}

static char *
narrow(struct arena *a, const UChar *u, int32_t len)
{
	UErrorCode e = U_ZERO_ERROR;
	int32_t size = len * 3 + 1;
	char *s = arena_alloc(a, (size_t)size);

	u_strToUTF8WithSub(s, size, NULL, u, len, 0xfffd, NULL, &e);
	return s;
}

static UChar *
normal(struct arena *a, const UNormalizer2 *n, const UChar *u, int32_t *len)
{
	UErrorCode e = U_ZERO_ERROR;
	int32_t size = *len * 3 + 32;
	UChar *to;

	for (;;) {	/* NFKC can grow one character to eighteen */
		to = arena_array(a, (size_t)size + 1, sizeof(*to));
		e = U_ZERO_ERROR;
		size = unorm2_normalize(n, u, *len, to, size, &e);
		if (e != U_BUFFER_OVERFLOW_ERROR)
			break;
	}
	if (U_FAILURE(e))
		log_fatal("ICU cannot normalise: %s", u_errorName(e));
	*len = size;
	return to;
}

static const UNormalizer2 *
form(const char *name)
{
	UErrorCode e = U_ZERO_ERROR;
	const UNormalizer2 *n;

	if (strcmp(name, "nfkd") == 0)
		n = unorm2_getNFKDInstance(&e);
	else if (strcmp(name, "nfkc_cf") == 0)
		n = unorm2_getNFKCCasefoldInstance(&e);
	else
		n = unorm2_getNFCInstance(&e);
	if (U_FAILURE(e))
		log_fatal("ICU's data are missing: %s", u_errorName(e));
	return n;
}

/* The accent of a kana changes the letter, so it stays. */
static bool
drops(UChar32 c)
{
	return u_charType(c) == U_NON_SPACING_MARK && c != 0x3099 &&
	    c != 0x309a;
}

/* Runs of blanks become one, the ends go. Works in place. */
static int32_t
squeeze(UChar *u, int32_t len, bool marks)
{
	int32_t i = 0, j = 0;
	bool blank = false;
	UChar32 c;

	while (i < len) {
		U16_NEXT(u, i, len, c);
		if (u_isUWhiteSpace(c) || u_isISOControl(c)) {
			blank = j > 0;
			continue;
		}
		if (marks && drops(c))
			continue;
		if (blank)
			u[j++] = ' ';
		blank = false;
		U16_APPEND_UNSAFE(u, j, c);
	}
	u[j] = 0;
	return j;
}

/* Most texts are plain ASCII: the long way would only copy them. */
static char *
fold_ascii(struct arena *a, const char *s)
{
	char *to, *p;
	bool blank = false;
	size_t i;

	for (i = 0; s[i] != '\0'; i++)
		if ((unsigned char)s[i] >= 0x80)
			return NULL;
	p = to = arena_alloc(a, i + 1);
	for (; *s != '\0'; s++) {
		if ((unsigned char)*s <= ' ' || *s == 0x7f) {
			blank = p > to;
			continue;
		}
		if (blank)
			*p++ = ' ';
		blank = false;
		*p++ = *s >= 'A' && *s <= 'Z' ? (char)(*s + 32) : *s;
	}
	*p = '\0';
	return to;
}

char *
fold(struct arena *a, const char *s)
{
	int32_t len;
	UChar *u;
	char *plain;

	if ((plain = fold_ascii(a, s)) != NULL)
		return plain;
	u = wide(a, s, &len);
	u = normal(a, form("nfkc_cf"), u, &len);
	u = normal(a, form("nfkd"), u, &len);
	len = squeeze(u, len, true);
	u = normal(a, form("nfc"), u, &len);
	return narrow(a, u, len);
}

/* Invisible characters that turn or hide text have no place in a title. */
static bool
unwanted(UChar32 c, bool lines)
{
	if (c == '\n' || c == '\t')
		return !lines;
	return u_isISOControl(c) || c == 0xfeff ||
	    (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

char *
fold_tidy(struct arena *a, const char *s, bool lines)
{
	int32_t len, i = 0, j = 0;
	bool seen = false;
	UChar32 c;
	UChar *u = wide(a, s, &len);

	u = normal(a, form("nfc"), u, &len);
	while (i < len) {
		U16_NEXT(u, i, len, c);
		if (c == '\r' && lines) {	/* CR LF and CR are lines too */
			if (i < len && u[i] == '\n')
				continue;
			c = '\n';
		}
		if (c == 0x2028 || c == 0x2029)
			c = '\n';
		if (!lines && (c == '\n' || c == '\r' || c == '\t'))
			c = ' ';
		if (unwanted(c, lines))
			continue;
		if (j == 0 && u_isUWhiteSpace(c))
			continue;
		seen |= !u_isUWhiteSpace(c) && !u_hasBinaryProperty(c,
		    UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
		U16_APPEND_UNSAFE(u, j, c);
	}
	while (j > 0 && u_isUWhiteSpace(u[j - 1]))
		j--;
	return narrow(a, u, seen ? j : 0);
}

static bool
paired(UChar32 c)
{
	UErrorCode e = U_ZERO_ERROR;

	if (c < 0x2e80)
		return false;
	switch (uscript_getScript(c, &e)) {
	case USCRIPT_HAN:
	case USCRIPT_HIRAGANA:
	case USCRIPT_KATAKANA:
		return true;
	default:
		return c == 0x30fc;	/* the long-vowel sign */
	}
}

/* Each pair of a run; a run of one stands alone. */
static int32_t
pairs(const UChar *u, int32_t from, int32_t to, UChar *out, int32_t j)
{
	int32_t i = from, second, next;

	while (i < to) {
		second = i;
		U16_FWD_1(u, second, to);
		next = second;
		if (next < to)
			U16_FWD_1(u, next, to);
		else if (i > from)
			break;
		if (j > 0)
			out[j++] = ' ';
		u_memcpy(out + j, u + i, next - i);
		j += next - i;
		i = second;
	}
	return j;
}

#define LONGEST 200		/* letters of a word; the rest is cut off */

char *
fold_words(struct arena *a, const char *s)
{
	const char *folded = fold(a, s);
	int32_t len, i = 0, j = 0, from, start;
	UChar *u = wide(a, folded, &len), *out;
	UChar32 c;

	out = arena_array(a, (size_t)len * 3 + 4, sizeof(*out));
	while (i < len) {
		from = i;
		U16_NEXT(u, i, len, c);
		if (paired(c)) {
			while (i < len) {
				int32_t at = i;

				U16_NEXT(u, at, len, c);
				if (!paired(c))
					break;
				i = at;
			}
			j = pairs(u, from, i, out, j);
		} else if (u_isalnum(c)) {
			if (j > 0)
				out[j++] = ' ';
			start = j;
			do {
				if (j - start < LONGEST)
					U16_APPEND_UNSAFE(out, j, c);
				from = i;
				if (i >= len)
					break;
				U16_NEXT(u, i, len, c);
			} while (u_isalnum(c) && !paired(c));
			if (!(u_isalnum(c) && !paired(c)))
				i = from;
		}
	}
	return narrow(a, out, j);
}

/* Words seen so far, by a hash of their letters; at least half is free. */
struct seen {
	const char **word;
	size_t *len, mask;
};

/* True when the word was not there yet. */
static bool
seen_add(struct seen *s, const char *word, size_t len)
{
	size_t i, h = 5381;

	for (i = 0; i < len; i++)
		h = h * 33 + (unsigned char)word[i];
	for (h &= s->mask; s->word[h] != NULL; h = (h + 1) & s->mask)
		if (s->len[h] == len && memcmp(s->word[h], word, len) == 0)
			return false;
	s->word[h] = word;
	s->len[h] = len;
	return true;
}

char *
fold_words_new(struct arena *a, const char *known, const char *words)
{
	size_t room = 64, n, len = strlen(words);
	char *out = arena_alloc(a, len + 1), *to = out;
	struct seen s;

	while (room < strlen(known) + len)	/* a word and its blank: 2 */
		room *= 2;
	s.word = arena_array(a, room, sizeof(*s.word));
	s.len = arena_array(a, room, sizeof(*s.len));
	s.mask = room - 1;
	for (; *known != '\0'; known += n + (known[n] == ' '))
		if ((n = strcspn(known, " ")) > 0)
			seen_add(&s, known, n);
	for (; *words != '\0'; words += n + (words[n] == ' ')) {
		n = strcspn(words, " ");
		if (n == 0 || !seen_add(&s, words, n))
			continue;
		if (to > out)
			*to++ = ' ';
		memcpy(to, words, n);
		to += n;
	}
	*to = '\0';
	return out;
}

char *
fold_code(struct arena *a, const char *name, char between)
{
	char *code = fold(a, name), *to = code;
	const char *s;
	unsigned char random[4];

	for (s = code; *s != '\0'; s++)
		if ((*s >= 'a' && *s <= 'z') || (*s >= '0' && *s <= '9'))
			*to++ = *s;
		else if (to > code && to[-1] != between)
			*to++ = between;
	while (to > code && to[-1] == between)
		to--;
	*to = '\0';
	if (code[0] != '\0')
		return code;
	digest_random(random, sizeof(random));
	return arena_printf(a, "s%s", digest_hex(a, random, sizeof(random)));
}
