/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_CASETYPE_INSTALL_H
#define DOMAIN_CASETYPE_INSTALL_H

#include "base/ctx.h"
#include "model/casetype.h"

/* Installs DIR/type.xml and the DMN files beside it as a new version; the
 * same bytes again do nothing. Refuses with every fault: file, line,
 * sentence. */
enum err casetype_install(struct ctx *, const char *dir,
	    const struct casetype **out);
/* The same faults, and nothing is written. */
enum err casetype_install_check(struct ctx *, const char *dir,
	    const struct casetype **out);

/*
 * The next version of a type: its newest one with one file put in place of
 * the one that is called so, or beside the others. Checked and told of as
 * casetype_install() does; the reason may be "". With out NULL nothing is
 * written. ERR_INVALID with each fault on a line.
 */
enum err casetype_install_form(struct ctx *, const char *code,
	    const char *file, const char *source, const char *reason,
	    const struct casetype **out);
/* The path of a grammar where there is no folder beside it. */
const char *casetype_install_schema(struct ctx *, const char *name);

#endif
