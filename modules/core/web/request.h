/* SPDX-License-Identifier: MIT */
#ifndef WEB_REQUEST_H
#define WEB_REQUEST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/ctx.h"
#include "model/right.h"
#include "web/form.h"

struct view;
struct reply;
struct session;

enum method { GET = 1, POST };

/*
 * One page. {number} in a path is a dossier's number, {no} a thing's number
 * in its dossier; any other {word} is a name of letters, digits, - and _.
 */
struct route {
	enum method method;
	const char *path;
	enum right right;		/* none: the route is shut */
	enum level level;		/* needed on the dossier, else 0 */
	const struct field *form;	/* NULL: takes no field */
	enum err (*handler)(struct request *);
	/* runs before the transaction, of a GET too: LDAP, password
	 * hashes, anything slow */
	enum err (*before)(struct request *);
	/* GET handler that shows the form again after a refused POST */
	enum err (*again)(struct request *);
	size_t files;			/* bytes of uploads taken, 0 none */
	bool no_session;		/* the sign-in page itself */
};

struct request {
	struct ctx cx;
	enum method method;
	const char *path;		/* decoded, without prefix */
	const char *number;		/* {number}, "" if none */
	int64_t no;			/* {no}, 0 if none */
	enum level level;		/* the route's */
	const struct route *route;
	struct view *view;		/* the page's; "page" is the frame's */
	void *found;		/* what .before leaves to the handler */
	/* what the rooms of web keep of it */
	struct session *session;	/* NULL: nobody */
	struct form *form;
	struct reply *reply;
	struct request_state *state;
};

const char *request_part(const struct request *, const char *name); /* {name} */
const char *request_address(const struct request *); /* path?query */
/* The address with one more value in its query; "" adds nothing. */
const char *request_query(struct request *, const char *address,
	    const char *name, const char *value);
const char *request_peer(const struct request *); /* browser */

#endif
