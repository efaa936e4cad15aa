/* SPDX-License-Identifier: MIT */
#ifndef CASEWORK_PAGES_PAPERS_H
#define CASEWORK_PAGES_PAPERS_H

#include "casework/casework.h"

/* What a case keeps: documents, history, the report. */

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

/* protecting.c */
extern const struct field protect_form[];
enum err get_protect(struct request *);
enum err post_protect_put(struct request *);
/* Where the thing is shown. */
struct compartment_part;
const char *protect_place(struct request *, const struct compartment_part *);

/* exchanging.c */
extern const struct field exchange_form[];
enum err get_exchange(struct request *);
enum err post_exchange_change(struct request *);

/* releasing.c */
extern const struct field part_release_form[], part_release_end_form[];
enum err get_release(struct request *);
enum err post_release_give(struct request *);
enum err post_release_end(struct request *);

/* history.c */
extern const struct field history_form[], history_csv_form[];
enum err get_history(struct request *);
enum err get_history_csv(struct request *);

/* report.c */
extern const struct field report_form[];
enum err get_dossier_report(struct request *);

#endif
