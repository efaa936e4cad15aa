/* SPDX-License-Identifier: MIT */
/* Running the operations of a template. */
#include "web/template_run.h"

#include <string.h>

#include "web/template_value.h"

struct run {
	struct ctx *cx;
	struct buf *out;
	const struct template_form *form;
	const char *path;	/* before addresses of ours */
	const struct view *slot[TEMPLATE_SLOTS];
	/* the field under way */
	const char *value;	/* NULL: neither typed nor started */
	const char *error;	/* of d:error */
	struct buf name, other;	/* made of pieces; memory is kept */
};

static const struct view_value *
value_of(const struct run *r, const struct ref *ref, struct view_value *room)
{
	static const struct view_value absent;
	const struct view *v = r->slot[ref->slot];
	const struct view_value *found;
	unsigned int i;

	if (v == NULL)
		return &absent;
	if (ref->n == 1)
		return view_find(v, ref->steps->name, ref->steps->len,
		    ref->steps->hash);
	if (ref->n == 0) {
		*room = (struct view_value){ .kind = VIEW_PART };
		return room;
	}
	for (i = 0;; i++) {
		found = view_find(v, ref->steps[i].name, ref->steps[i].len,
		    ref->steps[i].hash);
		if (i + 1 == ref->n)
			return found;
		if (found->kind != VIEW_PART)
			return &absent;
		v = found->first;
	}
}

static bool
fulfils(const struct run *r, const struct view_value *v, const struct cond *c)
{
	bool yes;

	if (c->word == NULL)
		yes = view_true(v);
	else if (v->kind == VIEW_TEXT)
		yes = *v->text == *c->word && strcmp(v->text, c->word) == 0;
	else if (v->kind == VIEW_INT) {
		struct buf b = { 0 };

		template_value_plain(&b, r->cx, v, FORMAT_KIND);
		yes = strcmp(b.data, c->word) == 0;
		buf_free(&b);
	} else {
		yes = false;
	}
	return yes != c->negated;
}

static bool
holds(const struct run *r, const struct cond *c)
{
	struct view_value room;

	return fulfils(r, value_of(r, &c->ref, &room), c);
}

/* Alternatives ask one value, each for a word of its own: it is looked up
 * once. Gives the operation to go on with. */
static size_t
choose(const struct run *r, const struct ops *ops, size_t at)
{
	const struct op *op = &ops->op[at];
	const struct ref asked = op->cond->ref;
	struct view_value room;
	const struct view_value *v = value_of(r, &op->cond->ref, &room);

	do {
		if (fulfils(r, v, op->cond))
			return at + 1;
		at = op->jump;
		op = &ops->op[at];
	} while (at < ops->n && op->code == OP_UNLESS &&
	    op->cond->ref.steps == asked.steps && asked.steps != NULL &&
	    op->cond->ref.slot == asked.slot);
	return at;
}

static bool
is_empty(const struct view_value *v)
{
	return v->kind == VIEW_ABSENT || (v->kind == VIEW_TEXT &&
	    *v->text == '\0') || (v->kind == VIEW_FLAG && v->number == 0);
}

/* Bytes as they are compared and sent: not escaped. */
static const char *
joined(struct run *r, struct buf *to, const struct pieces *p)
{
	struct view_value room;
	const struct view_value *v;
	struct buf number = { 0 };
	size_t i;

	buf_reset(to);
	buf_add(to, "", 0);
	for (i = 0; i < p->n; i++) {
		if (p->p[i].text != NULL) {
			buf_text(to, p->p[i].text);
			continue;
		}
		v = value_of(r, &p->p[i].ref, &room);
		if (v->kind == VIEW_TEXT) {
			buf_text(to, v->text);
			continue;
		}
		template_value_plain(&number, r->cx, v, p->p[i].format);
		if (number.data != NULL)
			buf_text(to, number.data);
		buf_reset(&number);
	}
	buf_free(&number);
	return to->data;
}

static void
attribute(struct run *r, const char *name, const char *value)
{
	buf_char(r->out, ' ');
	buf_text(r->out, name);
	buf_text(r->out, "=\"");
	template_value_escape(r->out, value);
	buf_char(r->out, '"');
}

