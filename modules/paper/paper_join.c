/* SPDX-License-Identifier: MIT */
/* Pages of many PDFs in one, numbered and with bookmarks, by libqpdf. */
#include <qpdf/qpdf-c.h>
#include <stdio.h>
#include <string.h>

#include "paper/paper.h"

#define WRONG(rc) (((rc) & QPDF_ERRORS) != 0)
#define SIDE 14400.0		/* points: the most that readers show */

struct joining {
	struct paper *p;
	qpdf_data out;
	qpdf_data *from;	/* front, each document, stamps */
	int n;
};

static qpdf_data
opened(const char *path)
{
	qpdf_data q = qpdf_init();

	qpdf_silence_errors(q);
	qpdf_set_suppress_warnings(q, QPDF_TRUE);
	if (!WRONG(qpdf_read(q, path, "")))
		return q;
	qpdf_cleanup(&q);
	return NULL;
}

int
paper_join_count(const char *path)
{
	qpdf_data q = qpdf_init();
	int n = -1, rc;

	qpdf_silence_errors(q);
	qpdf_set_suppress_warnings(q, QPDF_TRUE);
	rc = qpdf_read(q, path, "");
	if (WRONG(rc) && qpdf_has_error(q) && qpdf_get_error_code(q,
	    qpdf_get_error(q)) == qpdf_e_password)
		n = -2;
	else if (!WRONG(rc) && qpdf_is_encrypted(q))
		n = -2;
	else if (!WRONG(rc) && (n = qpdf_get_num_pages(q)) <= 0)
		n = -1;
	qpdf_cleanup(&q);
	return n;
}

static bool
box(qpdf_data q, qpdf_oh page, const char *key, double out[4])
{
	qpdf_oh a = qpdf_oh_get_key(q, page, key);
	double t;
	int i;

	if (!qpdf_oh_is_array(q, a) || qpdf_oh_get_array_n_items(q, a) != 4)
		return false;
	for (i = 0; i < 4; i++)
		out[i] = qpdf_oh_get_numeric_value(q,
		    qpdf_oh_get_array_item(q, a, i));
	for (i = 0; i < 2; i++)
		if (out[i] > out[i + 2]) {
			t = out[i];
			out[i] = out[i + 2];
			out[i + 2] = t;
		}
	return out[2] - out[0] >= 1 && out[3] - out[1] >= 1 &&
	    out[2] - out[0] <= SIDE && out[3] - out[1] <= SIDE;
}

/* What of a page is seen, and how it is turned: 0 to 3 quarters. */
static void
seen(qpdf_data q, qpdf_oh page, double b[4], int *turn)
{
	static const double a4[4] = { 0, 0, 595, 842 };
	long long r = qpdf_oh_get_int_value(q, qpdf_oh_get_key(q, page,
	    "/Rotate"));

	if (!box(q, page, "/CropBox", b) && !box(q, page, "/MediaBox", b)) {
		memcpy(b, a4, sizeof(a4));
		qpdf_oh_replace_key(q, page, "/MediaBox", qpdf_oh_parse(q,
		    "[0 0 595 842]"));
	}
	*turn = (int)((r % 360 + 360) % 360 / 90);
}

/* Scripts and programs that a page would start have no place here. */
static void
tame(qpdf_data q, qpdf_oh page)
{
	qpdf_oh list = qpdf_oh_get_key(q, page, "/Annots"), a, act;
	int i, n;

	qpdf_oh_remove_key(q, page, "/AA");
	if (!qpdf_oh_is_array(q, list))
		return;
	n = qpdf_oh_get_array_n_items(q, list);
	for (i = 0; i < n; i++) {
		a = qpdf_oh_get_array_item(q, list, i);
		if (!qpdf_oh_is_dictionary(q, a))
			continue;
		qpdf_oh_remove_key(q, a, "/AA");
		act = qpdf_oh_get_key(q, a, "/A");
		if (!qpdf_oh_is_dictionary(q, act) ||
		    !qpdf_oh_is_name_and_equals(q, qpdf_oh_get_key(q, act,
		    "/S"), "/URI"))
			qpdf_oh_remove_key(q, a, "/A");
	}
}

static bool
append(struct joining *j, const char *path)
{
	qpdf_data q = opened(path);
	int i, n;

	if (q == NULL)
		return false;
	j->from[j->n++] = q;
	n = qpdf_get_num_pages(q);
	for (i = 0; i < n; i++) {
		tame(q, qpdf_get_page_n(q, (size_t)i));
		if (WRONG(qpdf_add_page(j->out, q, qpdf_get_page_n(q,
		    (size_t)i), QPDF_FALSE)))
			return false;
		qpdf_oh_release_all(q);
	}
	return true;
}

