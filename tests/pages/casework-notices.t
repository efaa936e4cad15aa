# SPDX-License-Identifier: MIT
# Notices: followed cases, mentions, the list, how one is told by mail.
serve_more='[mail]
from = office@example.org'
. "$(dirname "$0")/harness.sh"
D=/dossiers/C-2026-10000061

as sue
get /notices
status 200
has 'Nobody has told you anything'
get $D
has '>Follow<'
post $D/follow follow=yes
status 303
follow
has 'Stop following'
as ben
post $D/note text='Ask @tom for the plan.'
status 422
has 'Tom Rossi may not see this case'
has 'Ask @tom for the plan.'
post $D/note text='Please look, @mia.'
status 303
post $D/follow follow=
status 422
as tom
post $D/follow follow=yes
status 404
as sue
get /
has '1 new'
get /notices
has 'A case that you follow was changed'
post /notices/read
status 303
get /notices
hasnt ' new</span>'
has 'A case that you follow was changed'
post $D/follow follow=no
status 303
sql_write "INSERT INTO outbox (person, dossier, queued, due, kind)
    SELECT s.person, d.id, 1, 1, 'change' FROM staff s, dossier d,
      (SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3) a,
      (SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3) b
    WHERE s.login = 'sue' AND d.number = '${D##*/}'"
get /notices
has '>9 new<'
post $D/note text=
status 422
has '>9 new<'
sql_write "INSERT INTO outbox (person, dossier, queued, due, kind)
    SELECT s.person, d.id, 1, 1, 'change' FROM staff s, dossier d
    WHERE s.login = 'sue' AND d.number = '${D##*/}'"
get /notices
has '>9+ new<'
as mia
get /notices
has 'You are mentioned in a note'
get /notices?after=1.0
status 200
get /signon/me
has 'Notes that mention me'
post /signon/me mail=1 assigned=now approval=digest change=none \
    mention=now hour=25
status 422
post /signon/me mail=1 assigned=now approval=digest change=none \
    mention=now hour=7
status 303
is 'what she chose' "$(sql "SELECT kind, mode FROM notice_choice
    WHERE person = 1 ORDER BY kind" | tr '\t\n' '  ')" \
    'approval digest assigned now change none deadline digest mention now '
is 'and when' "$(sql 'SELECT digest FROM staff WHERE person = 1')" 7
