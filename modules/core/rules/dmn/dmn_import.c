/* SPDX-License-Identifier: MIT */
/* Models that import one another (6.3.3): those that are needed, each once. */
#include "rules/dmn/dmn_build.h"

struct dmn_unit *
dmn_import_unit(const struct dmn *dmn, const char *namespace)
{
	struct dmn_unit *u;

	for (u = dmn->units; u != NULL; u = u->next)
		if (strcmp(u->said->namespace, namespace) == 0)
			return u;
	return NULL;
}

static struct dmn_unit *
unit_add(struct dmn_build *b, const struct dmn_model *m)
{
	struct dmn_unit **end, *u = arena_alloc(b->arena, sizeof(*u));

	u->said = m;
	for (end = &b->dmn->units; *end != NULL; end = &(*end)->next)
		;
	*end = u;
	return u;
}

/* An import may also be of XML Schema or PMML (6.3.3). */
static void
unit_missed(struct dmn_build *b, const struct dmn_import *i)
{
	if (*i->type != '\0' && strstr(i->type, "/DMN/") == NULL)
		dmn_build_fault(b, i->line, true, "“%s” is not a model of"
		    " decisions: it is not read.", i->name);
	else
		dmn_build_fault(b, i->line, false, "The model “%s” that is"
		    " imported as “%s” is not there.", i->namespace, i->name);
}

static void
unit_link(struct dmn_build *b, struct dmn_unit *u,
    const struct dmn_model *others)
{
	const struct dmn_import *i;
	const struct dmn_model *m;
	struct dmn_unit *to;
	size_t n = 0;

	for (i = u->said->imports; i != NULL; i = i->next)
		n++;
	u->links = arena_array(b->arena, n, sizeof(*u->links));
	b->unit = u;
	for (i = u->said->imports; i != NULL; i = i->next) {
		if (u->n_links == DMN_IMPORTS) {
			dmn_build_fault(b, i->line, false, "A model may import"
			    " at most %d others.", DMN_IMPORTS);
			break;
		}
		if ((to = dmn_import_unit(b->dmn, i->namespace)) == NULL) {
			for (m = others; m != NULL; m = m->next)
				if (strcmp(m->namespace, i->namespace) == 0)
					break;
			if (m != NULL)
				to = unit_add(b, m);
		}
		if (to == NULL) {
			unit_missed(b, i);
			continue;
		}
		u->links[u->n_links].said = i;
		u->links[u->n_links++].unit = to;
	}
}

void
dmn_import_units(struct dmn_build *b, const struct dmn_model *main,
    const struct dmn_model *others)
{
	struct dmn_unit *u;

	for (u = unit_add(b, main); u != NULL; u = u->next)
		unit_link(b, u, others);
}
