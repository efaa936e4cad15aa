/* SPDX-License-Identifier: MIT */
/* Slips of the finger in names. */
#include "text/near.h"

#include <string.h>

#include "base/count.h"
#include "text/fold.h"

#define SHORTEST 4	/* characters of a word that may have a slip */
#define LONGEST 24
#define WORDS 6		/* of a name that are compared */

/* Without what is spelt differently from land to land. */
static char *
plain(struct arena *a, const char *word)
{
	static const struct { const char *from; char to; } same[] = {
		{ "ae", 'a' }, { "oe", 'o' }, { "ue", 'u' }, { "æ", 'a' },
		{ "œ", 'o' }, { "ø", 'o' }, { "ł", 'l' }, { "đ", 'd' }
	};
	char *out = arena_text(a, word), *to = out;
	size_t i, n = COUNT(same);

	while (*word != '\0') {
		for (i = 0; i < n; i++)
			if (strncmp(word, same[i].from, 2) == 0)
				break;
		*to++ = i < n ? same[i].to : *word;
		word += i < n ? 2 : 1;
	}
	*to = '\0';
	return out;
}

/* Bytes of the character that begins here. */
static size_t
step(const char *s)
{
	size_t n = 1;

	while (((unsigned char)s[n] & 0xc0) == 0x80)
		n++;
	return n;
}

static int
edits(const char *a, const char *b)
{
	size_t la = strlen(a), lb = strlen(b), i = 0, j = 0, ca, cb, n;

	while (a[i] != '\0' && a[i] == b[i])
		i++;
	while (i > 0 && (((unsigned char)a[i] & 0xc0) == 0x80 ||
	    ((unsigned char)b[i] & 0xc0) == 0x80))
		i--;	/* back to where both begin a character */
	while (j < la - i && j < lb - i && a[la - 1 - j] == b[lb - 1 - j])
		j++;
	while (j > 0 && (((unsigned char)a[la - j] & 0xc0) == 0x80 ||
	    ((unsigned char)b[lb - j] & 0xc0) == 0x80))
		j--;
	la -= i + j;
	lb -= i + j;
	a += i;
	b += i;
	if (la == 0 && lb == 0)
		return 0;
	ca = la == 0 ? 0 : step(a);
	cb = lb == 0 ? 0 : step(b);
	if (la == ca && lb == cb)	/* one more, less or other */
		return 1;
	n = la > ca ? step(a + ca) : 0;
	return la == lb && n > 0 && la == ca + n && cb == n &&
	    strncmp(a, b + cb, ca) == 0 && strncmp(a + ca, b, n) == 0 ? 1 : 2;
}

int
near_edits(struct arena *a, const char *one, const char *other)
{
	int typed = edits(one, other);
	int spelt = edits(plain(a, one), plain(a, other));

	return typed < spelt ? typed : spelt;
}

static size_t
add_keys(struct arena *a, const char *word, const char *keys[], size_t n)
{
	size_t len = fold_length(word);
	const char *s;

	keys[n++] = word;
	if (len < SHORTEST || len > LONGEST)
		return n;
	for (s = word; *s != '\0'; s += step(s))
		keys[n++] = arena_printf(a, "%.*s%s", (int)(s - word), word,
		    s + step(s));
	return n;
}

size_t
near_keys(struct arena *a, const char *word, const char *keys[NEAR_KEYS])
{
	const char *spelt = plain(a, word);
	size_t n = add_keys(a, word, keys, 0);

	return strcmp(word, spelt) == 0 ? n : add_keys(a, spelt, keys, n);
}

static size_t
words_of(struct arena *a, const char *name, const char *out[WORDS])
{
	const char *s = fold_words(a, name);
	size_t n = 0, len;

	while (n < WORDS && *s != '\0') {
		len = strcspn(s, " ");
		out[n++] = arena_textn(a, s, len);
		s += len + (s[len] == ' ');
	}
	return n;
}

static bool
alike(struct arena *arena, const char *a, const char *b, int slips)
{
	int n = near_edits(arena, a, b);

	return n == 0 || (n <= slips && (fold_length(a) >= SHORTEST ||
	    fold_length(b) >= SHORTEST));
}

struct pairs {
	struct arena *arena;
	const char *a[WORDS], *b[WORDS];
	size_t na, nb;
	int slips;
	size_t of[WORDS];	/* word of a that word of b went to, from 1 */
	bool tried[WORDS];
};

/* A partner for a word of a, moving others on where that helps. */
static bool
pair(struct pairs *p, size_t i)
{
	size_t j;

	for (j = 0; j < p->nb; j++) {
		if (p->tried[j] || !alike(p->arena, p->a[i], p->b[j],
		    p->slips))
			continue;
		p->tried[j] = true;
		if (p->of[j] == 0 || pair(p, p->of[j] - 1)) {
			p->of[j] = i + 1;
			return true;
		}
	}
	return false;
}

static size_t
paired(struct pairs *p, int slips)
{
	size_t i, n = 0;

	p->slips = slips;
	memset(p->of, 0, sizeof(p->of));
	for (i = 0; i < p->na; i++) {
		memset(p->tried, 0, sizeof(p->tried));
		n += pair(p, i);
	}
	return n;
}

enum near
near_names(struct arena *a, const char *one, const char *other)
{
	struct pairs p = { .arena = a };
	size_t least, most, n;

	if (strcmp(one, other) == 0)
		return one[0] == '\0' ? NEAR_NOT : NEAR_SAME;
	p.na = words_of(a, one, p.a);
	p.nb = words_of(a, other, p.b);
	least = p.na < p.nb ? p.na : p.nb;
	most = p.na < p.nb ? p.nb : p.na;
	if (least == 0)
		return NEAR_NOT;
	if (least == most && paired(&p, 0) == most)
		return NEAR_ORDER;
	n = paired(&p, 1);
	/* Anna alone is no Anna Schmidt; Anna Maria Schmidt may be one. */
	return n == least && (most == n || (most == n + 1 && n > 1)) ?
	    NEAR_ALIKE : NEAR_NOT;
}