static const char *
mistake_of(const struct run *r, const char *field)
{
	return r->form == NULL || r->form->mistake == NULL ? NULL :
	    r->form->mistake(r->form->request, field);
}

/* name, id and what ties the field to its help and its mistake. */
static void
field(struct run *r, const struct op *op)
{
	const char *name = joined(r, &r->name, op->pieces), *mistake;

	r->value = r->form == NULL || r->form->value == NULL ? NULL :
	    r->form->value(r->form->request, name);
	mistake = mistake_of(r, name);
	if (op->code == OP_FIELD)
		attribute(r, "name", name);
	buf_text(r->out, " id=\"");
	template_value_escape(r->out, name);
	if (op->second != NULL) {
		buf_char(r->out, '-');
		template_value_escape(r->out,
		    joined(r, &r->other, op->second));
	}
	buf_char(r->out, '"');
	if (mistake != NULL && op->code == OP_FIELD)
		buf_text(r->out, " aria-invalid=\"true\"");
	if (mistake == NULL && op->text == NULL)
		return;
	buf_text(r->out, " aria-describedby=\"");
	if (op->text != NULL)
		template_value_escape(r->out, op->text);
	if (mistake != NULL) {
		if (op->text != NULL)
			buf_char(r->out, ' ');
		template_value_escape(r->out, name);
		buf_text(r->out, "-error");
	}
	buf_char(r->out, '"');
}

/* What was typed or started says whether it is ticked, else the template. */
static void
ticked(struct run *r, const struct op *op)
{
	bool yes;

	if (r->value != NULL)
		yes = strcmp(r->value, joined(r, &r->other, op->pieces)) == 0;
	else if (op->cond != NULL)
		yes = holds(r, op->cond);
	else
		yes = op->flag;
	if (yes) {
		buf_char(r->out, ' ');
		buf_text(r->out, op->text);
	}
}

static void
tokens(struct run *r)
{
	const struct template_form *f = r->form;

	if (f == NULL)
		return;
	if (f->csrf != NULL) {
		buf_text(r->out, "<input type=\"hidden\" name=\"csrf\"");
		attribute(r, "value", f->csrf);
		buf_char(r->out, '>');
	}
	if (f->form_key != NULL) {
		buf_text(r->out, "<input type=\"hidden\" name=\"form_key\"");
		attribute(r, "value", f->form_key);
		buf_char(r->out, '>');
	}
}

static void
class(struct run *r, const struct op *op)
{
	const char *before = " class=\"";
	struct view_value room;
	const struct view_value *v;
	size_t i;

	if (op->text != NULL && *op->text != '\0') {
		buf_text(r->out, before);
		template_value_escape(r->out, op->text);
		before = " ";
	}
	for (i = 0; i < op->len; i++) {
		if (op->list[i].word != NULL) {
			if (!holds(r, &op->list[i].cond))
				continue;
			buf_text(r->out, before);
			buf_text(r->out, op->list[i].word);
		} else {
			v = value_of(r, &op->list[i].cond.ref, &room);
			if (is_empty(v))
				continue;
			buf_text(r->out, before);
			template_value_word(r->out, v);
		}
		before = " ";
	}
	if (*before == ' ' && before[1] == '\0')
		buf_char(r->out, '"');
}

/* A value where it stands. */
static void
write_value(struct run *r, const struct op *op)
{
	struct view_value room;
	const struct view_value *v = value_of(r, &op->ref, &room);
	size_t before = r->out->len;

	switch (op->code) {
	case OP_TEXT:
		if (!template_value_shown(r->out, r->cx, v, op->format) &&
		    op->flag)
			buf_text(r->out, "–");
		break;
	case OP_WORD:
		template_value_shown(r->out, r->cx, v, op->format);
		break;
	case OP_ATTR:
		template_value_plain(r->out, r->cx, v, op->format);
		break;
	case OP_ADDRESS:
		template_value_address(r->out, v, r->path);
		break;
	case OP_PART:
		template_value_part(r->out, r->cx, v, op->format);
		break;
	default:	/* OP_DATETIME */
		buf_text(r->out, " datetime=\"");
		if (template_value_datetime(r->out, r->cx, v))
			buf_char(r->out, '"');
		else
			r->out->data[r->out->len = before] = '\0';
	}
}