static qpdf_oh
stream(qpdf_data q, const char *text)
{
	qpdf_oh s = qpdf_oh_new_stream(q);

	qpdf_oh_replace_stream_data(q, s, (const unsigned char *)text,
	    strlen(text), qpdf_oh_new_null(q), qpdf_oh_new_null(q));
	return s;
}

/* The page of the stamps as a picture that another page can show. Cairo
 * writes it as one stream. */
static bool
picture(struct joining *j, qpdf_data stamps, int at, qpdf_oh *out)
{
	qpdf_oh page = qpdf_get_page_n(stamps, (size_t)at), dict, own;
	qpdf_oh drawn = qpdf_oh_get_key(stamps, page, "/Contents");

	if (!qpdf_oh_is_stream(stamps, drawn))
		return false;
	*out = qpdf_oh_copy_foreign_object(j->out, stamps, drawn);
	dict = qpdf_oh_get_dict(j->out, *out);
	qpdf_oh_replace_key(j->out, dict, "/Type", qpdf_oh_new_name(j->out,
	    "/XObject"));
	qpdf_oh_replace_key(j->out, dict, "/Subtype",
	    qpdf_oh_new_name(j->out, "/Form"));
	qpdf_oh_replace_key(j->out, dict, "/BBox", qpdf_oh_parse(j->out,
	    qpdf_oh_unparse_resolved(stamps, qpdf_oh_get_key(stamps, page,
	    "/MediaBox"))));
	own = qpdf_oh_get_key(stamps, page, "/Resources");
	if (!qpdf_oh_is_indirect(stamps, own))
		own = qpdf_make_indirect_object(stamps, own);
	qpdf_oh_replace_key(j->out, dict, "/Resources",
	    qpdf_oh_copy_foreign_object(j->out, stamps, own));
	return true;
}

/* The dictionary under a key, made where it is none. */
static qpdf_oh
inside(qpdf_data q, qpdf_oh dict, const char *key)
{
	qpdf_oh found = qpdf_oh_get_key(q, dict, key);

	if (qpdf_oh_is_dictionary(q, found))
		return found;
	found = qpdf_oh_new_dictionary(q);
	qpdf_oh_replace_key(q, dict, key, found);
	return qpdf_oh_get_key(q, dict, key);
}

/* From what is seen to the page's own measure. */
static void
matrix(const double b[4], int turn, char *out, size_t len)
{
	static const int m[4][4] = { { 1, 0, 0, 1 }, { 0, 1, -1, 0 },
	    { -1, 0, 0, -1 }, { 0, -1, 1, 0 } };
	double x = turn == 1 || turn == 2 ? b[2] : b[0];
	double y = turn == 2 || turn == 3 ? b[3] : b[1];

	snprintf(out, len, "%d %d %d %d %.3f %.3f", m[turn][0], m[turn][1],
	    m[turn][2], m[turn][3], x, y);
}

static bool
stamp(struct joining *j, qpdf_data stamps, int at)
{
	qpdf_data q = j->out;
	qpdf_oh page = qpdf_get_page_n(q, (size_t)at), old, all, shown;
	char name[32], place[120], text[200];
	double b[4];
	int turn, i, n;

	if (!picture(j, stamps, at, &shown))
		return false;
	seen(q, page, b, &turn);
	matrix(b, turn, place, sizeof(place));
	snprintf(name, sizeof(name), "/DossierPage%d", at + 1);
	qpdf_oh_replace_key(q, inside(q, inside(q, page, "/Resources"),
	    "/XObject"), name, shown);
	snprintf(text, sizeof(text), "\nQ\nq %s cm %s Do Q\n", place, name);
	old = qpdf_oh_get_key(q, page, "/Contents");
	all = qpdf_oh_new_array(q);
	qpdf_oh_append_item(q, all, stream(q, "q\n"));
	if (qpdf_oh_is_array(q, old)) {
		n = qpdf_oh_get_array_n_items(q, old);
		for (i = 0; i < n; i++)
			qpdf_oh_append_item(q, all,
			    qpdf_oh_get_array_item(q, old, i));
	} else if (qpdf_oh_is_stream(q, old))
		qpdf_oh_append_item(q, all, old);
	qpdf_oh_append_item(q, all, stream(q, text));
	qpdf_oh_replace_key(q, page, "/Contents", all);
	qpdf_oh_release_all(q);
	return true;
}

