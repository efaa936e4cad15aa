/* SPDX-License-Identifier: MIT */
#ifndef LEGAL_DOCKETS_H
#define LEGAL_DOCKETS_H

#include "legal/legal.h"
#include "model/docket.h"

/* dockets.c */
extern const struct field docket_form[], docket_print_form[];
enum err get_docket(struct request *);
enum err get_docket_print(struct request *);
/* Opens matter and proceeding of the address, and shows the latter as
 * "proceeding". */
enum err dockets_open(struct request *, struct dossier **,
	    struct proceeding **out);
/* The same without showing anything, for what changes it. */
enum err dockets_reach(struct request *, struct dossier **,
	    struct proceeding **out);
void	 dockets_show_entry(struct request *, struct view *,
	    const struct dossier *, const struct docket_entry *);

/* docket_entries.c */
extern const struct field docket_new_form[], docket_change_form[];
extern const struct field docket_files_form[], docket_strike_form[];
enum err get_docket_new(struct request *);
enum err post_docket_add(struct request *);
enum err get_docket_entry(struct request *);
enum err post_docket_files_add(struct request *);
enum err get_docket_change(struct request *);
enum err post_docket_change(struct request *);
enum err post_docket_strike(struct request *);
/* Matter, proceeding and entry of the address, as dockets_open() and
 * dockets_reach() do. */
enum err docket_entries_open(struct request *, struct dossier **,
	    struct proceeding **, struct docket_entry **out);
enum err docket_entries_reach(struct request *, struct dossier **,
	    struct proceeding **, struct docket_entry **out);
enum err docket_entries_back(struct request *, const struct docket_entry *);

/* docket_papers.c */
extern const struct field docket_choose_form[], docket_attach_form[];
extern const struct field docket_detach_form[];
enum err get_docket_choose(struct request *);
enum err post_docket_attach(struct request *);
enum err post_docket_detach(struct request *);

#endif
