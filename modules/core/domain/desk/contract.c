/* SPDX-License-Identifier: MIT */
/* The register of contracts. */
#include "domain/desk/contract.h"

#include "base/count.h"
#include "domain/dossier/dossier.h"
#include "domain/type/casetype.h"
#include "store/store_contract.h"

static const char *const fields[] = { CONTRACT_FIELDS };

bool
contract_is(const struct casetype *type)
{
	return (type->views & TYPE_VIEW_CONTRACT) != 0;
}

enum err
contract_fill(struct ctx *cx, struct dossier *list, struct contract **parties)
{
	enum err e;

	if ((e = queue_values(cx, list, fields, COUNT(fields))) != OK)
		return e;
	return store_contract_parties(cx, list, parties);
}

enum err
contract_list(struct ctx *cx, const struct queue_filter *f,
    struct queue_page *out, struct contract **parties)
{
	enum err e = queue_list(cx, f, out);

	return e != OK ? e : contract_fill(cx, out->dossiers, parties);
}

const char *
contract_state(struct ctx *cx, const struct dossier *d)
{
	if (d->closed != 0)
		return dossier_outcome(cx, d->type, d->outcome);
	return d->phase[0] == '\0' ? "" :
	    casetype_word(cx, d->type->phases, d->phase);
}

const char *
contract_show(struct ctx *cx, const struct dossier *d, const char *field)
{
	const struct type_field *f = casetype_field(d->type, field);

	return f == NULL ? "" : casetype_show(cx, f, dossier_value(d, field));
}

/* What is guarded never leaves in full; a choice by its word. */
const char *
contract_plain(struct ctx *cx, const struct dossier *d, const char *field,
    const char **currency)
{
	const struct type_field *f = casetype_field(d->type, field);

	*currency = "";
	if (f != NULL && f->kind == VALUE_MONEY && f->class < CLASS_GUARDED)
		return casetype_money(cx, f, dossier_value(d, field),
		    currency);
	return f == NULL ? "" : f->class >= CLASS_GUARDED ||
	    f->kind == VALUE_CHOICE || f->kind == VALUE_PERSON ?
	    contract_show(cx, d, field) : dossier_value(d, field);
}
