/* SPDX-License-Identifier: MIT */
#ifndef MEDICAL_NOTES_H
#define MEDICAL_NOTES_H

#include "domain/dossier/sealed.h"
#include "medical/medical.h"

/* Notes of a patient: read, written, signed. */
#define NOTES PATIENT "/notes"
#define NOTE_DRAFT NOTES "/drafts/{no}"

extern const struct field notes_form[], note_new_form[], note_add_form[],
    note_write_form[], note_sign_form[], note_countersign_form[];

enum err get_notes(struct request *);
enum err get_notes_print(struct request *);
enum err get_notes_mine(struct request *);
enum err get_note(struct request *);
enum err post_note_countersign(struct request *);
enum err get_note_new(struct request *);
enum err post_note_begin(struct request *);
enum err get_note_draft(struct request *);
enum err post_note_write(struct request *);
enum err get_note_sign(struct request *);
enum err post_note_sign(struct request *);
enum err post_note_drop(struct request *);

/* One, with its signatures and addenda, as an item or a part. */
void	 notes_show(struct request *, struct view *, const struct sealed *);
/* The section of the summary. */
enum err notes_section(struct request *, const struct dossier *);

#endif