/* An operation that may go elsewhere: where to. */
static size_t
decide(struct run *r, const struct op *op, size_t next)
{
	struct view_value room;
	const struct view_value *v;

	switch (op->code) {
	case OP_ABSENT:
		return is_empty(value_of(r, &op->ref, &room)) ? op->jump :
		    next;
	case OP_PLURAL:
		v = value_of(r, &op->ref, &room);
		return v->number == 1 || v->number == -1 ||
		    (op->flag && v->number == 0) ? next : op->jump;
	case OP_EACH:
		v = value_of(r, &op->ref, &room);
		if (v->kind != VIEW_LIST || v->first == NULL)
			return op->jump;
		r->slot[op->slot] = v->first;
		return next;
	case OP_NEXT:
		r->slot[op->slot] = view_next(r->slot[op->slot]);
		return r->slot[op->slot] == NULL ? next : op->jump;
	case OP_ERROR:
		r->error = mistake_of(r, joined(r, &r->name, op->pieces));
		return r->error == NULL ? op->jump : next;
	default:
		return op->jump;
	}
}

/* What the field holds, as a value or as content; false: nothing known. */
static bool
typed(struct run *r, const struct op *op)
{
	if (r->value == NULL)
		return false;
	if (op->code == OP_VALUE)
		attribute(r, "value", r->value);
	else
		template_value_escape(r->out, r->value);
	return true;
}

static void
walk(struct run *r, const struct ops *ops)
{
	const struct op *op;
	size_t i = 0;

	while (i < ops->n) {
		op = &ops->op[i++];
		switch (op->code) {
		case OP_RAW:
			buf_add(r->out, op->text, op->len);
			break;
		case OP_TEXT:
		case OP_ATTR:
		case OP_WORD:
		case OP_ADDRESS:
		case OP_PART:
		case OP_DATETIME:
			write_value(r, op);
			break;
		case OP_UNLESS:
			i = choose(r, ops, i - 1);
			break;
		case OP_CLASS:
			class(r, op);
			break;
		case OP_TOKENS:
			tokens(r);
			break;
		case OP_FIELD:
		case OP_FIELDSET:
			field(r, op);
			break;
		case OP_VALUE:
		case OP_CONTENT:
			if (typed(r, op))
				i = op->jump;
			break;
		case OP_TICKED:
			ticked(r, op);
			break;
		case OP_ERROR_TEXT:
			template_value_escape(r->out,
			    r->error == NULL ? "" : r->error);
			break;
		default:
			i = decide(r, op, i);
		}
	}
}

static const char *
label_of(const struct ops *ops, const struct mistake *m)
{
	const struct op_label *label;

	if (m->label != NULL)
		return m->label;
	for (label = ops->labels; label != NULL; label = label->next)
		if (strcmp(label->field, m->field) == 0)
			return label->text;
	return NULL;
}

/* "form": the mistakes of a refused POST, for the list at the top. */
static const struct view *
form_view(struct ctx *cx, const struct ops *ops,
    const struct template_form *form)
{
	struct view *v = view_new(cx->arena), *item;
	const struct mistake *m;

	for (m = cx->mistakes; m != NULL; m = m->next) {
		item = view_item(v, "mistakes");
		view_text(item, "id", m->field);
		view_text(item, "label", label_of(ops, m));
		view_text(item, "text", m->text);
	}
	if (cx->mistakes == NULL && form != NULL)
		view_text(v, "why", form->why);
	return v;
}

void
template_run(const struct ops *ops, struct ctx *cx, const struct view *view,
    const struct template_form *form, struct buf *out)
{
	struct run r = { .cx = cx, .out = out, .form = form,
	    .path = ops->path };

	r.slot[0] = view;
	r.slot[1] = form_view(cx, ops, form);
	walk(&r, ops);
	buf_free(&r.name);
	buf_free(&r.other);
}