static bool
stamp_all(struct joining *j, const char *path)
{
	struct paper_size *sizes;
	qpdf_data stamps = NULL;
	double b[4];
	int i, turn;
	bool ok;

	sizes = arena_array(j->p->arena, (size_t)j->p->pages, sizeof(*sizes));
	for (i = 0; i < j->p->pages; i++) {
		seen(j->out, qpdf_get_page_n(j->out, (size_t)i), b, &turn);
		sizes[i].width = turn % 2 == 0 ? b[2] - b[0] : b[3] - b[1];
		sizes[i].height = turn % 2 == 0 ? b[3] - b[1] : b[2] - b[0];
		qpdf_oh_release_all(j->out);
	}
	ok = paper_sheet_stamps(j->p, sizes, path) &&
	    (stamps = opened(path)) != NULL;
	if (stamps != NULL)
		j->from[j->n++] = stamps;
	for (i = 0; i < j->p->pages && ok; i++)
		ok = stamp(j, stamps, i);
	return ok;
}

static qpdf_oh
bookmark(struct joining *j, qpdf_oh parent, const char *title, int page)
{
	qpdf_data q = j->out;
	qpdf_oh o = qpdf_make_indirect_object(q, qpdf_oh_new_dictionary(q));
	qpdf_oh to = qpdf_oh_new_array(q);

	qpdf_oh_append_item(q, to, qpdf_get_page_n(q, (size_t)page));
	qpdf_oh_append_item(q, to, qpdf_oh_new_name(q, "/Fit"));
	qpdf_oh_replace_key(q, o, "/Title",
	    qpdf_oh_new_unicode_string(q, title));
	qpdf_oh_replace_key(q, o, "/Parent", parent);
	qpdf_oh_replace_key(q, o, "/Dest", to);
	return o;
}

static void
bookmarks(struct joining *j)
{
	qpdf_data q = j->out;
	qpdf_oh top = qpdf_make_indirect_object(q,
	    qpdf_oh_new_dictionary(q)), o, last = 0;
	const struct paper_doc *x;
	char title[600];
	int n = 0;

	for (x = j->p->docs; x != NULL; x = x->next, n++) {
		snprintf(title, sizeof(title), "%s%s%s", x->tab,
		    x->tab[0] == '\0' ? "" : "  ", x->name);
		o = bookmark(j, top, title, x->first - 1);
		if (n == 0)
			qpdf_oh_replace_key(q, top, "/First", o);
		else {
			qpdf_oh_replace_key(q, o, "/Prev", last);
			qpdf_oh_replace_key(q, last, "/Next", o);
		}
		last = o;
	}
	if (n == 0)
		return;
	qpdf_oh_replace_key(q, top, "/Last", last);
	qpdf_oh_replace_key(q, top, "/Count", qpdf_oh_new_integer(q, n));
	qpdf_oh_replace_key(q, qpdf_get_root(q), "/Outlines", top);
	qpdf_oh_replace_key(q, qpdf_get_root(q), "/PageMode",
	    qpdf_oh_new_name(q, "/UseOutlines"));
}

/* What a reader's window is called. */
static void
entitle(struct joining *j)
{
	qpdf_data q = j->out;
	qpdf_oh info = qpdf_make_indirect_object(q,
	    qpdf_oh_new_dictionary(q));

	qpdf_oh_replace_key(q, info, "/Title",
	    qpdf_oh_new_unicode_string(q, j->p->title));
	qpdf_oh_replace_key(q, qpdf_get_trailer(q), "/Info", info);
}

static bool
write_out(struct joining *j)
{
	if (WRONG(qpdf_init_write(j->out, j->p->out)))
		return false;
	qpdf_set_object_stream_mode(j->out, qpdf_o_generate);
	return !WRONG(qpdf_write(j->out));
}

bool
paper_join(struct paper *p, const char *front, int front_pages,
    const char *stamps)
{
	struct joining j = { .p = p };
	const struct paper_doc *x;
	int n = 2;
	bool ok;

	for (x = p->docs; x != NULL; x = x->next)
		n++;
	j.from = arena_array(p->arena, (size_t)n, sizeof(*j.from));
	j.out = qpdf_init();
	qpdf_silence_errors(j.out);
	qpdf_set_suppress_warnings(j.out, QPDF_TRUE);
	ok = !WRONG(qpdf_empty_pdf(j.out)) && append(&j, front) &&
	    qpdf_get_num_pages(j.out) == front_pages;
	for (x = p->docs; x != NULL && ok; x = x->next)
		ok = append(&j, x->pdf != NULL ? x->pdf : x->path);
	ok = ok && qpdf_get_num_pages(j.out) == p->pages &&
	    stamp_all(&j, stamps);
	if (ok) {
		bookmarks(&j);
		entitle(&j);
	}
	ok = ok && write_out(&j);
	if (!ok && qpdf_has_error(j.out))
		fprintf(stderr, "dossier-paper: %s\n",
		    qpdf_get_error_full_text(j.out, qpdf_get_error(j.out)));
	qpdf_cleanup(&j.out);
	while (j.n > 0)
		qpdf_cleanup(&j.from[--j.n]);
	return ok;
}
