/* SPDX-License-Identifier: MIT */
#ifndef TESTS_WORLDS_MODEL_PUT_H
#define TESTS_WORLDS_MODEL_PUT_H

#include "model.h"
#include "store/db.h"
#include "unit/world.h"

/* What makes a world, in its order; model_world() is the whole of it. */
#define run(sql, ...) must(db_run(&cx, "" sql, __VA_ARGS__))

void	 model_case_draw(struct model_dossier *, int i);
void	 model_case_put(struct model_dossier *, int i);
void	 model_matter_put(const struct model_dossier *, int i);
void	 model_matter_check(struct model_check *, int i);
void	 model_log_act(struct model_dossier *, int i);
void	 model_log_parts(struct model_dossier *, int i);
void	 model_log_link(const struct model_dossier *, int i);
void	 model_rights(struct model_viewer *);
void	 model_rights_wall(struct model_wall *, int i);
void	 model_rights_glass(int i);
void	 model_rights_absence(void);
/* Everybody has said for each case of a compartment what they read it for. */
void	 model_rights_purpose(void);
void	 model_rights_share(struct model_dossier *, int i);

#endif
