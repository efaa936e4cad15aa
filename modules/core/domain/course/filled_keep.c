/* SPDX-License-Identifier: MIT */
/* What is kept of a form when it is completed. */
#include "domain/course/filled_keep.h"

#include "base/digest.h"
#include "domain/course/filled_answers.h"
#include "text/message.h"
#include "text/number.h"

static const char *
points(struct ctx *cx, const struct questions_line *l)
{
	return l->scored ? number_plain(cx->arena, l->points, 0) : "";
}

static struct filled_line *
lines(struct ctx *cx, const struct questions_result *r,
    const struct value *answers)
{
	struct filled_line *list = NULL, **tail = &list, *l;
	const struct questions_line *x;

	for (x = r->lines; x != NULL; x = x->next) {
		if (!x->asked || x->question == NULL)
			continue;
		*tail = l = arena_alloc(cx->arena, sizeof(*l));
		tail = &l->next;
		l->section = message_label(&x->section->label, cx->lang);
		l->question = x->question->field.code;
		l->no = x->row;
		l->label = filled_answers_label(cx, x->section, x->question,
		    x->row);
		l->text = filled_answers_text(answers, l->question, x->row);
		l->shown = filled_answers_show(cx, x->question, l->text);
		l->points = points(cx, x);
	}
	return list;
}

const char *
filled_keep_sum(struct arena *a, const char *number, int64_t form,
    const char *code, int64_t type_version, const struct filled_edition *x)
{
	struct digest *d = digest_new(a);
	unsigned char sum[DIGEST_SIZE];
	const struct filled_line *l;

	digest_text(d, "dossier form 1");
	digest_text(d, number);
	digest_number(d, form);
	digest_text(d, code);
	digest_number(d, type_version);
	digest_number(d, x->no);
	digest_text(d, x->reason);
	digest_text(d, x->lang);
	digest_text(d, x->title);
	for (l = x->lines; l != NULL; l = l->next) {
		digest_text(d, l->section);
		digest_text(d, l->question);
		digest_number(d, l->no);
		digest_text(d, l->label);
		digest_text(d, l->text);
		digest_text(d, l->shown);
		digest_text(d, l->points);
	}
	digest_text(d, x->score);
	digest_text(d, x->band);
	digest_end(d, sum);
	return digest_hex(a, sum, sizeof(sum));
}

struct filled_edition *
filled_keep(struct ctx *cx, const struct dossier *d, const struct filled *f,
    const struct casetype *type, const struct form_model *m,
    const struct value *answers, const struct questions_result *r,
    int64_t edition, const char *reason)
{
	struct filled_edition *x = arena_alloc(cx->arena, sizeof(*x));

	x->no = edition;
	x->made = cx->now;
	x->made_by = cx->viewer;
	x->reason = reason;
	x->lang = cx->lang;
	x->title = message_label(&m->form->label, cx->lang);
	x->score = filled_answers_score(cx, r);
	x->band = r->band == NULL ? "" :
	    message_label(&r->band->label, cx->lang);
	x->lines = lines(cx, r, answers);
	x->sha256 = filled_keep_sum(cx->arena, d->number, f->no, f->code,
	    type->version, x);
	return x;
}
