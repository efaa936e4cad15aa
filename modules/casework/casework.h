/* SPDX-License-Identifier: MIT */
#ifndef CASEWORK_CASEWORK_H
#define CASEWORK_CASEWORK_H

#include "web/serve.h"

/*
 * The pages of a case manager's day, a file by subject. Each POST changes
 * one thing, says so in a notice and goes back to the page that shows it.
 */
#define REASON_MAX 2000
#define LIST_ROWS 50

/* One required text, named as the domain names it. */
extern const struct field reason_form[], why_form[];

/* mywork.c */
extern const struct field tasks_form[];
enum err get_work(struct request *);
enum err get_tasks(struct request *);

/* queues.c */
extern const struct field queue_form[];
enum err get_queue(struct request *);

/* bulks.c */
extern const struct field bulk_pick_form[], bulk_form[];
enum err get_bulk(struct request *);
enum err post_bulk(struct request *);

/* queue_csv.c */
extern const struct field queue_csv_form[];
enum err get_queue_csv(struct request *);

/* views.c */
extern const struct field view_form[];
enum err get_views(struct request *);
enum err get_view(struct request *);
enum err get_view_new(struct request *);
enum err post_view_new(struct request *);
enum err get_view_change(struct request *);
enum err post_view_change(struct request *);
enum err get_view_delete(struct request *);
enum err post_view_delete(struct request *);

/* labels.c */
extern const struct field labels_form[], label_form[], label_merge_form[];
enum err get_dossier_labels(struct request *);
enum err post_dossier_labels(struct request *);
enum err get_labels(struct request *);
enum err post_labels_add(struct request *);
enum err get_label(struct request *);
enum err post_label_rename(struct request *);
enum err post_label_merge(struct request *);

/* dossiers.c */
extern const struct field note_form[];
extern const struct field dossier_form[];
enum err get_dossier(struct request *);
/* What the page of rq->number shows, with so many entries of its history. */
enum err dossiers_show(struct request *, int entries);
enum err get_dossier_note(struct request *);
enum err post_dossier_note(struct request *);

/* decisions.c */
extern const struct field other_form[];
enum err post_decision(struct request *);
enum err post_decision_confirm(struct request *);
enum err post_decision_override(struct request *);
/* decision_page.c */
enum err get_decision(struct request *);

/* change.c */
extern const struct field change_form[];
enum err get_dossier_change(struct request *);
enum err post_dossier_change(struct request *);

/* phases.c */
extern const struct field move_form[];
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

/* tasks.c */
extern const struct field dossier_tasks_form[];
extern const struct field task_form[];
enum err get_dossier_tasks(struct request *);
enum err get_dossier_tasks_new(struct request *);
enum err post_dossier_tasks_add(struct request *);
enum err get_task(struct request *);

/* task_change.c */
extern const struct field task_change_form[];
enum err get_task_change(struct request *);
enum err post_task_change(struct request *);

/* task_acts.c */
extern const struct field done_form[], release_form[], delegate_form[];
enum err post_task_claim(struct request *);
enum err post_task_done(struct request *);
enum err get_task_release(struct request *);
enum err post_task_release(struct request *);
enum err get_task_delegate(struct request *);
enum err post_task_delegate(struct request *);
enum err get_task_reopen(struct request *);
enum err post_task_reopen(struct request *);

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

/* undoing.c */
extern const struct field undo_form[];
enum err get_undo(struct request *);
enum err get_undo_act(struct request *);
enum err post_undo_act(struct request *);

/* documents.c */
#define DOCUMENT_BYTES ((size_t)256 << 20)	/* of one upload, all files */
extern const struct field documents_list_form[], documents_form[];
extern const struct field document_form[];
enum err get_dossier_documents(struct request *);
enum err post_dossier_documents_add(struct request *);
enum err get_document(struct request *);

/* document_page.c */
extern const struct field document_change_form[], document_version_form[];
enum err get_document_about(struct request *);
enum err post_document_versions_add(struct request *);
enum err get_document_change(struct request *);
enum err post_document_change(struct request *);
enum err get_document_withdraw(struct request *);
enum err post_document_withdraw(struct request *);
enum err get_document_restore(struct request *);
enum err post_document_restore(struct request *);

/* history.c */
extern const struct field history_form[], history_csv_form[];
enum err get_history(struct request *);
enum err get_history_csv(struct request *);

/* grants.c */
extern const struct field restrict_form[], grant_form[];
enum err get_dossier_access(struct request *);
enum err get_dossier_access_restrict(struct request *);
enum err get_dossier_access_grant(struct request *);
enum err get_dossier_access_revoke(struct request *);
enum err post_dossier_access_restrict(struct request *);
enum err post_dossier_access_grant(struct request *);
enum err post_dossier_access_revoke(struct request *);

/* people.c */
extern const struct field people_form[], person_page_form[], person_form[];
enum err get_people(struct request *);
enum err get_person(struct request *);
enum err get_person_new(struct request *);
enum err post_person_new(struct request *);

/* person_change.c */
extern const struct field person_change_form[];
enum err get_person_change(struct request *);
enum err post_person_change(struct request *);

/* person_merging.c */
extern const struct field person_merge_page_form[], person_merge_form[];
enum err get_person_merge(struct request *);
enum err post_person_merge(struct request *);

/* report.c */
extern const struct field report_form[];
enum err get_dossier_report(struct request *);

/* keys.c */
extern const struct field keys_form[];
enum err get_keys(struct request *);
enum err post_keys_switch(struct request *);

/* find.c */
extern const struct field find_form[];
enum err get_find(struct request *);

#endif
