/* SPDX-License-Identifier: MIT */
/* E. Myers, An O(ND) Difference Algorithm and Its Variations, 1986: the
 * middle snake of section 4b, found from both ends. */
#include "text/diff.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#define BOUND 2000000	/* steps; then the rest is given up */
#define FAR 1500	/* so many differences take more than that */

struct work {
	struct arena *arena;
	const char *const *a, *const *b;
	uint64_t *ha, *hb;	/* of each text, compared first */
	ptrdiff_t *down, *up;	/* furthest reaching, by diagonal; up from
				 * that of the end */
	struct diff *first, *last;
	long steps;		/* left */
};

static uint64_t
hash(const char *s)
{
	uint64_t h = UINT64_C(14695981039346656037);

	for (; *s != '\0'; s++)
		h = (h ^ (unsigned char)*s) * UINT64_C(1099511628211);
	return h;
}

static bool
same(const struct work *w, size_t i, size_t j)
{
	return w->ha[i] == w->hb[j] && strcmp(w->a[i], w->b[j]) == 0;
}

static void
tell(struct work *w, enum diff_kind kind, size_t a, size_t b, size_t n)
{
	struct diff *d = w->last;

	if (n == 0)
		return;
	if (d != NULL && d->kind == kind &&
	    (kind == DIFF_NEW ? d->b : d->a) + d->n ==
	    (kind == DIFF_NEW ? b : a)) {
		d->n += n;
		return;
	}
	d = arena_alloc(w->arena, sizeof(*d));
	*d = (struct diff){ NULL, kind, a, b, n };
	if (w->last == NULL)
		w->first = d;
	else
		w->last->next = d;
	w->last = d;
}

struct snake {
	size_t x, y, u, v;	/* from, to */
};

/* One step of the way from the front: true when it meets the other. */
static bool
forward(struct work *w, size_t a, size_t n, size_t b, size_t m,
    ptrdiff_t d, struct snake *s)
{
	ptrdiff_t delta = (ptrdiff_t)n - (ptrdiff_t)m, k, x, y, x0;

	for (k = -d; k <= d; k += 2) {
		x = k == -d || (k != d && w->down[k - 1] < w->down[k + 1]) ?
		    w->down[k + 1] : w->down[k - 1] + 1;
		y = x - k;
		x0 = x;
		for (; x < (ptrdiff_t)n && y < (ptrdiff_t)m && x >= 0 &&
		    y >= 0 && same(w, a + (size_t)x, b + (size_t)y); x++)
			y++;
		w->down[k] = x;
		w->steps -= 1 + x - x0;
		if (delta % 2 != 0 && k >= delta - (d - 1) &&
		    k <= delta + (d - 1) && x >= w->up[k - delta]) {
			*s = (struct snake){ (size_t)x0, (size_t)(x0 - k),
			    (size_t)x, (size_t)y };
			return true;
		}
	}
	return false;
}

static bool
backward(struct work *w, size_t a, size_t n, size_t b, size_t m,
    ptrdiff_t d, struct snake *s)
{
	ptrdiff_t delta = (ptrdiff_t)n - (ptrdiff_t)m, k, x, y, x0;

	for (k = delta - d; k <= delta + d; k += 2) {
		x = k == delta + d || (k != delta - d &&
		    w->up[k - 1 - delta] < w->up[k + 1 - delta]) ?
		    w->up[k - 1 - delta] : w->up[k + 1 - delta] - 1;
		y = x - k;
		x0 = x;
		for (; x > 0 && y > 0 && x <= (ptrdiff_t)n &&
		    y <= (ptrdiff_t)m && same(w, a + (size_t)x - 1,
		    b + (size_t)y - 1); x--)
			y--;
		w->up[k - delta] = x;
		w->steps -= 1 + x0 - x;
		if (delta % 2 == 0 && k >= -d && k <= d &&
		    w->down[k] >= x) {
			*s = (struct snake){ (size_t)x, (size_t)y,
			    (size_t)x0, (size_t)(x0 - k) };
			return true;
		}
	}
	return false;
}

static bool
middle(struct work *w, size_t a, size_t n, size_t b, size_t m,
    struct snake *s)
{
	ptrdiff_t d;

	w->down[1] = 0;
	w->up[-1] = (ptrdiff_t)n;
	for (d = 0; w->steps > 0; d++)
		if (forward(w, a, n, b, m, d, s) ||
		    backward(w, a, n, b, m, d, s))
			return true;
	return false;
}

static void
part(struct work *w, size_t a, size_t n, size_t b, size_t m)
{
	size_t head = 0, tail = 0;
	struct snake s;

	while (head < n && head < m && same(w, a + head, b + head))
		head++;
	tell(w, DIFF_SAME, a, b, head);
	a += head, b += head, n -= head, m -= head;
	while (tail < n && tail < m && same(w, a + n - 1 - tail,
	    b + m - 1 - tail))
		tail++;
	n -= tail, m -= tail;
	if (n > 0 && m > 0 && middle(w, a, n, b, m, &s)) {
		part(w, a, s.x, b, s.y);
		tell(w, DIFF_SAME, a + s.x, b + s.y, s.u - s.x);
		part(w, a + s.u, n - s.u, b + s.v, m - s.v);
	} else {
		tell(w, DIFF_GONE, a, b, n);
		tell(w, DIFF_NEW, a + n, b, m);
	}
	tell(w, DIFF_SAME, a + n, b + m, tail);
}

/* A new run before one that is gone: told the other way round. */
static void
arrange(struct diff *d)
{
	struct diff x;

	for (; d != NULL && d->next != NULL; d = d->next)
		if (d->kind == DIFF_NEW && d->next->kind == DIFF_GONE) {
			x = *d;
			d->kind = DIFF_GONE;
			d->n = d->next->n;
			d->next->kind = DIFF_NEW;
			d->next->a = d->a + d->n;
			d->next->b = x.b;
			d->next->n = x.n;
		}
}

/* Runs of a kind that came to stand beside one another are one. */
static void
join(struct diff *d)
{
	while (d != NULL && d->next != NULL)
		if (d->kind == d->next->kind) {
			d->n += d->next->n;
			d->next = d->next->next;
		} else
			d = d->next;
}

struct diff *
diff_lists(struct arena *arena, const char *const *a, size_t n,
    const char *const *b, size_t m)
{
	struct work w = { .arena = arena, .a = a, .b = b, .steps = BOUND };
	size_t far = (n + m < FAR ? n + m : FAR) + 3, i;
	ptrdiff_t *rows = arena_array(arena, 4 * far, sizeof(*rows));

	w.ha = arena_array(arena, n + 1, sizeof(*w.ha));
	w.hb = arena_array(arena, m + 1, sizeof(*w.hb));
	for (i = 0; i < n; i++)
		w.ha[i] = hash(a[i]);
	for (i = 0; i < m; i++)
		w.hb[i] = hash(b[i]);
	w.down = rows + far;
	w.up = rows + 3 * far;
	part(&w, 0, n, 0, m);
	arrange(w.first);
	join(w.first);
	return w.first;
}
