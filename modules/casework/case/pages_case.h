/* SPDX-License-Identifier: MIT */
#ifndef CASEWORK_PAGES_CASE_H
#define CASEWORK_PAGES_CASE_H

#include "casework/casework.h"

/* A case itself: its facts, phases, people, links, decisions, who sees it. */

/* dossiers.c */
extern const struct field note_form[], note_page_form[];
extern const struct field dossier_form[];
enum err get_dossier(struct request *);
/* What the page of rq->number shows, with so many entries of its history. */
enum err dossiers_show(struct request *, int entries);
enum err get_dossier_note(struct request *);
enum err post_dossier_note(struct request *);

/* change.c */
extern const struct field change_form[];
enum err get_dossier_change(struct request *);
enum err post_dossier_change(struct request *);

/* decisions.c */
extern const struct field other_form[];
enum err post_decision(struct request *);
enum err post_decision_confirm(struct request *);
enum err post_decision_override(struct request *);

/* decision_page.c */
enum err get_decision(struct request *);

/* versions.c */
extern const struct field version_look_form[], version_form[];
enum err get_dossier_version(struct request *);
enum err post_dossier_version(struct request *);

/* phases.c */
extern const struct field move_form[], move_to_form[];
enum err get_dossier_move(struct request *);
enum err post_dossier_move(struct request *);
enum err get_dossier_wait(struct request *);
enum err post_dossier_wait(struct request *);
enum err get_dossier_resume(struct request *);
enum err post_dossier_resume(struct request *);
enum err get_dossier_reopen(struct request *);
enum err post_dossier_reopen(struct request *);

/* closing.c */
extern const struct field close_form[], hand_over_form[];
enum err get_dossier_close(struct request *);
enum err post_dossier_close(struct request *);
enum err get_dossier_hand_over(struct request *);
enum err post_dossier_hand_over(struct request *);

/* parties.c */
extern const struct field party_find_form[], party_form[], party_new_form[];
enum err get_dossier_people(struct request *);
enum err post_dossier_people_add(struct request *);
enum err get_dossier_people_new(struct request *);
enum err post_dossier_people_new(struct request *);
enum err get_dossier_people_end(struct request *);
enum err post_dossier_people_end(struct request *);

/* links.c */
struct dossier;
extern const struct field links_find_form[], links_form[];
/* Each other case once, as "linked"; what became of it as "merged_into". */
enum err links_show(struct request *, const struct dossier *);
enum err get_dossier_links(struct request *);
enum err post_dossier_links_add(struct request *);
enum err get_dossier_links_end(struct request *);
enum err post_dossier_links_end(struct request *);

/* merging.c */
extern const struct field merge_find_form[], merge_form[];
enum err get_dossier_merge(struct request *);
enum err post_dossier_merge(struct request *);

/* splitting.c */
extern const struct field split_form[];
enum err get_dossier_split(struct request *);
enum err post_dossier_split(struct request *);

/* grants.c */
extern const struct field circle_form[];
enum err get_dossier_access_compartment(struct request *);
enum err post_dossier_access_compartment(struct request *);
extern const struct field restrict_form[], grant_form[];
enum err get_dossier_access(struct request *);
enum err get_dossier_access_restrict(struct request *);
enum err get_dossier_access_grant(struct request *);
enum err get_dossier_access_revoke(struct request *);
enum err post_dossier_access_restrict(struct request *);
enum err post_dossier_access_grant(struct request *);
enum err post_dossier_access_revoke(struct request *);

/* unmasking.c */
enum err get_unmasking(struct request *);
enum err post_unmasking_open(struct request *);

/* looks.c */
extern const struct field looks_form[], looks_csv_form[];
enum err get_looks(struct request *);
enum err get_looks_csv(struct request *);

#endif
