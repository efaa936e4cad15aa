/* SPDX-License-Identifier: MIT */
/* What both forms of intake offer. */
#include "intake.h"

#include "base/config.h"
#include "domain/spine/medium.h"
#include "text/message.h"

void
choice_lists_show(struct request *rq)
{
	const struct config *conf = rq->cx.conf;
	struct view *v;
	size_t i;

	for (i = 0; medium_codes[i] != NULL; i++) {
		view_option(rq->view, "mediums", medium_codes[i],
		    medium_word(medium_codes[i]));
	}
	for (i = 0; message_languages[i] != NULL; i++) {
		v = view_item(rq->view, "languages");
		view_text(v, "code", message_languages[i]);
		view_text(v, "name", message_names[i]);
	}
	view_int(rq->view, "most_files", conf->files);
	view_int(rq->view, "most_bytes", (int64_t)conf->file_bytes);
	view_int(rq->view, "most_mb",
	    (int64_t)(conf->file_bytes / 1024 / 1024));
}
