/* SPDX-License-Identifier: MIT */
#ifndef CASEWORK_PAGES_LISTS_H
#define CASEWORK_PAGES_LISTS_H

#include "casework/casework.h"

/* What a day begins with: one's work, queues, views, labels, finding. */

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

/* undoing.c */
extern const struct field undo_form[];
enum err get_undo(struct request *);
enum err get_undo_act(struct request *);
enum err post_undo_act(struct request *);

/* keys.c */
extern const struct field keys_form[];
enum err get_keys(struct request *);
enum err post_keys_switch(struct request *);

/* notices.c */
extern const struct field notices_form[], follow_form[];
enum err get_notices(struct request *);
enum err post_notices_see(struct request *);
enum err post_dossier_follow(struct request *);

/* agenda_page.c */
extern const struct field agenda_form[], dossier_agenda_form[];
enum err get_agenda(struct request *);
enum err get_dossier_agenda(struct request *);

/* week_sheet.c */
extern const struct field week_sheet_form[];
enum err get_week_sheet(struct request *);

/* feeds.c */
extern const struct field feed_form[];
enum err get_feed(struct request *);
enum err post_feed_make(struct request *);
enum err post_feed_withdraw(struct request *);
enum err before_feed(struct request *);
enum err get_feed_file(struct request *);

/* find.c */
extern const struct field find_form[];
enum err get_find(struct request *);

#endif
