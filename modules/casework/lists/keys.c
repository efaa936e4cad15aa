/* SPDX-License-Identifier: MIT */
/* The keyboard's shortcuts: what they are, and the switch. */
#include "casework/lists/pages_lists.h"
#include "domain/people/staff.h"
#include "text/message.h"

const struct field keys_form[] = {
	{ "on", FIELD_FLAG },
	{ 0 }
};

enum err
get_keys(struct request *rq)
{
	return reply_page(rq, "casework/keys.html");
}

enum err
post_keys_switch(struct request *rq)
{
	bool on = form_flag(rq, "on");
	enum err e;

	if ((e = staff_shortcuts(&rq->cx, on)) != OK)
		return e;
	reply_notice(rq, on ? _("The shortcuts are on.") :
	    _("The shortcuts are off."));
	return reply_redirect(rq, "/keys");
}
