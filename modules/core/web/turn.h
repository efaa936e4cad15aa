/* SPDX-License-Identifier: MIT */
#ifndef WEB_TURN_H
#define WEB_TURN_H

#include "base/buf.h"
#include "domain/people/visit.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/session.h"
#include "web/template.h"
#include "web/view.h"

/*
 * One request from its first byte to its last, and what the files of this
 * room keep of it for each other. Programs do not include this.
 */
struct wire {			/* the request as the web server gave it */
	char *const *params;	/* NAME=value, NULL after the last */
	/* Reads up to n bytes of the body; 0 at its end or on an error. */
	size_t (*read)(struct wire *, void *, size_t n);
	void *handle;
};

struct house {			/* what the process has for all requests */
	const char *program;	/* "casework" */
	const struct route *routes;
	const struct config *conf;
	struct templates *templates;
	struct db *db;		/* of this worker; NULL: not open yet */
	bool outdated;		/* as the store has another schema */
};

struct request_state {
	const struct house *house;
	struct wire *wire;
	const char *query;	/* as it came, "" none */
	const char *media;	/* of the body, lower case; "" none */
	const char *boundary;	/* of a multipart body */
	size_t length, left;	/* of the body: announced, not yet read */
	bool head;		/* HEAD: a GET without its body */
	bool proven;		/* the browser says: from one of our pages */
	struct visit visit;	/* .person: also of a session that ended */
	bool stale;		/* its use is to be remembered */
	const char *token;	/* the cookie's, "" none */
	const char *made;	/* a file of this reply's own, else NULL */
	int made_fd;
	size_t parts;
	const char *part_name[4], *part_text[4];
};

struct typed {			/* one field as it came */
	const char *name, *text;
	const struct field *field;	/* NULL until the gate looked */
	int64_t number;			/* of an int, flag or moment */
};

struct held {			/* see upload_hold.c */
	struct held *next;
	const char *token;
};

struct form {
	struct typed *typed;
	size_t n, cap;
	size_t bytes;		/* of all names and texts */
	struct upload *uploads, **tail;
	size_t files;		/* also those that were not kept */
	struct typed *start;	/* what the page begins with */
	size_t starts, starts_cap;
	bool sent;		/* a POST: what is absent was left empty */
	struct held *held;	/* files that waited for this form */
	bool hold;		/* it is shown again: its files wait */
	bool whole;		/* all was read, but the files not kept */
	const char *csrf, *key;	/* hidden fields of ours, or NULL */
};

struct reply {
	int status;
	bool done;		/* a handler gave its answer */
	enum err again;		/* commit, then the form with this refusal */
	struct buf *head, *body;	/* the process's, emptied each time */
	const char *location;	/* of a redirect, else NULL */
	const char *notice;	/* for the next page, else NULL */
	const char *undo;	/* the act that it offers to undo, or NULL */
	bool notice_shown;	/* the cookie's was shown */
	const char *cookie;	/* the session's Set-Cookie line, else NULL */
	const char *file;	/* bytes to be streamed, else NULL */
	size_t file_size;
};

/* request.c: ERR_REQUEST or ERR_LARGE for what nobody's browser sends. */
enum err request_take(struct request *, struct wire *);
/* The route: ERR_MISSING, or ERR_METHOD with *allow set. */
enum err request_route(struct request *, const char **allow);
/* Reads the body: exactly what was announced, or ERR_REQUEST. */
enum err request_body(struct request *, void *, size_t n, size_t *got);
const char *request_param(const struct request *, const char *name); /* "" */
const char *request_cookie(const struct request *, const char *name); /* "" */

/* form.c */
enum err form_read(struct request *, bool keep_files);	/* query or body */
enum err form_add(struct request *, char *name, size_t namelen,
	    char *text, size_t textlen);
const struct field *form_field(const struct request *, const char *name);
enum err form_check(struct request *);	/* against the route's table */
void	 form_content(const struct request *, unsigned char out[DIGEST_SIZE]);
const char *form_value(void *request, const char *name);   /* templates */
const char *form_mistake(void *request, const char *name);
bool	 form_decode(char *s, size_t *len, bool plus);	/* %xx, in place */

/* upload_read.c: multipart/form-data */
enum err upload_read(struct request *, bool keep_files);

/* upload.c, upload_hold.c, upload_type.c: its files */
void	 upload_forget(struct request *);	/* deletes the rest */
void	 upload_sweep(const struct config *);	/* and of ended processes */
const char *upload_path(struct request *, const char *file);
void	 upload_hold_show(struct request *);	/* "held": a form again */
enum err upload_hold_take(struct request *);	/* of the form sent before */
enum err upload_hold_check(struct request *);	/* are they still there? */
bool	 upload_charset_ok(const char *type);	/* UTF-8, or not said */
const char *upload_type(const char *name, const unsigned char *, size_t);
char	*upload_name(struct arena *, const char *given);

/* session.c */
void	 session_cookie(struct request *);	/* reads it: visit.hash */
void	 session_entered(struct request *);	/* from the visit */
const char *session_seal(struct arena *, const char *what, const void *,
	    size_t);				/* HMAC as a token */

/* session_remote.c: ends a session whose REMOTE_USER is somebody else now */
enum err session_remote_check(struct request *);

/* gate.c: the checks before a handler, in their order. */
enum err gate_right(struct request *);
enum err gate_token(struct request *);
const char *gate_address(const struct request *);	/* to come back to */
void	 gate_page(struct request *);		/* the frame's part "page" */

/* reply_stream.c */
void	 reply_stream_forget(struct request *);	/* deletes its file */

/* reply.c */
void	 reply_attachment(struct request *, const char *media_type,
	    const char *name);
void	 reply_start(struct request *);		/* forgets what was answered */
void	 reply_headers(struct request *);	/* into head, before sending */
void	 reply_notice_show(struct request *, struct view *page);
const char *reply_notice_pack(const struct request *);
void	 reply_notice_unpack(struct request *, const char *);

/* turn.c: answers; afterwards rq->reply can be sent. */
void	 turn_run(struct request *, struct wire *, const struct house *);
void	 turn_end(struct request *);		/* after it was sent */

#endif
