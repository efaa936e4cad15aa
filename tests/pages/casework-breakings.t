# SPDX-License-Identifier: MIT
# Emergency access after it was opened: the banner, what the lead and the
# auditors see of it, the review. How it opens: signon-directory.t.
. "$(dirname "$0")/harness.sh"
D=/dossiers/C-2026-10000061

as tom
get $D
status 404
has 'href="/signon/break-glass"'
get /dossiers/C-2026-99999999
status 404
has 'href="/signon/break-glass"'
sql_write "INSERT INTO viewer_grant (viewer, dossier, level, until, glass)
    SELECT f.person, d.id, 2, $clock + 3600, 1 FROM staff f, dossier d
     WHERE f.login = 'tom' AND d.number = 'C-2026-10000061'" > /dev/null
sql_write "INSERT INTO glass (number, dossier, person, reason, words, opened,
    until, due)
    SELECT 'E-48392070', d.id, f.person, 'danger', 'The hospital <called>.',
	$clock, $clock + 3600, $clock + 86400 FROM staff f, dossier d
     WHERE f.login = 'tom' AND d.number = 'C-2026-10000061'" > /dev/null
get $D
status 200
has 'You read this case in an emergency'
has '60 minutes are left.'
get $D/history
has 'You read this case in an emergency'
sql_write "INSERT INTO form (dossier, no, code, type, title, state, since,
    begun, saved, edition) SELECT d.id, 90, 'gone', d.type, 'Ward sheet',
	'complete', 1, 1, 1, 1 FROM dossier d
     WHERE d.number = 'C-2026-10000061'" > /dev/null
sql_write "INSERT INTO form_edition (form, no, made, lang, title, score, band,
    sha256) SELECT f.id, 1, 1, 'en', f.title, '', '', '' FROM form f
     WHERE f.no = 90" > /dev/null
get $D/forms/90/sheet
status 200
get /
hasnt 'You read this case in an emergency'
get $D/note
status 403
get /break-glass
status 403
as ben
get $D
hasnt 'You read this case in an emergency'

as mia
get /
has 'The hospital &lt;called&gt;.'
has "$D/looks"
get $D/looks
has 'Page read: The case'
has 'Form “Ward sheet” printed'
has 'Emergency access'

as zoe
get /
has 'href="/break-glass"'
get /break-glass
status 200
has 'E-48392070'
get /break-glass/E-48392070
status 200
has 'The hospital &lt;called&gt;.'
has 'Page read: History'
has 'Page read: Forms'
hasnt 'Ward sheet'
post /break-glass/E-48392070 finding=justified remark=
status 422
post /break-glass/E-48392070 remark='It was so.'
status 422
has 'It was so.'
post /break-glass/E-48392070 finding=unjustified remark='He was curious.'
status 303
get /break-glass
has 'Nothing is to be reviewed.'
get '/break-glass?list=done'
has 'Not justified'
get /break-glass/E-48392070
has 'He was curious.'
hasnt 'name="finding"'
get /break-glass/E-00000000
status 404
as mia
get /
has 'The hospital &lt;called&gt;.'
has 'Not justified'
has 'He was curious.'
get $D/history
has 'found not justified'
later 3600
as tom
get $D
status 404
as mia
get $D
status 200
later $((8 * 86400))
as mia
get /
hasnt 'The hospital'
